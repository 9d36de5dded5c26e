package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
)

// sentence is a query as the test means it; it is written down, to be read by the
// package, and found by the twin.
type sentence struct {
	op          string // "name", "filter", "!", or what stands between left and right
	left, right *sentence
	code        codebook.No
	k           int
	words       string // of a name or a filter
	holds       func(w twin, a stretch) bool
}

func (x *sentence) condition() bool {
	switch x.op {
	case "filter", "!":
		return true
	case "&", "|":
		return x.left.condition() && x.right.condition()
	}
	return false
}

// binding is how strongly a sentence holds together.
func (x *sentence) binding() int {
	switch x.op {
	case "|":
		return 0
	case "&":
		return 1
	case "name", "filter", "!":
		return 3
	}
	return 2
}

// write spells the sentence with no more brackets than it needs.
func (x *sentence) write() string {
	in := func(y *sentence, least int) string {
		if y.binding() < least {
			return "(" + y.write() + ")"
		}
		return y.write()
	}
	switch x.op {
	case "name", "filter":
		return x.words
	case "!":
		return "!" + in(x.left, 3)
	}
	op := x.op
	if strings.HasSuffix(op, ":") {
		op += fmt.Sprint(x.k)
	}
	return in(x.left, x.binding()) + " " + op + " " + in(x.right, x.binding()+1)
}

var filters = []sentence{
	{words: "text:甲", holds: func(w twin, a stretch) bool {
		return a.codings[0].Flags&codebook.WholeSource == 0 && strings.Contains(w.s.bodies[a.t][a.start:a.end], "甲")
	}},
	{words: "text:/^[甲 ]乙/", holds: func(w twin, a stretch) bool {
		words := w.s.bodies[a.t][a.start:a.end]
		return a.codings[0].Flags&codebook.WholeSource == 0 && (strings.HasPrefix(words, "甲乙") || strings.HasPrefix(words, " 乙"))
	}},
	{words: "group:secretaries", holds: func(w twin, a stretch) bool {
		t := w.s.p.Transcript(a.t)
		speaker, _ := w.speakerAt(a.t, a.start)
		return w.s.p.SpeakerGroup(t, speaker) == 2
	}},
	{words: "speaker:答", holds: func(w twin, a stretch) bool {
		speaker, _ := w.speakerAt(a.t, a.start)
		return speaker == 1
	}},
	{words: "coder:乙", holds: func(_ twin, a stretch) bool { return a.codings[0].Coder == 2 }},
	{words: "attr.site:A村", holds: func(w twin, a stretch) bool { return len(w.s.p.Transcript(a.t).Values) > 0 }},
	{words: "has:memo", holds: func(w twin, a stretch) bool {
		return slices.ContainsFunc(w.s.p.Memos(), func(m *codebook.Memo) bool { return m.On == a.t && m.Start == a.start && m.End == a.end })
	}},
}

func randomSentence(t *rapid.T, depth int) *sentence {
	if depth == 0 || rapid.IntRange(0, 4).Draw(t, "leaf") == 0 {
		if rapid.IntRange(0, 4).Draw(t, "filter") == 0 {
			x := rapid.SampledFrom(filters).Draw(t, "which")
			x.op = "filter"
			return &x
		}
		name := rapid.SampledFrom([]codebook.No{policy, vague, money, policyCost, hard}).Draw(t, "code")
		words := map[codebook.No]string{policy: "政策", vague: `"要求 不具体"`, money: "钱", policyCost: "政策/成本", hard: `"难 (或 | 不难)!"`}
		return &sentence{op: "name", code: name, words: words[name]}
	}
	op := rapid.SampledFrom([]string{"&", "&", "|", "!", "in", "near:", "then:", "same:turn"}).Draw(t, "op")
	x := &sentence{op: op, left: randomSentence(t, depth-1), k: rapid.IntRange(1, 3).Draw(t, "k")}
	if op != "!" {
		x.right = randomSentence(t, depth-1)
	}
	return x
}

