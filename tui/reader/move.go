package reader

import (
	"sort"

	"fangtan/codebook/text"
)

// next and previous select the sentence after the last one touched, before the first one touched.
func (r *Reader) next() {
	if !r.pickSentence(r.doc.sentenceBefore(r.sel.end) + 1) {
		r.warn("reader.at-end")
	}
}

func (r *Reader) previous() {
	if !r.pickSentence(r.doc.sentenceFrom(r.sel.start) - 1) {
		r.warn("reader.at-start")
	}
}

func (r *Reader) first() { r.leap(-1, r.sel.span) }
func (r *Reader) last()  { r.leap(1, r.sel.span) }

// turn goes to the first sentence of the turn n further on (1, -1). Where nobody speaks, paragraphs serve as turns.
func (r *Reader) turn(n int) {
	m := r.doc
	if len(m.turns) == 0 {
		r.paragraph(n)
		return
	}
	i := m.stretchAt(r.sel.start)
	for found := r.stepTurn(i, n); found >= 0 && found < len(m.turns); found = r.stepTurn(found, n) {
		if first := m.sentenceFrom(int(m.turns[found].Text)); m.turns[found].Text < m.turns[found].End {
			r.pickSentence(first)
			return
		}
	}
	r.warnEdge(n)
}

// stepTurn gives the first stretch of the turn before or after that of stretch i, or an index outside.
func (r *Reader) stepTurn(i, n int) int {
	if i < 0 {
		return min(n-1, 0)
	}
	first, last := r.doc.turnAround(i)
	if n > 0 {
		return last + 1
	}
	if first == 0 {
		return -1
	}
	before, _ := r.doc.turnAround(first - 1)
	return before
}

func (r *Reader) paragraph(n int) {
	i := r.doc.paragraphAt(r.sel.start) + n
	if i < 0 || i >= len(r.doc.paragraphs) {
		r.warnEdge(n)
		return
	}
	r.pickSentence(r.doc.sentenceAt(int(r.doc.paragraphs[i].Start)))
}

func (r *Reader) warnEdge(n int) {
	if n > 0 {
		r.warn("reader.at-end")
	} else {
		r.warn("reader.at-start")
	}
}

// openTurn goes to the next (1) or previous (-1) turn of a respondent that this coder has not coded.
func (r *Reader) openTurn(n int) {
	m, t := r.doc, r.transcript()
	for i := r.stepTurn(m.stretchAt(r.sel.start), n); i >= 0 && i < len(m.turns); i = r.stepTurn(i, n) {
		first, last := m.turnAround(i)
		words := span{int(m.turns[first].Text), int(m.turns[last].End)}
		if words.start < words.end && roleOf(t, m.turns[i]) != text.RoleInterviewer && !r.marks.coded(words) {
			r.pickSentence(m.sentenceFrom(words.start))
			return
		}
	}
	r.warn("reader.no-open-turn")
}

// wholeParagraph selects the paragraph, without the label in it.
func (r *Reader) wholeParagraph() {
	i := r.doc.paragraphAt(r.sel.start)
	if i < 0 || r.sel.empty() {
		r.warn("reader.nothing-here")
		return
	}
	p := r.doc.paragraphs[i]
	start := int(p.Start)
	k := r.doc.stretchAt(r.sel.start)
	if k >= 0 && int(r.doc.turns[k].Text) <= r.sel.start {
		start = max(start, int(r.doc.turns[k].Text))
	}
	end := int(p.End)
	if k+1 < len(r.doc.turns) {
		end = min(end, int(r.doc.turns[k+1].Start))
	}
	r.whole(start, end)
}

// whole selects a stretch, or says that it is selected.
func (r *Reader) whole(start, end int) {
	before := r.sel.span
	if r.pick(start, end); r.sel.span == before {
		r.say("reader.selected-already")
	}
}

// wholeTurn selects all that the speaker says, without the label.
func (r *Reader) wholeTurn() {
	i := r.doc.stretchAt(r.sel.start)
	if i < 0 {
		r.warn("reader.no-turn")
		return
	}
	first, last := r.doc.turnAround(i)
	r.whole(int(r.doc.turns[first].Text), int(r.doc.turns[last].End))
}

// codedPassage goes to the next (1) or previous (-1) coded passage that shows, by start and end.
func (r *Reader) codedPassage(n int) {
	k := r.marks
	// Codings are sorted by start and end; at is the first that does not stand before the selection.
	at := sort.Search(len(k.shown), func(i int) bool { return !k.passage(i).before(r.sel.span) })
	if n < 0 {
		at--
	}
	for n > 0 && at < len(k.shown) && k.passage(at) == r.sel.span {
		at++
	}
	if at < 0 || at >= len(k.shown) {
		r.warn("reader.no-passage")
		return
	}
	p := k.passage(at)
	r.pick(p.start, p.end)
}

func (a span) before(b span) bool { return a.start < b.start || a.start == b.start && a.end < b.end }

// pages moves by half screens.
func (r *Reader) pages(halves int) { r.page(halves * max(r.sheet.rows/2-1, 1)) }

// page moves selection and view by a number of rows. Within a sentence longer than that only the view moves.
func (r *Reader) page(rows int) {
	if len(r.doc.sentences) == 0 {
		r.warn("reader.nothing-here")
		return
	}
	before, top, from := r.sel.span, r.top, r.set.placeOf(r.sel.start)
	if !r.inSight(from) {
		from = r.top
	}
	to, _ := r.set.step(from, rows)
	r.top, _ = r.set.step(r.top, rows)
	r.clamp(r.sheet.rows)
	i := r.doc.sentenceFrom(r.offsetIn(to))
	if rows < 0 {
		i = max(r.doc.sentenceBefore(r.offsetIn(to)+1), 0)
	}
	r.pickSentence(min(i, len(r.doc.sentences)-1))
	switch {
	case r.sel.span == before && r.top != top:
		r.follow = false
	case r.sel.span == before, (r.sel.start > before.start) != (rows > 0):
		r.leap(rows, before)
	}
}

// inSight tells whether a row is shown.
func (r *Reader) inSight(p place) bool {
	at := r.set.distance(r.top, p, r.sheet.rows)
	return 0 <= at && at < r.sheet.rows
}

// leap goes to the last sentence (n > 0) or the first, and warns if that is where the person was before.
func (r *Reader) leap(n int, before span) {
	i := 0
	if n > 0 {
		i = len(r.doc.sentences) - 1
	}
	if r.pickSentence(i); r.sel.span == before {
		r.warnEdge(n)
	}
}

// offsetIn is the first byte that a row stands for.
func (r *Reader) offsetIn(p place) int {
	return r.set.bytes(p).start
}

// onward goes to the next sentence of a respondent that this coder has not coded.
func (r *Reader) onward() {
	m, t := r.doc, r.transcript()
	for i := m.sentenceBefore(r.sel.end) + 1; i < len(m.sentences); i++ {
		s := span{int(m.sentences[i].Start), int(m.sentences[i].End)}
		if k := m.stretchAt(s.start); k >= 0 && roleOf(t, m.turns[k]) == text.RoleInterviewer {
			continue
		}
		if !r.marks.coded(s) {
			r.pick(s.start, s.end)
			return
		}
	}
	r.say("reader.all-coded")
}
