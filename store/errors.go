package store

import (
	"errors"
	"fmt"
	"time"

	"fangtan/codebook"
)

// What can be wrong with a file as a whole, or with what is asked of it.
var (
	ErrExists     = errors.New("file is there already")
	ErrNotFound   = errors.New("file is not there")
	ErrDangling   = errors.New("link leads nowhere")
	ErrDirectory  = errors.New("is a folder, not a file")
	ErrEmptyFile  = errors.New("file is empty")
	ErrNotProject = errors.New("file is not a project")
	ErrReplaced   = errors.New("file was replaced by another program")
	ErrReadOnly   = errors.New("project is open for reading only")
	ErrFull       = errors.New("no space left for the change")
	ErrBroken     = errors.New("project must be opened again before it can be changed")
	ErrClosed     = errors.New("project is closed")
	ErrBusy       = errors.New("another program kept writing while the project was read")
	ErrNoText     = errors.New("text is not in the project")
	ErrNoAction   = errors.New("action is not in the journal")
	ErrPurged     = errors.New("what the action changed was purged")
	ErrDiverged   = errors.New("project on the disk is not the one the action was made for")
)

// ForeignError is a database that another program made. It is an [ErrNotProject].
type ForeignError struct {
	App     string   // what it calls itself, if it does
	Buckets []string // what it holds, when it calls itself nothing
}

// Error names the program.
func (e *ForeignError) Error() string {
	if e.App != "" {
		return fmt.Sprintf("%v but one of %q", ErrNotProject, e.App)
	}
	return fmt.Sprintf("%v but a database of another program, with %q", ErrNotProject, e.Buckets)
}

// Unwrap makes it an [ErrNotProject].
func (e *ForeignError) Unwrap() error { return ErrNotProject }

// LockedError says who has the project open for writing, as far as it is known:
// the note beside the project may be missing or old.
type LockedError struct {
	PID   int // 0 if not known
	Host  string
	Since time.Time
}

// Error names process and host.
func (e *LockedError) Error() string {
	if e.PID == 0 {
		return "project is open in another program"
	}
	return fmt.Sprintf("project is open in process %d on %q since %s", e.PID, e.Host, e.Since.Format(time.DateTime))
}

// NewerError is a project written by a newer version that this one cannot read.
type NewerError struct{ Schema, Reader int }

// Error names the schema.
func (e *NewerError) Error() string {
	return fmt.Sprintf("project has schema %d, which needs a reader of schema %d; this one reads %d", e.Schema, e.Reader, Schema)
}

// DamagedError lists what is wrong with a file. There is at least one finding.
type DamagedError struct{ Findings []Finding }

// Error tells the first finding and how many there are.
func (e *DamagedError) Error() string {
	if len(e.Findings) == 1 {
		return "project is damaged: " + e.Findings[0].String()
	}
	return fmt.Sprintf("project is damaged: %s, and %d more", e.Findings[0], len(e.Findings)-1)
}

// CommitError is a commit that did not end well. An error of the disk does not
// mean that nothing was saved, so the file was read again: all the actions are
// on the disk, or none.
type CommitError struct {
	Saved   []codebook.ID // the actions that are on the disk
	Cause   error         // what the disk said; may be [ErrFull]
	Unknown error         // why the file could not be read again; then Saved says nothing
}

// Error tells cause and outcome.
func (e *CommitError) Error() string {
	switch {
	case e.Unknown != nil:
		return fmt.Sprintf("change may not be saved: %v; the project cannot be read again: %v", e.Cause, e.Unknown)
	case len(e.Saved) > 0:
		return fmt.Sprintf("change is saved, but the disk reported: %v", e.Cause)
	}
	return fmt.Sprintf("change is not saved: %v", e.Cause)
}

// Unwrap gives the cause.
func (e *CommitError) Unwrap() error { return e.Cause }
