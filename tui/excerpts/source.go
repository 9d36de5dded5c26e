package excerpts

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
	"fangtan/tui/tables"
)

// source says where a passage is from: title · group · speaker · turn.
func (s *Screen) source(e codebook.Excerpt) string {
	p := s.env.Study.Project()
	t := p.Transcript(e.Transcript)
	if t == nil {
		return s.env.T("excerpts.removed")
	}
	parts := []string{t.Title}
	if t.Title == "" {
		parts[0] = t.File
	}
	speaker := tally.SpeakerAt(p, t, e.Start)
	if g := p.Group(p.SpeakerGroup(t, speaker)); g != nil {
		parts = append(parts, g.Name(s.env.Words.Lang()))
	}
	if speaker >= 0 {
		parts = append(parts, t.Speakers[speaker].Shown(), s.env.T("excerpts.turn", "N", turnNo(p.Cut(t.No).Turns(), e.Start)))
	}
	return strings.Join(parts, s.env.T("tables.separator"))
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

// coded says who put which code on it; of a pair, both.
func (s *Screen) coded(e codebook.Excerpt) string {
	p := s.env.Study.Project()
	code, coder := tables.Code(s.env, p, e.Code), coderName(p, e.Coder)
	if e.Match == nil {
		return coder + s.env.T("tables.separator") + code
	}
	if e.Match.Coder != e.Coder {
		coder += s.env.T("tables.comma") + coderName(p, e.Match.Coder)
	}
	return coder + s.env.T("tables.separator") + code + " × " + tables.Code(s.env, p, e.Match.Code)
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
