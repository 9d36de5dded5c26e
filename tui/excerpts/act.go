package excerpts

import (
	"math"
	"strings"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// coding gives the coding of an excerpt as it is now; it is false if it was removed.
func coding(p *codebook.Project, e codebook.Excerpt) (codebook.Coding, bool) {
	c := p.Codings(e.Transcript)
	i := c.Find(e.Coding)
	if i < 0 {
		return codebook.Coding{}, false
	}
	return c.At(i), true
}

// star makes the passage under the cursor a key quote, or no longer one.
func (s *Screen) star() {
	e, _ := s.here()
	row, ok := coding(s.env.Study.Project(), e)
	if !ok {
		s.env.Warn(s.env.T("excerpts.removed"))
		return
	}
	row.Flags ^= codebook.Starred
	if err := s.env.Study.Do(&codebook.ChangeCodings{Name: "coding.star", Transcript: e.Transcript, Rows: []codebook.Coding{row}}); err != nil {
		s.env.Object(err)
		return
	}
	if row.Flags&codebook.Starred != 0 {
		s.env.Say(s.env.T("excerpts.starred"))
	} else {
		s.env.Say(s.env.T("excerpts.unstarred"))
	}
}

// copy puts the passage under the cursor with its source on the clipboard.
func (s *Screen) copy() {
	e, _ := s.here()
	t := s.env.Study.Project().Transcript(e.Transcript)
	if t == nil {
		s.env.Warn(s.env.T("excerpts.removed"))
		return
	}
	w, ok := s.texts.of(t)
	if !ok || w.err != nil || int(e.End) > len(w.text) {
		s.env.Warn(s.env.T("excerpts.not-read"))
		return
	}
	quoted := s.env.T("excerpts.quote", "Text", strings.TrimSpace(w.text[e.Start:e.End]), "Source", s.source(e, math.MaxInt))
	s.env.Wish(screen.Copy{Text: quoted})
	s.env.Say(s.env.T("excerpts.copied"))
}
