package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"fangtan/codebook/text"
	"fangtan/store"
	"fangtan/store/sample"
	"fangtan/tui/locale"
)

func (p *program) demoCmd() *cobra.Command {
	var reset, show bool
	cmd := &cobra.Command{
		Use: "demo", Short: p.t("cli.demo.short"), Example: p.t("cli.demo.examples"), Args: p.exactly(0),
		RunE: func(*cobra.Command, []string) error { return p.demo(reset, show) },
	}
	cmd.Flags().BoolVar(&reset, "reset", false, p.t("cli.flag.reset"))
	cmd.Flags().BoolVar(&show, "print", false, p.t("cli.flag.print"))
	return p.changes(cmd)
}

// demoNames are the names of the sample's copies; there is one for each language.
var demoNames = map[string]string{locale.Chinese: "demo", locale.English: "demo-en"}

// demo makes a private copy of the sample study, unless there is one, and opens it.
func (p *program) demo(reset, show bool) error {
	path := filepath.Join(xdg.DataHome, "fangtan", demoNames[p.lang()]+extension)
	if p.asked.dryRun {
		p.foretellDemo(path, reset)
		return nil
	}
	if reset {
		if err := giveUp(path); err != nil {
			return err
		}
	}
	if !there(path) {
		if err := p.makeDemo(path); err != nil {
			return err
		}
	}
	if show {
		_, err := fmt.Fprintln(p.out, text.Harmless(path))
		return err
	}
	return p.open(path)
}

// foretellDemo says what would be done to the sample's copy.
func (p *program) foretellDemo(path string, reset bool) {
	switch {
	case !there(path):
		p.say(p.t("cli.would", "What", p.t("cli.demo.would-make", "Path", path)))
	case reset:
		p.say(p.t("cli.would", "What", p.t("cli.demo.would-reset", "Path", path)))
	default:
		p.say(p.t("cli.nothing-to-change"))
	}
}

// giveUp removes the old copy, unless a program has it open.
func giveUp(path string) error {
	if !there(path) {
		return nil
	}
	file, err := store.Open(path, store.Options{})
	var locked *store.LockedError
	switch {
	case errors.As(err, &locked):
		return &about{path, err}
	case err == nil: // a copy that is damaged cannot be opened, and goes too
		err = file.Close()
	default:
		err = nil
	}
	return errors.Join(err, os.Remove(path))
}

func (p *program) makeDemo(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	study, founding, err := sample.Build(newID(), p.lang())
	if err != nil {
		return err
	}
	if err := create(path, study, founding); err != nil {
		return err
	}
	p.rememberCoder(study.ID, study.Coder(founding.Coder).Name)
	return nil
}
