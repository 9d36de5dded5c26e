package tally_test

import (
	"fmt"
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// words spells excerpts: what was coded with which code, and the code of the match.
func (v *village) words(found []codebook.Excerpt) (list []string) {
	for _, e := range found {
		s := v.bodies[e.Transcript][e.Start:e.End] + " " + v.p.Code(e.Code).NameZh
		if e.Match != nil {
			s += fmt.Sprintf(" & %s by %d", v.p.Code(e.Match.Code).NameZh, e.Match.Coder)
		}
		list = append(list, s)
	}
	return list
}

func TestExcerpts(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "政策呢")
	v.on(v.talk, v.vague, v.a, "乙丙丁戊")
	v.on(v.talk, v.hot, v.b, "丁戊|己 ")
	v.on(v.talk, v.hot, v.a, " 辛")
	v.on(v.talk, v.policy, v.a, " 辛壬")
	v.on(v.talk, v.hot, v.a, "子")
	v.on(v.diary, v.hot, v.a, "一")
	v.coding(v.diary, v.policy, v.a, 0, 30, codebook.WholeSource)
	cadres := tally.Filter{Groups: []codebook.No{2}}
	for name, c := range map[string]struct{ got, want []string }{
		"a parent stands for its descendants": {
			v.words(tally.Coded(v.p, tally.Filter{}, v.policy)),
			[]string{"一二三四五六七八九十 P", "政策呢 P", "乙丙丁戊 P1", " 辛壬 P"},
		},
		"the group where the passage starts": {v.words(tally.Coded(v.p, cadres, v.hot)), []string{"丁戊|己  H", " 辛 H"}},
		"the group of the transcript for its interviewer": {
			v.words(tally.Coded(v.p, cadres, v.policy)), []string{"政策呢 P", "乙丙丁戊 P1", " 辛壬 P"},
		},
		"a speaker":                {v.words(tally.Coded(v.p, tally.Filter{Speakers: []string{"李"}}, 0)), []string{"子 H"}},
		"a code that is not there": {v.words(tally.Coded(v.p, tally.Filter{}, 99)), nil},
		"the words shared, and no mere blank": {
			v.words(tally.Shared(v.p, tally.Filter{}, v.policy, v.hot)), []string{"丁戊 P1 & H by 2", " 辛 P & H by 1"},
		},
		"the other way round": {v.words(tally.Shared(v.p, tally.Filter{}, v.hot, v.policy)), []string{"丁戊 H & P1 by 1", " 辛 H & P by 1"}},
		"by one coder":        {v.words(tally.Shared(v.p, tally.Filter{Coders: []codebook.No{v.a}}, v.policy, v.hot)), []string{" 辛 P & H by 1"}},
		"behind a pair, one for each unit": {
			v.words(tally.BehindPair(v.p, tally.Filter{}, tally.CoocOptions{ByDimension: true}, v.policy, v.hot)),
			[]string{"乙丙丁戊|己  P1 & H by 2"},
		},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
}

func TestSpeakerAt(t *testing.T) {
	v := newVillage(t)
	talk := v.p.Transcript(v.talk)
	for at, want := range map[uint32]int{0: 0, 4: 0, talk.Bytes - 1: 2, talk.Bytes: -1} {
		if got := tally.SpeakerAt(v.p, talk, at); got != want {
			t.Errorf("at %d: %d, want %d", at, got, want)
		}
	}
	if got := tally.SpeakerAt(v.p, v.p.Transcript(v.diary), 3); got != -1 {
		t.Errorf("%d speaks in a diary", got)
	}
}
