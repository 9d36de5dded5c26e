package tally_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// village is a study of an interview and a diary; nobody speaks for the fourth group:
//
//	talk    a question, not in scope
//	        answer of 王, cadres: 10 characters with the bar that ends a sentence
//	        answer of 李, villagers: 10
//	diary   no turns, leaders: 10
type village struct {
	*study
	a, b               codebook.No // coders
	policy, vague, hot codebook.No // policy has vague below it
	talk, diary        codebook.No
	leaders            codebook.No
}

func newVillage(t testing.TB) *village {
	s := testStudy(t)
	v := &village{study: s}
	v.leaders = s.group("leaders")
	cadres, villagers := s.group("cadres"), s.group("villagers")
	s.group("nobody")
	v.a, v.b = s.coder("甲", codebook.CoderPerson), s.coder("乙", codebook.CoderPerson)
	v.policy = s.code(0, "P", "")
	v.vague = s.code(v.policy, "P1", "")
	v.hot = s.code(0, "H", "")
	v.talk = s.transcript(codebook.Transcript{File: "talk", Group: cadres, Date: "2024-01-01", Speakers: []codebook.Speaker{
		{ID: s.id(), Label: "问", Role: text.RoleInterviewer}, {ID: s.id(), Label: "王"}, {ID: s.id(), Label: "李", Group: villagers},
	}}, part{0, "问:", "你们怎么看政策呢\n"}, part{1, "王:", "甲乙丙丁戊|己 辛壬癸\n"}, part{2, "李:", "子丑寅卯辰巳午未申酉\n"})
	v.diary = s.transcript(codebook.Transcript{File: "diary", Group: v.leaders, Date: "2024-02-01"}, part{-1, "", "一二三四五六七八九十"})
	return v
}

func (v *village) frequency(f tally.Filter, u tally.Unit, rollup bool) *tally.Frequency {
	return tally.FrequencyOf(v.p, f, tally.ByGroup(v.p), u, rollup)
}

func cellOf(f *tally.Frequency, code codebook.No, head string) tally.Cell {
	r := slices.Index(f.Codes, code)
	if head == total {
		return f.Totals[r]
	}
	return f.Cells[r][slices.Index(f.Columns.Heads, head)]
}

