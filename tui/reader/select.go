package reader

import (
	"fangtan/codebook"
	"fangtan/codebook/text"
)

// selection is the stretch that keys act on, with the end that moves.
type selection struct {
	span
	atStart bool // the start moves, else the end
	moving  bool // it was moved
}

func (s selection) empty() bool { return s.start >= s.end }

// pick selects a stretch, without the blanks around it; nothing but blanks selects nothing.
func (r *Reader) pick(start, end int) {
	start, end = text.Snap(r.doc.source, start, end)
	start, end = text.Trim(r.doc.source, start, end)
	r.sel = selection{span: span{start, end}}
	r.moved()
}

// moved has the view follow the selection.
func (r *Reader) moved() { r.follow, r.dirty = true, true }

// movedEnd has it follow the end that moves.
func (r *Reader) movedEnd() {
	r.sel.moving = true
	r.moved()
}

// pickSentence selects sentence i and says whether there is one.
func (r *Reader) pickSentence(i int) bool {
	if i < 0 || i >= len(r.doc.sentences) {
		return false
	}
	s := r.doc.sentences[i]
	r.pick(int(s.Start), int(s.End))
	return true
}

// moveEnd moves the end that moves to where step leads, leaving at least one grapheme.
func (r *Reader) moveEnd(step func(source string, at int) int) {
	if r.sel.empty() {
		r.warn("reader.nothing-here")
		return
	}
	before := r.sel
	if r.sel.atStart {
		r.sel.start = min(step(r.doc.source, r.sel.start), text.PrevGrapheme(r.doc.source, r.sel.end))
	} else {
		r.sel.end = max(step(r.doc.source, r.sel.end), text.NextGrapheme(r.doc.source, r.sel.start))
	}
	switch {
	case r.sel != before:
	case r.sel.end-r.sel.start > 0 && text.NextGrapheme(r.doc.source, r.sel.start) == r.sel.end:
		r.warn("reader.one-character")
	default:
		r.warn("reader.no-further")
	}
	r.movedEnd()
}

// nextWord is where an end that moves forward by a word comes to: behind the word, and a start past the blanks too.
func (r *Reader) nextWord(source string, at int) int {
	at = text.NextWord(source, at)
	if r.sel.atStart {
		at, _ = text.Trim(source, at, len(source))
	}
	return at
}

// prevWord is where an end that moves back by a word comes to: before the word, and an end of a selection before the blanks too.
func (r *Reader) prevWord(source string, at int) int {
	at = text.PrevWord(source, at)
	if r.sel.atStart {
		return at
	}
	_, at = text.Trim(source, 0, at)
	return at
}

// longer moves the end that moves down by a sentence; a start that has come to the last sentence hands over to the end.
func (r *Reader) longer() {
	m := r.doc
	if r.sel.atStart {
		i := m.sentenceBefore(r.sel.start+1) + 1
		if i < len(m.sentences) && int(m.sentences[i].Start) < r.sel.end {
			r.sel.start = int(m.sentences[i].Start)
			r.movedEnd()
			return
		}
		r.sel.atStart = false
	}
	i := m.sentenceFrom(r.sel.end)
	if i >= len(m.sentences) {
		r.warn("reader.at-end")
		return
	}
	r.sel.end = int(m.sentences[i].End)
	r.movedEnd()
}

// shorter moves the end that moves up by a sentence; an end that has come to the first sentence hands over to the start.
func (r *Reader) shorter() {
	m := r.doc
	if !r.sel.atStart {
		i := m.sentenceFrom(r.sel.end-1) - 1
		if i >= 0 && int(m.sentences[i].End) > r.sel.start {
			r.sel.end = int(m.sentences[i].End)
			r.movedEnd()
			return
		}
		r.sel.atStart = true
	}
	i := m.sentenceBefore(r.sel.start)
	if i < 0 {
		r.sel.atStart = false
		r.warn("reader.at-start")
		return
	}
	r.sel.start = int(m.sentences[i].Start)
	r.movedEnd()
}

// free starts a free selection at the first character in sight, or ends it.
func (r *Reader) free() {
	switch {
	case r.sel.empty():
		r.warn("reader.nothing-here")
	case r.mode == modeFree:
		r.mode = modeReading
		r.pickSentence(r.doc.sentenceAt(r.sel.start))
	default:
		r.mode = modeFree
		start := r.sel.start
		if !r.inSight(r.set.placeOf(start)) && r.offsetIn(r.top) < r.sel.end {
			start = max(start, r.offsetIn(r.top))
		}
		r.sel = selection{span: span{start, text.NextGrapheme(r.doc.source, start)}}
		r.say("reader.free")
		r.moved()
	}
}

// swap lets the other end move.
func (r *Reader) swap() {
	r.sel.atStart = !r.sel.atStart
	if r.sel.atStart {
		r.say("reader.start-moves")
	} else {
		r.say("reader.end-moves")
	}
	r.movedEnd()
}

// passage is the selection as the domain counts it: trimmed, with the characters before both ends. ok is false when
// nothing is selected.
func (r *Reader) passage() (row codebook.Coding, ok bool) {
	start, end := text.Snap(r.doc.source, r.sel.start, r.sel.end)
	start, end = text.Trim(r.doc.source, start, end)
	if start >= end {
		return row, false
	}
	row.Start, row.End = uint32(start), uint32(end)
	row.StartCh, row.EndCh = uint32(r.doc.index.CharsBefore(start)), uint32(r.doc.index.CharsBefore(end))
	return row, true
}

// words are the selected words.
func (r *Reader) words() string { return r.doc.source[r.sel.start:r.sel.end] }
