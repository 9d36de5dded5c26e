package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"fangtan/store"
)

// notOfThePast are commands that are about no study, or about its file as it is.
var notOfThePast = []string{"demo", "new", "import", "check", "backup", "undo", "redo", "asof", "completion", "version", "help"}

func (p *program) asofCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "asof DATE [COMMAND]", Short: p.t("journalcmd.asof.short"), Example: p.t("journalcmd.asof.examples"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error { return p.asOf(args[0], args[1:]) },
	}
	cmd.Flags().SetInterspersed(false) // what follows the date belongs to the command
	return cmd
}

// asOf runs a command on the study as it stood, or opens the screens on it.
func (p *program) asOf(moment string, args []string) error {
	p.asked.asOf = moment
	if len(args) == 0 {
		return p.workbench()
	}
	if name := args[0]; slices.Contains(notOfThePast, name) || strings.HasPrefix(name, "-") {
		return p.usage("journalcmd.asof.not-here", "Name", name)
	}
	asked := p.asked
	root := p.root(args)
	p.asked = asked // making the command sets all flags back
	root.Annotations = map[string]string{cobra.CommandDisplayNameAnnotation: "fangtan asof " + shellWord(moment)}
	return root.Execute()
}

// openThen opens a project for the screens as it stood at a moment.
func (p *program) openThen(path string) (*store.File, string, error) {
	file, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return nil, "", err
	}
	s := &sitting{program: p, path: path, file: file}
	h, err := s.standThen(p.asked.asOf)
	if err != nil {
		return nil, "", errors.Join(err, file.Close())
	}
	p.stood = time.UnixMilli(h.Time)
	return file, "journalcmd.past", nil
}
