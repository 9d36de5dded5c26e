package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/text"
	"fangtan/tui/theme"
)

// drag is a selection being made with the mouse.
type drag struct {
	on    bool
	from  int // byte offset where the button went down
	moved bool
}

// wheelRows is how many rows one notch of the wheel scrolls.
const wheelRows = 3

// mouse scrolls, selects, and opens codings by their stripes and names. The wheel scrolls the side under the pointer; a click
// gives it the focus.
func (r *Reader) mouse(msg tea.MouseMsg) {
	if r.doc == nil || r.set == nil {
		return
	}
	m := msg.Mouse()
	if r.panel != nil {
		r.pointPanel(msg, m)
		return
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		r.sideAt(m.X).wheel(m)
	case tea.MouseClickMsg:
		if s := r.sideAt(m.X); m.Button == tea.MouseLeft && r.focus(s) {
			r.click(s.within(m))
		}
	case tea.MouseMotionMsg:
		if r.drag.on && m.Button == tea.MouseLeft {
			r.dragTo(r.within(m))
		}
	case tea.MouseReleaseMsg:
		r.release()
	}
}

// pointed is a panel that takes clicks, at a place inside its overlay.
type pointed interface {
	point(r *Reader, x, y int)
}

// pointPanel gives a click to the panel that is open.
func (r *Reader) pointPanel(msg tea.MouseMsg, m tea.Mouse) {
	p, takes := r.panel.(pointed)
	if _, click := msg.(tea.MouseClickMsg); !click || !takes || m.Button != tea.MouseLeft {
		return
	}
	o := r.panel.draw(r)
	p.point(r, m.X-o.x, m.Y-o.y)
	r.dirty = true
}

// within gives the column of the sheet and the row of the text that the mouse is at.
func (s *side) within(m tea.Mouse) (x, y int) { return m.X - s.sheet.left, m.Y - s.sheet.above }

func (s *side) wheel(m tea.Mouse) {
	rows := wheelRows
	switch m.Button {
	case tea.MouseWheelUp:
		rows = -wheelRows
	case tea.MouseWheelDown:
	default:
		return
	}
	s.top, _ = s.set.step(s.top, rows)
	s.clamp(s.sheet.rows)
	s.dirty = true
}

// click opens a coding by its stripe or name, or begins to select.
func (r *Reader) click(x, y int) {
	if y < 0 || y >= len(r.places) || r.places[y].block < 0 && x < r.sheet.margin {
		return
	}
	here := r.set.bytes(r.places[y])
	s := &r.sheet
	switch {
	case s.pad <= x && x < s.pad+theme.Stripes:
		r.openStripe(x-s.pad, here)
	case s.names > 0 && x >= s.margin:
		if at := r.named(y, x-s.margin); at >= 0 {
			r.openCoding(r.marks.shown[at])
		}
	default:
		r.drag = drag{on: true, from: r.offsetAt(x, y)}
	}
}

// openStripe selects the passage of the coding whose stripe stands in a column beside a stretch, and says what it is.
func (s *side) openStripe(column int, beside span) {
	columns, _ := s.newGutter().stripes(beside)
	code := columns[column]
	if code == 0 {
		s.warn("reader.no-stripe")
		return
	}
	for _, at := range s.marks.touching(beside.start, beside.end) {
		if i := s.marks.shown[at]; s.marks.codings.Code[i] == code {
			s.openCoding(i)
			return
		}
	}
}

func (s *side) openCoding(i int) {
	c := s.marks.codings.At(i)
	who := ""
	if coder := s.project().Coder(c.Coder); coder != nil {
		who = coder.Name
	}
	s.pick(int(c.Start), int(c.End))
	s.say("reader.opened", "Code", s.title(c.Code), "Coder", who)
}

// dragTo selects from where the button went down to here, whole graphemes.
func (r *Reader) dragTo(x, y int) {
	if len(r.places) == 0 {
		return
	}
	to := r.offsetAt(x, min(max(y, 0), len(r.places)-1))
	if to == r.drag.from && !r.drag.moved {
		return
	}
	r.drag.moved = true
	start, end := min(r.drag.from, to), max(r.drag.from, to)
	r.sel = selection{span: span{start, text.NextGrapheme(r.doc.source, end)}, atStart: to < r.drag.from, moving: true}
	r.moved()
}

// release ends a drag; a click without one selects the sentence.
func (r *Reader) release() {
	if !r.drag.on {
		return
	}
	if r.drag.moved {
		r.pick(r.sel.start, r.sel.end)
	} else if i := r.doc.sentenceAt(r.drag.from); i >= 0 {
		r.pickSentence(i)
	}
	if r.mode == modeFree {
		r.mode = modeReading
	}
	r.drag = drag{}
}

// offsetAt is the byte offset of the grapheme shown at a cell, or nearest to it in its row; below the text it is the last one.
func (s *side) offsetAt(x, y int) int {
	for y > 0 && s.places[y].block < 0 {
		x, y = s.sheet.width, y-1
	}
	p := s.places[y]
	line, ok := s.set.line(p)
	if !ok {
		return s.set.bytes(p).start
	}
	off := s.ruler().OffsetAt(s.doc.source, line, max(x-s.sheet.text, 0))
	return min(off, max(text.PrevGrapheme(s.doc.source, line.End), line.Start))
}
