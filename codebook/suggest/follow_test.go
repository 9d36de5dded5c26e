package suggest_test

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
	"fangtan/store/storetest"
)

// shelf is a study with its texts and journal.
type shelf struct {
	storetest.Maker
	p       *codebook.Project
	texts   map[codebook.Hash]string
	journal []codebook.Action
}

func newShelf(t testing.TB) *shelf {
	s := &shelf{texts: map[codebook.Hash]string{}}
	s.p, _ = s.Empty()
	for _, op := range s.Found() {
		if err := s.do(op); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s *shelf) do(op codebook.Op) error {
	a, err := s.p.Do(op, s.Stamp())
	if err == nil {
		maps.Copy(s.texts, a.Patch.NewTexts)
		s.journal = append(s.journal, a)
	}
	return err
}

// undo takes the last action back.
func (s *shelf) undo() error {
	last := len(s.journal) - 1
	a := s.journal[last]
	s.journal = s.journal[:last]
	_, err := s.p.Revert(codebook.KindUndo, a.Header, a.Patch.Inverse(), s.Stamp())
	return err
}

func (s *shelf) text(n codebook.No) (string, error) {
	words, ok := s.texts[s.p.Transcript(n).Text]
	if !ok {
		return "", errors.New("no such text")
	}
	return words, nil
}

// answers asks about stretches of every transcript, for both coders.
func (s *shelf) answers(m *suggest.Model) (all [][]suggest.Suggestion) {
	for _, t := range s.p.Transcripts() {
		words, _ := s.text(t.No)
		for at := 0; at < len(words); at += 31 {
			q := suggest.Question{
				Passage: codebook.Passage{Transcript: t.No, Start: uint32(at), End: uint32(min(at+60, len(words)))},
				Coder:   codebook.No(1 + at%2), Own: at%3 == 0,
			}
			q.Text = words[q.Start:q.End]
			all = append(all, m.Suggest(q))
		}
	}
	return all
}

// same fails unless m, which followed, answers as a model made anew does.
func (s *shelf) same(t rapid.TB, m *suggest.Model, after string) {
	t.Helper()
	var anew suggest.Model
	for _, model := range []*suggest.Model{m, &anew} {
		if err := model.Follow(s.p.Snapshot(), s.text); err != nil {
			t.Fatal(err)
		}
	}
	if m.Passages() != anew.Passages() {
		t.Fatalf("after %s: %d passages known, anew %d", after, m.Passages(), anew.Passages())
	}
	got, want := s.answers(m), s.answers(&anew)
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("after %s: answer %d is %+v, anew %+v", after, i, got[i], want[i])
		}
	}
}

// A model that followed whatever was done answers as one made anew.
func TestFollowingIsAsGoodAsAnew(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newShelf(t)
		var m suggest.Model
		for range rapid.IntRange(1, 40).Draw(rt, "actions") {
			if len(s.journal) > 12 && rapid.IntRange(0, 4).Draw(rt, "undo") == 0 {
				if s.undo() == nil {
					s.same(rt, &m, "undo")
				}
				continue
			}
			op := storetest.RandomOp(rt, &s.Maker, s.p)
			if s.do(op) == nil {
				s.same(rt, &m, op.Kind())
			}
		}
	})
}

// manyLines is a study with a coding on each of so many lines of one transcript.
func manyLines(t testing.TB, lines int) (*shelf, codebook.No) {
	s := newShelf(t)
	if err := s.do(s.Transcript("多.txt", lines)); err != nil {
		t.Fatal(err)
	}
	n := s.p.Last().Transcripts
	op := &codebook.AddCodings{Transcript: n}
	for i, mark := range s.p.Cut(n).Sentences() {
		op.Rows = append(op.Rows, codebook.Coding{
			ID: s.ID(), Start: mark.Start, End: mark.End, StartCh: mark.StartCh, EndCh: mark.EndCh, Code: codebook.No(1 + i%2), Coder: 1,
		})
	}
	if err := s.do(op); err != nil {
		t.Fatal(err)
	}
	return s, n
}

// What is taken away in great numbers leaves no trace, and comes again with undo.
func TestFollowingWhatGoesInGreatNumbers(t *testing.T) {
	s, n := manyLines(t, 900)
	var m suggest.Model
	s.same(t, &m, "the start")
	for _, gone := range []int{1, 200, 400, 299} {
		if err := s.do(&codebook.RemoveCodings{Transcript: n, IDs: s.p.Codings(n).ID[:gone]}); err != nil {
			t.Fatal(err)
		}
		s.same(t, &m, fmt.Sprint("removal of ", gone))
	}
	for range 4 {
		if err := s.undo(); err != nil {
			t.Fatal(err)
		}
		s.same(t, &m, "undo")
	}
}

// A transcript with other words is taken in anew, and one whose text cannot be read when it can.
func TestFollowingOtherWords(t *testing.T) {
	s, n := manyLines(t, 20)
	var m suggest.Model
	s.same(t, &m, "the start")
	before := m.Passages()

	words := s.texts[s.p.Transcript(n).Text]
	rewrite := func(edition byte) *codebook.Transcript {
		row := *s.p.Transcript(n)
		row.Text = codebook.Hash{edition}
		s.p = s.p.Snapshot()
		codebook.Load(s.p).Transcript(&row, s.p.Cut(n))
		return &row
	}

	lost := rewrite(1)
	if err := m.Follow(s.p, s.text); err == nil || m.Passages() != before-20 {
		t.Errorf("without the text: %v, %d passages known, want an error and %d", err, m.Passages(), before-20)
	}
	s.texts[lost.Text] = "另一篇完全不同的话，" + words
	s.same(t, &m, "another text")
	s.texts[rewrite(2).Text] = words[:40] // shorter than the codings say
	s.same(t, &m, "a text that is too short")
	if m.Passages() >= before {
		t.Errorf("%d passages known of a text that ends before them", m.Passages())
	}
}
