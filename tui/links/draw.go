package links

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/chain"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// wideFrom is the width from which a code stands in the middle with its neighbours
// at both sides; below it they are one list.
const wideFrom = 100

func (s *Screen) wide() bool { return s.view == around && s.area.Width >= wideFrom }

// listTop is how many lines stand above the rows; listHeight how many rows are in sight.
const listTop = 2

func (s *Screen) listHeight() int { return max(1, s.area.Height-listTop-s.footHeight()) }

// Draw gives the rows, and below them the link under the cursor.
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	s.area = a
	s.weave()
	s.settle()
	return s.sketch.Draw(a, s.draw)
}

func (s *Screen) draw(a screen.Area) (string, *tea.Cursor) {
	var lines []string
	var cursor *tea.Cursor
	switch {
	case s.code == 0 || s.view == chains && s.count() == 0:
		lines = tables.Empty(s.env, a, s.emptiness())
	case s.wide():
		lines, cursor = s.drawWide(a)
	default:
		lines, cursor = s.drawList(a)
	}
	lines = append(lines, make([]string, max(0, a.Height-s.footHeight()-len(lines)))...)
	lines = append(lines[:max(0, a.Height-s.footHeight())], s.foot(a)...)
	frame := strings.Split(s.env.Ruler.Frame(lines, a.Width, a.Height), "\n")
	if s.picking != nil {
		frame, cursor = s.overPicker(frame, a)
	} else {
		frame, cursor = s.slot.Lay(frame, a, cursor)
	}
	return s.env.Ruler.Frame(frame, a.Width, a.Height), cursor
}

// emptiness says why there is nothing to show, and what to do next.
func (s *Screen) emptiness() string {
	if s.code == 0 {
		return s.env.T("links.no-codes")
	}
	return s.env.T("links.no-chains")
}

// drawList is one row below another:
//
//	 P2.1 要求不具体
//
//	▸← 导致    P4 政策范围
//	 → 导致    I3.1 政策理解偏差
//	 ↔ 有张力  T2.1 配合度低
func (s *Screen) drawList(a screen.Area) ([]string, *tea.Cursor) {
	lines := []string{" " + s.listHead(a.Width-2), ""}
	if s.count() == 0 {
		return append(lines, s.nothing(a.Width-4)...), nil
	}
	var cursor *tea.Cursor
	for i := s.top; i < s.count() && i < s.top+s.listHeight(); i++ {
		if i == s.at {
			cursor = tea.NewCursor(0, len(lines))
		}
		row := s.neighbourRow
		if s.view == chains {
			row = s.stepRow
		}
		lines = append(lines, row(i, a.Width))
	}
	return lines, cursor
}

// listHead is the code in the middle, or how many problems have causes.
func (s *Screen) listHead(width int) string {
	if s.view == chains {
		words := s.env.T("links.chains-head", "Problems", locale.Number(len(s.web.Problems())))
		return s.env.Theme.Dim.Render(s.env.Ruler.Cut(words, width))
	}
	return s.coded(s.code, width)
}

// nothing says that the code has no links, and how to make one.
func (s *Screen) nothing(width int) []string {
	lines := s.env.Ruler.Wrap(s.env.T("links.none-yet"), width)
	for i := range lines {
		lines[i] = "   " + s.env.Theme.Dim.Render(lines[i])
	}
	return lines
}

// coded is a code with its stripe, in its colour.
func (s *Screen) coded(n codebook.No, width int) string {
	p, t := s.env.Study.Project(), s.env.Theme
	style := t.CodeStyle(p.Code(n).Color)
	return style.Render(t.Glyphs.Stripe + s.env.Ruler.Cut(tables.Code(s.env, p, n), width-1))
}

// sign stands before a row.
func (s *Screen) sign(i int) string {
	if i == s.at {
		return s.env.Theme.Cursor.Render(s.env.Theme.Glyphs.Here)
	}
	return " "
}

// kindWidth is how wide the kinds of the rows of a direction are, or of all rows; at
// most a third.
func (s *Screen) kindWidth(width int, of ...chain.Direction) int {
	w := 0
	for _, b := range s.neighbours() {
		if len(of) == 0 || slices.Contains(of, b.Direction) {
			w = max(w, s.env.Ruler.Width(s.kindWords(b.Link.Kind)))
		}
	}
	return min(w, width/3)
}

func (s *Screen) neighbourRow(i, width int) string {
	b := s.neighbours()[i]
	kind := s.kindWidth(width)
	row := s.sign(i) + s.lit(i).Render(" "+arrows[b.Direction]+" "+s.env.Ruler.Fit(s.kindWords(b.Link.Kind), kind)) + "  "
	return row + s.coded(b.Code, width-kind-7)
}

// stepRow is a step of a chain, indented by how far it is from the problem.
func (s *Screen) stepRow(i, width int) string {
	step, t := s.steps[i], s.env.Theme
	indent := strings.Repeat("  ", min(step.Depth, max(0, width/8)))
	lead := indent
	if step.Depth > 0 {
		lead = indent + "← "
	}
	note := s.stepNote(step)
	code := s.coded(step.Code, max(8, width-cell.Gap-2-s.env.Ruler.Width(lead+note)))
	return s.sign(i) + t.Dim.Render(lead) + code + t.Dim.Render(note)
}

// stepNote says on how many passages a step rests, and why the chain goes no further.
func (s *Screen) stepNote(step chain.Step) string {
	note := ""
	if n := chain.Evidence(step.Links); n > 0 {
		note = "  " + s.env.T("links.evidence", "Count", n)
	}
	switch step.End {
	case chain.Circle:
		note += "  " + s.env.T("links.circle")
	case chain.Told:
		note += "  " + s.env.T("links.told")
	}
	return note
}

// click puts the cursor on a row; a click on the row of the cursor walks there.
func (s *Screen) click(msg tea.MouseClickMsg) {
	if s.Typing() || msg.Button != tea.MouseLeft {
		return
	}
	i, ok := s.rowAt(msg.X, msg.Y)
	switch {
	case !ok:
	case i == s.at:
		s.walk(place{code: s.other()})
	default:
		s.at = i
	}
}

// rowAt gives the row drawn at a place of the area.
func (s *Screen) rowAt(x, y int) (int, bool) {
	if s.wide() {
		return s.wideRowAt(x, y)
	}
	i := s.top + y - listTop
	return i, y >= listTop && y < listTop+s.listHeight() && i < s.count()
}
