package tally_test

import (
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// TestWhoseCodingsCount has the coders 甲 and 乙, 甲 again, and two that settle.
// Each puts a coding of her own on the interview; those that settle, on demand.
func TestWhoseCodingsCount(t *testing.T) {
	const a, b, again, settler = 1, 2, 3, 4
	for _, c := range []struct {
		name     string
		settles  []string // what consensus codes
		finished bool     // she marks the diary finished
		coders   []codebook.No
		want     [2]int // codings in the interview and in the diary
	}{
		{"all but who checks again", nil, false, nil, [2]int{2, 2}},
		{"who checks again on request", nil, false, []codebook.No{again}, [2]int{1, 1}},
		{"consensus alone where it has coded", []string{"癸"}, false, nil, [2]int{1, 2}},
		{"consensus alone where it says it has", []string{"癸"}, true, nil, [2]int{3, 0}},
		{"others on request", []string{"癸"}, true, []codebook.No{a, b}, [2]int{2, 2}},
		{"one of nobody", nil, false, []codebook.No{77}, [2]int{0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := newVillage(t)
			v.coder("甲²", codebook.CoderRecheck)
			v.coder("合", codebook.CoderConsensus)
			for coder, words := range map[codebook.No][2]string{a: {"甲", "一"}, b: {"丙", "三"}, again: {"戊", "五"}} {
				v.on(v.talk, v.hot, coder, words[0])
				v.on(v.diary, v.hot, coder, words[1])
			}
			for _, words := range c.settles {
				v.on(v.talk, v.hot, settler, words)
			}
			if c.finished {
				row := *v.p.Transcript(v.diary)
				row.Finished = []codebook.No{settler}
				v.do(&codebook.SetTranscript{Name: "transcript.finish", Row: row})
			}
			f := tally.Filter{Coders: c.coders}
			got := tally.FrequencyOf(v.p, f, tally.ByTranscript(v.p), tally.Unit{}, false)
			if have := [2]int{cellOf(got, v.hot, "talk").Codings, cellOf(got, v.hot, "diary").Codings}; have != c.want {
				t.Errorf("%v, want %v", have, c.want)
			}
			if listed := len(tally.Coded(v.p, f, v.hot)); listed != c.want[0]+c.want[1] {
				t.Errorf("%d listed", listed)
			}
		})
	}
}

func TestJoinedVoicesAreOne(t *testing.T) {
	v := newVillage(t)
	row := *v.p.Transcript(v.talk)
	row.Speakers = slices.Clone(row.Speakers)
	row.Speakers[1].Person, row.Speakers[2].Person = "王", "王"
	v.do(&codebook.SetTranscript{Name: "transcript.set", Row: row})
	v.on(v.talk, v.hot, v.a, "壬癸\n李:子丑") // both labels, one person, one coding
	v.on(v.talk, v.hot, v.a, "卯")
	f := v.frequency(tally.Filter{}, tally.Unit{}, false)
	if got, want := cellOf(f, v.hot, total), (tally.Cell{Codings: 2, Transcripts: 1, Units: 2, Characters: 5, Voices: 1, TopVoice: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if f.Base.Voices != 2 || !f.Totals[2].SingleVoice() {
		t.Errorf("%d voices, single %v", f.Base.Voices, f.Totals[2].SingleVoice())
	}
}

// TestUnitsTouched puts a code on the answer of 王, over both of its sentences.
func TestUnitsTouched(t *testing.T) {
	for _, c := range []struct {
		unit          string
		units, of     int
		total, ofHole int
	}{
		{"turn", 1, 1, 1, 3},
		{"sentence", 2, 2, 2, 4},
		{"paragraph", 1, 1, 1, 3},
		{"window:1", 2, 2, 2, 3}, // 李's window holds 王's words too
		{"transcript", 1, 1, 1, 2},
		{"character", 4, 10, 4, 30},
		{"overlap", 1, 3, 1, 5},
	} {
		v := newVillage(t)
		v.on(v.talk, v.hot, v.a, "丁戊|己")
		u, _ := tally.ParseUnit(c.unit)
		f := v.frequency(tally.Filter{}, u, false)
		got := [4]int{cellOf(f, v.hot, "cadres").Units, f.Bases[1].Units, cellOf(f, v.hot, total).Units, f.Base.Units}
		if want := [4]int{c.units, c.of, c.total, c.ofHole}; got != want {
			t.Errorf("%s: %v, want %v", c.unit, got, want)
		}
	}
}

func TestByCoderEachCountsForHerself(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.hot, v.a, "甲乙")
	v.on(v.talk, v.hot, v.b, "乙丙")
	v.on(v.talk, v.hot, v.b, "辛")
	f := tally.FrequencyByCoder(v.p, tally.Filter{}, tally.Unit{}, false)
	got := [3]int{cellOf(f, v.hot, "甲").Codings, cellOf(f, v.hot, "乙").Codings, cellOf(f, v.hot, total).Codings}
	if want := [3]int{1, 2, 2}; got != want {
		t.Errorf("%v, want %v", got, want)
	}
}
