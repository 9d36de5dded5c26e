package links

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"fangtan/codebook/chain"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// columns are the widths of the picture: incoming, the lines from there to the code,
// the code, the lines from there, outgoing.
type columns struct{ left, gap, middle, right int }

const (
	armWidth   = 4 // of the lines between two columns
	mostMiddle = 40
)

func columnsIn(width int) columns {
	middle := min(width*3/10, mostMiddle)
	side := (width - middle - 2*armWidth) / 2
	return columns{left: side, gap: armWidth, middle: middle, right: width - side - middle - 2*armWidth}
}

// wings are the rows by direction.
func (s *Screen) wings() map[chain.Direction][]int {
	wings := map[chain.Direction][]int{}
	for i, b := range s.neighbours() {
		wings[b.Direction] = append(wings[b.Direction], i)
	}
	return wings
}

// sight is the part of a wing in sight, so that the row of the cursor is there.
func (s *Screen) sight(rows []int, height int) []int {
	from := 0
	for k, i := range rows {
		if i == s.at {
			from = max(0, k-height+1)
		}
	}
	return rows[from:min(len(rows), from+height)]
}

// boxTop is the line of the code's box, in the middle of the longer wing; the code
// itself stands a line below.
func (s *Screen) boxTop(left, right []int) int {
	return listTop + max(0, (max(len(left), len(right))-boxHeight)/2)
}

const boxHeight = 3

// drawWide is a code with what leads to it on the left, what it leads to on the
// right, and what it is joined with both ways below it.
func (s *Screen) drawWide(a screen.Area) ([]string, *tea.Cursor) {
	c, wings, height := columnsIn(a.Width), s.wings(), s.listHeight()
	left, right := s.sight(wings[chain.In], height), s.sight(wings[chain.Out], height)
	top := s.boxTop(left, right)
	both := s.sight(wings[chain.Both], max(0, height+listTop-top-boxHeight-1))
	lines := s.env.Ruler.Join("",
		cell.Block{Lines: s.drawWing(left, c.left, "links.incoming", len(wings[chain.In])), Width: c.left},
		cell.Block{Lines: s.arms(left, top+1, true), Width: c.gap},
		cell.Block{Lines: s.drawMiddle(both, top, c.middle), Width: c.middle},
		cell.Block{Lines: s.arms(right, top+1, false), Width: c.gap},
		cell.Block{Lines: s.drawWing(right, c.right, "links.outgoing", len(wings[chain.Out])), Width: c.right},
	)
	if s.count() == 0 {
		lines = append(append(lines, ""), s.nothing(a.Width-4)...)
	}
	return lines, s.wideCursor(c, left, both, right, top)
}

func (s *Screen) wideCursor(c columns, left, both, right []int, top int) *tea.Cursor {
	for _, w := range []struct {
		rows []int
		x, y int
	}{{left, 0, listTop}, {both, c.left + c.gap, top + boxHeight + 1}, {right, c.left + 2*c.gap + c.middle, listTop}} {
		for k, i := range w.rows {
			if i != s.at {
				continue
			}
			if w.x == 0 {
				w.x = s.indent(i, c.left)
			}
			return tea.NewCursor(w.x, w.y+k)
		}
	}
	return nil
}

// wideRowAt gives the row drawn at a place.
func (s *Screen) wideRowAt(x, y int) (int, bool) {
	c, wings, height := columnsIn(s.area.Width), s.wings(), s.listHeight()
	left, right := s.sight(wings[chain.In], height), s.sight(wings[chain.Out], height)
	top := s.boxTop(left, right)
	rows, first := left, listTop
	switch {
	case x >= c.left+2*c.gap+c.middle:
		rows = right
	case x >= c.left+c.gap:
		rows, first = s.sight(wings[chain.Both], max(0, height+listTop-top-boxHeight-1)), top+boxHeight+1
	}
	if k := y - first; 0 <= k && k < len(rows) {
		return rows[k], true
	}
	return 0, false
}

// drawWing is a heading and a row for each neighbour.
func (s *Screen) drawWing(rows []int, width int, heading string, count int) []string {
	lines := []string{s.env.Theme.Dim.Render(s.env.Ruler.Fit(" "+s.env.T(heading, "Count", count), width)), ""}
	for _, i := range rows {
		if s.neighbours()[i].Direction == chain.In {
			lines = append(lines, s.incomingRow(i, width))
		} else {
			lines = append(lines, s.sign(i)+s.joined(i, "", width-1))
		}
	}
	return lines
}

