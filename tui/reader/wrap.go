package reader

import "fangtan/tui/cell"

// place is a row of a block: the gap, the head, or a line. Places are what the view is anchored at.
type place struct{ block, row int }

func (a place) before(b place) bool { return a.block < b.block || a.block == b.block && a.row < b.row }

// setting is a manuscript set in lines of one width by one ruler. Blocks are broken when somebody looks at them.
type setting struct {
	*manuscript
	width int
	ruler cell.Ruler
	lines map[int][]cell.Line
}

// mostBroken is how many blocks are kept in lines before all are forgotten.
const mostBroken = 4096

func newSetting(m *manuscript, width int, ruler cell.Ruler) *setting {
	return &setting{manuscript: m, width: width, ruler: ruler, lines: map[int][]cell.Line{}}
}

// of gives the lines of a block; a block without words has none.
func (s *setting) of(b int) []cell.Line {
	lines, ok := s.lines[b]
	if ok {
		return lines
	}
	if len(s.lines) >= mostBroken {
		clear(s.lines)
	}
	if k := &s.blocks[b]; k.start < k.end {
		lines = cell.Break(s.source, k.start, k.end, s.width, s.ruler)
	}
	s.lines[b] = lines
	return lines
}

// above is the number of rows of a block that stand above its lines.
func (b *block) above() int {
	n := 0
	if b.gap {
		n++
	}
	if b.head {
		n++
	}
	return n
}

// rows is the number of rows of a block.
func (s *setting) rows(b int) int { return s.blocks[b].above() + len(s.of(b)) }

// placeOf gives the row in which a byte offset is shown; one in a label is shown in the head.
func (s *setting) placeOf(off int) place {
	if len(s.blocks) == 0 {
		return place{}
	}
	b := s.blockAt(off)
	if next := b + 1; off >= s.blocks[b].end && next < len(s.blocks) && off >= s.blocks[next].label {
		b = next
	}
	k := &s.blocks[b]
	if off < k.start && k.head {
		return place{b, k.above() - 1}
	}
	lines := s.of(b)
	row := 0
	for row+1 < len(lines) && lines[row+1].Start <= off {
		row++
	}
	return place{b, k.above() + row}
}

// step goes n rows down, or up for a negative n, and stops at the first and the last row; moved tells how far it came.
func (s *setting) step(from place, n int) (to place, moved int) {
	to = from
	for n > moved {
		last := s.rows(to.block) - 1
		switch {
		case n-moved <= last-to.row:
			to.row += n - moved
			return to, n
		case to.block+1 >= len(s.blocks):
			moved += max(last-to.row, 0)
			to.row = max(last, to.row)
			return to, moved
		}
		moved += last - to.row + 1
		to = place{to.block + 1, 0}
	}
	for n < moved {
		switch {
		case moved-n <= to.row:
			to.row -= moved - n
			return to, n
		case to.block == 0:
			moved -= to.row
			to.row = 0
			return to, moved
		}
		moved -= to.row + 1
		to.block--
		to.row = s.rows(to.block) - 1
	}
	return to, moved
}

// distance is how many rows b lies below a (negative: above), or beyond limit in that direction if it is further.
func (s *setting) distance(a, b place, limit int) int {
	if b.before(a) {
		return -s.distance(b, a, limit)
	}
	n := -a.row
	for k := a.block; k < b.block; k++ {
		n += s.rows(k)
		if n > limit {
			return limit + 1
		}
	}
	return n + b.row
}

// end is the last row.
func (s *setting) end() place {
	last := len(s.blocks) - 1
	if last < 0 {
		return place{}
	}
	return place{last, max(s.rows(last)-1, 0)}
}

// line gives the line shown in a place, if it is one.
func (s *setting) line(p place) (cell.Line, bool) {
	if p.block >= len(s.blocks) {
		return cell.Line{}, false
	}
	lines := s.of(p.block)
	i := p.row - s.blocks[p.block].above()
	if i < 0 || i >= len(lines) {
		return cell.Line{}, false
	}
	return lines[i], true
}

// bytes gives the bytes that a row stands for: those of its line, of the label in a head, of what lies between two blocks in a gap.
func (s *setting) bytes(p place) span {
	if line, ok := s.line(p); ok {
		return span{line.Start, line.End}
	}
	if p.block >= len(s.blocks) {
		return span{}
	}
	b := &s.blocks[p.block]
	switch {
	case b.head && p.row == b.above()-1:
		return span{b.label, b.start}
	case p.block == 0:
		return span{}
	}
	return span{s.blocks[p.block-1].end, b.label}
}
