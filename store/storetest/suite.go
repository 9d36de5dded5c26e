package storetest

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

// Run holds a store to all of it. open makes a store that keeps p as its action 1;
// it sees to it that the store is closed in the end.
func Run(t *testing.T, open func(t testing.TB, p *codebook.Project, founding codebook.Action) Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, opener)
	}{
		{"founding is action 1", founding},
		{"every kind of row comes back", rowsComeBack},
		{"several actions in one commit", severalActions},
		{"numbers are never used again", numbers},
		{"headers come newest first", headers},
		{"texts come back, also of what was removed", texts},
		{"undo and redo go over closing", undoRedo},
		{"random histories", histories},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open) })
	}
}

type opener = func(t testing.TB, p *codebook.Project, founding codebook.Action) Store

// begin opens a store of an empty study.
func begin(t testing.TB, open opener) (Store, *Maker) {
	t.Helper()
	m := &Maker{}
	p, a := m.Empty()
	return open(t, p, a), m
}

// study opens a store of a small study, an action for each of its ops.
func study(t testing.TB, open opener) (Store, *Maker) {
	t.Helper()
	s, m := begin(t, open)
	for _, op := range m.Found() {
		must(t, s, op, m)
	}
	return s, m
}

func must(t testing.TB, s Store, op codebook.Op, m *Maker) uint64 {
	t.Helper()
	no, err := Do(s, op, m.Stamp())
	if err != nil {
		t.Fatalf("%s: %v", op.Kind(), err)
	}
	return no
}

// Same fails the test if opening the store again changes anything, or if the
// study has a loose end.
func Same(t testing.TB, s Store) {
	t.Helper()
	before := Dump(s.Project())
	s.Reopen(t)
	Equal(t, before, Dump(s.Project()))
	if err := s.Project().Invariants(); err != nil {
		t.Fatal(err)
	}
}

// Equal compares two dumps and shows the first line that differs.
func Equal(t testing.TB, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d\nwant %s\ngot  %s", i+1, a[i], b[i])
		}
	}
	t.Fatalf("%d lines, want %d", len(b), len(a))
}

func founding(t *testing.T, open opener) {
	s, _ := begin(t, open)
	hs, err := s.Headers(0, 10)
	if err != nil || len(hs) != 1 || hs[0].Kind != codebook.KindNew || hs[0].No != 1 || s.LastAction() != 1 {
		t.Fatalf("headers %+v, last %d, %v", hs, s.LastAction(), err)
	}
	if !slices.Equal(hs[0].Args, []string{"研究"}) || hs[0].Copy != s.Project().Copy {
		t.Fatalf("header %+v", hs[0])
	}
	Same(t, s)
}

func rowsComeBack(t *testing.T, open opener) {
	s, m := begin(t, open)
	for _, op := range m.Found() {
		must(t, s, op, m)
		Same(t, s)
	}
}

func severalActions(t *testing.T, open opener) {
	s, m := begin(t, open)
	var actions []codebook.Action
	for _, op := range m.Found() {
		a, err := s.Project().Do(op, m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		actions = append(actions, a)
	}
	nos, err := s.Commit(actions...)
	if err != nil || len(nos) != len(actions) || nos[0] != 2 || nos[len(nos)-1] != s.LastAction() {
		t.Fatalf("numbers %v, last %d, %v", nos, s.LastAction(), err)
	}
	Same(t, s)
	hs, err := s.Headers(0, len(actions))
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range hs {
		if want := actions[len(actions)-1-i]; h.ID != want.ID || h.Kind != want.Kind || !slices.Equal(h.Args, want.Args) {
			t.Fatalf("entry %d is %+v, want %+v", h.No, h, want.Header)
		}
	}
}

func numbers(t *testing.T, open opener) {
	s, m := study(t, open)
	must(t, s, &codebook.RemoveCodes{Codes: []codebook.No{4}}, m)
	must(t, s, &codebook.RemoveTranscripts{Transcripts: []codebook.No{2}}, m)
	s.Reopen(t)
	must(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "新"}}, m)
	must(t, s, m.Transcript("c.txt", 3), m)
	if p := s.Project(); p.Code(4) != nil || p.Code(5) == nil || p.Transcript(2) != nil || p.Transcript(3) == nil {
		t.Fatalf("numbers were used again: %+v", p.Last())
	}
	Same(t, s)
}

