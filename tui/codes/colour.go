package codes

import (
	"strconv"

	"fangtan/codebook"
	"fangtan/tui/prompt"
)

// shade is a colour of the palette and the message that names it.
type shade struct{ hex, name string }

// palette are colours that stay apart, from each other and from the backgrounds of terminals, also for people without one sort
// of cone. Among sixteen colours the last shares one with another; a code has its number and name besides.
var palette = []shade{
	{"#4386eb", "codes.blue"}, {"#c3751f", "codes.orange"}, {"#54994a", "codes.green"}, {"#bc6ee8", "codes.purple"},
	{"#f93161", "codes.red"}, {"#338587", "codes.teal"}, {"#6a7157", "codes.grey"}, {"#8b73b2", "codes.indigo"},
}

// recolour asks for a colour for the code here.
func (s *Screen) recolour() {
	row := *s.current()
	uses := s.uses()
	items, at := make([]prompt.Item, len(palette)), 0
	for i, c := range palette {
		items[i] = prompt.Item{Mark: s.env.Theme.Glyphs.Full + s.env.Theme.Glyphs.Full, Style: s.env.Theme.CodeStyle(c.hex), Text: s.env.T(c.name)}
		if n := uses[c.hex]; n > 0 {
			items[i].Note = s.env.T("codes.used-by", "Count", n)
		}
		if c.hex == row.Color {
			at = i
		}
	}
	list := prompt.NewList(s.env, s.env.T("codes.recolour-title", "Code", s.title(&row)), items, at)
	s.slot.Ask(list, func() error {
		row.Color = palette[list.Chosen()].hex
		return prompt.Do(s.env, &codebook.PutCode{Row: row})
	})
}

// uses counts the codes of each colour.
func (s *Screen) uses() map[string]int {
	p := s.env.Study.Project()
	uses := map[string]int{}
	for _, n := range p.Tree().Order {
		uses[p.Code(n).Color]++
	}
	return uses
}

// freshColour is the colour of a new code: its parent's, or for one of level 1 the one that is used least.
func (s *Screen) freshColour(parent codebook.No) string {
	if above := s.env.Study.Project().Code(parent); above != nil && above.Color != "" {
		return above.Color
	}
	uses := s.uses()
	best := palette[0].hex
	for _, c := range palette {
		if uses[c.hex] < uses[best] {
			best = c.hex
		}
	}
	return best
}

// figure is the figure of a code as lists show it, blank until it is counted.
func (s *Screen) figure(n codebook.No) string {
	if !s.counts.known(n) {
		return ""
	}
	own, rolled := s.counts.of(n)
	if s.rollup {
		own = rolled
	}
	return strconv.Itoa(own)
}
