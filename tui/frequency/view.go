package frequency

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Draw gives the table:
//
//	/ 筛选
//	                      部门领导    第一书记        合计
//	P1.1 目标不明确         2 1/3     ▐11 3/3         18   z +2.9
//	…
//	P1.1 目标不明确 · 第一书记：11 参考点 · 3/3 人 …
//	what was counted, χ²
//	fangtan freq …
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	return s.figures.Draw(a, s.draw)
}

func (s *Screen) draw(a screen.Area) (string, *tea.Cursor) {
	if why := s.emptiness(); why != "" {
		return s.env.Ruler.Frame(tables.Empty(s.env, a, why), a.Width, a.Height), nil
	}
	var lines []string
	cursor := &tea.Cursor{}
	if s.typing || s.filter.Value() != "" {
		line, x := s.drawFilter(a.Width)
		lines = append(lines, line, "")
		cursor = tea.NewCursor(x, 0)
	}
	below := s.below(a)
	body, at := s.drawTable(len(lines), a.Width, a.Height-len(lines)-len(below))
	lines = append(lines, body...)
	for len(lines) < a.Height-len(below) {
		lines = append(lines, "")
	}
	if below[0] == "" {
		below[0] = tables.More(s.env, &s.grid)
	}
	if !s.typing {
		cursor = at
	}
	return s.env.Ruler.Frame(append(lines, below...), a.Width, a.Height), cursor
}

// emptiness says why there is no table to show, or nothing.
func (s *Screen) emptiness() string {
	switch {
	case !s.figures.Has:
		return s.env.T("tables.counting")
	case len(s.figures.Answer.table.Codes) == 0:
		return s.env.T("tables.no-codes")
	case s.figures.Answer.project.CodingCount() == 0:
		return s.env.T("tables.no-codings")
	}
	return ""
}

func (s *Screen) drawFilter(width int) (line string, x int) {
	mark := " / "
	count := s.env.T("frequency.found", "Count", len(s.rows))
	room := max(1, min(40, width-len(mark)-s.env.Ruler.Width(count)-3))
	view, at := s.filter.View(room, s.env.Ruler, field.Styles{Text: s.env.Theme.Text, Placeholder: s.env.Theme.Dim})
	return s.env.Theme.Dim.Render(mark) + view + s.env.Theme.Dim.Render("  "+count), len(mark) + at
}

// below are the lines under the table.
func (s *Screen) below(a screen.Area) []string {
	notes := []string{s.countedNote(), s.testNote()}
	if s.figures.Late {
		notes[0] = s.env.T("tables.counting")
	}
	return tables.Foot{Detail: s.detail(), DetailLines: 2, Notes: notes, NoteLines: 2, Command: s.command()}.Lines(s.env, a)
}

// drawTable draws heads and rows, and says where the cursor is.
func (s *Screen) drawTable(y, width, height int) ([]string, *tea.Cursor) {
	if len(s.rows) == 0 {
		return []string{s.env.Theme.Dim.Render(" " + s.env.T("frequency.no-rows"))}, nil
	}
	names := s.nameWidth(width)
	heads := 1
	for i := range s.set {
		heads = max(heads, len(s.set[i].head))
	}
	widths := make([]int, len(s.set))
	for i, c := range s.set {
		widths[i] = cell.Gap + c.width
	}
	sight := s.grid.Look(1+names, y+heads, width-1-names, height-heads, widths)
	lines := make([]string, 0, height)
	for i := range heads {
		lines = append(lines, s.drawHead(sight, names, i, heads))
	}
	for i := sight.Top; i < sight.Bottom; i++ {
		lines = append(lines, s.drawRow(sight, names, i, width))
	}
	return lines, s.cursorIn(sight)
}

// nameWidth gives names what they want as long as all columns fit, else at least
// three tenths of the width.
func (s *Screen) nameWidth(width int) int {
	want, all := 0, 0
	for _, r := range s.rows {
		want = max(want, s.env.Ruler.Width(s.rowName(r)))
	}
	for _, c := range s.set {
		all += cell.Gap + c.width
	}
	return max(min(want, max(16, width*3/10)), min(want, width-1-all))
}

