package tally_test

import (
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// By coder each has her own, and the total unites them.
func TestFrequencyByCoder(t *testing.T) {
	v := newVillage(t)
	again := v.coder("甲²", codebook.CoderRecheck)
	v.on(v.talk, v.hot, v.a, "甲乙丙")
	v.on(v.talk, v.hot, v.b, "乙丙丁")
	v.on(v.diary, v.hot, v.b, "一二")
	v.on(v.diary, v.policy, v.b, "三")
	v.on(v.talk, v.hot, again, "辛")
	f := tally.FrequencyByCoder(v.p, tally.Filter{}, tally.Unit{}, false)
	if want := []string{"甲", "乙"}; !slices.Equal(f.Columns.Heads, want) {
		t.Fatalf("columns %v, want %v", f.Columns.Heads, want)
	}
	for head, want := range map[string]tally.Cell{
		"甲":   {Codings: 1, Transcripts: 1, Units: 1, Characters: 3, Voices: 1, TopVoice: 1},
		"乙":   {Codings: 2, Transcripts: 2, Units: 2, Characters: 5, Voices: 2, TopVoice: 1},
		total: {Codings: 2, Transcripts: 2, Units: 2, Characters: 6, Voices: 2, TopVoice: 1},
	} {
		if got := cellOf(f, v.hot, head); got != want {
			t.Errorf("%s: %+v, want %+v", head, got, want)
		}
	}
	share, why := f.Value(tally.ColShare, slices.Index(f.Codes, v.hot), 1)
	if why != tally.Defined || share != 2.0/3 {
		t.Errorf("乙 has %v %v of her codings there, want two of three", share, why)
	}
	again2 := tally.FrequencyByCoder(v.p, tally.Filter{Coders: []codebook.No{again}}, tally.Unit{}, false)
	if got := cellOf(again2, v.hot, "甲²").Codings; got != 1 || len(again2.Bases) != 1 {
		t.Errorf("who checks again, on request: %d codings in %d columns", got, len(again2.Bases))
	}
}

// What is listed is everybody's, unless coders are named.
func TestStored(t *testing.T) {
	v := newVillage(t)
	again, settler := v.coder("甲²", codebook.CoderRecheck), v.coder("合", codebook.CoderConsensus)
	for _, coder := range []codebook.No{v.a, again, settler} {
		v.on(v.talk, v.hot, coder, "甲乙丙")
	}
	v.on(v.talk, v.vague, v.b, "子丑")
	const wang, li = 1, 2
	for _, c := range []struct {
		name   string
		filter tally.Filter
		want   int
	}{
		{"all", tally.Filter{}, 4},
		{"a coder", tally.Filter{Coders: []codebook.No{again}}, 1},
		{"a parent", tally.Filter{Codes: []codebook.No{v.policy}}, 1},
		{"a speaker", tally.Filter{Speakers: []string{"李"}}, 1},
		{"another transcript", tally.Filter{Transcripts: []codebook.No{v.diary}}, 0},
	} {
		keep := c.filter.Stored(v.p)
		got, have := 0, v.p.Codings(v.talk)
		for i := range have.Len() {
			coding := have.At(i)
			speaker := wang
			if coding.Code == v.vague {
				speaker = li
			}
			if keep(v.p.Transcript(v.talk), &coding, speaker) {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d codings, want %d", c.name, got, c.want)
		}
	}
}
