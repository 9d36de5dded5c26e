package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui"
	"fangtan/tui/locale"
	"fangtan/tui/tuitest"
)

// seat is somebody at the workbench: the screens on a real project file, without a
// terminal. What runs behind the screens runs in place.
type seat struct {
	t     *testing.T
	study *codebook.Project // in memory, as the screens have it
	app   *tui.App

	width, height int
}

// sit writes a study to a file and opens the screens on it.
func sit(t *testing.T, study *codebook.Project, founding codebook.Action, coder codebook.No, lang string, width, height int) *seat {
	t.Helper()
	path := filepath.Join(t.TempDir(), "study"+extension)
	if err := store.Create(path, study, founding); err != nil {
		t.Fatal(err)
	}
	file, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return sitAt(t, file, coder, lang, width, height)
}

// sitAt opens the screens on a file.
func sitAt(t *testing.T, file *store.File, coder codebook.No, lang string, width, height int) *seat {
	env := func(string) string { return "" }
	p := &program{in: strings.NewReader(""), out: io.Discard, err: io.Discard, env: env, words: locale.New(lang)}
	s := &seat{t: t, study: file.Project(), app: tui.New(newDesk(p, file, coder, ""), tui.Options{Lang: lang, Environ: env})}
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

// send gives the screens a message and waits for all that comes of it.
func (s *seat) send(msg tea.Msg) {
	s.t.Helper()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		s.width, s.height = size.Width, size.Height
	}
	tuitest.Drain(s.t, s.update, s.update(msg))
}

func (s *seat) update(msg tea.Msg) tea.Cmd {
	_, cmd := s.app.Update(msg)
	return cmd
}

// press types a script of keys, see [tuitest.Keys].
func (s *seat) press(script string) {
	s.t.Helper()
	tuitest.Press(s.t, s.update, script)
}
