package prompt

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/screen"
)

// The largest list.
const (
	listWidth = 64
	listRows  = 12
)

// Draw gives the field, if there is one, and the rows around the cursor.
func (l *List) Draw(a screen.Area) Box {
	t := l.env.Theme
	width := inner(a, listWidth)
	var lines []string
	var cursor *tea.Cursor
	if l.typed {
		text, x := l.field.View(width, l.env.Ruler, field.Styles{Text: t.Text, Placeholder: t.Dim})
		lines = append(lines, text, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, width)))
		cursor = tea.NewCursor(x, 0)
	}
	l.page = max(1, min(a.Height-EdgeHeight-len(lines), listRows))
	l.top = max(0, min(l.top, l.at), l.at-l.page+1)
	for i := l.top; i < min(l.top+l.page, len(l.shown)); i++ {
		if i == l.at && cursor == nil {
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, l.row(l.shown[i], i == l.at, width))
	}
	if len(l.shown) == 0 {
		lines = append(lines, t.Dim.Render(l.env.Ruler.Fit(l.env.T("prompt.nothing-fits"), width)))
	}
	for l.typed && len(lines) < 2+min(l.page, len(l.items)) { // the box keeps its size while people type
		lines = append(lines, "")
	}
	return Frame(l.env, l.title, lines, width, cursor)
}

func (l *List) row(h find.Hit, here bool, width int) string {
	r, t, it := l.env.Ruler, l.env.Theme, &l.items[h.Entry]
	lead, style := "  ", t.Text
	if here {
		lead, style = t.Glyphs.Here+" ", t.Cursor
	}
	mark := ""
	if it.Mark != "" {
		mark = it.Style.Render(it.Mark) + " "
	}
	note := r.Cut(it.Note, width/2)
	room := width - 2 - r.Width(note)
	if note != "" {
		room -= 2
	}
	if it.Mark != "" {
		room -= r.Width(it.Mark) + 1
	}
	name := marked{r, style, t.Match}
	spans := func(name int) [][2]int {
		if h.Name == name {
			return h.Spans
		}
		return nil
	}
	words := ""
	if it.Number != "" {
		words = name.render(it.Number, spans(find.ByNumber), r.Width(it.Number)) + " "
		room -= r.Width(it.Number) + 1
	}
	words += name.render(it.Text, spans(0), max(room, 0))
	if note != "" {
		words += "  " + t.Dim.Render(note)
	}
	return t.Accent.Render(lead) + mark + words
}
