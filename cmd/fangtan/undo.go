package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/tui/wording"
)

func (p *program) undoCmd() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "undo [ACTION]", Short: p.t("cli.undo.short"), Example: p.t("cli.undo.examples"), Args: p.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.undo(args) })
		},
	})
}

func (p *program) redoCmd() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "redo", Short: p.t("cli.redo.short"), Example: p.t("cli.redo.examples"), Args: p.exactly(0),
		RunE: func(*cobra.Command, []string) error {
			return p.writing(func(s *sitting) error { return s.redo() })
		},
	})
}

// undo takes back the last action, or the one whose number is given if nothing
// later stands on it.
func (s *sitting) undo(args []string) error {
	history, err := s.file.History()
	if err != nil {
		return &about{s.path, err}
	}
	action, ok := history.Undo()
	if len(args) == 1 {
		if action, err = strconv.ParseUint(args[0], 10, 64); err != nil {
			return s.usage("cli.usage.action", "Value", args[0])
		}
		if !history.Undoable(action) {
			return s.notUndoable(history, action)
		}
	} else if !ok {
		return s.fail("cli.undo.nothing")
	}
	return s.revert(codebook.KindUndo, action, action)
}

// notUndoable says why an action cannot be taken back.
func (s *sitting) notUndoable(history *codebook.History, action uint64) error {
	headers, err := s.file.Headers(action, 1)
	switch {
	case err == nil && len(headers) == 1 && headers[0].Kind == codebook.KindNew:
		return s.fail("cli.undo.founding", "No", action)
	case history.Undone(action):
		return s.fail("cli.undo.undone", "No", action)
	}
	return s.fail("cli.undo.not-undoable", "No", action)
}

func (s *sitting) redo() error {
	history, err := s.file.History()
	if err != nil {
		return &about{s.path, err}
	}
	action, undo, ok := history.Redo()
	if !ok {
		return s.fail("cli.redo.nothing")
	}
	return s.revert(codebook.KindRedo, action, undo)
}

// revert makes the action that takes another back or brings it again; reverses is
// the journal entry that it takes back.
func (s *sitting) revert(kind string, no, reverses uint64) error {
	headers, err := s.file.Headers(no, 1)
	if err != nil {
		return &about{s.path, err}
	}
	patch, err := s.file.Patch(no)
	if err != nil {
		return &about{s.path, err}
	}
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	header := headers[0]
	header.No = reverses
	action, err := s.project().Revert(kind, header, patch, s.stamp())
	if errors.Is(err, codebook.ErrChanged) || errors.Is(err, codebook.ErrInUse) {
		return s.inTheWay(no, err)
	}
	if err != nil {
		return err
	}
	return s.put(action)
}

// inTheWay names the later action that keeps one from being taken back, else the
// thing that has come to rest on it.
func (s *sitting) inTheWay(no uint64, cause error) error {
	later, found, err := s.file.InTheWay(no, s.project())
	if err == nil && found {
		return s.fail("cli.undo.in-the-way", "No", later.No, "What", wording.Describe(s.words, later))
	}
	var o *codebook.Objection
	if errors.As(cause, &o) && errors.Is(cause, codebook.ErrInUse) {
		return s.fail("cli.undo.in-use", "Thing", wording.Thing(s.words, o.Thing), "Name", o.Name)
	}
	return cause
}
