package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/shift"
	"fangtan/store"
	"fangtan/store/editor"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

func (p *program) transcriptsEdit() *cobra.Command {
	var from string
	var allowLost bool
	cmd := &cobra.Command{
		Use: "edit TRANSCRIPT", Short: p.t("edit.short"), Example: p.t("edit.examples"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.editTranscript(args[0], from, allowLost) })
		},
	}
	p.options(cmd, []option{{&from, "from", "edit.flag-from"}, {&allowLost, "allow-lost", "edit.flag-allow-lost"}})
	return p.changes(cmd)
}

// editTranscript gives a transcript another text, after it has said what becomes of
// what stands on it and asked before anything is lost.
func (s *sitting) editTranscript(name, from string, allowLost bool) error {
	t, err := s.project().FindTranscript(name)
	if err != nil {
		return err
	}
	before, err := s.file.Text(t.Text)
	if err != nil {
		return &about{s.path, err}
	}
	after, err := s.newText(from, before)
	if errors.Is(err, editor.ErrUnchanged) {
		s.say(s.t("edit.unchanged"))
		return nil
	}
	if err != nil {
		return err
	}
	op, err := s.project().Rewrite(codebook.Rewriting{Transcript: t.No, Before: before, After: after, NewID: newID})
	if errors.Is(err, codebook.ErrNothing) {
		s.say(s.t("edit.unchanged"))
		return nil
	}
	if err != nil {
		return err
	}
	if err := s.sureToLose(op, before, allowLost); err != nil {
		return err
	}
	if err := s.do(op); err != nil || s.asked.dryRun {
		return err
	}
	if err := movePlaces(s.file, s.project(), op, codebook.ID{}); err != nil {
		s.say(s.t("edit.places", "Why", s.explain(err)))
	}
	return nil
}

// sureToLose says what an edit does and asks before codings are lost; then a verified
// copy is made first.
func (s *sitting) sureToLose(op *codebook.EditTranscript, before string, allowLost bool) error {
	out := op.Outcome(s.project())
	for _, line := range wording.Edited(s.words, op, &out) {
		s.say(line)
	}
	for _, line := range wording.LostCodings(s.words, s.project(), &out, before) {
		s.say("  " + line)
	}
	n := len(out.Lost)
	switch {
	case n == 0 || s.asked.dryRun:
		return nil
	case !allowLost && !s.inTerminal:
		return s.usage("edit.needs-allow-lost", "N", n)
	}
	if err := s.sure(allowLost, s.t("edit.lose-question", "N", n)); err != nil {
		return err
	}
	return s.secure(op.Kind())
}

// newText is the text in place of words: that of a file, or what somebody makes of
// it in an editor.
func (s *sitting) newText(from, words string) (string, error) {
	if from != "" {
		return s.textOf(from)
	}
	if !s.inTerminal && s.env("VISUAL") == "" && s.env("EDITOR") == "" {
		return "", s.usage("edit.needs-editor")
	}
	d, err := editor.Put(filepath.Dir(s.path), draftName, words)
	if err != nil {
		return "", err
	}
	cmd, err := d.Command(s.env)
	if err != nil {
		return "", errors.Join(err, d.Discard())
	}
	return d.Take(atTerminal(cmd))
}

// draftName is what the file is called in which a text is edited: no name of
// anybody, since editors remember what they opened.
const draftName = "transcript.txt"

// atTerminal runs a program that has the terminal to itself. What the terminal sends
// to stop a program is for that one alone meanwhile.
func atTerminal(cmd *exec.Cmd) error {
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	came := make(chan os.Signal, 1)
	signal.Notify(came, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(came)
	return cmd.Run()
}

// textOf reads a text from a file, or from stdin if it is called "-".
func (s *sitting) textOf(path string) (string, error) {
	var data []byte
	var err error
	if path == "-" {
		data, err = io.ReadAll(io.LimitReader(s.in, codebook.MaxText+1))
	} else {
		data, err = os.ReadFile(path)
	}
	words := string(data)
	switch {
	case err != nil:
		return "", err
	case len(data) > codebook.MaxText:
		err = editor.ErrTooLong
	case !utf8.Valid(data):
		err = editor.ErrEncoding
	case strings.TrimSpace(words) == "":
		err = editor.ErrEmpty
	default:
		return words, nil
	}
	return "", &about{path, err}
}

// movePlaces moves where coders stand in a transcript whose text was changed; the
// one whose id is besides is left alone.
func movePlaces(file *store.File, study *codebook.Project, op *codebook.EditTranscript, besides codebook.ID) error {
	var states []store.State
	for _, c := range study.Coders() {
		if c.ID == besides {
			continue
		}
		data, found, err := file.State(c.ID, placesState)
		if err != nil {
			return err
		}
		var places map[codebook.No]screen.Place
		if !found || json.Unmarshal(data, &places) != nil {
			continue
		}
		at, stood := places[op.Found.No]
		if !stood {
			continue
		}
		places[op.Found.No] = screen.Place{At: moved(op.Shift, at.At), Read: moved(op.Shift, at.Read)}
		if data, err = json.Marshal(places); err != nil {
			return err
		}
		states = append(states, store.State{Coder: c.ID, What: placesState, Value: data})
	}
	if len(states) == 0 {
		return nil
	}
	return file.SetState(states...)
}

func moved(m *shift.Map, at uint32) uint32 { return uint32(m.Point(int(at))) }

// editorFailed words an editor that could not be used.
func editorFailed(w *locale.Words, err error, _ string) (string, bool) {
	var f *editor.FailedError
	switch {
	case !errors.As(err, &f):
		return "", false
	case f.Code < 0:
		return w.T("edit.not-started", "Name", f.Command), true
	}
	return w.T("edit.failed", "Name", f.Command, "Code", f.Code), true
}
