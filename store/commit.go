package store

import (
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/store/page"
)

// Commit writes actions, in order, in one transaction, and gives their numbers.
// When it returns nil they are on the disk.
//
// A [CommitError] is a failure of the disk and says what is there; if the actions
// are, their numbers are given too. Afterwards the file has been opened again and
// can go on, unless its next error is [ErrBroken]. Any other error means that
// nothing was written: [ErrReadOnly], [ErrReplaced], [ErrBroken], [ErrClosed],
// [ErrNoText], [ErrDiverged] or a [DamagedError].
func (f *File) Commit(actions ...codebook.Action) ([]uint64, error) {
	if len(actions) == 0 {
		return nil, nil
	}
	nos := make([]uint64, len(actions))
	err := f.write(func(w *writer) error {
		for i := range actions {
			no, err := w.action(&actions[i])
			if err != nil {
				return fmt.Errorf("action %q: %w", actions[i].Kind, err)
			}
			nos[i] = no
		}
		return nil
	})
	var failed *diskError
	switch {
	case err == nil:
		return nos, nil
	case !errors.As(err, &failed):
		return nil, err
	}
	outcome := f.outcome(actions)
	outcome.Cause = spaced(failed.cause)
	if len(outcome.Saved) == 0 {
		return nil, outcome
	}
	f.last.Store(nos[len(nos)-1])
	return nos, outcome
}

// diskError is what bbolt or the disk said while a transaction was written: its
// outcome is open.
type diskError struct{ cause error }

func (e *diskError) Error() string { return e.cause.Error() }
func (e *diskError) Unwrap() error { return e.cause }

// write runs fn in one transaction. An error of fn leaves the file as it was; any
// other is a [diskError], after which the file has been opened again.
func (f *File) write(fn func(*writer) error) error {
	f.writing.Lock()
	defer f.writing.Unlock()
	if err := f.writable(); err != nil {
		return err
	}
	var refused error
	var last uint64
	err := guarded(func() error {
		return f.db.Update(func(tx *bolt.Tx) error {
			last, refused = inTransaction(tx, fn)
			return refused
		})
	})
	switch {
	case refused != nil:
		return refused
	case err != nil:
		f.renew(err)
		return &diskError{err}
	}
	f.last.Store(last)
	return nil
}

// inTransaction gives the number of the last action when fn is through.
func inTransaction(tx *bolt.Tx, fn func(*writer) error) (last uint64, err error) {
	w, err := openWriter(tx)
	if err != nil {
		return 0, err
	}
	if err := fn(w); err != nil {
		return 0, err
	}
	return w.rev, w.close()
}

// writable says why nothing can be written, if so.
func (f *File) writable() error {
	switch {
	case f.broken != nil && errors.Is(f.broken, ErrClosed):
		return ErrClosed
	case f.readOnly:
		return ErrReadOnly
	case f.broken != nil:
		return fmt.Errorf("%w: %w", ErrBroken, f.broken)
	}
	return sameFile(f.held, f.real)
}

// renew closes the database after cause and opens it again: the system reports
// an error of the disk only once, so a second try on the same handle proves nothing.
func (f *File) renew(cause error) {
	var fault *faultError
	if errors.As(cause, &fault) {
		f.broken = cause
		return
	}
	err := guarded(f.db.Close)
	f.db = nil
	if err == nil {
		err = guarded(f.openDatabase)
	}
	f.broken = err
}

// outcome looks for actions in the file.
func (f *File) outcome(actions []codebook.Action) *CommitError {
	var ids []codebook.ID
	for i := range actions {
		ids = append(ids, actions[i].ID)
	}
	out := &CommitError{}
	headers, err := f.newest(len(ids))
	if err != nil {
		out.Unknown = err
		return out
	}
	for _, h := range slices.Backward(headers) {
		if slices.Contains(ids, h.ID) {
			out.Saved = append(out.Saved, h.ID)
		}
	}
	return out
}

// newest gives the last n headers as the disk has them now, newest first.
func (f *File) newest(n int) (headers []codebook.Header, err error) {
	err = f.read(func(p *page.File) error {
		last, err := p.Sequence(bucketJournal)
		if err != nil {
			return err
		}
		headers, err = headersFrom(p, last, n)
		return err
	})
	return headers, err
}
