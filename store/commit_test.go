package store

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/storetest"
)

// describe tells the parts of a commit's error that callers rely on.
func describe(err error) string {
	var c *CommitError
	if !errors.As(err, &c) {
		return fmt.Sprintf("other error %v", err)
	}
	return fmt.Sprintf("full %v, saved %d, known %v", errors.Is(err, ErrFull), len(c.Saved), c.Unknown == nil)
}

// fillUp commits until the store refuses, and gives that error. The study in
// memory is then as before the last action.
func fillUp(t *testing.T, s *tested, m *storetest.Maker) error {
	t.Helper()
	for i := 0; ; i++ {
		a, err := s.Project().Do(m.Transcript(fmt.Sprintf("%d.txt", i), 2000), m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		_, failed := s.Commit(a)
		if failed == nil {
			continue
		}
		if err := s.Project().Retract(&a); err != nil {
			t.Fatal(err)
		}
		return failed
	}
}

func TestFullByMaxSize(t *testing.T) {
	s, m := newStudy(t)
	s.Close()
	f, err := Open(s.path, Options{Clock: testClock, MaxSize: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	s.File = f
	before := f.db
	if got := describe(fillUp(t, s, m)); got != "full true, saved 0, known true" {
		t.Fatal(got)
	}
	if f.db == before {
		t.Error("the database was not opened again after an error of the disk")
	}
	storetest.Same(t, s)
	do(t, s, m.Transcript("more room.txt", 3000), m)
}

func TestReplacedFile(t *testing.T) {
	s, m := newStudy(t)
	copied, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "晚"}}, m)
	if err := os.Remove(s.path); err != nil {
		t.Fatal(err)
	}
	write(t, s.path, copied)
	a, err := s.Project().Do(&codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "更晚"}}, m.Stamp())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(a); !errors.Is(err, ErrReplaced) {
		t.Fatalf("error %v", err)
	}
	if after, err := os.ReadFile(s.path); err != nil || string(after) != string(copied) {
		t.Fatalf("the other program's file was changed, %v", err)
	}
	rescued, err := s.Rescue()
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, rescued)
	defer f.Close()
	if f.LastAction() != s.LastAction() || f.Project().Code(5) == nil {
		t.Fatalf("rescued up to %d, want %d", f.LastAction(), s.LastAction())
	}
}

func TestCommitRefuses(t *testing.T) {
	s, m := newStudy(t)
	last := s.LastAction()
	stranger := codebook.Coding{ID: m.ID(), Start: 1, End: 2, Code: 1, Coder: 1}
	op := m.Transcript("c.txt", 3)
	var backwards codebook.Cut = &codebook.HeldCut{Cut: text.Cut{Sentences: []text.Mark{{Start: 2, End: 1}}}}
	for _, c := range []struct {
		name  string
		patch codebook.Patch
		want  error
	}{
		{"a coding out that is not there", codebook.Patch{Codings: []codebook.CodingsChange{{Transcript: 1, Out: []codebook.Coding{stranger}}}}, ErrDiverged},
		{"a row out that is not there", codebook.Patch{Codes: []codebook.Change[codebook.Code]{{No: 77, Old: &codebook.Code{No: 77}}}}, ErrDiverged},
		{"a row in that is there", codebook.Patch{Codes: []codebook.Change[codebook.Code]{{No: 1, New: &codebook.Code{No: 1}}}}, ErrDiverged},
		{"a text under another name", codebook.Patch{NewTexts: map[codebook.Hash]string{{1}: "访谈"}}, errText},
		{"a cut that goes back", codebook.Patch{Cuts: []codebook.Change[codebook.Cut]{{No: 3, New: &backwards}}}, errBack},
		{"a transcript without its text", codebook.Patch{Transcripts: []codebook.Change[codebook.Transcript]{{No: 3, New: &op.Row}}}, ErrNoText},
	} {
		good := codebook.Action{Header: codebook.Header{ID: m.ID(), Kind: "good"}}
		bad := codebook.Action{Header: codebook.Header{ID: m.ID(), Kind: "bad"}, Patch: c.patch}
		if nos, err := s.Commit(good, bad); !errors.Is(err, c.want) || nos != nil {
			t.Errorf("%s: %v, %v", c.name, nos, err)
		}
	}
	if s.LastAction() != last {
		t.Errorf("last action %d, was %d", s.LastAction(), last)
	}
	do(t, s, op, m)
	storetest.Same(t, s)
}

// An action that reached the disk although the disk complained is found there.
func TestOutcomeFindsWhatWasSaved(t *testing.T) {
	s, m := newStudy(t)
	var actions []codebook.Action
	for _, name := range []string{"一", "二"} {
		a, err := s.Project().Do(&codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: name}}, m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		actions = append(actions, a)
	}
	if out := s.outcome(actions); len(out.Saved) != 0 || out.Unknown != nil {
		t.Fatalf("before: %+v", out)
	}
	if _, err := s.Commit(actions...); err != nil {
		t.Fatal(err)
	}
	out := s.outcome(actions)
	if len(out.Saved) != 2 || out.Saved[0] != actions[0].ID || out.Saved[1] != actions[1].ID || out.Unknown != nil {
		t.Fatalf("after: %+v", out)
	}
}

func TestFaultIsAnError(t *testing.T) {
	s, m := newStudy(t)
	err := s.write(func(*writer) error { panic("as a fault of the map would") })
	var fault *faultError
	if !errors.As(err, &fault) {
		t.Fatalf("error %v", err)
	}
	a := codebook.Action{Header: codebook.Header{ID: m.ID()}}
	if _, err := s.Commit(a); !errors.Is(err, ErrBroken) {
		t.Fatalf("after the fault: %v", err)
	}
	if text, err := s.Text(s.Project().Transcript(1).Text); err != nil || text == "" {
		t.Fatalf("reading after the fault: %v", err)
	}
}
