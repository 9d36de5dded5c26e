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
	places  []place // what each row shows; a row below the text has block -1
	margin  *margin
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
	c.cursor = nil
	lines := make([]string, 0, r.sheet.height)
	r.lookAhead()
	c.margin = r.newMargin()
	gutter := r.newGutter()
	for row, at := range c.places {
		lines = append(lines, r.row(at, row, gutter))
	}
	lines = append(lines, r.band()...)
	lines = r.front(lines)
	c.frame = strings.Join(lines, "\n")
}

// lookAhead lists what each row will show.
func (r *Reader) lookAhead() {
	places := r.canvas.places[:0]
	at, left := r.top, len(r.doc.blocks) > 0
	for range r.sheet.rows {
		if !left {
			places = append(places, place{block: -1})
			continue
		}
		places = append(places, at)
		next, moved := r.set.step(at, 1)
		at, left = next, moved == 1
	}
	r.canvas.places = places
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
	case r.wanted.Passage.Transcript != 0:
		said = r.env.T("app.loading")
	}
	lines := make([]string, a.Height/3, max(a.Height, 1))
	for _, l := range r.ruler().Wrap(said, max(a.Width-8, 1)) {
		lines = append(lines, "    "+r.env.Theme.Dim.Render(l))
	}
	return r.ruler().Frame(lines, a.Width, a.Height)
}
