package excerpts

import (
	tea "charm.land/bubbletea/v2"
)

// window is the part of the list in sight, laid out: passages from top on, each a
// block of lines with a blank one below it.
type window struct {
	top    int
	blocks []block // from top on
	laid   map[int][]string
}

// block is a passage as it is drawn, and the line of its first line.
type block struct {
	y     int
	lines []string
}

// page is how many passages a page is.
func (w *window) page() int { return max(1, len(w.blocks)-1) }

// at gives the passage drawn on line y.
func (w *window) at(y int) (int, bool) {
	for i, b := range w.blocks {
		if b.y <= y && y < b.y+len(b.lines) {
			return w.top + i, true
		}
	}
	return 0, false
}

// settle lays out what is in sight with the cursor in it, and asks for the texts
// that are missing there. It is called after whatever may have changed that.
func (s *Screen) settle() tea.Cmd {
	s.sketch.Spoil()
	s.cursor = max(0, min(s.cursor, len(s.rows())-1))
	height := max(1, s.area.Height-s.top()-s.bottom())
	s.window.blocks, s.window.laid = nil, map[int][]string{}
	if len(s.rows()) == 0 {
		return nil
	}
	s.window.top = max(min(s.window.top, s.cursor), s.lowestTop(height))
	for i, y := s.window.top, 0; i < len(s.rows()) && y < height; i++ {
		b := block{y, s.laid(i)}
		s.window.blocks = append(s.window.blocks, b)
		y += len(b.lines) + 1
	}
	return s.readMissing()
}

// laid gives the lines of passage i, made once for each look.
func (s *Screen) laid(i int) []string {
	lines, ok := s.window.laid[i]
	if !ok {
		lines = s.layOut(i)
		s.window.laid[i] = lines
	}
	return lines
}

// lowestTop is the first passage from which the one under the cursor is wholly in sight.
func (s *Screen) lowestTop(height int) int {
	top, used := s.cursor, -1
	for i := s.cursor; i >= 0; i-- {
		used += len(s.laid(i)) + 1
		if used > height {
			break
		}
		top = i
	}
	return top
}

// readMissing asks for the texts of the passages in sight.
func (s *Screen) readMissing() tea.Cmd {
	var cmds []tea.Cmd
	for i := range s.window.blocks {
		t := s.env.Study.Project().Transcript(s.rows()[s.window.top+i].Transcript)
		if t != nil && s.texts.want(t) {
			cmds = append(cmds, s.env.Study.ReadText(t.No))
		}
	}
	return tea.Batch(cmds...)
}
