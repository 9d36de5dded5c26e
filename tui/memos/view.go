package memos

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Head says how many memos there are, and how they are sorted.
func (s *Screen) Head() (left, right string) {
	left = s.env.Study.Name() + " · " + s.env.T("memos.title") + " · " + s.count(len(s.entries))
	if s.order != byPlace {
		right = s.env.T(orderWords[s.order])
	}
	return left, right
}

func (s *Screen) count(n int) string {
	return s.env.T("memos.count", "Count", tables.Whole(n), "PluralCount", n)
}

// Draw gives the list, and beside or below it the memo under the cursor.
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	if a != s.area {
		s.area = a
		s.settle()
	}
	r, t := roomIn(a), s.env.Theme
	lines, cursor := s.drawList(r.list)
	switch m := s.current(); {
	case m == nil:
	case r.beside:
		lines = s.env.Ruler.Join(" "+t.Rule.Render(t.Glyphs.Wall)+" ",
			cell.Block{Lines: padded(lines, a.Height), Width: r.list.Width},
			cell.Block{Lines: s.detailed(m), Width: r.detail.Width})
	default:
		lines = append(padded(lines, r.list.Height), t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.Width)))
		for _, line := range s.detailed(m) {
			lines = append(lines, " "+line)
		}
	}
	frame := strings.Split(s.env.Ruler.Frame(lines, a.Width, a.Height), "\n")
	frame, cursor = s.slot.Lay(frame, a, cursor)
	return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
}

func padded(lines []string, height int) []string {
	return append(lines, make([]string, max(0, height-len(lines)))...)
}

// drawList gives the filter, if there is one, and the lines in sight.
func (s *Screen) drawList(a screen.Area) ([]string, *tea.Cursor) {
	if len(s.entries) == 0 {
		return s.welcome(), nil
	}
	lines, cursor := s.drawFilter(a.Width)
	if len(s.lines) == 0 {
		nothing := s.env.T("memos.nothing-fits", "Query", s.filter.Value())
		return append(lines, "", "   "+s.env.Theme.Dim.Render(s.env.Ruler.Cut(nothing, a.Width-lead))), cursor
	}
	columns := s.columns(a.Width)
	for i := s.top; i < len(s.lines) && len(lines) < a.Height; i++ {
		if i == s.at && cursor == nil {
			cursor = tea.NewCursor(1, len(lines))
		}
		lines = append(lines, s.drawLine(i, columns))
	}
	return lines, cursor
}

// welcome says how memos come about.
func (s *Screen) welcome() []string {
	t := s.env.Theme
	lines := []string{"", "   " + t.Heading.Render(s.env.T("memos.empty")), ""}
	for _, id := range []string{"memos.empty-here", "memos.empty-reader", "memos.empty-command"} {
		for _, line := range s.env.Ruler.Wrap(s.env.T(id), s.area.Width-2*lead) {
			lines = append(lines, "   "+t.Text.Render(line))
		}
	}
	return lines
}

// drawFilter gives the filter line, if there is one; the cursor is in it while it has the keys.
func (s *Screen) drawFilter(width int) ([]string, *tea.Cursor) {
	if s.above() == 0 {
		return nil, nil
	}
	t := s.env.Theme
	found := 0
	for _, l := range s.lines {
		if l.entry != nil {
			found++
		}
	}
	count := s.count(found)
	text, x := s.filter.View(max(1, width-lead-s.env.Ruler.Width(count)-3), s.env.Ruler, field.Styles{Text: t.Text, Placeholder: t.Dim})
	lines := []string{" " + t.Key.Render("/") + " " + text + "  " + t.Dim.Render(count)}
	if !s.filtering {
		return lines, nil
	}
	return lines, tea.NewCursor(x+lead, 0)
}

// columns are those of the list: what the memo hangs on, its first words, whose it is if there is room, its day.
func (s *Screen) columns(width int) []cell.Column {
	const date, name, wide = 10, 8, 70
	room := width - lead - 2 - date - cell.Gap
	var who []cell.Column
	if width >= wide && len(s.env.Study.Project().Coders()) > 1 {
		room -= name + cell.Gap
		who = []cell.Column{{Width: name}}
	}
	on := min(max(room*2/5, 12), 40)
	columns := []cell.Column{{Width: on}, {Width: max(1, room-on-cell.Gap)}}
	return append(append(columns, who...), cell.Column{Width: date})
}

// drawLine is one memo, or the head of a group:
//
//	▸ ▌ P2.1 要求不具体        与 P1.1 常在同一片段…      林岚      2026-02-25
func (s *Screen) drawLine(i int, columns []cell.Column) string {
	t, l := s.env.Theme, s.lines[i]
	if l.entry == nil {
		return " " + t.Heading.Render(s.env.Ruler.Cut(l.head, roomIn(s.area).list.Width-2))
	}
	m := l.entry.memo
	texts := []string{s.onWithin(m, columns[0].Width), first(m)}
	if len(columns) == 4 {
		texts = append(texts, s.coder(m))
	}
	fields := s.env.Ruler.Fields(columns, append(texts, day(m))...)
	for j := range fields {
		style := t.Dim
		switch {
		case i == s.at && j < 2:
			style = t.Cursor
		case j == 1:
			style = t.Text
		}
		fields[j] = style.Render(fields[j])
	}
	sign, stripe := "   ", "  "
	if i == s.at {
		sign = " " + t.Accent.Render(t.Glyphs.Here) + " "
	}
	if color, ok := s.color(m); ok {
		stripe = t.CodeStyle(color).Render(t.Glyphs.Stripe) + " "
	}
	return sign + stripe + strings.Join(fields, "  ")
}

// first are the first words of a memo, without marks.
func first(m *codebook.Memo) string {
	for _, line := range strings.Split(m.Text, "\n") {
		if words := aside.Bare(line); words != "" {
			return words
		}
	}
	return ""
}