func headers(t *testing.T, open opener) {
	s, _ := study(t, open)
	last := s.LastAction()
	for _, c := range []struct {
		from  uint64
		limit int
		want  []uint64
	}{
		{0, 2, []uint64{last, last - 1}},
		{3, 2, []uint64{3, 2}},
		{2, 9, []uint64{2, 1}},
		{last + 9, 1, []uint64{last}},
		{0, 0, nil},
	} {
		hs, err := s.Headers(c.from, c.limit)
		var got []uint64
		for _, h := range hs {
			got = append(got, h.No)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("from %d, limit %d: %v %v, want %v", c.from, c.limit, got, err, c.want)
		}
	}
}

func texts(t *testing.T, open opener) {
	s, m := study(t, open)
	h := s.Project().Transcript(2).Text
	must(t, s, &codebook.RemoveTranscripts{Transcripts: []codebook.No{2}}, m)
	s.Reopen(t)
	if text, err := s.Text(h); err != nil || len(text) != 30*19 {
		t.Fatalf("text of %d bytes, %v", len(text), err)
	}
	if _, err := s.Text(codebook.Hash{1}); err == nil {
		t.Fatal("a text that is not there was given")
	}
}

func undoRedo(t *testing.T, open opener) {
	s, m := study(t, open)
	must(t, s, &codebook.MergeCodes{From: []codebook.No{2}, Into: 1}, m)
	must(t, s, &codebook.RemoveTranscripts{Transcripts: []codebook.No{1}}, m)
	thereAndBack(t, s, m)
}

// thereAndBack undoes everything, redoes everything, and compares both ends.
func thereAndBack(t testing.TB, s Store, m *Maker) {
	t.Helper()
	all(t, s, m, Redo) // what a history left undone
	end := Dump(s.Project())
	steps := all(t, s, m, Undo)
	if p := s.Project(); p.CodingCount()+p.CodeCount()+len(p.Transcripts())+len(p.Coders())+len(p.Memos()) != 0 {
		t.Fatalf("undone, the study holds\n%s", Dump(p))
	}
	Same(t, s)
	if again := all(t, s, m, Redo); again != steps {
		t.Fatalf("%d undone, %d redone", steps, again)
	}
	Equal(t, end, Dump(s.Project()))
	Same(t, s)
}

func all(t testing.TB, s Store, m *Maker, step func(Store, codebook.Stamp) (bool, error)) (steps int) {
	t.Helper()
	for {
		more, err := step(s, m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			return steps
		}
		steps++
	}
}

func histories(t *testing.T, open opener) {
	rapid.Check(t, func(rt *rapid.T) {
		s, m := study(t, open)
		for range rapid.IntRange(1, 60).Draw(rt, "actions") {
			step(t, rt, s, m)
		}
		Same(t, s)
		thereAndBack(t, s, m)
	})
}

// step does an op, or now and then takes one back, brings one again or opens the
// store again. What the study refuses is no fault.
func step(tb testing.TB, t *rapid.T, s Store, m *Maker) {
	var err error
	switch rapid.IntRange(0, 19).Draw(t, "step") {
	case 0:
		_, err = Undo(s, m.Stamp())
	case 1:
		_, err = Redo(s, m.Stamp())
	case 2:
		s.Reopen(tb)
	default:
		a, refused := s.Project().Do(RandomOp(t, m, s.Project()), m.Stamp())
		if refused == nil {
			_, err = s.Commit(a)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Project().Invariants(); err != nil {
		t.Fatal(err)
	}
}
