package shift

import (
	"sort"
	"strings"

	"fangtan/codebook/text"
)

// Fate is what became of a passage.
type Fate uint8

// What can become of a passage.
const (
	Lost    Fate = iota // nothing of its words is left
	Changed             // some of its words are other ones
	Whole               // its words are what they were
)

// Place is where a passage is now: bytes of the new text, half-open. A lost
// passage has no length; Start is where it would be.
type Place struct {
	Start, End int
	Fate       Fate
}

// Passage says where [start, end) of the old text is now. Its ends go with the
// text next to them. A passage that was replaced as a whole is lost, but for
// a name or a phrase: it stays on what came for it, as when a name is masked.
func (m *Map) Passage(start, end int) Place {
	if r, ok := covering(m.moved, start, end); ok {
		return m.place(start, end, r.new+start-r.old, r.new+end-r.old)
	}
	first, last := touching(m.kept, start, end)
	if m.stayed(first, last, start, end) {
		return m.place(start, end, m.begin(first, start), m.finish(last, end))
	}
	if i, j := touching(m.moved, start, end); i <= j {
		r := m.moved[i]
		from, to := max(start, r.old), min(end, r.old+r.n)
		return m.place(start, end, r.new+from-r.old, r.new+to-r.old)
	}
	for i := first; i <= last+1; i++ {
		if g := m.gap(i); g.replaces(m, start, end) {
			if first > last {
				return m.place(start, end, g.to, g.toEnd)
			}
			return m.place(start, end, m.begin(first, start), m.finish(last, end))
		}
	}
	at := m.Point(start)
	return Place{Start: at, End: at}
}

// stayed says that of the words of [start, end) some are in the runs first to
// last; a passage without words asks for anything at all.
func (m *Map) stayed(first, last, start, end int) bool {
	for _, r := range m.kept[first:max(first, last+1)] {
		if anyWord(m.before[max(r.old, start):min(r.old+r.n, end)]) {
			return true
		}
	}
	return first <= last && !anyWord(m.before[start:end])
}

// place makes a place of ends found. One without a word left, of a passage that
// had some, is lost.
func (m *Map) place(start, end, from, to int) Place {
	from, to = text.Snap(m.after, from, to)
	was := m.before[start:end]
	if was == m.after[from:to] {
		return Place{from, to, Whole}
	}
	from, to = text.Trim(m.after, from, to)
	if from == to || anyWord(was) && !anyWord(m.after[from:to]) {
		return Place{Start: from, End: from}
	}
	return Place{from, to, Changed}
}

// begin is where a passage begins that first touches run i. If it began with all
// of the change before the run, it begins with what came there.
func (m *Map) begin(i, start int) int {
	r := m.kept[i]
	if start >= r.old {
		return r.new + start - r.old
	}
	if g := m.gap(i); g.from == start && m.inLine(g) {
		return g.to
	}
	return r.new
}

// finish is where a passage ends that last touches run i.
func (m *Map) finish(i, end int) int {
	r := m.kept[i]
	if end <= r.old+r.n {
		return r.new + end - r.old
	}
	if g := m.gap(i + 1); g.end == end && m.inLine(g) {
		return g.toEnd
	}
	return r.new + r.n
}

// Point says where an offset of the old text is now: at the same letter, or where
// that was.
func (m *Map) Point(at int) int {
	if r, ok := covering(m.moved, at, at+1); ok {
		return r.new + at - r.old
	}
	i := sort.Search(len(m.kept), func(i int) bool { return m.kept[i].old+m.kept[i].n > at })
	to := m.gap(i).to
	if i < len(m.kept) && m.kept[i].old <= at {
		to = m.kept[i].new + at - m.kept[i].old
	}
	to, _ = text.Snap(m.after, to, to)
	return to
}

// gap is a change: [from, end) of the old text became [to, toEnd) of the new one.
type gap struct{ from, end, to, toEnd int }

// gap is the change before run i; after the last run, the one at the end.
func (m *Map) gap(i int) gap {
	g := gap{end: len(m.before), toEnd: len(m.after)}
	if i > 0 {
		g.from, g.to = m.kept[i-1].old+m.kept[i-1].n, m.kept[i-1].new+m.kept[i-1].n
	}
	if i < len(m.kept) {
		g.end, g.toEnd = m.kept[i].old, m.kept[i].new
	}
	return g
}

// inLine says that what came for what is gone brought no new lines.
func (m *Map) inLine(g gap) bool {
	return !strings.Contains(m.after[g.to:g.toEnd], "\n") || strings.Contains(m.before[g.from:g.end], "\n")
}

// replaces says that the change put other words for those of [start, end), all of
// them and no others: a name or a phrase, no sentence, and at least as much stayed
// beside it on the line.
func (g gap) replaces(m *Map, start, end int) bool {
	from, to := text.Trim(m.before, g.from, g.end)
	was, is := m.before[g.from:g.end], m.after[g.to:g.toEnd]
	if from >= to || start > from || end < to || !anyWord(is) || strings.Contains(was+is, "\n") || sentence(m.before[start:end]) {
		return false
	}
	line := strings.LastIndexByte(m.before[:g.from], '\n') + 1
	lineEnd := len(m.before)
	if n := strings.IndexByte(m.before[g.end:], '\n'); n >= 0 {
		lineEnd = g.end + n
	}
	beside := 0
	first, last := touching(m.kept, line, lineEnd)
	for _, r := range m.kept[first : last+1] {
		beside += words(m.before[max(r.old, line):min(r.old+r.n, lineEnd)])
	}
	return beside >= words(was)
}

// touching gives the first and last of runs that share a byte with [start, end);
// there is none if first > last, and first is then the run after the passage.
func touching(runs []run, start, end int) (first, last int) {
	first = sort.Search(len(runs), func(i int) bool { return runs[i].old+runs[i].n > start })
	last = sort.Search(len(runs), func(i int) bool { return runs[i].old >= end }) - 1
	return first, last
}

// covering finds the run that holds all of [start, end).
func covering(runs []run, start, end int) (run, bool) {
	i := sort.Search(len(runs), func(i int) bool { return runs[i].old+runs[i].n > start })
	if i < len(runs) && runs[i].old <= start && end <= runs[i].old+runs[i].n {
		return runs[i], true
	}
	return run{}, false
}
