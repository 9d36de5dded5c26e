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
	if len(s.marked) > 0 {
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
	room := roomIn(a)
	lines, cursor := s.drawTree(room.tree, a.Height-room.below)
	lines = append(lines, make([]string, max(0, a.Height-room.below-len(lines)))...)
	t := s.env.Theme
	switch {
	case s.current() == nil:
	case room.beside > 0:
		lines = s.env.Ruler.Join(" "+t.Rule.Render(t.Glyphs.Wall)+" ",
			cell.Block{Lines: lines, Width: room.tree},
			cell.Block{Lines: s.detail.visible(a.Height), Width: room.beside})
	case room.below > 0:
		lines = append(lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.Width)))
		for _, line := range s.detail.visible(room.below - 1) {
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

// The columns of the tree.
const (
	lead        = 3 // the cursor's sign before a row
	numberWidth = 6
)

// columns are those of the tree: name, own figure, figure with sub-codes.
func columns(width int) []cell.Column {
	name := width - lead - 2*(numberWidth+cell.Gap)
	return []cell.Column{{Width: name}, {Width: numberWidth, Right: true}, {Width: numberWidth, Right: true}}
}

func (s *Screen) heads(width int) string {
	fields := s.env.Ruler.Fields(columns(width), s.env.T("codes.head-code"), s.env.T("codes.head-own"), s.env.T("codes.head-rolled"))
	t := s.env.Theme
	fields[0] = t.Dim.Render(fields[0])
	own, rolled := t.Heading, t.Dim
	if s.rollup {
		own, rolled = rolled, own
	}
	fields[1], fields[2] = own.Render(fields[1]), rolled.Render(fields[2])
	return "   " + strings.Join(fields, "  ")
}

// row is one code:
//
//	▸ ▌1 ★ P1.1 目标不明确 +3        2      5
func (s *Screen) row(i, width int) string {
	r, t := s.env.Ruler, s.env.Theme
	p := s.env.Study.Project()
	c := p.Code(s.rows[i])
	sign := "   "
	if i == s.at {
		sign = " " + t.Accent.Render(t.Glyphs.Here) + " "
	}
	cells := columns(width)
	indent := strings.Repeat("  ", min(p.Tree().Depth[c.No], (cells[0].Width-12)/4))
	stripe := t.CodeStyle(c.Color).Render(t.Glyphs.Stripe)
	pin := " "
	if c.Pin != "" {
		pin = t.Key.Render(r.Fit(c.Pin, 1))
	}
	name := s.name(c, i == s.at, cells[0].Width-4-len(indent))
	return sign + stripe + pin + "  " + indent + name + "  " + s.figures(c.No, cells)
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
func (s *Screen) figures(n codebook.No, cells []cell.Column) string {
	r, t := s.env.Ruler, s.env.Theme
	if !s.counts.known(n) {
		return strings.Repeat(" ", cells[1].Width+cell.Gap+cells[2].Width)
	}
	own, rolled := s.counts.of(n)
	a, b := r.FitLeft(locale.Number(own), cells[1].Width), r.FitLeft(locale.Number(rolled), cells[2].Width)
	if s.rollup {
		return t.Dim.Render(a) + "  " + t.Text.Render(b)
	}
	return t.Text.Render(a) + "  " + t.Dim.Render(b)
}
