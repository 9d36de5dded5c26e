package cooccurrence

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Draw gives the matrix, the list or the tension view, and below it the cell under
// the cursor, what was counted, and the command that prints it.
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	return s.figures.Draw(a, s.draw)
}

func (s *Screen) draw(a screen.Area) (string, *tea.Cursor) {
	if why := s.emptiness(); why != "" {
		return s.env.Ruler.Frame(tables.Empty(s.env, a, why), a.Width, a.Height), nil
	}
	below := s.below(a)
	height := a.Height - len(below)
	var lines []string
	var cursor *tea.Cursor
	more := ""
	switch s.shown() {
	case matrixView:
		lines, cursor = s.drawMatrix(a.Width, height)
		more = tables.More(s.env, &s.matrix.grid)
	case listView:
		lines, cursor = s.drawList(a.Width, height)
		more = tables.More(s.env, &s.list.grid)
	case tensionView:
		lines, cursor = s.drawTension(a.Width, height)
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	if below[0] == "" {
		below[0] = more
	}
	return s.env.Ruler.Frame(append(lines[:height], below...), a.Width, a.Height), cursor
}

// emptiness says why there is no table to show, or nothing.
func (s *Screen) emptiness() string {
	if !s.figures.Has {
		return s.env.T("tables.counting")
	}
	a := s.figures.Answer
	switch {
	case a.project.CodeCount() == 0:
		return s.env.T("tables.no-codes")
	case a.tension != nil && len(a.parts) == 0:
		return s.env.T("cooccurrence.no-components")
	case a.project.CodingCount() == 0:
		return s.env.T("tables.no-codings")
	case s.shown() == matrixView && len(s.matrix.codes) == 0:
		return s.env.T("cooccurrence.nobody-coded")
	case s.shown() == listView && len(a.pairs) == 0:
		return s.env.T("cooccurrence.no-pairs")
	}
	return ""
}

// below are the lines under the table.
func (s *Screen) below(a screen.Area) []string {
	note := s.note()
	if s.figures.Late {
		note = s.env.T("tables.counting")
	}
	return tables.Foot{Detail: s.detail(), DetailLines: 3, Notes: []string{note}, NoteLines: 1, Command: s.command()}.Lines(s.env, a)
}

func (s *Screen) drawMatrix(width, height int) ([]string, *tea.Cursor) {
	m := &s.matrix
	names := 0
	for _, name := range m.names {
		names = max(names, s.env.Ruler.Width(name))
	}
	names = min(names, max(16, width*3/10))
	across, column := m.across(width - 1 - names)
	widths := make([]int, len(m.codes))
	for i := range widths {
		widths[i] = column
	}
	heads := m.headHeight(across)
	sight := m.grid.Look(1+names, heads, width-1-names, height-heads, widths)
	var lines []string
	for i, head := range m.heads(s.env.Ruler, sight, across, column) {
		margin, beyond := strings.Repeat(" ", 1+names), ""
		if i == heads-1 {
			margin, beyond = tables.Margin(s.env, sight, 1+names), tables.Beyond(s.env, sight, len(m.codes))
		}
		lines = append(lines, margin+s.env.Theme.Dim.Render(head)+beyond)
	}
	for r := sight.Top; r < sight.Bottom; r++ {
		lines = append(lines, s.drawMatrixRow(sight, r, names, column-1))
	}
	x := sight.X[m.grid.Col-sight.Left+1] - 1
	return lines, tea.NewCursor(x, sight.Y+m.grid.Row-sight.Top)
}

// drawMatrixRow draws a row; a cell is a blank and shades in width columns.
func (s *Screen) drawMatrixRow(sight tables.Sight, r, names, width int) string {
	m := &s.matrix
	var b strings.Builder
	style := s.figures.Style(s.env.Theme.Text)
	if r == m.grid.Row {
		style = s.env.Theme.Cursor
	}
	b.WriteString(" " + style.Render(s.env.Ruler.Fit(m.names[r], names)))
	for c := sight.Left; c < sight.Right; c++ {
		shade, style := s.shade(r, c, width)
		if r == m.grid.Row && c == m.grid.Col {
			style = s.env.Theme.Selection
		}
		b.WriteString(" " + style.Render(shade))
	}
	return b.String()
}

// shade is what stands in a cell of the matrix.
func (s *Screen) shade(r, c, width int) (string, lipgloss.Style) {
	m, a := &s.matrix, s.figures.Answer
	pair, ok := a.cooc.Pair(m.codes[r], m.codes[c])
	switch {
	case r == c:
		return s.env.Ruler.PadLeft("╲", width), s.env.Theme.Dim
	case !ok:
		return s.env.Ruler.PadLeft(tables.None, width), s.env.Theme.Dim
	case pair.N == 0:
		return strings.Repeat(" ", width), s.env.Theme.Dim
	}
	return strings.Repeat(a.shade(s.env.Theme.Glyphs, pair.N), width), s.figures.Style(s.env.Theme.Text)
}

func (s *Screen) drawList(width, height int) ([]string, *tea.Cursor) {
	g, pairs := &s.list.grid, s.figures.Answer.pairs
	sight := g.Look(1, 1, width-1, height-1, []int{width - 1})
	rows := [][]string{shownOf(s.listHeads(), width)}
	for i := sight.Top; i < sight.Bottom; i++ {
		rows = append(rows, shownOf(s.figures.Answer.figures(pairs[i]), width))
	}
	columns := s.env.Ruler.Columns(rows, func(int) bool { return true }, width, 3)
	figures := 0
	for _, c := range columns {
		figures += cell.Gap + c.Width
	}
	names := cell.Column{Width: max(8, min(36, (width-3-figures-cell.Gap)/2))}
	all := append([]cell.Column{names, names}, columns...)
	lines := []string{s.env.Theme.Dim.Render("  " + s.env.Ruler.Row(all, append([]string{"a", "b"}, rows[0]...)...))}
	for i := sight.Top; i < sight.Bottom; i++ {
		p := pairs[i]
		line := s.env.Ruler.Row(all, append([]string{s.name(p.A), s.name(p.B)}, rows[1+i-sight.Top]...)...)
		mark, style := "  ", s.figures.Style(s.env.Theme.Text)
		if i == g.Row {
			mark, style = s.env.Theme.Glyphs.Here+" ", s.env.Theme.Cursor
		}
		lines = append(lines, style.Render(mark+line))
	}
	return lines, tea.NewCursor(0, sight.Y+g.Row-sight.Top)
}
