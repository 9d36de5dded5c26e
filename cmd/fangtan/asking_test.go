package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"fangtan/store"
	"fangtan/tui/locale"
)

// seated is a program before a terminal on which somebody types these lines.
func seated(typed string) (*program, *bytes.Buffer) {
	var said bytes.Buffer
	return &program{
		in: strings.NewReader(typed), out: &bytes.Buffer{}, err: &said, env: func(string) string { return "" },
		inTerminal: true, errTerminal: true,
	}, &said
}

func TestNewAsks(t *testing.T) {
	tests := []struct {
		name, typed string
		args        []string
		code        int
		lang, coder string
		codes       bool
	}{
		{"all", "first-secretary\nzh\n林\n", nil, exitDone, "zh", "林", true},
		{"the offers are taken", "\n\n林\n", nil, exitDone, "en", "林", true},
		{"a name is needed", "empty\nzh\n\n\n林\n", nil, exitDone, "zh", "林", false},
		{"only what was not said", "林\n", []string{"--codebook", "empty", "--lang", "zh"}, exitDone, "zh", "林", false},
		{"no such language", "empty\nfr\n林\n", nil, exitUsage, "", "", false},
		{"somebody goes away", "empty\n", nil, exitFailed, "", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.fangtan")
			xdg.StateHome = t.TempDir()
			p, said := seated(test.typed)
			if code := p.run(append([]string{"new", path}, test.args...)); code != test.code {
				t.Fatalf("exit code %d, want %d: %s", code, test.code, said)
			}
			if test.code != exitDone {
				if there(path) {
					t.Error("a project was made")
				}
				return
			}
			f, err := store.Open(path, store.Options{ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			study := f.Project()
			if study.Lang != test.lang || study.Coders()[0].Name != test.coder || study.CodeCount() > 0 != test.codes {
				t.Errorf("language %q, coder %q, %d codes", study.Lang, study.Coders()[0].Name, study.CodeCount())
			}
		})
	}
}

func TestRemovingAsks(t *testing.T) {
	for typed, code := range map[string]int{"yes\n": exitDone, "y\n": exitDone, "no\n": exitFailed, "\n": exitFailed, "": exitFailed} {
		p, _ := seated(typed)
		p.words = locale.New(locale.English)
		if got := exitCode(p.sure(false, "Really?")); got != code {
			t.Errorf("%q: exit code %d, want %d", typed, got, code)
		}
	}
}