func TestDefinitionsOfFrequency(t *testing.T) {
	type put struct {
		code, coder int // 1 policy, 2 vague, 3 hot; 1 or 2
		words       string
	}
	for _, c := range []struct {
		name    string
		puts    []put
		filter  func(v *village) tally.Filter
		rollup  bool
		head    string
		want    tally.Cell
		united  int
		outside int
	}{
		{name: "two coders on the same words are one coding", puts: []put{{1, 1, "甲乙丙"}, {1, 2, "乙丙丁"}},
			head: "cadres", want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 4, Voices: 1, TopVoice: 1}, united: 1},
		{name: "passages that touch are two", puts: []put{{1, 1, "甲乙"}, {1, 2, "丙丁"}},
			head: "cadres", want: tally.Cell{Codings: 2, Transcripts: 1, Units: 1, Characters: 4, Voices: 1, TopVoice: 2}},
		{name: "a blank is no character to share", puts: []put{{1, 1, "己 "}, {1, 2, " 辛"}},
			head: "cadres", want: tally.Cell{Codings: 2, Transcripts: 1, Units: 1, Characters: 2, Voices: 1, TopVoice: 2}},
		{name: "over two groups it counts in each", puts: []put{{1, 1, "壬癸\n李:子丑"}},
			head: "villagers", want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 2, Voices: 1, TopVoice: 1}},
		{name: "and once in the total", puts: []put{{1, 1, "壬癸\n李:子丑"}},
			head: total, want: tally.Cell{Codings: 1, Transcripts: 1, Units: 2, Characters: 4, Voices: 2, TopVoice: 1}},
		{name: "a question is outside", puts: []put{{1, 1, "政策"}, {1, 1, "王:"}}, head: total, outside: 2},
		{name: "unless the interviewer counts", puts: []put{{1, 1, "政策"}},
			filter: func(*village) tally.Filter { return tally.Filter{WithInterviewer: true} },
			head:   "cadres", want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 2, Voices: 1, TopVoice: 1}},
		{name: "a coding outside unites two inside", puts: []put{{1, 1, "呢\n王:甲"}, {1, 1, "策呢"}},
			head: "cadres", want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 1, Voices: 1, TopVoice: 1}, outside: 1},
		{name: "text without turns takes the transcript's group", puts: []put{{1, 1, "三四"}, {1, 2, "六七"}},
			head: "leaders", want: tally.Cell{Codings: 2, Transcripts: 1, Units: 1, Characters: 4, Voices: 1, TopVoice: 2}},
		{name: "a code without its descendants", puts: []put{{1, 1, "甲乙丙"}, {2, 1, "丙丁"}},
			head: "cadres", want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 3, Voices: 1, TopVoice: 1}},
		{name: "rolled up they are united", puts: []put{{1, 1, "甲乙丙"}, {2, 1, "丙丁"}, {2, 1, "辛"}}, rollup: true,
			head: "cadres", want: tally.Cell{Codings: 2, Transcripts: 1, Units: 1, Characters: 5, Voices: 1, TopVoice: 2}},
		{name: "a filter of coders", puts: []put{{1, 1, "甲"}, {1, 2, "丁"}}, filter: func(v *village) tally.Filter { return tally.Filter{Coders: []codebook.No{v.b}} },
			head: total, want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 1, Voices: 1, TopVoice: 1}},
		{name: "a filter of groups takes their words alone", puts: []put{{1, 1, "壬癸\n李:子丑"}, {1, 1, "一"}},
			filter: func(v *village) tally.Filter { return tally.Filter{Groups: []codebook.No{2}} },
			head:   total, want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 2, Voices: 1, TopVoice: 1}},
		{name: "a filter of dates", puts: []put{{1, 1, "甲"}, {1, 1, "一"}}, filter: func(*village) tally.Filter { return tally.Filter{From: "2024-01-02"} },
			head: total, want: tally.Cell{Codings: 1, Transcripts: 1, Units: 1, Characters: 1, Voices: 1, TopVoice: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := newVillage(t)
			for _, put := range c.puts {
				in := v.talk
				if slices.Contains([]string{"三四", "六七", "一"}, put.words) {
					in = v.diary
				}
				v.on(in, codebook.No(put.code), codebook.No(put.coder), put.words)
			}
			filter := tally.Filter{}
			if c.filter != nil {
				filter = c.filter(v)
			}
			f := v.frequency(filter, tally.Unit{}, c.rollup)
			if got := cellOf(f, v.policy, c.head); got != c.want || f.United != c.united || f.Outside != c.outside {
				t.Errorf("%+v, united %d, outside %d; want %+v, %d, %d", got, f.United, f.Outside, c.want, c.united, c.outside)
			}
		})
	}
}

func TestColumnsHoldWhatIsSaid(t *testing.T) {
	v := newVillage(t)
	f := v.frequency(tally.Filter{}, tally.Unit{}, false)
	if want := []string{"leaders", "cadres", "villagers", "nobody"}; !slices.Equal(f.Columns.Heads, want) {
		t.Fatalf("columns %v, want %v", f.Columns.Heads, want)
	}
	one := tally.Base{Transcripts: 1, Units: 1, Characters: 10, Voices: 1}
	if want := []tally.Base{one, one, one, {}}; !slices.Equal(f.Bases, want) {
		t.Errorf("bases %+v, want %+v", f.Bases, want)
	}
	if want := (tally.Base{Transcripts: 2, Units: 3, Characters: 30, Voices: 3}); f.Base != want {
		t.Errorf("base %+v, want %+v", f.Base, want)
	}
}

