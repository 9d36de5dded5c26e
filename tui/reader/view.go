package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/screen"
)

// canvas is the frame as it was made last.
type canvas struct {
	brushes *brushes
	frame   string
	cursor  *tea.Cursor
}

// overlay is a panel as drawn: lines of one width, where they stand in the area, and the cursor in them.
type overlay struct {
	lines  []string
	x, y   int
	cursor *tea.Cursor
}

// compose makes the frame anew if anything in it changed.
func (r *Reader) compose() {
	if !r.dirty {
		return
	}
	r.dirty = false
	c := &r.canvas
	if c.brushes == nil {
		c.brushes = newBrushes(r.env.Theme)
	}
	lines := r.columns()
	c.cursor = nil
	if r.cursor != nil {
		c.cursor = tea.NewCursor(r.sheet.left+r.cursor.X, r.sheet.above+r.cursor.Y)
	}
	lines = r.front(append(lines, r.band()...))
	c.frame = strings.Join(lines, "\n")
}

// columns are the rows of what is open: of one side alone, or of two with a rule between them.
func (r *Reader) columns() []string {
	shown := r.shown()
	if len(shown) == 1 {
		var pane [][]piece
		if r.sheet.pane {
			pane = r.pane()
		}
		return r.rows(pane)
	}
	left, right := shown[0].column(), shown[1].column()
	wall := r.wall(shown[1].sheet.left - shown[0].sheet.width)
	lines := make([]string, len(left), r.sheet.height)
	for i := range left {
		lines[i] = left[i] + wall + right[i]
	}
	return lines
}

// rows are the rows of text and margin, with a pane at the lower end of the margin.
func (s *side) rows(pane [][]piece) []string {
	s.cursor = nil
	s.lookAhead()
	s.margin = s.newMargin(pane)
	gutter := s.newGutter()
	lines := make([]string, 0, s.sheet.height)
	for row, at := range s.places {
		lines = append(lines, s.row(at, row, gutter))
	}
	return lines
}

// lookAhead lists what each row will show.
func (s *side) lookAhead() {
	places := s.places[:0]
	at, left := s.top, len(s.doc.blocks) > 0
	for range s.sheet.rows {
		if !left {
			places = append(places, place{block: -1})
			continue
		}
		places = append(places, at)
		next, moved := s.set.step(at, 1)
		at, left = next, moved == 1
	}
	s.places = places
}

// front lays the panel over the lines.
func (r *Reader) front(lines []string) []string {
	if r.panel == nil {
		return lines
	}
	o := r.panel.draw(r)
	r.canvas.cursor = nil
	if o.cursor != nil {
		r.canvas.cursor = tea.NewCursor(o.x+o.cursor.X, o.y+o.cursor.Y)
	}
	return r.ruler().Overlay(lines, o.lines, o.x, o.y)
}

// emptyFrame says what to do where there is nothing to read.
func (r *Reader) emptyFrame(a screen.Area) string {
	said := r.env.T("reader.empty")
	switch {
	case r.failure != nil:
		said = r.env.T("reader.failed")
	case r.wanted.Transcript != 0:
		said = r.env.T("app.loading")
	}
	lines := make([]string, a.Height/3, max(a.Height, 1))
	for _, l := range r.ruler().Wrap(said, max(a.Width-8, 1)) {
		lines = append(lines, "    "+r.env.Theme.Dim.Render(l))
	}
	return r.ruler().Frame(lines, a.Width, a.Height)
}
