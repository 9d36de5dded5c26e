package codes

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// Head says how many codes and codings there are, and which figures show.
func (s *Screen) Head() (left, right string) {
	p := s.env.Study.Project()
	left = strings.Join([]string{
		s.env.Study.Name(), s.env.T("app.codebook"), s.env.T("codes.count", "Count", p.CodeCount()),
		s.codings(p.CodingCount()),
	}, " · ")
	switch {
	case s.sorting != nil:
		right = s.env.T("codes.sort-at", "At", min(s.sorting.at+1, len(s.sorting.passages)), "Count", len(s.sorting.passages))
	case s.lint.on():
		right = s.env.T(ruleWords[s.lint.rule])
	case len(s.marked) > 0:
		right = s.env.T("codes.marked", "Count", len(s.marked))
	}
	return left, right
}

// codings words how many codings are stored and, when counting made fewer of them, how many: the columns show those.
func (s *Screen) codings(stored int) string {
	words := s.env.T("app.codings", "Count", locale.Number(stored), "PluralCount", stored)
	if s.counts.own == nil || s.counts.revision != s.env.Study.Project().Revision() {
		return words
	}
	if united := s.counts.united; united != stored {
		return s.env.T("codes.united", "Codings", words, "Count", locale.Number(united))
	}
	return words
}

// Draw gives the tree, and the code under the cursor beside or below it.
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	s.refresh()
	if s.sorting != nil {
		frame := strings.Split(s.env.Ruler.Frame(s.drawSorting(a), a.Width, a.Height), "\n")
		frame, cursor := s.slot.Lay(frame, a, tea.NewCursor(1, min(2, a.Height-1)))
		return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
	}
	room := roomIn(a)
	lines, cursor := s.drawTree(room.tree, a.Height-room.below)
	lines = append(lines, make([]string, max(0, a.Height-room.below-len(lines)))...)
	t := s.env.Theme
	switch {
	case s.current() == nil:
	case room.beside > 0:
		lines = s.env.Ruler.Join(" "+t.Rule.Render(t.Glyphs.Wall)+" ",
			cell.Block{Lines: lines, Width: room.tree},
			cell.Block{Lines: s.inSight(a.Height), Width: room.beside})
	case room.below > 0:
		lines = append(lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.Width)))
		for _, line := range s.inSight(room.below - 1) {
			lines = append(lines, " "+line)
		}
	}
	frame := strings.Split(s.env.Ruler.Frame(lines, a.Width, a.Height), "\n")
	frame, cursor = s.slot.Lay(frame, a, cursor)
	return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
}

func (s *Screen) drawTree(width, height int) ([]string, *tea.Cursor) {
	if len(s.rows) == 0 {
		return s.welcome(width), nil
	}
	var cursor *tea.Cursor
	lines := []string{s.heads(width)}
	for i := s.top; i < len(s.rows) && len(lines) < height; i++ {
		if i == s.at {
			cursor = tea.NewCursor(1, len(lines))
		}
		lines = append(lines, s.row(i, width))
	}
	return lines, cursor
}

// welcome says what to do with an empty codebook.
func (s *Screen) welcome(width int) []string {
	t := s.env.Theme
	lines := []string{"", "   " + t.Heading.Render(s.env.T("codes.empty")), ""}
	for _, id := range []string{"codes.empty-add", "codes.empty-vivo", "codes.empty-command"} {
		for _, line := range s.env.Ruler.Wrap(s.env.T(id), width-2*lead) {
			lines = append(lines, "   "+t.Text.Render(line))
		}
	}
	return lines
}

// lead is the room for the cursor's sign before a row.
const lead = 3

// columns are those of the tree: name, bars if there is room, own figure, figure with sub-codes.
func (l layout) columns(groups int) []cell.Column {
	columns := []cell.Column{{Width: l.name}}
	if l.bar > 0 {
		columns = append(columns, cell.Column{Width: l.bars(groups)})
	}
	return append(columns, cell.Column{Width: l.own, Right: true}, cell.Column{Width: l.rolled, Right: true})
}

