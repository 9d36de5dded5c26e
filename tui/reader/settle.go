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
	return tea.Batch(r.count(), r.countCodings(), r.advise())
}

// update brings up to date what is derived: marks, layout, view, place, frame.
func (r *Reader) update() {
	if r.doc == nil || r.area.Width <= 0 || r.area.Height <= 0 {
		return
	}
	if r.closeGone(); r.doc == nil {
		return
	}
	r.layout()
	for _, s := range r.shown() {
		s.refresh()
		s.keepPlace()
		if s.follow {
			s.view(s.sheet.rows - r.covered(s))
			s.follow = false
		}
	}
	r.compose()
}

// layout divides the area anew, if what it is divided for may have changed.
func (r *Reader) layout() {
	if !r.dirty && r.set != nil {
		return
	}
	shown := r.shown()
	for i, s := range shown {
		s.calm = s != r.side
		w := wants{turns: s.doc.highest(), spoken: len(s.doc.turns) > 0, plain: r.plain(), keyboard: r.mode == modeKeys}
		if len(shown) > 1 {
			s.lay(newHalf(r.area, i, w))
		} else {
			s.lay(newSheet(r.area, w))
		}
	}
}

// lay gives the side its sheet; when the width of the text or the ruler changed, its lines are broken anew and the view stays
// at the same words.
func (s *side) lay(sheet sheet) {
	if sheet.rows != s.sheet.rows {
		s.follow = true
	}
	s.sheet = sheet
	if s.set != nil && s.set.width == sheet.measure && s.set.ruler == s.ruler() {
		return
	}
	at := 0
	if s.set != nil {
		at = s.offsetIn(s.top)
	}
	s.set = newSetting(s.doc, sheet.measure, s.ruler())
	s.top = s.set.placeOf(at)
	s.marks, s.follow = nil, true
}

// refresh reads the marks anew if the study changed.
func (s *side) refresh() {
	p := s.project()
	if s.marks != nil && s.seen == p.Revision() {
		return
	}
	guard := s.sheet.measure * 3 / 2 // three bytes for two columns
	s.marks = readMarks(p, s.doc, s.env.Study.Coder(), s.shows(), guard)
	s.seen, s.dirty = p.Revision(), true
}

// resize takes the area; the view follows the selection into it.
func (r *Reader) resize(a screen.Area) {
	r.area, r.dirty = a, true
	for _, s := range r.sides {
		s.follow = true
	}
}

// covered is how many rows of a side the panel lies over.
func (r *Reader) covered(s *side) int {
	if r.panel == nil || s != r.side {
		return 0
	}
	return len(r.panel.draw(r).lines)
}

// view moves the first row shown so that the selection is in sight within a number of rows, with some around it. Of one that is too
// long for that, the beginning is, or the end that is being moved.
func (s *side) view(rows int) {
	if len(s.doc.blocks) == 0 {
		return
	}
	rows = max(rows, 3)
	around := min(3, rows/6)
	below := around
	if s.sheet.pane {
		below = rows / 4 // where the margin has names, not the pane
	}
	if s.sheet.keyboard {
		below = max(below, keyboardRows)
	}
	first, last := s.set.placeOf(s.sel.start), s.set.placeOf(max(s.sel.end-1, s.sel.start))
	if k := &s.set.blocks[first.block]; k.head && first.row == k.above() {
		first.row-- // the speaker's name stays with her first words
	}
	room := rows - 1 - around - below
	long := s.set.distance(first, last, rows)
	switch {
	case long > room && s.sel.moving && !s.sel.atStart:
		first, long = last, 0
	case long > room:
		long = room
	}
	lowest := rows - 1 - below - long // row that first may have so that last is in sight
	switch at := s.set.distance(s.top, first, 2*rows); {
	case at < -rows || at > 2*rows:
		s.top, _ = s.set.step(first, -min(rows/3, lowest))
	case at < around:
		s.top, _ = s.set.step(first, -around)
	case at > lowest:
		s.top, _ = s.set.step(first, -lowest)
	}
	s.clamp(rows)
}

// clamp leaves no rows empty below the last one, unless all fit.
func (s *side) clamp(rows int) {
	if _, moved := s.set.step(s.top, rows-1); moved < rows-1 {
		s.top, _ = s.set.step(s.set.end(), -(rows - 1))
	}
}

// Draw hands out the frame.
func (r *Reader) Draw(a screen.Area) (string, *tea.Cursor) {
	if a != r.area {
		r.resize(a)
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
