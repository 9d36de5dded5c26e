package tally_test

import (
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// TestUnitsOfCooccurrence codes the answer 甲乙丙丁戊|己 辛壬癸 and the diary
// 一二三四五六七八九十: policy on 乙丙丁 (coder 甲) and 一二, hot on 丁戊|己 (coder
// 乙) and 九, and asks how often they meet.
func TestUnitsOfCooccurrence(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "乙丙丁")
	v.on(v.talk, v.hot, v.b, "丁戊|己")
	v.on(v.diary, v.policy, v.a, "一二")
	v.on(v.diary, v.hot, v.a, "九")
	for _, c := range []struct {
		o            tally.CoocOptions
		n, na, nb, N int
	}{
		{tally.CoocOptions{}, 2, 2, 2, 3},
		{tally.CoocOptions{SameCoder: true}, 1, 2, 2, 3},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Sentence}}, 2, 2, 3, 4},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Paragraph}}, 2, 2, 2, 3},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Window, K: 1}}, 3, 3, 3, 3},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Whole}}, 2, 2, 2, 2},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Character}}, 1, 5, 5, 30},
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Character}, SameCoder: true}, 0, 5, 5, 30},
		// 甲 · 乙丙 · 丁 · 戊|己 · 辛壬癸 / 子…酉 / 一二 · 三…八 · 九 · 十
		{tally.CoocOptions{Unit: tally.Unit{Kind: tally.Overlap}}, 1, 3, 3, 10},
	} {
		got := tally.CooccurrenceOf(v.p, tally.Filter{}, c.o)
		q, ok := got.Pair(v.hot, v.policy)
		if want := (tally.Pair{A: v.policy, B: v.hot, N: c.n, NA: c.na, NB: c.nb, Pairs: 1}); !ok || q != want || got.Units != c.N {
			t.Errorf("%v, same coder %v: %+v of %d, want %+v of %d", c.o.Unit, c.o.SameCoder, q, got.Units, want, c.N)
		}
	}
}

// The first is the example of the ATLAS.ti manual, "Code Co-occurrence
// Coefficient", published as 0.048; the lift of the second is that of tea and
// coffee in Brin, Motwani and Silverstein (1997), published as 0.89.
func TestFiguresOfAPairAreAsPublished(t *testing.T) {
	for _, c := range []struct {
		pair          tally.Pair
		units         int
		c, lift       float64
		skewed        bool
		whyC, whyLift tally.Undefined
	}{
		{pair: tally.Pair{N: 5, NA: 100, NB: 10}, units: 1000, c: 0.048, lift: 5, skewed: true},
		{pair: tally.Pair{N: 20, NA: 25, NB: 90}, units: 100, c: 0.211, lift: 0.89},
		{pair: tally.Pair{NA: 5, NB: 1}, units: 10},
		{pair: tally.Pair{NA: 6, NB: 1}, units: 10, skewed: true},
		{pair: tally.Pair{}, units: 10, whyC: tally.NoCodings, whyLift: tally.NoCodings},
		{pair: tally.Pair{NA: 3}, units: 10, skewed: true, whyLift: tally.NoCodings},
	} {
		jaccard, why := c.pair.C()
		lift, whyLift := c.pair.Lift(c.units)
		if round(jaccard, 1000) != c.c || why != c.whyC || round(lift, 100) != c.lift || whyLift != c.whyLift || c.pair.Skewed() != c.skewed {
			t.Errorf("%+v: c %v %q, lift %v %q, skewed %v", c.pair, jaccard, why, lift, whyLift, c.pair.Skewed())
		}
	}
}

func round(v, scale float64) float64 { return float64(int(v*scale+0.5)) / scale }

func TestACodeAndItsAncestorAreNoPair(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "甲乙")
	v.on(v.talk, v.vague, v.a, "乙丙")
	v.on(v.talk, v.hot, v.a, "丙")
	for _, c := range []struct {
		name  string
		o     tally.CoocOptions
		pairs []tally.Pair
	}{
		{"as coded", tally.CoocOptions{}, []tally.Pair{{v.policy, v.hot, 1, 1, 1, 0}, {v.vague, v.hot, 1, 1, 1, 1}}},
		{"rolled up", tally.CoocOptions{Rollup: true}, []tally.Pair{{v.policy, v.hot, 1, 1, 1, 1}, {v.vague, v.hot, 1, 1, 1, 1}}},
		{"by dimension", tally.CoocOptions{ByDimension: true}, []tally.Pair{{v.policy, v.hot, 1, 1, 1, 1}}},
	} {
		got := tally.CooccurrenceOf(v.p, tally.Filter{}, c.o)
		if pairs := got.Pairs(); len(pairs) != len(c.pairs) {
			t.Errorf("%s: %+v, want %+v", c.name, pairs, c.pairs)
		} else {
			for i := range pairs {
				if pairs[i] != c.pairs[i] {
					t.Errorf("%s: %+v, want %+v", c.name, pairs[i], c.pairs[i])
				}
			}
		}
		for _, no := range [][2]codebook.No{{v.policy, v.vague}, {v.hot, v.hot}, {v.hot, 99}} {
			if q, ok := got.Pair(no[0], no[1]); ok {
				t.Errorf("%s: %+v is a pair", c.name, q)
			}
		}
	}
}

func TestPairsAreCountedWhateverTheUnit(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "甲乙丙丁戊|己 辛")
	for _, words := range []string{"甲", "丙", "辛壬"} {
		v.on(v.talk, v.hot, v.b, words)
	}
	v.on(v.talk, v.hot, v.b, "癸")    // touches none
	v.on(v.talk, v.policy, v.a, "政") // the question: whole text
	v.on(v.talk, v.hot, v.b, "政策")
	q, _ := tally.CooccurrenceOf(v.p, tally.Filter{}, tally.CoocOptions{}).Pair(v.policy, v.hot)
	if q.N != 1 || q.Pairs != 4 {
		t.Errorf("%+v, want one unit and four pairs", q)
	}
}
