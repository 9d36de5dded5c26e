package screen

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/theme"
)

// Area is the room a screen has, in columns and lines.
type Area struct{ Width, Height int }

// Screen is one of the screens behind the function keys. It is a pointer; the
// root alone is a tea.Model.
type Screen interface {
	// Update takes keys (tea.KeyPressMsg), paste, mouse (with X and Y inside
	// the screen's area) and the messages of this package and of its own.
	Update(msg tea.Msg) tea.Cmd
	// Draw lays nothing out anew unless the area changed.
	Draw(a Area) (string, *tea.Cursor)
	// Head is what stands at the top: where the user is, and figures about it.
	Head() (left, right string)
	// Typing says that a text field has the keys, so that letters are text.
	Typing() bool
	// Entries and Footer are the screen's keys for help, palette and footer.
	Entries() []keys.Entry
	Footer() []keys.Entry
	// Run does what the binding with this index (see [keys.Entry]) would.
	Run(index int) tea.Cmd
	// Back undoes the innermost state (a mode, a filter, a field) and says
	// whether there was any; if not, the root goes back one screen.
	Back() bool
}

// Opener is a screen that can be opened at something.
type Opener interface {
	Open(r Route) tea.Cmd
}

// Env is what surrounds a screen. The root owns it and changes it in place;
// after a change of words, theme or ruler each screen gets a [SurroundingsChangedMsg].
type Env struct {
	Study Study
	Words *locale.Words
	Theme theme.Theme
	Ruler cell.Ruler

	wishes []Wish
}

// T gives a message of the catalogue.
func (e *Env) T(id string, args ...any) string { return e.Words.T(id, args...) }

// Wish leaves a wish for the root.
func (e *Env) Wish(w Wish) { e.wishes = append(e.wishes, w) }

// Say shows a line in the status line until the next key.
func (e *Env) Say(text string) { e.Wish(Say{Text: text}) }

// Warn shows a line that says why something was not done.
func (e *Env) Warn(text string) { e.Wish(Say{Text: text, Warn: true}) }

// Object shows why an op was refused.
func (e *Env) Object(err error) { e.Wish(Say{Err: err, Warn: true}) }

// Wishes hands the wishes over to the root.
func (e *Env) Wishes() []Wish {
	w := e.wishes
	e.wishes = nil
	return w
}

// Wish is what a screen wants of the root.
type Wish interface{ wish() }

// Say wants a line in the status line; Err is worded by the root.
type Say struct {
	Text string
	Err  error
	Warn bool
}

// Go wants another screen opened; Esc there leads back here.
type Go struct{ Route Route }

// Leave wants to go back one screen.
type Leave struct{}

// Undo and Redo want the last action taken back, or brought again.
type (
	Undo struct{}
	Redo struct{}
)

// TakeBack wants one action taken back alone, whatever was done since.
type TakeBack struct{ Action uint64 }

// Bring wants files brought in: the import screen or dialogue of the root.
type Bring struct{ Paths []string }

// EditText wants the text of a transcript changed in the user's own editor.
type EditText struct{ Transcript codebook.No }

// EditWords wants words changed in the user's own editor. The answer is a [WordsEditedMsg].
type EditWords struct {
	Of    codebook.ID // what they are of, for who asked
	Name  string      // of the file that the editor sees, such as "memo.md"
	Words string
}

// Copy wants text on the clipboard.
type Copy struct{ Text string }

func (Say) wish()       {}
func (Go) wish()        {}
func (Leave) wish()     {}
func (Undo) wish()      {}
func (Redo) wish()      {}
func (Bring) wish()     {}
func (EditText) wish()  {}
func (EditWords) wish() {}
func (TakeBack) wish()  {}
func (Copy) wish()      {}

// Name names a screen.
type Name string

// The screens.
const (
	Transcripts  Name = "transcripts"
	Reader       Name = "reader"
	Codebook     Name = "codebook"
	Frequency    Name = "frequency"
	Cooccurrence Name = "cooccurrence"
	Excerpts     Name = "excerpts"
	Journal      Name = "journal"
	Memos        Name = "memos"
	Links        Name = "links"
	Help         Name = "help"
)

// Route says which screen to open, and at what.
type Route struct {
	To      Name
	Passage codebook.Passage // reader: the transcript, and the passage if End > 0
	Code    codebook.No      // codebook: the code
	List    *List            // excerpts: what to show
	Memo    codebook.No      // memos: the memo
	Write   bool             // memos: ask for one on the project
}

// List is a list of passages behind a figure.
type List struct {
	Title   string // for example: "P2.1 要求不具体 · 第一书记"
	Command string // the command that prints it, or empty
	Rows    []codebook.Excerpt
}
