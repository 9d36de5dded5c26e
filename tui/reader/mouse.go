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

// mouse scrolls, selects, and opens codings by their stripes and names.
func (r *Reader) mouse(msg tea.MouseMsg) {
	if r.doc == nil || r.set == nil || r.panel != nil {
		return
	}
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		r.wheel(m)
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			r.click(m.X, m.Y)
		}
	case tea.MouseMotionMsg:
		if r.drag.on && m.Button == tea.MouseLeft {
			r.dragTo(m.X, m.Y)
		}
	case tea.MouseReleaseMsg:
		r.release()
	}
}

func (r *Reader) wheel(m tea.Mouse) {
	rows := wheelRows
	switch m.Button {
	case tea.MouseWheelUp:
		rows = -wheelRows
	case tea.MouseWheelDown:
	default:
		return
	}
	r.top, _ = r.set.step(r.top, rows)
	r.clamp(r.sheet.rows)
	r.dirty = true
}

// click opens a coding by its stripe or name, or begins to select.
func (r *Reader) click(x, y int) {
	if y < 0 || y >= len(r.canvas.places) || r.canvas.places[y].block < 0 && x < r.sheet.margin {
		return
	}
	here := r.set.bytes(r.canvas.places[y])
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
func (r *Reader) openStripe(column int, s span) {
	columns, _ := r.newGutter().stripes(s)
	code := columns[column]
	if code == 0 {
		r.warn("reader.no-stripe")
		return
	}
	for _, at := range r.marks.touching(s.start, s.end) {
		if i := r.marks.shown[at]; r.marks.codings.Code[i] == code {
			r.openCoding(i)
			return
		}
	}
}

func (r *Reader) openCoding(i int) {
	c := r.marks.codings.At(i)
	who := ""
	if coder := r.project().Coder(c.Coder); coder != nil {
		who = coder.Name
	}
	r.pick(int(c.Start), int(c.End))
	r.say("reader.opened", "Code", r.title(c.Code), "Coder", who)
}

// dragTo selects from where the button went down to here, whole graphemes.
func (r *Reader) dragTo(x, y int) {
	if len(r.canvas.places) == 0 {
		return
	}
	to := r.offsetAt(x, min(max(y, 0), len(r.canvas.places)-1))
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
func (r *Reader) offsetAt(x, y int) int {
	for y > 0 && r.canvas.places[y].block < 0 {
		x, y = r.sheet.width, y-1
	}
	p := r.canvas.places[y]
	line, ok := r.set.line(p)
	if !ok {
		return r.set.bytes(p).start
	}
	off := r.ruler().OffsetAt(r.doc.source, line, max(x-r.sheet.text, 0))
	return min(off, max(text.PrevGrapheme(r.doc.source, line.End), line.Start))
}
