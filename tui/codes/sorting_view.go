package codes

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// around is how many sentences stand before and after a passage.
const around = 3

// drawSorting gives the passage in front in its context, and beside it, or below, the codes to sort into.
func (s *Screen) drawSorting(a screen.Area) []string {
	room := roomIn(a)
	text, targets := s.sortingText(min(room.tree, measure), a), s.sortingTargets(room.detailWidth())
	if room.beside > 0 {
		t := s.env.Theme
		text = append(text, make([]string, max(0, a.Height-len(text)))...)
		return s.env.Ruler.Join(" "+t.Rule.Render(t.Glyphs.Wall)+" ",
			cell.Block{Lines: text, Width: room.tree}, cell.Block{Lines: targets, Width: room.beside})
	}
	height := max(1, a.Height-min(len(targets), a.Height/2)-1)
	text = append(text, make([]string, max(0, height-len(text)))...)[:height]
	return append(append(text, s.env.Theme.Rule.Render(strings.Repeat(s.env.Theme.Glyphs.Rule, a.Width))), targets...)
}

// measure is the widest that text is set, in columns: some 40 Chinese characters.
const measure = 84

func (s *Screen) sortingText(width int, a screen.Area) []string {
	o, t := s.sorting, s.env.Theme
	if o.at >= len(o.passages) {
		return []string{"", "   " + t.Heading.Render(s.env.T("codes.sort-end")), "", "   " + t.Dim.Render(s.env.T("codes.sort-end-how"))}
	}
	p := o.passages[o.at]
	lines := []string{" " + t.Dim.Render(s.env.Ruler.Cut(s.sortingSource(p.Passage), width-1)), ""}
	switch {
	case o.textOf != p.Transcript:
		return append(lines, "   "+t.Dim.Render(cell.Ellipsis))
	case o.err != nil:
		return append(lines, "   "+t.Warn.Render(s.env.Ruler.Cut(s.env.T("codes.unreadable", "Why", o.err.Error()), width-3)))
	case int(p.End) > len(o.text):
		return lines
	}
	start, end := s.context(p.Passage)
	stripe := " " + t.CodeStyle(s.env.Study.Project().Code(o.code).Color).Render(t.Glyphs.Stripe) + " "
	most := max(2, a.Height/3)
	lines = append(lines, s.setWords(o.text[start:p.Start], width, -most, "   ", t.Dim)...)
	lines = append(lines, s.setWords(o.text[p.Start:p.End], width, 2*most, stripe, t.Accent)...)
	return append(lines, s.setWords(o.text[p.End:end], width, most, "   ", t.Dim)...)
}

// sortingSource says where a passage is from.
func (s *Screen) sortingSource(at codebook.Passage) string {
	p := s.env.Study.Project()
	t := p.Transcript(at.Transcript)
	who := tally.SpeakerAt(p, t, at.Start)
	parts := []string{t.Title}
	if g := p.Group(p.SpeakerGroup(t, who)); g != nil {
		parts = append(parts, g.Name(s.env.Words.Lang()))
	}
	if who >= 0 {
		parts = append(parts, t.Speakers[who].Shown())
	}
	return strings.Join(parts, " · ")
}

// context is the text around a passage: some sentences before and after it.
func (s *Screen) context(at codebook.Passage) (start, end uint32) {
	sentences := s.env.Study.Project().Cut(at.Transcript).Sentences()
	start, end = at.Start, at.End
	before, after := 0, 0
	for i := len(sentences) - 1; i >= 0 && before < around; i-- {
		if sentences[i].Start < at.Start {
			start = min(start, sentences[i].Start)
			before++
		}
	}
	for i := 0; i < len(sentences) && after < around; i++ {
		if sentences[i].End > at.End {
			end = max(end, sentences[i].End)
			after++
		}
	}
	return start, min(end, uint32(len(s.sorting.text)))
}

// setWords sets a stretch of text in at most so many lines, the last ones where most is negative.
func (s *Screen) setWords(words string, width, most int, margin string, style lipgloss.Style) []string {
	if strings.TrimSpace(words) == "" {
		return nil
	}
	lines := s.env.Ruler.Wrap(strings.Trim(words, "\n"), max(8, width-4))
	switch {
	case most < 0 && len(lines) > -most:
		lines = lines[len(lines)+most:]
	case most > 0 && len(lines) > most:
		lines = lines[:most]
	}
	for i := range lines {
		lines[i] = margin + style.Render(lines[i])
	}
	return lines
}

// sortingTargets are the codes to sort into, each with its key and how many passages it has got.
func (s *Screen) sortingTargets(width int) []string {
	o, t, r := s.sorting, s.env.Theme, s.env.Ruler
	to, stay := o.sums()
	lines := []string{t.Heading.Render(r.Cut(s.env.T("codes.sort-title", "Code", s.titleOf(o.code)), width)), ""}
	chosen, decided := left, false
	if o.at < len(o.passages) {
		chosen, decided = o.into[o.passages[o.at].codings[0]], true
		_, decided = o.into[o.passages[o.at].codings[0]]
	}
	row := func(i int, key, mark, name string, n int) string {
		figure := strconv.Itoa(n)
		sign := " "
		if decided && i == chosen {
			sign = t.Glyphs.Here
		}
		room := max(4, width-8-len(figure))
		return t.Accent.Render(sign) + t.Key.Render(r.Fit(key, 2)) + mark + " " + t.Text.Render(r.Fit(name, room)) + " " + t.Dim.Render(figure)
	}
	for i, target := range o.targets {
		name := s.title(&target.row)
		if target.fresh {
			name += s.env.T("codes.sort-fresh")
		}
		lines = append(lines, row(i, sortKeys[i:i+1], t.CodeStyle(target.row.Color).Render(t.Glyphs.Stripe), name, to[i]))
	}
	if len(o.targets) == 0 {
		for _, line := range r.Wrap(s.env.T("codes.sort-how"), width) {
			lines = append(lines, t.Dim.Render(line))
		}
	}
	return append(lines, "", row(left, "␣", " ", s.env.T("codes.sort-staying"), stay))
}
