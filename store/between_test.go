package store

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// stood opens a file for reading as it stood after an action and gives its dump.
func stood(t *testing.T, path string, no uint64) string {
	t.Helper()
	f, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.StandAt(no); err != nil {
		t.Fatalf("as of %d: %v", no, err)
	}
	if f.LastAction() != no {
		t.Errorf("the journal ends with %d, want %d", f.LastAction(), no)
	}
	if err := f.Project().Invariants(); err != nil {
		t.Errorf("as of %d: %v", no, err)
	}
	return storetest.Dump(f.Project())
}

// rewind goes back to an action and gives the number of the action that does it.
func rewind(t testing.TB, s *tested, m *storetest.Maker, to uint64) uint64 {
	t.Helper()
	since, err := s.Between(to, s.LastAction())
	if err != nil {
		t.Fatal(err)
	}
	return do(t, s, &codebook.Rewind{To: to, Actions: int(s.LastAction() - to), Patch: since}, m)
}

// randomly does so many random actions, and gives what the study was after each.
func randomly(t *testing.T, rt *rapid.T, s *tested, m *storetest.Maker, actions int) map[uint64]string {
	dumps := map[uint64]string{s.LastAction(): storetest.Dump(s.Project())}
	for tries := 0; len(dumps) <= actions && tries < 20*actions; tries++ {
		a, err := s.Project().Do(storetest.RandomOp(rt, m, s.Project()), m.Stamp())
		if err != nil {
			continue
		}
		if _, err := s.Commit(a); err != nil {
			t.Fatal(err)
		}
		dumps[s.LastAction()] = storetest.Dump(s.Project())
	}
	return dumps
}

// TestTwoHundredActions: on the disk, over closing, as many undos as actions give
// back the same study, redos the end state, and every point can be looked at.
func TestTwoHundredActions(t *testing.T) {
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		if runs++; runs > 2 { // each writes some hundreds of transactions
			return
		}
		s, m := newStudy(t)
		first := s.LastAction()
		start := storetest.Dump(s.Project())
		dumps := randomly(t, rt, s, m, 200)
		last := s.LastAction()
		end := storetest.Dump(s.Project())
		for no := last; no > first; no-- {
			if _, err := storetest.Undo(s, m.Stamp()); err != nil {
				t.Fatal(err)
			}
		}
		storetest.Equal(t, start, storetest.Dump(s.Project()))
		storetest.Same(t, s)
		for range last - first {
			if _, err := storetest.Redo(s, m.Stamp()); err != nil {
				t.Fatal(err)
			}
		}
		storetest.Equal(t, end, storetest.Dump(s.Project()))
		point := first + (last-first)/2
		rewind(t, s, m, point)
		storetest.Equal(t, dumps[point], storetest.Dump(s.Project()))
		storetest.Same(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for no := first; no <= last; no += 7 {
			storetest.Equal(t, dumps[no], stood(t, s.path, no))
		}
	})
}

func TestStandAtRefuses(t *testing.T) {
	s, m := newStudy(t)
	no := do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "姓名"}}, m)
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "另"}}, m)
	if err := s.StandAt(no); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a file that is written: %v", err)
	}
	purge(t, s, no)
	s.Close()
	f, err := Open(s.path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for want, nos := range map[error][]uint64{ErrNoAction: {0, no + 2}, ErrPurged: {1, no - 1}} {
		for _, n := range nos {
			if err := f.StandAt(n); !errors.Is(err, want) {
				t.Errorf("as of %d: %v, want %v", n, err, want)
			}
		}
	}
	if err := f.StandAt(no); err != nil {
		t.Errorf("after what was purged: %v", err)
	}
}

func TestBetween(t *testing.T) {
	s, m := newStudy(t)
	first := s.LastAction()
	for range 3 {
		do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: m.ID().String()}}, m)
	}
	for _, c := range []struct{ after, upTo, codes uint64 }{{first, first, 0}, {first, first + 2, 2}, {first + 2, first + 3, 1}} {
		q, err := s.Between(c.after, c.upTo)
		if err != nil || len(q.Codes) != int(c.codes) {
			t.Errorf("%d to %d: %d codes, %v", c.after, c.upTo, len(q.Codes), err)
		}
	}
	for _, c := range [][2]uint64{{first, first + 4}, {first + 2, first + 1}} {
		if _, err := s.Between(c[0], c[1]); !errors.Is(err, ErrNoAction) {
			t.Errorf("%d to %d: %v", c[0], c[1], err)
		}
	}
}

// A rewind stands in the way of what it took back.
func TestInTheWayOfWhatWasRewound(t *testing.T) {
	s, m := newStudy(t)
	point := s.LastAction()
	made := do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "新"}}, m)
	row := *s.Project().Code(s.Project().Last().Codes)
	row.Definition = "。"
	do(t, s, &codebook.PutCode{Row: row}, m)
	back := rewind(t, s, m, point)
	h, found, err := s.InTheWay(made, s.Project())
	if err != nil || !found || h.No != back {
		t.Errorf("in the way is %d, %v, %v, want %d", h.No, found, err, back)
	}
}

func TestManyHeaders(t *testing.T) {
	s, m := newStudy(t)
	for range 40 {
		do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: m.ID().String()}}, m)
	}
	last := s.LastAction()
	var one []uint64
	for no := last; no > 0; no-- {
		hs, err := s.Headers(no, 1)
		if err != nil || len(hs) != 1 {
			t.Fatal(hs, err)
		}
		one = append(one, hs[0].No)
	}
	for _, c := range []struct {
		from, first uint64
		limit       int
	}{{0, last, 1000}, {last, last, 17}, {20, 20, 19}, {20, 20, 20}, {20, 20, 21}} {
		hs, err := s.Headers(c.from, c.limit)
		var nos []uint64
		for _, h := range hs {
			nos = append(nos, h.No)
		}
		skip := int(last - c.first)
		if want := one[skip:min(len(one), skip+c.limit)]; err != nil || !slices.Equal(nos, want) {
			t.Errorf("from %d, %d: %v %v, want %v", c.from, c.limit, nos, err, want)
		}
	}
}
