package excerpts

import (
	"cmp"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
	"fangtan/tui/tables"
)

// source says where a passage is from: title · group · speaker · turn, in at most width columns. The title gives way first.
func (s *Screen) source(e codebook.Excerpt, width int) string {
	p, r := s.env.Study.Project(), s.env.Ruler
	t := p.Transcript(e.Transcript)
	if t == nil {
		return r.Cut(s.env.T("excerpts.removed"), width)
	}
	title, rest := cmp.Or(t.Title, t.File), ""
	add := func(words string) { rest += s.env.T("tables.separator") + words }
	speaker := tally.SpeakerAt(p, t, e.Start)
	if g := p.Group(p.SpeakerGroup(t, speaker)); g != nil {
		add(g.Name(s.env.Words.Lang()))
	}
	if speaker >= 0 {
		add(t.Speakers[speaker].Shown())
		add(s.env.T("excerpts.turn", "N", turnNo(p.Cut(t.No).Turns(), e.Start)))
	}
	const least = 12 // columns in which a title can be told
	return r.Cut(r.Cut(title, max(least, width-r.Width(rest)))+rest, width)
}

// turnNo is the number, from 1, of the turn that holds the byte at.
func turnNo(turns []text.Turn, at uint32) int {
	n := 0
	for i := range turns {
		if turns[i].Start > at {
			break
		}
		if !turns[i].Same {
			n++
		}
	}
	return n
}

// coded says which code is on it, and who put it there if several people code; of a pair, both.
func (s *Screen) coded(e codebook.Excerpt) string {
	p := s.env.Study.Project()
	code, who := tables.Code(s.env, p, e.Code), []string{coderName(p, e.Coder)}
	if e.Match != nil {
		code += " × " + tables.Code(s.env, p, e.Match.Code)
		if e.Match.Coder != e.Coder {
			who = append(who, coderName(p, e.Match.Coder))
		}
	}
	if len(p.Coders()) < 2 {
		return code
	}
	return strings.Join(who, s.env.T("tables.comma")) + s.env.T("tables.separator") + code
}

func coderName(p *codebook.Project, n codebook.No) string {
	if c := p.Coder(n); c != nil {
		return c.Name
	}
	return tables.None
}

// context is the sentence before a passage and the one after it, in bytes; an
// empty range where there is none.
func context(sentences []text.Mark, start, end uint32) (before, after text.Mark) {
	for _, m := range sentences {
		switch {
		case m.End <= start:
			before = m
		case m.Start >= end:
			return before, m
		}
	}
	return before, after
}