func (s *Screen) heads(width int) string {
	l := s.layout(width)
	texts := []string{s.env.T("codes.head-code")}
	if l.bar > 0 {
		texts = append(texts, s.barHeads(l))
	}
	texts = append(texts, s.env.T("codes.head-own"), s.env.T("codes.head-rolled"))
	fields := s.env.Ruler.Fields(l.columns(len(s.counts.groups)), texts...)
	t, last := s.env.Theme, len(fields)-1
	own, rolled := t.Heading, t.Dim
	if s.rollup {
		own, rolled = rolled, own
	}
	for i := range fields {
		style := t.Dim
		switch i {
		case last - 1:
			style = own
		case last:
			style = rolled
		}
		fields[i] = style.Render(fields[i])
	}
	return "   " + strings.Join(fields, "  ")
}

// row is one code:
//
//	▸ ▌1 ★ P1.1 目标不明确 +3  ▂·█▁     2    5
func (s *Screen) row(i, width int) string {
	r, t := s.env.Ruler, s.env.Theme
	p := s.env.Study.Project()
	c := p.Code(s.rows[i])
	l := s.layout(width)
	indent := strings.Repeat("  ", max(0, min(p.Tree().Depth[c.No], (l.name-12)/4)))
	stripe := t.CodeStyle(c.Color).Render(t.Glyphs.Stripe)
	pin := " "
	if c.Pin != "" {
		pin = t.Key.Render(r.Fit(c.Pin, 1))
	}
	row := s.sign(i) + stripe + pin + "  " + indent + s.name(c, i == s.at, l.name-4-len(indent))
	if l.bar > 0 {
		row += "  " + t.Dim.Render(s.bars(c.No, l))
	}
	return row + "  " + s.figures(c.No, l)
}

// sign stands before a row: the cursor, or where what is dragged would land.
func (s *Screen) sign(i int) string {
	t := s.env.Theme
	switch {
	case s.drag.moved && i == s.drag.over:
		return " " + t.Accent.Render(s.drag.sign()) + " "
	case i == s.at:
		return " " + t.Accent.Render(t.Glyphs.Here) + " "
	}
	return "   "
}

// name is the title with what there is to say about the code in few signs.
func (s *Screen) name(c *codebook.Code, here bool, width int) string {
	r, t := s.env.Ruler, s.env.Theme
	style := t.Text
	switch {
	case here:
		style = t.Cursor
	case c.Archived:
		style = t.Dim
	case c.Heading || s.env.Study.Project().Tree().Depth[c.No] == 0:
		style = t.Heading
	}
	before, after := "", ""
	if s.marked[c.No] {
		before = t.Glyphs.Mark + " "
	}
	if s.folded[c.No] {
		after = " +" + locale.Number(len(s.env.Study.Project().Tree().Branch(c.No))-1)
	}
	if c.Archived {
		after += " · " + s.env.T("codes.is-archived")
	}
	room := width - r.Width(before) - r.Width(after)
	title := r.Cut(s.title(c), max(room, 4))
	used := r.Width(before) + r.Width(title) + r.Width(after)
	return inked(t.Warn, before) + style.Render(title) + inked(t.Dim, after) + strings.Repeat(" ", max(0, width-used))
}

// inked renders a text unless there is none: a style without text would still send its sequences.
func inked(style lipgloss.Style, text string) string {
	if text == "" {
		return ""
	}
	return style.Render(text)
}

// figures are the two figures of a code; the ones that t chose stand out. What was not counted yet is blank.
func (s *Screen) figures(n codebook.No, l layout) string {
	r, t := s.env.Ruler, s.env.Theme
	if !s.counts.known(n) {
		return strings.Repeat(" ", l.own+l.rolled+cell.Gap)
	}
	own, rolled := s.counts.of(n)
	a, b := r.FitLeft(locale.Number(own), l.own), r.FitLeft(locale.Number(rolled), l.rolled)
	if s.rollup {
		return t.Dim.Render(a) + "  " + t.Text.Render(b)
	}
	return t.Text.Render(a) + "  " + t.Dim.Render(b)
}
