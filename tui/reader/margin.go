package reader

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// piece is some plain text in one style.
type piece struct {
	text  string
	brush brush
}

// name is what the margin calls a coding: its code, and whose it is if several people's codings show. A name of something else
// has no coding.
type name struct {
	piece
	who    others
	coding int // position in marks.shown, -1 for none
}

// margin is what stands right of the text: names beside the rows where their passages begin, and below them the pane.
//
//	│  P2.1 要求不具体
//	│  P1.1 目标不明确 · F2 问题
//	│
//	│  本段                      first row of the pane
//	│   ▌ I1.3 分工与协同
type margin struct {
	rows  [][]name
	first int // row of the pane
	pane  [][]piece
}

// newMargin writes the names of what is in sight into their rows, and a pane below them.
func (s *side) newMargin(pane [][]piece) *margin {
	m := &margin{rows: make([][]name, s.sheet.rows), first: s.sheet.rows}
	if s.sheet.names == 0 {
		return m
	}
	m.pane = pane
	m.first = max(s.sheet.rows-len(m.pane), 0)
	if start, end, ok := s.sight(); ok {
		sight := s.marks.touching(start, end)
		for row, p := range s.places[:m.first] {
			if p.block >= 0 {
				m.rows[row] = s.beginnings(s.set.bytes(p), sight)
			}
		}
	}
	m.spill(s)
	return m
}

// furthest is how many rows a name may stand below the one where its passage begins.
const furthest = 3

// spill moves names that find no room in their row down, as notes in a printed margin move, until they would stand too far off;
// there all share the row.
func (m *margin) spill(s *side) {
	var waiting []name
	var since int // row that the first of them begins in
	for row := range m.first {
		if len(waiting) == 0 {
			since = row
		}
		waiting = append(waiting, m.rows[row]...)
		n := len(waiting)
		if row-since < furthest && row+1 < m.first {
			n = s.fitting(waiting)
		}
		m.rows[row], waiting = waiting[:n:n], waiting[n:]
		if n > 0 {
			since = row
		}
	}
}

// fitting is how many names fit into a row of the margin uncut; at least one, if there is one.
func (s *side) fitting(names []name) int {
	gap, used := s.ruler().Width(dotted), 0
	for i, p := range names {
		used += s.ruler().Width(p.text + p.who.brief)
		if i > 0 && used > s.sheet.names {
			return i
		}
		used += gap
	}
	return len(names)
}

// beginnings names what begins in a stretch: codes once each, then that there is a memo. sight are positions in marks.shown.
func (s *side) beginnings(here span, sight []int) []name {
	var seen []codebook.No
	var names []name
	var coders [][]codebook.No // by name
	c := s.marks.codings
	for _, at := range sight {
		i := s.marks.shown[at]
		if int(c.Start[i]) < here.start || int(c.Start[i]) >= here.end {
			continue
		}
		if n := slices.Index(seen, c.Code[i]); n >= 0 {
			coders[n] = append(coders[n], codebook.No(c.Coder[i]))
			continue
		}
		seen, coders = append(seen, c.Code[i]), append(coders, []codebook.No{codebook.No(c.Coder[i])})
		title := s.title(c.Code[i])
		if c.Flags[i]&codebook.Starred != 0 {
			title = s.env.Theme.Glyphs.Mark + " " + title
		}
		names = append(names, name{piece: piece{title, s.codeBrush(c.Code[i])}, coding: at})
	}
	if s.marks.several {
		for i := range names {
			names[i].who = s.others(coders[i])
		}
	}
	for _, memo := range s.marks.memos {
		if int(memo.Start) >= here.start && int(memo.Start) < here.end {
			return append(names, name{piece: piece{s.env.T("reader.memo-mark"), s.canvas.brushes.dim}, coding: -1})
		}
	}
	return names
}

func (d *desk) title(n codebook.No) string {
	if c := d.project().Code(n); c != nil {
		return c.Title(d.env.Words.Lang())
	}
	return ""
}

// dotted parts names that share a row.
const dotted = " · "

// marginOf draws the rule and a row of the margin, to the right end of the area.
func (s *side) marginOf(out *strings.Builder, row int) {
	sheet := &s.sheet
	if sheet.names == 0 {
		blank(out, sheet.width-sheet.text-sheet.measure)
		return
	}
	blank(out, 1)
	s.canvas.brushes.rule.paint(out, s.env.Theme.Glyphs.Wall)
	blank(out, 1)
	m, used := s.margin, 0
	if below := row - m.first; below >= 0 && below < len(m.pane) {
		used = s.joined(out, m.pane[below], sheet.names)
	} else {
		used = s.drawNames(out, m.rows[row])
	}
	blank(out, sheet.width-sheet.margin-used)
}

// drawNames draws names with a sign between them, and how many are left out, and gives the columns used.
func (s *side) drawNames(out *strings.Builder, list []name) int {
	used, dim := 0, s.canvas.brushes.dim
	shown := s.laid(list)
	for i, n := range shown {
		if i > 0 {
			dim.paint(out, dotted)
			used += s.ruler().Width(dotted)
		}
		n.brush.paint(out, n.text)
		dim.paint(out, n.who.full)
		used += s.ruler().Width(n.text + n.who.full)
	}
	if left := len(list) - len(shown); left > 0 {
		more := " +" + strconv.Itoa(left)
		dim.paint(out, more)
		used += len(more)
	}
	return used
}