// randomStudy draws a study with all that makes places hard: titles, turns of one
// speaker in two stretches, texts without turns, and codings that overlap, touch,
// stack, hold nothing but blanks or name a whole transcript.
func randomStudy(t *rapid.T) *study {
	s := newStudy(func(args ...any) { t.Helper(); t.Fatal(args...) })
	for i := range rapid.IntRange(1, 3).Draw(t, "transcripts") {
		row := codebook.Transcript{
			File: fmt.Sprint(i), Group: codebook.No(rapid.IntRange(0, 2).Draw(t, "group")),
			Speakers: []codebook.Speaker{{ID: s.id(), Label: "问"}, {ID: s.id(), Label: "答", Group: 2}},
		}
		if rapid.Bool().Draw(t, "site") {
			row.Values = []codebook.Value{{Attribute: 1, Text: "A村"}}
		}
		parts := []said{{-1, fmt.Sprint("题", i)}}
		for range rapid.IntRange(0, 6).Draw(t, "parts") {
			parts = append(parts, said{
				rapid.SampledFrom([]int{0, 1, 0, 1, -1}).Draw(t, "who"),
				rapid.StringOfN(rapid.SampledFrom([]rune("甲乙丙 ")), 1, 5, -1).Draw(t, "words"),
			})
		}
		if rapid.IntRange(0, 4).Draw(t, "no turns") == 0 {
			for k := range parts {
				parts[k].speaker = -1
			}
		}
		no := s.transcript(row, parts...)
		for range rapid.IntRange(0, 9).Draw(t, "codings") {
			s.randomCoding(t, no)
		}
	}
	return s
}

func (s *study) randomCoding(t *rapid.T, no codebook.No) {
	runes := []rune(s.bodies[no])
	from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
	to := min(len(runes), from+rapid.IntRange(1, 9).Draw(t, "length"))
	start, end := len(string(runes[:from])), len(string(runes[:to]))
	code := rapid.SampledFrom([]codebook.No{policy, vague, money, policyCost, hard}).Draw(t, "code")
	coder := codebook.No(rapid.IntRange(1, 2).Draw(t, "coder"))
	switch rapid.IntRange(0, 15).Draw(t, "sort") {
	case 0:
		s.coding(no, code, coder, 0, len(s.bodies[no]), codebook.WholeSource)
		return
	case 1:
		s.do(&codebook.PutMemo{Row: codebook.Memo{
			ID: s.id(), Target: codebook.TargetPassage, On: no, Start: uint32(start), End: uint32(end), Coder: 1, Text: "想",
		}})
	}
	s.coding(no, code, coder, start, end, 0)
}

func TestAgainstTheTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStudy(t)
		for range 4 {
			x := randomSentence(t, rapid.IntRange(0, 3).Draw(t, "depth"))
			q, err := query.Parse(s.p, x.write())
			if err != nil {
				t.Fatalf("%s: %v", x.write(), err)
			}
			found, err := q.Run(s.p, tally.Filter{}, s.texts)
			if err != nil {
				t.Fatal(err)
			}
			want := twin{s}.find(x)
			if got := s.spell(found); !slices.Equal(got, spellTwin(want)) {
				t.Fatalf("%s (%s):\n got %q\nwant %q", x.write(), query.Shape(s.p, q), got, spellTwin(want))
			}
		}
	})
}

// spell writes down all that an excerpt says.
func (s *study) spell(found []codebook.Excerpt) (list []string) {
	for _, e := range found {
		line := fmt.Sprint(e.Transcript, " ", e.Start, "-", e.End, " ", e.Coding, e.Code, e.Coder)
		for m := e.Match; m != nil; m = m.Next {
			line += fmt.Sprint(" × ", m.Coding, m.Code, m.Coder)
		}
		list = append(list, line)
	}
	return list
}

func spellTwin(found []stretch) (list []string) {
	for _, x := range found {
		line := fmt.Sprint(x.t, " ", x.start, "-", x.end, " ", x.codings[0].ID, x.codings[0].Code, x.codings[0].Coder)
		for _, c := range x.codings[1:] {
			line += fmt.Sprint(" × ", c.ID, c.Code, c.Coder)
		}
		list = append(list, line)
	}
	return list
}
