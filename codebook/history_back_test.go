package codebook_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

// turn does something random: an op, and now and then an undo, a redo or a rewind.
func turn(rt *rapid.T, s *study) {
	switch rapid.IntRange(0, 15).Draw(rt, "turn") {
	case 0:
		s.undo()
	case 1:
		s.redo()
	case 2:
		s.rewind(uint64(rapid.IntRange(0, len(s.journal)).Draw(rt, "to")))
	default:
		_ = s.try(randomOp(rt, s)) // what is refused changes nothing
	}
}

// rewind goes back to an action, if anything was done since.
func (s *study) rewind(to uint64) {
	s.t.Helper()
	err := s.try(&codebook.Rewind{To: to, Actions: len(s.journal) - int(to), Patch: s.since(to)})
	if err != nil && !errors.Is(err, codebook.ErrNothing) {
		s.t.Fatalf("back to %d: %v", to, err)
	}
}

// since is what all actions after one changed together.
func (s *study) since(to uint64) codebook.Patch {
	var sum codebook.Sum
	for _, a := range s.journal[to:] {
		sum.Add(&a.Patch)
	}
	return sum.Patch()
}

// TestTwoHundredActions: as many undos as actions give back the same project byte
// for byte, and redos give the end state again.
func TestTwoHundredActions(t *testing.T) {
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		if runs++; runs > 12 { // each takes long enough
			return
		}
		s := newStudy(t)
		furnish(s)
		s.journal, s.history = nil, codebook.NewHistory(s.p.Copy)
		start := s.dump()
		done := 0
		for tries := 0; done < 200 && tries < 2000; tries++ {
			if s.try(randomOp(rt, s)) == nil {
				done++
			}
		}
		end := s.dump()
		for range done {
			if !s.undo() {
				rt.Fatal("nothing to undo before all was undone")
			}
		}
		if got := s.dump(); got != start {
			rt.Fatalf("undo of all does not give back the start:\n%s", firstDifference(start, got))
		}
		for s.redo() {
		}
		if got := s.dump(); got != end {
			rt.Fatalf("redo of all does not give the end:\n%s", firstDifference(end, got))
		}
	})
}

// TestStandAtEveryPoint: the study as it stood after any action is the study that
// there was then, whatever was done, undone and gone back to since.
func TestStandAtEveryPoint(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newStudy(t)
		furnish(s)
		s.journal, s.history = nil, codebook.NewHistory(s.p.Copy)
		dumps := []string{s.dump()}
		for range rapid.IntRange(1, 40).Draw(rt, "turns") {
			turn(rt, s)
			if len(s.journal) == len(dumps) {
				dumps = append(dumps, s.dump())
			}
		}
		now := s.p
		for to, want := range dumps {
			s.p = now.Snapshot()
			since := s.since(uint64(to))
			if err := s.p.Stand(&since); err != nil {
				rt.Fatalf("as of %d: %v", to, err)
			}
			if got := s.dump(); got != want {
				rt.Fatalf("as of %d:\n%s", to, firstDifference(want, got))
			}
		}
		s.p = now
	})
}

func TestRewindIsOneAction(t *testing.T) {
	s := furnished(t)
	point := uint64(len(s.journal))
	before := s.dump()
	n := s.code(0, "Q", "新编码")
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, n, 1, 0, 3), s.coding(body, 2, 1, 3, 9)}})
	s.must(&codebook.RemoveTranscripts{Transcripts: []codebook.No{2}})
	after := s.dump()
	x := new(s.since(point)).Extent()
	if x.Codes != (codebook.Moves{In: 1}) || x.Codings != (codebook.Moves{In: 2}) || x.Transcripts != (codebook.Moves{Out: 1}) {
		t.Errorf("since then %+v", x)
	}
	s.rewind(point)
	if got := s.dump(); got != before {
		t.Errorf("not as it was:\n%s", firstDifference(before, got))
	}
	if h := s.journal[len(s.journal)-1].Header; h.Kind != codebook.KindRewind || !slices.Equal(h.Args, []string{itoa(int(point)), "3"}) {
		t.Errorf("journal says %s %v", h.Kind, h.Args)
	}
	s.undo()
	if got := s.dump(); got != after {
		t.Errorf("one undo does not bring all again:\n%s", firstDifference(after, got))
	}
	s.redo()
	if got := s.dump(); got != before {
		t.Errorf("redo does not go back again:\n%s", firstDifference(before, got))
	}
}

func TestRewindOfAnotherStudyIsRefused(t *testing.T) {
	s := furnished(t)
	point := uint64(len(s.journal))
	s.code(0, "Q", "新编码")
	since := s.since(point)
	s.undo()
	before := s.dump()
	if err := s.try(&codebook.Rewind{To: point, Actions: 1, Patch: since}); !errors.Is(err, codebook.ErrChanged) {
		t.Errorf("gives %v", err)
	}
	if got := s.dump(); got != before {
		t.Error(firstDifference(before, got))
	}
}

// fated writes what became of actions: "-" stands, "u" undone, "r" redone.
func fated(headers []codebook.Header) string {
	var b strings.Builder
	for _, f := range codebook.Fates(headers) {
		b.WriteByte("-ur"[f.Standing])
	}
	return b.String()
}

