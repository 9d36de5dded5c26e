package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// Head says what there is, and how it is sorted.
func (s *Screen) Head() (left, right string) {
	left = strings.Join([]string{
		s.env.Study.Name(),
		s.env.T("app.transcripts", "Count", len(s.entries)),
		s.env.T("app.characters", "Count", locale.Number(s.totals.characters), "PluralCount", s.totals.characters),
		s.env.T("app.codings", "Count", locale.Number(s.totals.codings), "PluralCount", s.totals.codings),
	}, " · ")
	if s.sort != byOrder {
		right = s.env.T(sortWords[s.sort])
	}
	return left, right
}

var sortWords = [sortings]string{"library.by-order", "library.by-title", "library.by-date", "library.by-codings", "library.by-length"}

// Draw gives the list, and beside it the transcript under the cursor if there is room.
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	s.refresh()
	lines, cursor := s.drawList(a.Height)
	if s.layout.aside > 0 && s.current() != nil {
		t := s.env.Theme
		between := " " + t.Rule.Render(t.Glyphs.Wall) + " "
		lines = s.env.Ruler.Join(between,
			cell.Block{Lines: padded(lines, a.Height), Width: s.layout.list},
			cell.Block{Lines: s.aside(s.current().row), Width: s.layout.aside})
	}
	frame := strings.Split(s.env.Ruler.Frame(lines, a.Width, a.Height), "\n")
	frame, cursor = s.slot.Lay(frame, a, cursor)
	return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
}

func padded(lines []string, height int) []string {
	return append(lines, make([]string, max(0, height-len(lines)))...)
}

// drawList gives the lines of the list and the place of the real cursor.
func (s *Screen) drawList(height int) ([]string, *tea.Cursor) {
	if len(s.entries) == 0 {
		return s.welcome(), nil
	}
	lines, cursor := s.drawFilter()
	lines = append(lines, s.drawHeads())
	if len(s.lines) == 0 {
		nothing := s.env.T("library.nothing-fits", "Query", s.filter.Value())
		return append(lines, "", "   "+s.env.Theme.Dim.Render(s.env.Ruler.Cut(nothing, s.layout.list-lead))), cursor
	}
	for i := s.top; i < len(s.lines) && len(lines) < height; i++ {
		if i == s.at && cursor == nil {
			cursor = tea.NewCursor(1, len(lines))
		}
		lines = append(lines, s.drawLine(i))
	}
	return lines, cursor
}

// welcome says what to do in an empty study.
func (s *Screen) welcome() []string {
	t := s.env.Theme
	lines := []string{"", "   " + t.Heading.Render(s.env.T("library.empty")), ""}
	for _, id := range []string{"library.empty-import", "library.empty-drop", "library.empty-command"} {
		for _, line := range s.env.Ruler.Wrap(s.env.T(id), s.area.Width-2*lead) {
			lines = append(lines, "   "+t.Text.Render(line))
		}
	}
	return lines
}

// drawFilter gives the filter line, if there is one; the cursor is in it while it has the keys.
func (s *Screen) drawFilter() ([]string, *tea.Cursor) {
	if s.headLines() == 1 {
		return nil, nil
	}
	t := s.env.Theme
	found := 0
	for _, l := range s.lines {
		if l.entry != nil {
			found++
		}
	}
	count := s.env.T("app.transcripts", "Count", found)
	width := max(1, s.layout.list-lead-s.env.Ruler.Width(count)-3)
	text, x := s.filter.View(width, s.env.Ruler, field.Styles{Text: t.Text, Placeholder: t.Dim})
	line := " " + t.Key.Render("/") + " " + text + "  " + t.Dim.Render(count)
	if !s.filtering {
		return []string{line}, nil
	}
	return []string{line}, tea.NewCursor(x+lead, 0)
}

func (s *Screen) drawHeads() string {
	heads := make([]string, len(s.layout.columns))
	for i, c := range s.layout.columns {
		heads[i] = s.headText(&c)
	}
	return "   " + s.env.Theme.Dim.Render(s.env.Ruler.Row(s.layout.cells, heads...))
}

func (s *Screen) drawLine(i int) string {
	t, e := s.env.Theme, s.lines[i].entry
	if e == nil {
		return " " + t.Heading.Render(s.env.Ruler.Cut(s.lines[i].head, s.layout.list-2))
	}
	texts := make([]string, len(s.layout.columns))
	for j, c := range s.layout.columns {
		texts[j] = c.text(s, e)
	}
	fields := s.env.Ruler.Fields(s.layout.cells, texts...)
	for j, c := range s.layout.columns {
		style := t.Text
		switch {
		case i == s.at && j == 0:
			style = t.Cursor
		case c.style != nil:
			style = c.style(s, e)
		}
		fields[j] = style.Render(fields[j])
	}
	sign := "   "
	if i == s.at {
		sign = " " + t.Accent.Render(t.Glyphs.Here) + " "
	}
	return sign + strings.Join(fields, "  ")
}

// groupName is the name of a group, or the word for none.
func (s *Screen) groupName(n codebook.No) string {
	if g := s.env.Study.Project().Group(n); g != nil {
		return g.Name(s.env.Words.Lang())
	}
	return s.env.T("library.no-group")
}
