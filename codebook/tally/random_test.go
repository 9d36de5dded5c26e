package tally_test

import (
	"fmt"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// randomStudy draws a small study with all that makes counting hard: titles,
// repeated labels, several speakers with groups and persons of their own, texts
// without turns, codings that overlap, touch, stack and hold nothing but blanks,
// a coder who checks again, and now and then consensus.
func randomStudy(t *rapid.T) *study {
	s := newStudy(func(args ...any) { t.Helper(); t.Fatal(args...) })
	for _, key := range []string{"leaders", "cadres", "villagers"} {
		s.group(key)
	}
	s.attribute("site")
	coders := []codebook.No{
		s.coder("甲", codebook.CoderPerson), s.coder("乙", codebook.CoderPerson),
		s.coder("甲²", codebook.CoderRecheck),
	}
	if rapid.IntRange(0, 3).Draw(t, "settles") == 0 {
		coders = append(coders, s.coder("合", codebook.CoderConsensus))
	}
	s.randomCodes(t)
	transcripts := rapid.IntRange(1, 4).Draw(t, "transcripts")
	if rapid.IntRange(0, 24).Draw(t, "many") == 0 {
		transcripts = 34 // enough to be counted in parts
	}
	for i := range transcripts {
		no := s.randomTranscript(t, i, coders)
		for range rapid.IntRange(0, 9).Draw(t, "codings") {
			s.randomCoding(t, no, coders)
		}
	}
	return s
}

// randomCodes makes 5 to 10 codes, two components among them.
func (s *study) randomCodes(t *rapid.T) {
	policy := s.code(0, "P", codebook.RoleComponent)
	p1 := s.code(policy, "P1", "")
	s.code(p1, "P1.1", "")
	s.code(policy, "P2", "")
	inside := s.code(0, "I", codebook.RoleComponent)
	if rapid.Bool().Draw(t, "more codes") {
		i1 := s.code(inside, "I1", "")
		s.code(inside, "I2", "")
		s.code(0, "X-PI", "tension:I-P")
		s.code(0, "X-PP", "tension:P-P")
		s.link("in-tension-with", p1, i1)
	}
}

func (s *study) randomTranscript(t *rapid.T, i int, coders []codebook.No) codebook.No {
	row := codebook.Transcript{
		File: fmt.Sprintf("%d.txt", i), Group: codebook.No(rapid.IntRange(0, 2).Draw(t, "group")),
		Date: rapid.SampledFrom([]string{"", "2024-01-05", "2024-02-05"}).Draw(t, "date"),
	}
	if site := rapid.SampledFrom([]string{"", "A村", "B村"}).Draw(t, "site"); site != "" {
		row.Values = []codebook.Value{{Attribute: 1, Text: site}}
	}
	if coders = coders[3:]; len(coders) > 0 && rapid.Bool().Draw(t, "finished") {
		row.Finished = coders
	}
	speakers := rapid.IntRange(0, 3).Draw(t, "speakers")
	for k := range speakers {
		row.Speakers = append(row.Speakers, codebook.Speaker{
			ID: s.id(), Label: string("问答张"[3*k : 3*k+3]),
			Role:   rapid.SampledFrom([]text.Role{text.RoleRespondent, text.RoleInterviewer, text.RoleRespondent, text.RoleOther}).Draw(t, "role"),
			Group:  codebook.No(rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "own group")),
			Person: rapid.SampledFrom([]string{"", "", "王", "李"}).Draw(t, "person"),
		})
	}
	words := rapid.StringOfN(rapid.SampledFrom([]rune("字字字字 |\n")), 1, 12, -1)
	parts := []part{{-1, "", words.Draw(t, "title") + "题"}}
	for range rapid.IntRange(0, 5).Draw(t, "parts") {
		who := rapid.IntRange(-1, speakers-1).Draw(t, "who")
		at := part{who, "", words.Draw(t, "words")}
		if who >= 0 {
			at.label = rapid.SampledFrom([]string{"", "名:", "\n名: "}).Draw(t, "label")
		}
		parts = append(parts, at)
	}
	return s.transcript(row, parts...)
}

func (s *study) randomCoding(t *rapid.T, no codebook.No, coders []codebook.No) {
	runes := []rune(s.bodies[no])
	from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
	to := min(len(runes), from+rapid.IntRange(1, 12).Draw(t, "length"))
	start, end := len(string(runes[:from])), len(string(runes[:to]))
	flags := codebook.CodingFlags(0)
	if rapid.IntRange(0, 19).Draw(t, "whole") == 0 {
		start, end, flags = 0, len(s.bodies[no]), codebook.WholeSource
	}
	code := codebook.No(rapid.IntRange(1, s.p.CodeCount()).Draw(t, "code"))
	s.coding(no, code, rapid.SampledFrom(coders).Draw(t, "coder"), start, end, flags)
}

// randomFilter draws a filter of any sort; half of the time it lets all through.
func randomFilter(t *rapid.T) (f tally.Filter) {
	f.WithInterviewer = rapid.IntRange(0, 2).Draw(t, "with interviewer") == 0
	some := func(name string, most int) []codebook.No {
		return rapid.SliceOfN(rapid.Map(rapid.IntRange(0, most), func(n int) codebook.No { return codebook.No(n) }), 1, 2).Draw(t, name)
	}
	switch rapid.IntRange(0, 13).Draw(t, "filter") {
	case 0:
		f.Coders = some("coders", 4)
	case 1:
		f.Groups = some("groups", 3)
	case 2:
		f.Transcripts = some("texts", 4)
	case 3:
		f.Speakers = []string{rapid.SampledFrom([]string{"问", "答"}).Draw(t, "speaker")}
	case 4:
		f.Codes = some("codes", 12)
	case 5:
		f.Values = []codebook.Value{{Attribute: 1, Text: "A村"}}
	case 6:
		f.From, f.To = "2024-01-05", rapid.SampledFrom([]string{"", "2024-01-31"}).Draw(t, "to")
	case 7:
		f.Groups, f.Codes, f.Coders = some("groups", 2), some("codes", 5), some("coders", 2)
	}
	return f
}

func randomUnit(t *rapid.T) tally.Unit {
	u := tally.Unit{Kind: tally.UnitKind(rapid.IntRange(0, int(tally.Overlap)).Draw(t, "unit"))}
	if u.Kind == tally.Window {
		u.K = rapid.IntRange(1, 2).Draw(t, "window")
	}
	return u
}
