package journal

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
	"fangtan/tui/wording"
)

// Draw gives the list, and beside or below it what the action under the cursor
// changed:
//
//	2026-03-09
//	▸ 14:05  林岚  编码“P2.1 要求不具体”（周明（化名），1 处）   已撤销
//	  14:02  周航  新建编码“P2.1 要求不具体”
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	return s.sketch.Draw(a, s.draw)
}

func (s *Screen) draw(a screen.Area) (string, *tea.Cursor) {
	room := roomIn(a, s.pane.state)
	lines, cursor := s.drawList(room)
	lines = append(lines, make([]string, max(0, room.height-len(lines)))...)
	t := s.env.Theme
	width, height := room.pane(a)
	switch {
	case room.beside > 0:
		lines = s.env.Ruler.Join(" "+t.Rule.Render(t.Glyphs.Wall)+" ",
			cell.Block{Lines: lines, Width: room.list},
			cell.Block{Lines: s.drawPane(width, height), Width: width})
	case room.below > 0:
		lines = append(lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.Width)))
		for _, line := range s.drawPane(width, height) {
			lines = append(lines, " "+line)
		}
	}
	frame := strings.Split(s.env.Ruler.Frame(lines, a.Width, a.Height), "\n")
	frame, cursor = s.slot.Lay(frame, a, cursor)
	return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
}

func (s *Screen) drawList(room room) ([]string, *tea.Cursor) {
	lines, cursor := s.drawFilter(room.list)
	if len(s.listed.lines) == 0 {
		return append(lines, tables.Empty(s.env, screen.Area{Width: room.list, Height: room.height}, s.emptiness())...), cursor
	}
	coders := s.coderWidth()
	for i := s.top; i < len(s.listed.lines) && len(lines) < room.height; i++ {
		if i == s.at && cursor == nil {
			cursor = tea.NewCursor(1, len(lines))
		}
		lines = append(lines, s.drawLine(i, room.list, coders))
	}
	return lines, cursor
}

// emptiness says why nothing is listed.
func (s *Screen) emptiness() string {
	if s.listed.book == nil {
		return s.env.T("app.loading")
	}
	return s.env.T("journal.nothing-fits")
}

// drawFilter gives the line that says what is let through, if not all is.
func (s *Screen) drawFilter(width int) ([]string, *tea.Cursor) {
	if s.headLines() == 0 {
		return nil, nil
	}
	t, r := s.env.Theme, s.env.Ruler
	var also []string
	if s.coder != 0 {
		also = append(also, s.coderName(s.coder))
	}
	if s.family != everything {
		also = append(also, s.env.T(familyWords[s.family]))
	}
	rest := r.Cut(strings.Join(also, " · "), width/2)
	text, x := s.filter.View(max(1, width-len(" / ")-r.Width(rest)-3), r, field.Styles{Text: t.Text, Placeholder: t.Dim})
	line := " " + t.Key.Render("/") + " " + text + "  " + t.Heading.Render(rest)
	if !s.filtering {
		return []string{line}, nil
	}
	return []string{line}, tea.NewCursor(len(" / ")+x, 0)
}

// mostCoder is the widest that the names of coders are shown.
const mostCoder = 12

// coderWidth is how wide the names of the coders in sight are; nothing where there
// is but one coder.
func (s *Screen) coderWidth() int {
	coders := s.env.Study.Project().Coders()
	if len(coders) < 2 {
		return 0
	}
	width := 0
	for _, c := range coders {
		width = max(width, s.env.Ruler.Width(c.Name))
	}
	return min(width, mostCoder)
}

// lead is how many columns stand before a line of the list: the cursor's sign.
const lead = 3

func (s *Screen) drawLine(i, width, coders int) string {
	t, r := s.env.Theme, s.env.Ruler
	l := s.listed.lines[i]
	h := &s.listed.book.headers[l.at]
	if l.day {
		return " " + t.Heading.Render(dayOf(h))
	}
	style, sign := t.Text, "   "
	standing, state := s.listed.book.fates[l.at].Standing, ""
	switch {
	case i == s.at:
		style, sign = t.Cursor, " "+t.Accent.Render(t.Glyphs.Here)+" "
	case standing == codebook.Undone:
		style = t.Dim
	}
	if standing != codebook.Stands {
		state = "  " + s.env.T(stateWords[standing])
	}
	before := hourOf(h) + "  "
	if coders > 0 {
		before += r.Fit(s.coderName(h.Coder), coders) + "  "
	}
	room := max(8, width-lead-r.Width(before)-r.Width(state)-1)
	return sign + t.Dim.Render(before) + style.Render(r.Fit(wording.Describe(s.env.Words, *h), room)) + t.Dim.Render(r.Pad(state, 0))
}

// stateWords say what became of an action that does not simply stand.
var stateWords = map[codebook.Standing]string{codebook.Undone: "journal.undone", codebook.Redone: "journal.redone"}
