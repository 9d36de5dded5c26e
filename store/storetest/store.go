package storetest

import (
	"fmt"
	"testing"

	"fangtan/codebook"
)

// Store is what the suite asks of a store. Reopen closes and opens it, after
// which Project is a new one, made from what was kept.
type Store interface {
	Project() *codebook.Project
	Commit(...codebook.Action) ([]uint64, error)
	LastAction() uint64
	Headers(from uint64, limit int) ([]codebook.Header, error)
	History() (*codebook.History, error)
	Patch(no uint64) (codebook.Patch, error)
	Text(codebook.Hash) (string, error)
	Reopen(t testing.TB)
}

// Do applies an op and commits it.
func Do(s Store, op codebook.Op, stamp codebook.Stamp) (uint64, error) {
	a, err := s.Project().Do(op, stamp)
	if err != nil {
		return 0, err
	}
	nos, err := s.Commit(a)
	if err != nil {
		return 0, err
	}
	return nos[0], nil
}

// Undo takes the last standing action back and says whether there was one.
func Undo(s Store, stamp codebook.Stamp) (bool, error) {
	h, err := s.History()
	if err != nil {
		return false, err
	}
	no, ok := h.Undo()
	if !ok {
		return false, nil
	}
	return true, revert(s, codebook.KindUndo, no, no, stamp)
}

// Redo brings the last undone action again and says whether there was one.
func Redo(s Store, stamp codebook.Stamp) (bool, error) {
	h, err := s.History()
	if err != nil {
		return false, err
	}
	no, undo, ok := h.Redo()
	if !ok {
		return false, nil
	}
	return true, revert(s, codebook.KindRedo, no, undo, stamp)
}

// revert commits the patch of action no, backwards for an undo.
func revert(s Store, kind string, no, reverses uint64, stamp codebook.Stamp) error {
	patch, err := s.Patch(no)
	if err != nil {
		return err
	}
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	headers, err := s.Headers(reverses, 1)
	if err != nil || len(headers) != 1 {
		return fmt.Errorf("header of action %d: %d found, %w", reverses, len(headers), err)
	}
	a, err := s.Project().Revert(kind, headers[0], patch, stamp)
	if err != nil {
		return fmt.Errorf("%s of action %d: %w", kind, no, err)
	}
	_, err = s.Commit(a)
	return err
}
