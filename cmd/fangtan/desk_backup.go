package main

import (
	"errors"
	"fmt"

	"fangtan/store"
	"fangtan/tui/locale"
)

// Backup makes a verified copy if the study changed since the last one. When it is
// asked for the first time, behind the first frame, it else verifies the file
// itself, and from then on garbage is collected again.
func (d *desk) Backup() error {
	first := !d.looked.Swap(true)
	reason := "working"
	if first {
		collectGarbage()
		reason = "opened"
	}
	made, err := d.secure(reason)
	if err != nil || made || !first {
		return err
	}
	path := d.open().Path()
	err = store.Verify(path)
	if err == nil || errors.Is(err, store.ErrBusy) { // it changes faster than it can be read; the next sitting looks again
		return nil
	}
	return &about{path, err}
}

// secure makes a copy of a study that can be written and was changed.
func (d *desk) secure(reason string) (made bool, err error) {
	file := d.open()
	if file.ReadOnly() || d.ended.Load() != nil {
		return false, nil
	}
	path, err := file.Secure(reason)
	var damaged *store.DamagedError
	switch {
	case errors.As(err, &damaged):
		return false, &about{file.Path(), err}
	case err != nil:
		return false, &noBackup{err, true}
	}
	return path != "", nil
}

// noBackup is a backup that could not be made: of what is on the disk, or before
// something that now is not done.
type noBackup struct {
	cause error
	saved bool
}

func (n *noBackup) Error() string { return fmt.Sprintf("no backup could be made: %v", n.cause) }

func (n *noBackup) Unwrap() error { return n.cause }

// notSecured words a backup that could not be made.
func notSecured(w *locale.Words, err error) (string, bool) {
	var n *noBackup
	switch {
	case !errors.As(err, &n):
		return "", false
	case n.saved && errors.Is(err, store.ErrFull):
		return w.T("cli.fail.no-room-for-backup"), true
	case n.saved:
		return w.T("cli.fail.no-backup", "Why", explain(w, n.cause)), true
	}
	return w.T("cli.fail.no-backup-before", "Why", explain(w, n.cause)), true
}