func TestMeasures(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "甲乙丙丁")
	v.on(v.talk, v.policy, v.a, "己")
	v.on(v.talk, v.policy, v.a, "子")
	v.on(v.talk, v.hot, v.a, "戊")
	f := v.frequency(tally.Filter{}, tally.Unit{}, false)
	policy, hot := slices.Index(f.Codes, v.policy), slices.Index(f.Codes, v.hot)
	const leaders, cadres, villagers, nobody = 0, 1, 2, 3
	for _, c := range []struct {
		m    tally.Measure
		r, c int
		want float64
		why  tally.Undefined
	}{
		{tally.Codings, policy, cadres, 2, ""}, {tally.Codings, policy, tally.Total, 3, ""}, {tally.Codings, policy, nobody, 0, ""},
		{tally.TranscriptsShare, policy, cadres, 1, ""}, {tally.TranscriptsShare, policy, tally.Total, 0.5, ""},
		{tally.TranscriptsShare, policy, nobody, 0, tally.NoTranscripts},
		{tally.Coverage, policy, cadres, 0.5, ""}, {tally.Coverage, policy, tally.Total, 0.2, ""}, {tally.Coverage, policy, nobody, 0, tally.NoText},
		{tally.Rate, policy, cadres, 200, ""}, {tally.Rate, policy, leaders, 0, ""}, {tally.Rate, policy, nobody, 0, tally.NoText},
		{tally.RowShare, policy, cadres, 2. / 3, ""}, {tally.RowShare, policy + 1, cadres, 0, tally.NoCodings},
		{tally.ColShare, policy, cadres, 2. / 3, ""}, {tally.ColShare, hot, villagers, 0, ""}, {tally.ColShare, policy, leaders, 0, tally.NoCodings},
		{tally.Voices, policy, tally.Total, 2, ""}, {tally.TopVoiceShare, policy, tally.Total, 2. / 3, ""},
		{tally.TopVoiceShare, hot, villagers, 0, tally.NoCodings},
	} {
		if got, why := f.Value(c.m, c.r, c.c); got != c.want || why != c.why {
			t.Errorf("%v of row %d in column %d: %v %q, want %v %q", c.m, c.r, c.c, got, why, c.want, c.why)
		}
	}
	if f.Totals[policy].SingleVoice() || !f.Totals[hot].SingleVoice() || f.Totals[policy+1].SingleVoice() {
		t.Error("one voice is heard where there are none or two, or is not")
	}
}

func TestNamesOfMeasuresAndUnitsAreReadBack(t *testing.T) {
	for _, m := range tally.Measures() {
		if got, ok := tally.ParseMeasure(m.String()); !ok || got != m {
			t.Errorf("%v: %v %v", m, got, ok)
		}
	}
	for _, name := range []string{"turn", "sentence", "paragraph", "window:3", "transcript", "character", "overlap"} {
		if u, ok := tally.ParseUnit(name); !ok || u.String() != name {
			t.Errorf("%s: %v %v", name, u, ok)
		}
	}
	for _, name := range []string{"", "word", "window", "window:", "window:0", "window:x", "turn:2"} {
		if u, ok := tally.ParseUnit(name); ok {
			t.Errorf("%q is taken for %v", name, u)
		}
	}
	if _, ok := tally.ParseMeasure("cover"); ok {
		t.Error("cover is taken for a measure")
	}
}

func TestRateInWords(t *testing.T) {
	v := newVillage(t)
	v.on(v.talk, v.policy, v.a, "甲乙丙丁")
	f := v.frequency(tally.Filter{}, tally.Unit{}, false)
	policy := slices.Index(f.Codes, v.policy)
	body := func(n codebook.No) (string, error) {
		return strings.Repeat("go ", int(v.p.Transcript(n).Bytes))[:v.p.Transcript(n).Bytes], nil
	}
	if err := f.CountWords(v.p, tally.Filter{}, body); err != nil || !f.InWords() {
		t.Fatal(err)
	}
	total := 0
	for _, r := range v.p.Transcripts() {
		whole, _ := body(r.No)
		turns := v.p.Cut(r.No).Turns()
		for i := range turns {
			if r.Speakers[turns[i].Speaker].Role != text.RoleInterviewer {
				total += text.Words(whole[turns[i].Text:turns[i].End])
			}
		}
		if len(turns) == 0 {
			total += text.Words(whole)
		}
	}
	got, why := f.Value(tally.Rate, policy, tally.Total)
	if want := 1000 / float64(total); why != tally.Defined || got != want {
		t.Errorf("rate %v %q, want %v of %d words", got, why, want, total)
	}
	broken := errors.New("broken")
	if err := f.CountWords(v.p, tally.Filter{}, func(codebook.No) (string, error) { return "", broken }); !errors.Is(err, broken) {
		t.Errorf("a text that cannot be read: %v", err)
	}
}