func TestFates(t *testing.T) {
	did := codebook.Header{Kind: "code.add"}
	undo := func(n uint64) codebook.Header { return codebook.Header{Kind: codebook.KindUndo, Reverses: n} }
	redo := func(n uint64) codebook.Header { return codebook.Header{Kind: codebook.KindRedo, Reverses: n} }
	back := func(to string) codebook.Header {
		return codebook.Header{Kind: codebook.KindRewind, Args: []string{to, "0"}}
	}
	for _, c := range []struct {
		journal  []codebook.Header
		want     string
		undoable []uint64
	}{
		{nil, "", nil},
		{[]codebook.Header{did, did}, "--", []uint64{1, 2}},
		{[]codebook.Header{did, did, undo(2)}, "-u-", []uint64{1}},
		{[]codebook.Header{did, did, undo(2), redo(3)}, "-r--", []uint64{1, 2}},
		{[]codebook.Header{did, did, undo(2), redo(3), undo(2)}, "-u---", []uint64{1}},
		{[]codebook.Header{did, did, did, back("1")}, "-uu-", []uint64{1, 4}},
		{[]codebook.Header{did, did, did, back("1"), undo(4)}, "---u-", []uint64{1, 2, 3}},
		{[]codebook.Header{did, did, did, back("1"), undo(4), redo(5)}, "-uur--", []uint64{1, 4}},
		{[]codebook.Header{did, undo(1), did, back("1")}, "-uu-", []uint64{1, 4}},
		{[]codebook.Header{did, undo(1), did, back("1"), undo(4)}, "u--u-", []uint64{3}},
		{[]codebook.Header{did, did, back("1"), did, back("2"), undo(5)}, "-u--u-", []uint64{1, 3, 4}},
		{[]codebook.Header{did, did, back("1"), did, back("2")}, "--uu-", []uint64{1, 2, 5}},
		{[]codebook.Header{did, undo(7), back("9"), back("x"), {Kind: codebook.KindRewind}}, "-----", nil},
	} {
		history := codebook.NewHistory(codebook.ID{})
		var headers []codebook.Header
		for i, h := range c.journal {
			h.No = uint64(i + 1)
			headers = append(headers, h)
			history.Push(h)
		}
		if got := fated(headers); got != c.want {
			t.Errorf("%+v: %s, want %s", c.journal, got, c.want)
		}
		var undoable []uint64
		for n := range uint64(len(headers)) {
			if history.Undoable(n + 1) {
				undoable = append(undoable, n+1)
			}
		}
		if c.undoable != nil && !slices.Equal(undoable, c.undoable) {
			t.Errorf("%+v: undoable %d, want %d", c.journal, undoable, c.undoable)
		}
	}
}

// TestRestore: what was removed comes back alone, or what is in its place is named.
func TestRestore(t *testing.T) {
	coded := func(s *study) {
		s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 3, 1, 0, 3)}})
	}
	pinned := func(s *study, n codebook.No, pin string) {
		row := *s.p.Code(n)
		row.Pin = pin
		s.must(&codebook.PutCode{Row: row})
	}
	for _, c := range []struct {
		name    string
		prepare func(*study)
		remove  func(*study) codebook.Op
		since   func(*study)
		want    error
	}{
		{"a code with its coding", coded, func(*study) codebook.Op { return &codebook.RemoveCodes{Codes: []codebook.No{3}} }, nil, nil},
		{
			"a code whose name was taken", coded,
			func(*study) codebook.Op { return &codebook.RemoveCodes{Codes: []codebook.No{3}} },
			func(s *study) { s.code(1, "P9", "政策内容") }, codebook.ErrSameName,
		},
		{
			"a code whose key was taken", func(s *study) { pinned(s, 3, "4") },
			func(*study) codebook.Op { return &codebook.RemoveCodes{Codes: []codebook.No{3}} },
			func(s *study) { pinned(s, 2, "4") }, codebook.ErrPinTaken,
		},
		{
			"a code whose parent is gone", coded,
			func(*study) codebook.Op { return &codebook.RemoveCodes{Codes: []codebook.No{3}} },
			func(s *study) { s.must(&codebook.RemoveCodes{Codes: []codebook.No{1}}) }, codebook.ErrInUse,
		},
		{
			"a coding made again", coded,
			func(s *study) codebook.Op {
				return &codebook.RemoveCodings{Transcript: 1, IDs: []codebook.ID{s.p.Codings(1).ID[0]}}
			},
			coded, codebook.ErrExists,
		},
		{
			"a transcript brought in again", coded,
			func(*study) codebook.Op { return &codebook.RemoveTranscripts{Transcripts: []codebook.No{1}} },
			func(s *study) { s.transcript("又.txt", 1, body) }, codebook.ErrDuplicate,
		},
		{
			"a coder whose name was taken", func(*study) {},
			func(*study) codebook.Op { return &codebook.RemoveCoder{Coder: 2} },
			func(s *study) { s.coder("小陈") }, codebook.ErrExists,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := furnished(t)
			c.prepare(s)
			s.must(c.remove(s))
			removal := s.journal[len(s.journal)-1]
			s.code(4, "I1", "别的")
			if c.since != nil {
				c.since(s)
			}
			before := s.dump()
			a, err := s.p.Restore(removal.Header, removal.Patch, s.stamp())
			if !errors.Is(err, c.want) {
				t.Fatalf("gives %v, want %v", err, c.want)
			}
			if err != nil {
				if got := s.dump(); got != before {
					t.Errorf("the refusal changed something:\n%s", firstDifference(before, got))
				}
				return
			}
			s.take(a)
			if a.Kind != codebook.KindUndo || a.Reverses != removal.No || s.p.Code(3) == nil || s.p.CodingCount() != 1 || s.p.Code(5) == nil {
				t.Errorf("%s of %d left %d codings", a.Kind, a.Reverses, s.p.CodingCount())
			}
		})
	}
}
