package reader

import (
	"sort"

	"fangtan/codebook/text"
)

// next and previous select the sentence after the last one touched, before the first one touched.
func (s *side) next() {
	if !s.pickSentence(s.doc.sentenceBefore(s.sel.end) + 1) {
		s.warn("reader.at-end")
	}
}

func (s *side) previous() {
	if !s.pickSentence(s.doc.sentenceFrom(s.sel.start) - 1) {
		s.warn("reader.at-start")
	}
}

func (s *side) first() { s.leap(-1, s.sel.span) }
func (s *side) last()  { s.leap(1, s.sel.span) }

// turn goes to the first sentence of the turn n further on (1, -1). Where nobody speaks, paragraphs serve as turns.
func (s *side) turn(n int) {
	m := s.doc
	if len(m.turns) == 0 {
		s.paragraph(n)
		return
	}
	i := m.stretchAt(s.sel.start)
	for found := s.stepTurn(i, n); found >= 0 && found < len(m.turns); found = s.stepTurn(found, n) {
		if first := m.sentenceFrom(int(m.turns[found].Text)); m.turns[found].Text < m.turns[found].End {
			s.pickSentence(first)
			return
		}
	}
	s.warnEdge(n)
}

// stepTurn gives the first stretch of the turn before or after that of stretch i, or an index outside.
func (s *side) stepTurn(i, n int) int {
	if i < 0 {
		return min(n-1, 0)
	}
	first, last := s.doc.turnAround(i)
	if n > 0 {
		return last + 1
	}
	if first == 0 {
		return -1
	}
	before, _ := s.doc.turnAround(first - 1)
	return before
}

func (s *side) paragraph(n int) {
	i := s.doc.paragraphAt(s.sel.start) + n
	if i < 0 || i >= len(s.doc.paragraphs) {
		s.warnEdge(n)
		return
	}
	s.pickSentence(s.doc.sentenceAt(int(s.doc.paragraphs[i].Start)))
}

func (s *side) warnEdge(n int) {
	if n > 0 {
		s.warn("reader.at-end")
	} else {
		s.warn("reader.at-start")
	}
}

// openTurn goes to the next (1) or previous (-1) turn of a respondent that this coder has not coded.
func (s *side) openTurn(n int) {
	m, t := s.doc, s.transcript()
	for i := s.stepTurn(m.stretchAt(s.sel.start), n); i >= 0 && i < len(m.turns); i = s.stepTurn(i, n) {
		first, last := m.turnAround(i)
		words := span{int(m.turns[first].Text), int(m.turns[last].End)}
		if words.start < words.end && roleOf(t, m.turns[i]) != text.RoleInterviewer && !s.marks.coded(words) {
			s.pickSentence(m.sentenceFrom(words.start))
			return
		}
	}
	s.warn("reader.no-open-turn")
}

// wholeParagraph selects the paragraph, without the label in it.
func (s *side) wholeParagraph() {
	i := s.doc.paragraphAt(s.sel.start)
	if i < 0 || s.sel.empty() {
		s.warn("reader.nothing-here")
		return
	}
	p := s.doc.paragraphs[i]
	start := int(p.Start)
	k := s.doc.stretchAt(s.sel.start)
	if k >= 0 && int(s.doc.turns[k].Text) <= s.sel.start {
		start = max(start, int(s.doc.turns[k].Text))
	}
	end := int(p.End)
	if k+1 < len(s.doc.turns) {
		end = min(end, int(s.doc.turns[k+1].Start))
	}
	s.whole(start, end)
}

// whole selects a stretch, or says that it is selected.
func (s *side) whole(start, end int) {
	before := s.sel.span
	if s.pick(start, end); s.sel.span == before {
		s.say("reader.selected-already")
	}
}