func (s *Screen) rowName(r int) string {
	a := s.figures.Answer
	name := tables.Code(s.env, a.project, a.table.Codes[r])
	if s.sorted != unsorted {
		return name
	}
	return strings.Repeat(" ", a.table.Level[r]) + name
}

func (s *Screen) drawHead(sight tables.Sight, names, line, heads int) string {
	var b strings.Builder
	last := line == heads-1
	if last {
		b.WriteString(tables.Margin(s.env, sight, 1+names))
	} else {
		b.WriteString(strings.Repeat(" ", 1+names))
	}
	for i := sight.Left; i < sight.Right; i++ {
		c := s.set[i]
		text := ""
		if at := line - (heads - len(c.head)); at >= 0 {
			text = c.head[at]
		}
		style := s.env.Theme.Dim
		if i == s.grid.Col {
			style = s.env.Theme.Text
		}
		b.WriteString(style.Render(s.env.Ruler.FitLeft(text, cell.Gap+c.width)))
	}
	if last {
		b.WriteString(tables.Beyond(s.env, sight, len(s.set)))
	}
	return b.String()
}

func (s *Screen) drawRow(sight tables.Sight, names, i, width int) string {
	r := s.rows[i]
	var b strings.Builder
	b.WriteString(" " + s.drawName(r, names, i == s.grid.Row))
	for c := sight.Left; c < sight.Right; c++ {
		b.WriteString(strings.Repeat(" ", cell.Gap) + s.drawCell(r, c, i == s.grid.Row && c == s.grid.Col))
	}
	end := sight.X[len(sight.X)-1]
	if note := s.endNote(r, width-end-3); sight.Right == len(s.set) && note != "" {
		b.WriteString("   " + s.env.Theme.Dim.Render(note))
	}
	return b.String()
}

// drawName sets a code's number in its colour.
func (s *Screen) drawName(r, width int, here bool) string {
	a := s.figures.Answer
	code := a.project.Code(a.table.Codes[r])
	style := s.figures.Style(s.env.Theme.Text)
	if here {
		style = s.env.Theme.Cursor
	}
	plain := s.env.Ruler.Fit(s.rowName(r), width)
	number := strings.Index(plain, code.Number)
	if code.Number == "" || number < 0 {
		return style.Render(plain)
	}
	end := number + len(code.Number)
	tint := s.figures.Style(s.env.Theme.CodeStyle(code.Color).Bold(here))
	return plain[:number] + tint.Render(plain[number:end]) + style.Render(plain[end:])
}

func (s *Screen) drawCell(r, column int, here bool) string {
	c, a := s.set[column], s.figures.Answer
	f := s.figure(r, a.column(column))
	mark := " "
	if a.striking(r, a.column(column)) {
		mark = s.env.Theme.Glyphs.Peak
	}
	main, beside := mark+s.env.Ruler.PadLeft(f.main, c.main), ""
	if c.beside > 0 {
		beside = " " + s.env.Ruler.PadLeft(f.beside, c.beside)
	}
	dim := s.env.Theme.Dim
	pad := strings.Repeat(" ", max(0, c.width-s.env.Ruler.Width(main+beside)))
	switch {
	case here:
		return s.env.Theme.Selection.Render(pad + main + beside)
	case slices.Contains([]string{tables.Nought, tables.None}, f.main):
		return dim.Render(pad + main + beside)
	case mark != " ":
		main = s.figures.Style(s.env.Theme.Heading).Render(main)
	default:
		main = s.figures.Style(s.env.Theme.Text).Render(main)
	}
	if beside == "" {
		return pad + main
	}
	return pad + main + dim.Render(beside)
}

// cursorIn puts the real cursor on the last digit of the cell's figure.
func (s *Screen) cursorIn(sight tables.Sight) *tea.Cursor {
	c := s.set[s.grid.Col]
	x := sight.X[s.grid.Col-sight.Left+1] - 1
	if c.beside > 0 {
		x -= 1 + c.beside
	}
	return tea.NewCursor(x, sight.Y+s.grid.Row-sight.Top)
}
