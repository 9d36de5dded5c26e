package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/tui/wording"
)

func (p *program) undoCmd() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use: "undo [ACTION]", Short: p.t("cli.undo.short"), Example: p.t("cli.undo.examples"), Args: p.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if to != "" && len(args) > 0 {
				return p.usage("journalcmd.undo-both", "Action", args[0], "To", to)
			}
			return p.writing(func(s *sitting) error {
				if to != "" {
					return s.rewind(to)
				}
				return s.undo(args)
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", p.t("journalcmd.flag-to"))
	return p.changes(cmd)
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
	if last, _ := history.Undo(); last != action {
		return s.takeBack(action)
	}
	return s.revert(codebook.KindUndo, action, action)
}

// takeBack takes one older action back alone.
func (s *sitting) takeBack(no uint64) error {
	header, err := s.header(no)
	if err != nil {
		return err
	}
	patch, err := s.file.Patch(no)
	if err != nil {
		return &about{s.path, err}
	}
	action, err := s.project().Restore(header, patch, s.stamp())
	return s.reverted(no, action, err)
}

// rewind takes back everything that was done after a point, as one action, and says
// what that changes.
func (s *sitting) rewind(point string) error {
	to, err := s.point(point)
	if err != nil {
		return err
	}
	last := s.file.LastAction()
	since, err := s.file.Between(to, last)
	switch {
	case err != nil:
		return &about{s.path, err}
	case since.Empty():
		s.say(s.t("cli.nothing-to-change"))
		return nil
	}
	back := since.Inverse()
	for _, line := range wording.Extent(s.words, back.Extent()) {
		s.say("  " + line)
	}
	if err := s.secure(codebook.KindRewind); err != nil {
		return err
	}
	return s.do(&codebook.Rewind{To: to, Actions: int(last - to), Patch: since})
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
	header, err := s.header(no)
	if err != nil {
		return err
	}
	patch, err := s.file.Patch(no)
	if err != nil {
		return &about{s.path, err}
	}
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	header.No = reverses
	action, err := s.project().Revert(kind, header, patch, s.stamp())
	return s.reverted(no, action, err)
}

// reverted writes the action that takes back action no or brings it again, or says
// why there is none.
func (s *sitting) reverted(no uint64, action codebook.Action, err error) error {
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