// wholeTurn selects all that the speaker says, without the label.
func (s *side) wholeTurn() {
	i := s.doc.stretchAt(s.sel.start)
	if i < 0 {
		s.warn("reader.no-turn")
		return
	}
	first, last := s.doc.turnAround(i)
	s.whole(int(s.doc.turns[first].Text), int(s.doc.turns[last].End))
}

// codedPassage goes to the next (1) or previous (-1) coded passage that shows, by start and end.
func (s *side) codedPassage(n int) {
	k := s.marks
	// Codings are sorted by start and end; at is the first that does not stand before the selection.
	at := sort.Search(len(k.shown), func(i int) bool { return !k.passage(i).before(s.sel.span) })
	if n < 0 {
		at--
	}
	for n > 0 && at < len(k.shown) && k.passage(at) == s.sel.span {
		at++
	}
	if at < 0 || at >= len(k.shown) {
		s.warn("reader.no-passage")
		return
	}
	p := k.passage(at)
	s.pick(p.start, p.end)
}

// memo goes to the next (1) or previous (-1) place that carries a memo; for a mere point
// that is the character behind it.
func (s *side) memo(n int) {
	k := s.marks.memos
	at := sort.Search(len(k), func(i int) bool { return int(k[i].Start) > s.sel.start })
	if n < 0 {
		at = sort.Search(len(k), func(i int) bool { return int(k[i].Start) >= s.sel.start }) - 1
	}
	if at < 0 || at >= len(k) {
		s.warn("reader.no-memo")
		return
	}
	s.pick(int(k[at].Start), max(int(k[at].End), int(k[at].Start)+1))
}

func (a span) before(b span) bool { return a.start < b.start || a.start == b.start && a.end < b.end }

// pages moves by half screens.
func (s *side) pages(halves int) { s.page(halves * max(s.sheet.rows/2-1, 1)) }

// page moves selection and view by a number of rows. Within a sentence longer than that only the view moves.
func (s *side) page(rows int) {
	if len(s.doc.sentences) == 0 {
		s.warn("reader.nothing-here")
		return
	}
	before, top, from := s.sel.span, s.top, s.set.placeOf(s.sel.start)
	if !s.inSight(from) {
		from = s.top
	}
	to, _ := s.set.step(from, rows)
	s.top, _ = s.set.step(s.top, rows)
	s.clamp(s.sheet.rows)
	i := s.doc.sentenceFrom(s.offsetIn(to))
	if rows < 0 {
		i = max(s.doc.sentenceBefore(s.offsetIn(to)+1), 0)
	}
	s.pickSentence(min(i, len(s.doc.sentences)-1))
	switch {
	case s.sel.span == before && s.top != top:
		s.follow = false
	case s.sel.span == before, (s.sel.start > before.start) != (rows > 0):
		s.leap(rows, before)
	}
}

// inSight tells whether a row is shown.
func (s *side) inSight(p place) bool {
	at := s.set.distance(s.top, p, s.sheet.rows)
	return 0 <= at && at < s.sheet.rows
}

// leap goes to the last sentence (n > 0) or the first, and warns if that is where the person was before.
func (s *side) leap(n int, before span) {
	i := 0
	if n > 0 {
		i = len(s.doc.sentences) - 1
	}
	if s.pickSentence(i); s.sel.span == before {
		s.warnEdge(n)
	}
}

// offsetIn is the first byte that a row stands for.
func (s *side) offsetIn(p place) int {
	return s.set.bytes(p).start
}

// onward goes to the next sentence of a respondent that this coder has not coded.
func (s *side) onward() {
	m, t := s.doc, s.transcript()
	for i := m.sentenceBefore(s.sel.end) + 1; i < len(m.sentences); i++ {
		words := span{int(m.sentences[i].Start), int(m.sentences[i].End)}
		if k := m.stretchAt(words.start); k >= 0 && roleOf(t, m.turns[k]) == text.RoleInterviewer {
			continue
		}
		if !s.marks.coded(words) {
			s.pick(words.start, words.end)
			return
		}
	}
	s.say("reader.all-coded")
}
