package screen

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// Study is what screens may ask of the study.
type Study interface {
	// Project is the study as it is in memory; it is read in Update only.
	// Commands that count elsewhere take a Snapshot of it.
	Project() *codebook.Project
	// Name is the project's name for people.
	Name() string
	// Coder is who codes.
	Coder() codebook.No
	// ReadOnly says that nothing can be changed.
	ReadOnly() bool
	// Do applies op and queues it to be written.
	Do(op codebook.Op) error
	// NewID makes an id; Now is the time in Unix milliseconds, for labels.
	NewID() codebook.ID
	Now() int64
	// ReadText reads a transcript's text; the answer is a TextReadMsg.
	ReadText(transcript codebook.No) tea.Cmd
	// Text reads a transcript's text at once. It is for commands alone.
	Text(transcript codebook.No) (string, error)
	// Journal is what was done so far. It is asked for in Update; what it gives is for
	// commands to read.
	Journal() Record
	// Place and SetPlace keep this coder's place in a transcript and how far she has read.
	Place(transcript codebook.No) Place
	SetPlace(transcript codebook.No, p Place)
	// Setting and Set keep a view setting of this coder under a name, for
	// example "reader/move-on"; an unset one is "".
	Setting(name string) string
	Set(name, value string)
}

// Record is the journal: what was done up to the moment when it was asked for, with what is not
// on the disk yet.
type Record interface {
	// Headers gives the newest actions without what they changed, newest first: at
	// most limit of them, all if it is 0.
	Headers(limit int) ([]codebook.Header, error)
	// Action reads one action whole.
	Action(no uint64) (codebook.Action, error)
	// Since is what all actions after one changed together.
	Since(no uint64) (codebook.Patch, error)
}

// Place is where a coder stands in a transcript.
type Place struct {
	At   uint32 // byte offset of the cursor
	Read uint32 // highest byte offset ever reached
}

// TextReadMsg brings the text that ReadText asked for.
type TextReadMsg struct {
	Transcript codebook.No
	Text       string
	Err        error
}

// StudyChangedMsg says that the study changed: by this screen, by another, by undo.
type StudyChangedMsg struct{ Revision uint64 }

// WordsEditedMsg brings words that an [EditWords] asked for. There is none where nothing
// was changed or the editor failed: the root has said so.
type WordsEditedMsg struct {
	Of    codebook.ID
	Words string
}

// ResizedMsg gives the room the screen will have in Draw.
type ResizedMsg struct{ Area Area }

// SurroundingsChangedMsg says that words, theme or ruler changed.
type SurroundingsChangedMsg struct{}

// ShownMsg says that the screen is now the one in front.
type ShownMsg struct{}

// Front knows whether a screen is the one in front. The root draws no other, so
// a screen that was not drawn since it was last told of a change is hidden, and
// what the change costs can wait until it is shown.
type Front struct{ drawn bool }

// Drawn notes that the screen was drawn, or is about to be.
func (f *Front) Drawn() { f.drawn = true }

// Hidden says that the screen was not drawn since the last change.
func (f *Front) Hidden() bool { return !f.drawn }

// Changed takes in that the study changed, and says whether the screen is in
// front: drawn since the last change.
func (f *Front) Changed() bool {
	was := f.drawn
	f.drawn = false
	return was
}
