package tui

import (
	"time"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Port is what the desk needs from outside. Its methods may take time and are
// called from commands alone, except those that say otherwise.
type Port interface {
	// Project is the study in memory, Name its name for people, ReadOnly why it
	// cannot be changed (a message id, empty if it can). Called in Update.
	Project() *codebook.Project
	Name() string
	ReadOnly() string
	// Coder is who codes. Called in Update.
	Coder() codebook.No
	// NewID and Now are called in Update; they do no I/O.
	NewID() codebook.ID
	Now() int64

	// LastAction is the number of the last action on disk. Called in Update.
	LastAction() uint64
	// Commit writes actions in one transaction.
	Commit(actions []codebook.Action) error
	// History reads the journal's headers; Entry reads one action whole.
	History() (*codebook.History, error)
	Entry(action uint64) (codebook.Action, error)
	// Headers gives up to limit headers from an action downwards, newest first, and
	// Between what the actions after one, up to and with another, changed together.
	Headers(from uint64, limit int) ([]codebook.Header, error)
	Between(after, upTo uint64) (codebook.Patch, error)
	// InTheWay finds the later action that keeps one from being taken back.
	InTheWay(action uint64) (codebook.Header, bool, error)
	// Text reads a transcript's text.
	Text(transcript codebook.No) (string, error)
	// Places and Settings read what SaveState wrote for this coder.
	Places() (map[codebook.No]screen.Place, error)
	Settings() (map[string]string, error)
	SaveState(places map[codebook.No]screen.Place, settings map[string]string) error
	// Backup makes a verified copy if the study changed since the last one; the first
	// time it else reads the whole file to verify it. Commits go on meanwhile.
	Backup() error
	// Explain words an error for people, in the language of the interface.
	Explain(err error, lang string) string
}

// Importer is a port that can bring transcripts in.
type Importer interface {
	// Preview reads files and folders without changing anything. It reports its
	// progress and stops when stop says so.
	Preview(paths []string, progress func(done, total int), stop func() bool) ([]Proposal, error)
}

// Proposal is a file that could come in, or why it cannot.
type Proposal struct {
	File     string
	Add      *codebook.AddTranscript // nil when the file is left out
	Speakers int
	Err      error    // why it is left out
	Twin     string   // the transcript that has the same content, when that is why
	Warnings []string // in the language of the interface
}

// Reloader is a port that can read its study again, when it is open read-only.
// The new project has a revision of its own.
type Reloader interface {
	Reload() error
	// SnapshotTime is when the study that is open read-only was read; the zero time
	// when that says nothing. Called in Update.
	SnapshotTime() time.Time
}
