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
func (s *side) pick(start, end int) {
	start, end = text.Snap(s.doc.source, start, end)
	start, end = text.Trim(s.doc.source, start, end)
	s.sel = selection{span: span{start, end}}
	s.moved()
}

// moved has the view follow the selection.
func (s *side) moved() { s.follow, s.dirty = true, true }

// movedEnd has it follow the end that moves.
func (s *side) movedEnd() {
	s.sel.moving = true
	s.moved()
}

// pickSentence selects sentence i and says whether there is one.
func (s *side) pickSentence(i int) bool {
	if i < 0 || i >= len(s.doc.sentences) {
		return false
	}
	words := s.doc.sentences[i]
	s.pick(int(words.Start), int(words.End))
	return true
}

// moveEnd moves the end that moves to where step leads, leaving at least one grapheme.
func (s *side) moveEnd(step func(source string, at int) int) {
	if s.sel.empty() {
		s.warn("reader.nothing-here")
		return
	}
	before := s.sel
	if s.sel.atStart {
		s.sel.start = min(step(s.doc.source, s.sel.start), text.PrevGrapheme(s.doc.source, s.sel.end))
	} else {
		s.sel.end = max(step(s.doc.source, s.sel.end), text.NextGrapheme(s.doc.source, s.sel.start))
	}
	switch {
	case s.sel != before:
	case s.sel.end-s.sel.start > 0 && text.NextGrapheme(s.doc.source, s.sel.start) == s.sel.end:
		s.warn("reader.one-character")
	default:
		s.warn("reader.no-further")
	}
	s.movedEnd()
}

// nextWord is where an end that moves forward by a word comes to: behind the word, and a start past the blanks too.
func (s *side) nextWord(source string, at int) int {
	at = text.NextWord(source, at)
	if s.sel.atStart {
		at, _ = text.Trim(source, at, len(source))
	}
	return at
}

// prevWord is where an end that moves back by a word comes to: before the word, and an end of a selection before the blanks too.
func (s *side) prevWord(source string, at int) int {
	at = text.PrevWord(source, at)
	if s.sel.atStart {
		return at
	}
	_, at = text.Trim(source, 0, at)
	return at
}

// longer moves the end that moves down by a sentence; a start that has come to the last sentence hands over to the end.
func (s *side) longer() {
	m := s.doc
	if s.sel.atStart {
		i := m.sentenceBefore(s.sel.start+1) + 1
		if i < len(m.sentences) && int(m.sentences[i].Start) < s.sel.end {
			s.sel.start = int(m.sentences[i].Start)
			s.movedEnd()
			return
		}
		s.sel.atStart = false
	}
	i := m.sentenceFrom(s.sel.end)
	if i >= len(m.sentences) {
		s.warn("reader.at-end")
		return
	}
	s.sel.end = int(m.sentences[i].End)
	s.movedEnd()
}

// shorter moves the end that moves up by a sentence; an end that has come to the first sentence hands over to the start.
func (s *side) shorter() {
	m, atStart := s.doc, s.sel.atStart
	if !atStart {
		i := m.sentenceFrom(s.sel.end-1) - 1
		if i >= 0 && int(m.sentences[i].End) > s.sel.start {
			s.sel.end = int(m.sentences[i].End)
			s.movedEnd()
			return
		}
		s.sel.atStart = true
	}
	i := m.sentenceBefore(s.sel.start)
	if i < 0 {
		s.sel.atStart = atStart
		s.warn("reader.at-start")
		return
	}
	s.sel.start = int(m.sentences[i].Start)
	s.movedEnd()
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
func (s *side) swap() {
	s.sel.atStart = !s.sel.atStart
	if s.sel.atStart {
		s.say("reader.start-moves")
	} else {
		s.say("reader.end-moves")
	}
	s.movedEnd()
}

// passage is the selection as the domain counts it: trimmed, with the characters before both ends. ok is false when
// nothing is selected.
func (s *side) passage() (row codebook.Coding, ok bool) {
	start, end := text.Snap(s.doc.source, s.sel.start, s.sel.end)
	start, end = text.Trim(s.doc.source, start, end)
	if start >= end {
		return row, false
	}
	row.Start, row.End = uint32(start), uint32(end)
	row.StartCh, row.EndCh = uint32(s.doc.index.CharsBefore(start)), uint32(s.doc.index.CharsBefore(end))
	return row, true
}

// words are the selected words.
func (s *side) words() string { return s.doc.source[s.sel.start:s.sel.end] }
