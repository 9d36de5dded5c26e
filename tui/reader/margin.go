package reader

import (
	"slices"
	"strings"

	"fangtan/codebook"
)

// piece is some plain text in one style.
type piece struct {
	text  string
	brush brush
}

// name is what the margin calls a coding: its code. A name of something else has no coding.
type name struct {
	piece
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

// newMargin writes the names of what is in sight into their rows.
func (r *Reader) newMargin() *margin {
	m := &margin{rows: make([][]name, r.sheet.rows), first: r.sheet.rows}
	if r.sheet.names == 0 {
		return m
	}
	if r.sheet.pane {
		m.pane = r.pane()
		m.first = max(r.sheet.rows-len(m.pane), 0)
	}
	if start, end, ok := r.sight(); ok {
		sight := r.marks.touching(start, end)
		for row, p := range r.canvas.places[:m.first] {
			if p.block >= 0 {
				m.rows[row] = r.beginnings(r.set.bytes(p), sight)
			}
		}
	}
	m.spill(r)
	return m
}

// furthest is how many rows a name may stand below the one where its passage begins.
const furthest = 3

// spill moves names that find no room in their row down, as notes in a printed margin move, until they would stand too far off;
// there all share the row.
func (m *margin) spill(r *Reader) {
	var waiting []name
	var since int // row that the first of them begins in
	for row := range m.first {
		if len(waiting) == 0 {
			since = row
		}
		waiting = append(waiting, m.rows[row]...)
		n := len(waiting)
		if row-since < furthest && row+1 < m.first {
			n = r.fitting(waiting)
		}
		m.rows[row], waiting = waiting[:n:n], waiting[n:]
		if n > 0 {
			since = row
		}
	}
}

// fitting is how many names fit into a row of the margin uncut; at least one, if there is one.
func (r *Reader) fitting(names []name) int {
	gap, used := r.ruler().Width(dotted), 0
	for i, p := range names {
		used += r.ruler().Width(p.text)
		if i > 0 && used > r.sheet.names {
			return i
		}
		used += gap
	}
	return len(names)
}

// beginnings names what begins in a stretch: codes once each, then that there is a memo. sight are positions in marks.shown.
func (r *Reader) beginnings(s span, sight []int) []name {
	var seen []codebook.No
	var names []name
	c := r.marks.codings
	for _, at := range sight {
		i := r.marks.shown[at]
		if int(c.Start[i]) < s.start || int(c.Start[i]) >= s.end || slices.Contains(seen, c.Code[i]) {
			continue
		}
		seen = append(seen, c.Code[i])
		title := r.title(c.Code[i])
		if c.Flags[i]&codebook.Starred != 0 {
			title = r.env.Theme.Glyphs.Mark + " " + title
		}
		names = append(names, name{piece{title, r.codeBrush(c.Code[i])}, at})
	}
	for _, memo := range r.marks.memos {
		if int(memo.Start) >= s.start && int(memo.Start) < s.end {
			return append(names, name{piece{r.env.T("reader.memo-mark"), r.canvas.brushes.dim}, -1})
		}
	}
	return names
}

func (r *Reader) title(n codebook.No) string {
	if c := r.project().Code(n); c != nil {
		return c.Title(r.env.Words.Lang())
	}
	return ""
}

// dotted parts names that share a row.
const dotted = " · "

// marginOf draws the rule and a row of the margin, to the right end of the area.
func (r *Reader) marginOf(out *strings.Builder, row int) {
	s := &r.sheet
	if s.names == 0 {
		blank(out, s.width-s.text-s.measure)
		return
	}
	blank(out, 1)
	r.canvas.brushes.rule.paint(out, r.env.Theme.Glyphs.Wall)
	blank(out, 1)
	m, used := r.canvas.margin, 0
	if below := row - m.first; below >= 0 && below < len(m.pane) {
		used = r.joined(out, m.pane[below], s.names)
	} else {
		used = r.drawNames(out, m.rows[row])
	}
	blank(out, s.width-s.margin-used)
}

// drawNames draws names with a sign between them and gives the columns used.
func (r *Reader) drawNames(out *strings.Builder, list []name) int {
	used := 0
	for i, shown := range r.laid(list) {
		if i > 0 {
			r.canvas.brushes.dim.paint(out, dotted)
			used += r.ruler().Width(dotted)
		}
		list[i].brush.paint(out, shown)
		used += r.ruler().Width(shown)
	}
	return used
}

// laid gives names as they stand in a row of the margin. Where they are too long, the long ones are shortened alike as far as that
// helps, then the rest is left out.
func (r *Reader) laid(list []name) []string {
	ruler, width := r.ruler(), r.sheet.names
	gap := ruler.Width(dotted)
	widths := make([]int, len(list))
	for i, n := range list {
		widths[i] = ruler.Width(n.text)
	}
	share := fairShare(widths, width-gap*max(len(list)-1, 0))
	shown, used := make([]string, 0, len(list)), 0
	for i, p := range list {
		if i > 0 {
			if used+gap+2 > width {
				break
			}
			used += gap
		}
		cut := ruler.Cut(p.text, min(share, width-used))
		shown = append(shown, cut)
		used += ruler.Width(cut)
	}
	return shown
}

// named gives the position in marks.shown of the coding named at a column of a row's margin, -1 for none.
func (r *Reader) named(row, column int) int {
	list, from := r.canvas.margin.rows[row], 0
	for i, shown := range r.laid(list) {
		to := from + r.ruler().Width(shown)
		if from <= column && column < to {
			return list[i].coding
		}
		from = to + r.ruler().Width(dotted)
	}
	return -1
}

// fairShare is the width that each of a list may have so that all fit into room: short ones leave theirs to the long ones. widths is
// used up.
func fairShare(widths []int, room int) int {
	const least = 6
	whole, left := room, len(widths)
	for left > 0 {
		share := max(room/left, least)
		fit := false
		for i, w := range widths {
			if w > 0 && w <= share {
				room, left, widths[i], fit = room-w, left-1, 0, true
			}
		}
		if !fit {
			return share
		}
	}
	return max(whole, least)
}
