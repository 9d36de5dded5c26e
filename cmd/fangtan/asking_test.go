package main

import (
	"bytes"
	"os"
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
		{"no such language at first", "empty\nfr\nzh\n林\n", nil, exitDone, "zh", "林", false},
		{"no such codebook at first", "smyth\nnowhere.csv\nsmith\nzh\n林\n", nil, exitDone, "zh", "林", true},
		{"what was said is wrong", "zh\n林\n", []string{"--codebook", "smyth"}, exitUsage, "", "", false},
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

// Each answer is judged before the next question, in one line.
func TestNewJudgesEachAnswer(t *testing.T) {
	xdg.StateHome = t.TempDir()
	t.Chdir(t.TempDir())
	p, said := seated("smyth\nempty\n\n林\n")
	if code := p.run([]string{"--lang", "en", "new", "other"}); code != exitDone {
		t.Fatal(said)
	}
	const book = "Which codebook to begin with (smith, first-secretary, empty, or a CSV file)? [smith] "
	const name = "Your name as a coder? "
	if want := book + "there is no codebook “smyth”; use smith, first-secretary, empty, or the path of a CSV file\n" + book +
		name + "a name is needed: it stands with every coding you make\n" + name +
		"made the project “other.fangtan”; bring transcripts in with fangtan import\n"; said.String() != want {
		t.Errorf("said\n%s\nwant\n%s", said, want)
	}
}

// The offers of the bare program ask again for what cannot be, and leave at an empty answer.
func TestStartAsksAgain(t *testing.T) {
	tests := []struct {
		name, typed string
		code        int
		said        []string
	}{
		{"leave", "\n", exitDone, nil},
		{"no such offer", "7\n12\n\n", exitDone, []string{"“7” is none of these", "“12” is none of these"}},
		{"leave before the file", "1\n\n", exitDone, nil},
		{"make where one stands", "1\nold\nno/where\n\n", exitDone, []string{"“old.fangtan”: the file is there already", "there is no folder “no”"}},
		{"open what is not there", "2\nnew.fangtan\n.\nwords.txt\n\n", exitDone, []string{"“new.fangtan”: ", "“.”: ", "“words.txt”: "}},
		{"no such language", "1\nfresh\nempty\nfr\nen\n林\n", exitDone, []string{"“fr” is not a language", "made the project “fresh.fangtan”"}},
		{"somebody goes away", "1\nfresh\nempty\n", exitFailed, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			homeless(t)
			t.Chdir(t.TempDir())
			for _, file := range []string{"old.fangtan", "words.txt"} {
				if err := os.WriteFile(file, []byte("no project"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			p, said := seated(test.typed)
			p.outTerminal, p.asked.plain, p.words = true, true, locale.New(locale.English)
			if code := p.report(p.start()); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			rest := said.String()
			for _, want := range test.said {
				_, after, found := strings.Cut(rest, want)
				if !found || !strings.Contains(after, "\n") {
					t.Fatalf("%q is not said in its turn:\n%s", want, said)
				}
				rest = after
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
