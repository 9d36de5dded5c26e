package tally_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

func randomColumns(t *rapid.T, p *codebook.Project) tally.Columns {
	switch rapid.IntRange(0, 3).Draw(t, "by") {
	case 0:
		return tally.ByTranscript(p)
	case 1:
		return tally.BySpeaker(p)
	case 2:
		return tally.ByAttribute(p, p.Attribute(1))
	}
	return tally.ByGroup(p)
}

func TestFrequencyIsThatOfItsTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStudy(t)
		f, unit, by, rollup := randomFilter(t), randomUnit(t), randomColumns(t, s.p), rapid.Bool().Draw(t, "rollup")
		got, want := tally.FrequencyOf(s.p, f, by, unit, rollup), twinOf(s, f)
		if got.Stored != want.stored || got.Outside != want.outside || got.United != want.united() {
			t.Fatalf("stored %d, outside %d, united %d; want %d, %d, %d",
				got.Stored, got.Outside, got.United, want.stored, want.outside, want.united())
		}
		heads := append(slices.Clone(got.Columns.Heads), total)
		if none := want.column(by.By, tally.NoneHead); len(none) > 0 && !slices.Contains(heads, tally.NoneHead) {
			t.Fatal("no column for what has none")
		}
		for i, head := range heads {
			column := i
			if head == total {
				column = tally.Total
			}
			chars := want.column(by.By, head)
			if b := want.base(chars, unit, rollup); got.BaseOf(column) != b {
				t.Fatalf("base of %s: %+v, want %+v", head, got.BaseOf(column), b)
			}
			for r, code := range got.Codes {
				if c := want.cell(code, chars, unit, rollup); got.Cell(r, column) != c {
					t.Fatalf("%s in %s: %+v, want %+v", s.p.Code(code).NameZh, head, got.Cell(r, column), c)
				}
				checkMeasures(t, got, r, column)
				checkBehind(t, s, f, by, got, want, r, column, chars)
			}
		}
	})
}

// checkBehind compares the passages behind a cell with the codings that share a
// character with it.
func checkBehind(t *rapid.T, s *study, f tally.Filter, by tally.Columns, got *tally.Frequency, w *twin, r, column int, chars charSet) {
	var ids []codebook.ID
	for _, text := range w.texts {
		for _, m := range w.marks[text.No] {
			mine := m.Code == got.Codes[r] || got.Rollup && w.p.Tree().Under(m.Code, got.Codes[r])
			if mine && len(meet(m.chars, chars)) > 0 {
				ids = append(ids, m.ID)
			}
		}
	}
	behind := tally.Behind(s.p, f, by, got.Rollup, got.Codes[r], column)
	if !slices.EqualFunc(behind, ids, func(e codebook.Excerpt, id codebook.ID) bool { return e.Coding == id }) {
		t.Fatalf("behind row %d, column %d: %v, want %v", r, column, behind, ids)
	}
}

// checkMeasures computes every measure from the counts by its formula.
func checkMeasures(t *rapid.T, f *tally.Frequency, r, c int) {
	var n, row, column float64
	for k := range f.Bases {
		for i := range f.Codes {
			if f.Rollup && f.Level[i] != f.Level[r] {
				continue
			}
			o := float64(f.Cells[i][k].Codings)
			n += o
			if i == r {
				row += o
			}
			if k == c {
				column += o
			}
		}
	}
	ofTotal := column
	if c == tally.Total {
		for i := range f.Codes {
			if !f.Rollup || f.Level[i] == f.Level[r] {
				ofTotal += float64(f.Totals[i].Codings)
			}
		}
	}
	cell, base := f.Cell(r, c), f.BaseOf(c)
	o, e := float64(cell.Codings), row*column/n
	for m, want := range map[tally.Measure]float64{
		tally.Codings: o, tally.Transcripts: float64(cell.Transcripts), tally.Units: float64(cell.Units), tally.Voices: float64(cell.Voices),
		tally.TranscriptsShare: float64(cell.Transcripts) / float64(base.Transcripts),
		tally.Coverage:         float64(cell.Characters) / float64(base.Characters),
		tally.Rate:             o / float64(base.Characters) * 1000,
		tally.RowShare:         o / float64(f.Totals[r].Codings), tally.ColShare: o / ofTotal,
		tally.TopVoiceShare: float64(cell.TopVoice) / o,
		tally.Residual:      (o - e) / math.Sqrt(e*(1-row/n)*(1-column/n)),
	} {
		undefined := math.IsNaN(want) || math.IsInf(want, 0) || m == tally.Residual && c == tally.Total
		got, why := f.Value(m, r, c)
		if undefined != (why != tally.Defined) || !undefined && math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v of row %d, column %d: %v %q, want %v", m, r, c, got, why, want)
		}
	}
}

func TestCooccurrenceIsThatOfItsTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStudy(t)
		f := randomFilter(t)
		o := tally.CoocOptions{
			Unit: randomUnit(t), SameCoder: rapid.Bool().Draw(t, "same coder"),
			ByDimension: rapid.Bool().Draw(t, "by dimension"), Rollup: rapid.Bool().Draw(t, "rollup"),
		}
		got, w := tally.CooccurrenceOf(s.p, f, o), twinOf(s, f)
		want := w.cooccurrence(o)
		if got.Units != want.units || got.Stored != w.stored || got.Outside != w.outside {
			t.Fatalf("%d units, %d stored, %d outside; want %d, %d, %d", got.Units, got.Stored, got.Outside, want.units, w.stored, w.outside)
		}
		met := 0
		for i, a := range s.p.Tree().Order {
			for _, b := range s.p.Tree().Order[i:] {
				if checkPair(t, s, f, o, got, want, a, b) {
					met++
				}
			}
		}
		checkOrder(t, s, got.Pairs(), met)
	})
}

// checkPair compares the figures of two codes and says whether they meet.
func checkPair(t *rapid.T, s *study, f tally.Filter, o tally.CoocOptions, got *tally.Cooccurrence, want meetings, a, b codebook.No) bool {
	tree := s.p.Tree()
	q, ok := got.Pair(b, a)
	if apart := tree.Under(b, a) || o.ByDimension && tree.Depth[a]+tree.Depth[b] > 0; ok == apart {
		t.Fatalf("%d and %d: a pair is %v", a, b, ok)
	}
	if !ok {
		return false
	}
	k := codePair{a, b}
	if w := (tally.Pair{A: a, B: b, N: want.n[k], NA: want.of[a], NB: want.of[b], Pairs: want.pairs[k]}); q != w {
		t.Fatalf("%+v, want %+v", q, w)
	}
	behind := len(tally.BehindPair(s.p, f, o, a, b))
	if behind > q.N || behind != q.N && o.Unit.Kind != tally.Character || behind == 0 && q.N > 0 {
		t.Fatalf("%+v has %d passages behind it", q, behind)
	}
	n, na, nb := float64(q.N), float64(q.NA), float64(q.NB)
	for name, figure := range map[string]func() (float64, tally.Undefined){"c": q.C, "b|a": q.BGivenA, "a|b": q.AGivenB,
		"lift": func() (float64, tally.Undefined) { return q.Lift(got.Units) }} {
		want := map[string]float64{"c": n / (na + nb - n), "b|a": n / na, "a|b": n / nb, "lift": n * float64(got.Units) / (na * nb)}[name]
		v, why := figure()
		if math.IsNaN(want) != (why != tally.Defined) || why == tally.Defined && math.Abs(v-want) > 1e-9 {
			t.Fatalf("%s of %+v: %v %q, want %v", name, q, v, why, want)
		}
	}
	return q.N > 0 || q.Pairs > 0
}

func checkOrder(t *rapid.T, s *study, pairs []tally.Pair, met int) {
	place := s.p.Tree().Place
	sorted := slices.IsSortedFunc(pairs, func(a, b tally.Pair) int {
		return slices.Compare([]int{-a.N, place[a.A], place[a.B]}, []int{-b.N, place[b.A], place[b.B]})
	})
	if !sorted || len(pairs) != met {
		t.Fatalf("%d pairs, sorted %v; want %d: %+v", len(pairs), sorted, met, pairs)
	}
}

func TestTensionIsThatOfItsTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStudy(t)
		f, unit := randomFilter(t), randomUnit(t)
		got := tally.TensionOf(s.p, f, unit)
		if len(got.Pairs) != 3 {
			t.Fatalf("%d pairs of 2 components", len(got.Pairs))
		}
		for i, head := range append(slices.Clone(got.Heads), total) {
			one := f
			if head != total {
				one.Groups = []codebook.No{got.Groups[i]}
				if len(f.Groups) > 0 && !slices.Contains(f.Groups, got.Groups[i]) {
					one.Transcripts = []codebook.No{1 << 20} // nothing
				}
			}
			w := twinOf(s, one)
			for _, q := range got.Pairs {
				cell := q.Total
				if head != total {
					cell = q.Cells[i]
				}
				checkTension(t, w, unit, q, cell, head)
			}
		}
	})
}

func checkTension(t *rapid.T, w *twin, unit tally.Unit, q tally.TensionPair, got tally.TensionCell, head string) {
	want := w.tension(unit, q.A, q.B)
	said := w.cell(q.Code, w.scope, unit, true)
	if q.Code == 0 {
		said = tally.Cell{}
	}
	want.Codings, want.Voices, want.Chars = said.Codings, said.Voices, len(w.scope)
	if got != want {
		t.Fatalf("%d and %d in %s: %+v, want %+v", q.A, q.B, head, got, want)
	}
	c, why := got.C(q.A == q.B)
	if union := got.NA + got.NB - got.Met; (why == tally.Defined) != (q.A != q.B && union > 0) ||
		why == tally.Defined && c != float64(got.Met)/float64(union) {
		t.Fatalf("c of %+v: %v %q", got, c, why)
	}
}
