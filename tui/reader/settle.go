package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/screen"
)

// settle brings everything up to date after a message and asks for counts that are missing.
func (r *Reader) settle() tea.Cmd {
	if r.update(); r.marks == nil {
		return nil
	}
	return r.count()
}

// update brings up to date what is derived: marks, layout, view, place, frame.
func (r *Reader) update() {
	if r.doc == nil || r.area.Width <= 0 || r.area.Height <= 0 {
		return
	}
	if r.transcript() == nil {
		r.leave()
		return
	}
	r.layout()
	r.refresh()
	r.keepPlace()
	if r.follow {
		r.view()
		r.follow = false
	}
	r.compose()
}

// leave closes a transcript that is no longer in the study.
func (r *Reader) leave() {
	r.doc, r.set, r.marks, r.panel, r.mode = nil, nil, nil, nil, modeReading
	r.warn("reader.gone")
}

// layout divides the area; when the width of the text or the ruler changed, its lines are broken anew and the view stays
// at the same words.
func (r *Reader) layout() {
	if !r.dirty && r.set != nil {
		return
	}
	s := newSheet(r.area, wants{turns: r.doc.turnCount(), plain: r.plain(), keyboard: r.mode == modeKeys})
	if s.rows != r.sheet.rows {
		r.follow = true
	}
	r.sheet = s
	if r.set != nil && r.set.width == s.measure && r.set.ruler == r.ruler() {
		return
	}
	at := 0
	if r.set != nil {
		at = r.offsetIn(r.top)
	}
	r.set = newSetting(r.doc, s.measure, r.ruler())
	r.top = r.set.placeOf(at)
	r.marks, r.follow = nil, true
}

// refresh reads the marks anew if the study changed.
func (r *Reader) refresh() {
	p := r.project()
	if r.marks != nil && r.seen == p.Revision() {
		return
	}
	guard := r.sheet.measure * 3 / 2 // three bytes for two columns
	r.marks = readMarks(p, r.doc, r.env.Study.Coder(), r.shows(), guard)
	r.seen, r.dirty = p.Revision(), true
}

// view moves the first row shown so that the selection is in sight, with some rows around it. Of one that is too long for that,
// the beginning is, or the end that is being moved.
func (r *Reader) view() {
	if len(r.doc.blocks) == 0 {
		return
	}
	rows := r.sheet.rows
	if r.panel != nil {
		rows = max(rows-len(r.panel.draw(r).lines), 3)
	}
	around := min(3, rows/6)
	below := around
	if r.sheet.pane {
		below = rows / 4 // where the margin has names, not the pane
	}
	first, last := r.set.placeOf(r.sel.start), r.set.placeOf(max(r.sel.end-1, r.sel.start))
	if k := &r.set.blocks[first.block]; k.head && first.row == k.above() {
		first.row-- // the speaker's name stays with her first words
	}
	room := rows - 1 - around - below
	long := r.set.distance(first, last, rows)
	switch {
	case long > room && r.sel.moving && !r.sel.atStart:
		first, long = last, 0
	case long > room:
		long = room
	}
	lowest := rows - 1 - below - long // row that first may have so that last is in sight
	switch at := r.set.distance(r.top, first, 2*rows); {
	case at < -rows || at > 2*rows:
		r.top, _ = r.set.step(first, -min(rows/3, lowest))
	case at < around:
		r.top, _ = r.set.step(first, -around)
	case at > lowest:
		r.top, _ = r.set.step(first, -lowest)
	}
	r.clamp(rows)
}

// clamp leaves no rows empty below the last one, unless all fit.
func (r *Reader) clamp(rows int) {
	if _, moved := r.set.step(r.top, rows-1); moved < rows-1 {
		r.top, _ = r.set.step(r.set.end(), -(rows - 1))
	}
}

// Draw hands out the frame.
func (r *Reader) Draw(a screen.Area) (string, *tea.Cursor) {
	if a != r.area {
		r.area, r.follow, r.dirty = a, true, true
	}
	if r.doc == nil || a.Width <= 0 || a.Height <= 0 {
		return r.emptyFrame(a), nil
	}
	if r.dirty || r.canvas.brushes == nil {
		r.dirty = true
		r.update()
	}
	if r.doc == nil {
		return r.emptyFrame(a), nil
	}
	if r.canvas.cursor == nil {
		return r.canvas.frame, nil
	}
	cursor := *r.canvas.cursor // the root moves it
	return r.canvas.frame, &cursor
}
