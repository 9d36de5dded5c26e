package library

import (
	"fangtan/codebook"
)

// share is how much of a transcript this coder has read, in bytes: all of a finished one.
func (s *Screen) share(e *entry) (read, whole int) {
	whole = int(e.row.Bytes)
	if e.row.FinishedBy(s.env.Study.Coder()) {
		return whole, whole
	}
	return min(int(s.env.Study.Place(e.row.No).Read), whole), whole
}

// readText is a bar, where there is room for one, and in words how far this coder is.
func (s *Screen) readText(e *entry) string {
	if s.layout.list < barFrom {
		return s.readWords(e)
	}
	read, whole := s.share(e)
	return s.env.Theme.Glyphs.Bar(read, whole, barWidth) + "  " + s.readWords(e)
}

// readWords says how far this coder is: finished, not begun, at which turn, or where there are no turns how many percent.
func (s *Screen) readWords(e *entry) string {
	read, whole := s.share(e)
	switch {
	case e.row.FinishedBy(s.env.Study.Coder()):
		return s.env.T("library.finished")
	case read == 0:
		return s.env.T("library.unread")
	case read == whole || e.row.Turns == 0:
		return s.env.T("library.percent", "Percent", max(1, 100*read/max(whole, 1)))
	}
	return s.env.T("library.turn", "Turn", turnAt(s.env.Study.Project().Cut(e.row.No), uint32(read)), "Turns", e.row.Turns)
}

// readWidth is the width of the longest that readText may be.
func (s *Screen) readWidth() int {
	turns := uint32(0)
	for i := range s.entries {
		turns = max(turns, s.entries[i].row.Turns)
	}
	width := 0
	for _, text := range []string{
		s.env.T("library.finished"), s.env.T("library.unread"),
		s.env.T("library.percent", "Percent", 100), s.env.T("library.turn", "Turn", turns, "Turns", turns),
	} {
		width = max(width, s.env.Ruler.Width(text))
	}
	if s.layout.list >= barFrom {
		width += barWidth + 2
	}
	return width
}

// turnAt is the number, from 1, of the turn that holds the byte at, or that ends last before it.
func turnAt(cut codebook.Cut, at uint32) int {
	n := 0
	for _, t := range cut.Turns() {
		if t.Start > at {
			break
		}
		if !t.Same {
			n++
		}
	}
	return max(n, 1)
}