// joined is a kind and then the code, behind a sign.
func (s *Screen) joined(i int, sign string, width int) string {
	b, r := s.neighbours()[i], s.env.Ruler
	kind := sign + r.Cut(s.kindWords(b.Link.Kind), width/3)
	return s.lit(i).Render(kind) + " " + s.coded(b.Code, width-r.Width(kind)-1)
}

// incomingRow is a code and then the kind, at the right of the column.
func (s *Screen) incomingRow(i, width int) string {
	b, kind := s.neighbours()[i], s.kindWidth(width, chain.In)
	words := s.lit(i).Render(s.env.Ruler.Fit(s.kindWords(b.Link.Kind), kind))
	return blanks(s.indent(i, width)) + s.sign(i) + s.coded(b.Code, width-kind-incomingFrame) + "  " + words + " "
}

// incomingFrame is what stands in an incoming row beside code and kind: the sign,
// two blanks between them, one behind.
const incomingFrame = 4

// indent is what stands before an incoming row, so that the codes end side by side.
func (s *Screen) indent(i, width int) int {
	room := width - s.kindWidth(width, chain.In) - incomingFrame - 1
	name := tables.Code(s.env, s.env.Study.Project(), s.neighbours()[i].Code)
	return max(0, room-s.env.Ruler.Width(s.env.Ruler.Cut(name, room)))
}

// lit is the style of the words of a row: those of the cursor's are bright.
func (s *Screen) lit(i int) lipgloss.Style {
	if i == s.at {
		return s.env.Theme.Cursor
	}
	return s.env.Theme.Dim
}

func blanks(n int) string { return strings.Repeat(" ", n) }

// drawMiddle is the code in a box of its colour, and below it what it is joined with both ways.
func (s *Screen) drawMiddle(both []int, top, width int) []string {
	p, t, r := s.env.Study.Project(), s.env.Theme, s.env.Ruler
	style := t.CodeStyle(p.Code(s.code).Color)
	rule := strings.Repeat(t.Glyphs.Rule, width-2)
	name := r.Cut(tables.Code(s.env, p, s.code), width-4)
	before := (width - 2 - r.Width(name)) / 2
	lines := make([]string, top, top+boxHeight+1+len(both))
	lines = append(lines, style.Render("┌"+rule+"┐"),
		style.Render(t.Glyphs.Wall)+style.Bold(true).Render(r.Fit(strings.Repeat(" ", before)+name, width-2))+style.Render(t.Glyphs.Wall),
		style.Render("└"+rule+"┘"), "")
	for _, i := range both {
		lines = append(lines, s.sign(i)+s.joined(i, arrows[chain.Both]+" ", width-1))
	}
	return lines
}

// Bits of a sign that draws lines: to which sides they go.
const (
	up = 1 << iota
	down
	before
	behind
)

var joints = map[int]string{
	0: " ", up | down: "│", before | behind: "─", before | down: "┐", before | up: "┘", behind | down: "┌", behind | up: "└",
	up | down | before: "┤", up | down | behind: "├", before | behind | down: "┬", before | behind | up: "┴", up | down | before | behind: "┼",
}

// arms are the lines between the rows of a wing and the code on line middle.
func (s *Screen) arms(rows []int, middle int, incoming bool) []string {
	if len(rows) == 0 {
		return nil
	}
	t := s.env.Theme
	rule := t.Glyphs.Rule
	first, last := min(listTop, middle), max(listTop+len(rows)-1, middle)
	lines := make([]string, first, last+1)
	for y := first; y <= last; y++ {
		row, code := y >= listTop && y < listTop+len(rows), y == middle
		left, right := row, code
		if !incoming {
			left, right = code, row
		}
		line := joints[bits(y > first, up)|bits(y < last, down)|bits(left, before)|bits(right, behind)]
		line = sides(left, rule, " ") + line + sides(right, rule+"▶", "  ")
		lines = append(lines, t.Dim.Render(line))
	}
	return lines
}

func bits(on bool, bit int) int {
	if on {
		return bit
	}
	return 0
}

func sides(on bool, yes, no string) string {
	if on {
		return yes
	}
	return no
}
