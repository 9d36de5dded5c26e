package tally_test

import (
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// strained is a village with Smith's codes: policy P (P1, P2), implementing
// organisation I (I1, I2), the tensions between and within, and P1 linked with I2.
type strained struct {
	*village
	p1, p2, i, i1, i2, between, within codebook.No
}

func newStrained(t testing.TB) *strained {
	v := &strained{village: newVillage(t)}
	row := *v.p.Code(v.policy)
	row.Role = codebook.RoleComponent
	v.do(&codebook.PutCode{Row: row})
	v.p1, v.p2 = v.vague, v.code(v.policy, "P2", "")
	v.i = v.code(0, "I", codebook.RoleComponent)
	v.i1, v.i2 = v.code(v.i, "I1", ""), v.code(v.i, "I2", "")
	v.between, v.within = v.code(0, "X-PI", "tension:I-P"), v.code(0, "X-II", "tension:I-I")
	v.link("In-tension-with", v.i2, v.p1)
	return v
}

func TestTension(t *testing.T) {
	v := newStrained(t)
	// 王 names P1 and I2 and the tension between them, by two coders at once; 李 names
	// P2, I1 and I2; the diary P1 twice over and the tension, but nothing of I.
	v.on(v.talk, v.p1, v.a, "甲")
	v.on(v.talk, v.i2, v.a, "癸")
	v.on(v.talk, v.between, v.a, "丙丁")
	v.on(v.talk, v.between, v.b, "丁戊")
	v.on(v.talk, v.p2, v.a, "子")
	v.on(v.talk, v.i1, v.a, "丑")
	v.on(v.talk, v.i2, v.a, "寅")
	v.on(v.diary, v.p1, v.a, "一")
	v.on(v.diary, v.policy, v.b, "三")
	v.on(v.diary, v.between, v.b, "九")
	got := tally.TensionOf(v.p, tally.Filter{}, tally.Unit{})
	if want := []string{"leaders", "cadres", "villagers", "nobody"}; !slices.Equal(got.Heads, want) {
		t.Fatalf("groups %v", got.Heads)
	}
	if want := []bool{true, true, true, true}; !slices.Equal(got.Small, want) {
		t.Errorf("small: %v", got.Small)
	}
	type cell = tally.TensionCell
	for i, want := range []tally.TensionPair{
		{A: v.policy, B: v.policy, Cells: []cell{
			{NA: 1, NB: 1, Chars: 10}, {NA: 1, NB: 1, Chars: 10}, {NA: 1, NB: 1, Chars: 10}, {},
		}, Total: cell{NA: 3, NB: 3, Chars: 30}},
		{A: v.policy, B: v.i, Code: v.between, Cells: []cell{
			{Codings: 1, Voices: 1, NA: 1, Chars: 10},
			{Codings: 1, Voices: 1, Met: 1, NA: 1, NB: 1, Linked: 1, Chars: 10, StrongestA: v.p1, StrongestB: v.i2, StrongestN: 1},
			{Met: 1, NA: 1, NB: 1, Chars: 10, StrongestA: v.p2, StrongestB: v.i1, StrongestN: 1},
			{},
		}, Total: cell{
			// P1 and I2 meet in 1 of 3 units, P2 and I1 in 1 of 1.
			Codings: 2, Voices: 2, Met: 2, NA: 3, NB: 2, Linked: 1, Chars: 30, StrongestA: v.p2, StrongestB: v.i1, StrongestN: 1,
		}},
		{A: v.i, B: v.i, Code: v.within, Cells: []cell{
			{Chars: 10}, {NA: 1, NB: 1, Chars: 10},
			{Met: 1, NA: 1, NB: 1, Chars: 10, StrongestA: v.i1, StrongestB: v.i2, StrongestN: 1}, {},
		}, Total: cell{Met: 1, NA: 2, NB: 2, Chars: 30, StrongestA: v.i1, StrongestB: v.i2, StrongestN: 1}},
	} {
		q := got.Pairs[i]
		if q.A != want.A || q.B != want.B || q.Code != want.Code || q.Total != want.Total || !slices.Equal(q.Cells, want.Cells) {
			t.Errorf("pair %d:\n%+v, want\n%+v", i, q, want)
		}
	}
	between := got.Pairs[1]
	for _, c := range []struct {
		cell         cell
		c, rate      float64
		whyC, noRate tally.Undefined
	}{
		{between.Total, 2. / 3, 1000 * (2. / 30), "", ""}, {between.Cells[1], 1, 100, "", ""},
		{between.Cells[0], 0, 100, "", ""}, {between.Cells[3], 0, 0, tally.NoCodings, tally.NoText},
	} {
		jaccard, whyC := c.cell.C(false)
		rate, noRate := c.cell.Rate()
		if jaccard != c.c || whyC != c.whyC || rate != c.rate || noRate != c.noRate {
			t.Errorf("%+v: c %v %q, rate %v %q", c.cell, jaccard, whyC, rate, noRate)
		}
	}
	if _, why := got.Pairs[0].Total.C(true); why == tally.Defined {
		t.Error("within one component there is no c")
	}
}

func TestTensionOfAStudyWithoutComponents(t *testing.T) {
	v := newVillage(t)
	if got := tally.TensionOf(v.p, tally.Filter{}, tally.Unit{}); len(got.Pairs) != 0 {
		t.Errorf("%+v", got.Pairs)
	}
}
