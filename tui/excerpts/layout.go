package excerpts

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
)

// measure is the widest that text is set, in columns: some 40 Chinese characters.
const measure = 84

// indent is what stands before each line but that of the source.
//
//	▸★ 周明（化名） · 第一书记 · 周明 · 话轮 2 · 甲 · P2.1 要求不具体
//	   访谈者：“传帮带”的要求，您觉得具体吗？
//	 ▌ 文件里就一句话，让我们“传经验、帮方法、带作风”。
//	   怎么传、帮到什么程度算完成，没有写。
const indent = "   "

// layOut makes the lines of passage i: its source, then the words in their context.
func (s *Screen) layOut(i int) []string {
	p, e, here := s.env.Study.Project(), s.rows()[i], i == s.cursor
	lines := []string{s.layOutSource(e, here)}
	t := p.Transcript(e.Transcript)
	if t == nil {
		return lines
	}
	w, ok := s.texts.of(t)
	dim := s.env.Theme.Dim
	switch {
	case !ok:
		return append(lines, indent+dim.Render(cell.Ellipsis))
	case w.err != nil:
		return append(lines, s.warning(s.env.T("excerpts.unreadable", "Why", w.err.Error())))
	case int(e.End) > len(w.text):
		return append(lines, s.warning(s.env.T("excerpts.removed")))
	}
	bright := s.env.Theme.Text
	if here {
		bright = s.env.Theme.Accent
	}
	before, after := context(p.Cut(t.No).Sentences(), e.Start, e.End)
	passage := text.Mark{Start: e.Start, End: e.End}
	lines = append(lines, s.set(t, w.text, e, before, 2, indent, dim)...)
	lines = append(lines, s.set(t, w.text, e, passage, max(2, s.area.Height/2), s.stripe(e), bright)...)
	return append(lines, s.set(t, w.text, e, after, 2, indent, dim)...)
}

// stripe stands before the lines of a passage, in the colour of its code.
func (s *Screen) stripe(e codebook.Excerpt) string {
	color := ""
	if c := s.env.Study.Project().Code(e.Code); c != nil {
		color = c.Color
	}
	return " " + s.env.Theme.CodeStyle(color).Render(s.env.Theme.Glyphs.Stripe) + " "
}

func (s *Screen) warning(text string) string {
	return indent + s.env.Theme.Warn.Render(s.env.Ruler.Cut(text, s.area.Width-len(indent)))
}

// layOutSource is the line above a passage: the cursor, a star, where it is from
// and how it is coded. Where there is no room for all, the source gives way first.
func (s *Screen) layOutSource(e codebook.Excerpt, here bool) string {
	mark, star, style := " ", " ", s.env.Theme.Dim
	if here {
		mark, style = s.env.Theme.Glyphs.Here, s.env.Theme.Cursor
	}
	coded := s.coded(e)
	row, ok := coding(s.env.Study.Project(), e)
	switch {
	case !ok:
		coded = s.env.T("excerpts.removed")
	case row.Flags&codebook.Starred != 0:
		star = s.env.Theme.Glyphs.Mark
	}
	coded = s.env.T("tables.separator") + coded
	room := s.area.Width - len(indent) - 1
	source := s.source(e, max(room/2, room-s.env.Ruler.Width(coded)))
	return style.Render(mark + star + " " + s.env.Ruler.Cut(source+coded, room))
}

// set breaks a stretch of a transcript into at most so many lines, each with its
// margin. Words of somebody else than the passage's speaker carry her name.
func (s *Screen) set(t *codebook.Transcript, words string, e codebook.Excerpt, m text.Mark, most int, margin string, style lipgloss.Style) []string {
	if m.Start >= m.End || int(m.End) > len(words) {
		return nil
	}
	stretch, p := strings.TrimSpace(words[m.Start:m.End]), s.env.Study.Project()
	if who := tally.SpeakerAt(p, t, m.Start); who >= 0 && who != tally.SpeakerAt(p, t, e.Start) {
		stretch = t.Speakers[who].Shown() + s.env.T("excerpts.says") + stretch
	}
	width := max(8, min(measure, s.area.Width-len(indent)-1))
	lines := s.env.Ruler.Wrap(stretch, width)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = s.env.Ruler.Cut(lines[most-1]+cell.Ellipsis, width)
	}
	for i := range lines {
		lines[i] = margin + style.Render(lines[i])
	}
	return lines
}
