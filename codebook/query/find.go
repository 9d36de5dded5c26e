package query

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// find gives the rows that a node denotes in the transcript at hand.
func (e *evaluation) find(n *node) []row {
	switch {
	case n.condition():
		return e.keep(e.codings(nil), n)
	case n.deed == named:
		return e.codings(e.branch(n.code))
	case n.deed == and && n.left.condition():
		return e.keep(e.find(n.right), n.left)
	case n.deed == and && n.right.condition():
		return e.keep(e.find(n.left), n.right)
	}
	left := e.find(n.left)
	if len(left) == 0 && n.deed != or {
		return nil
	}
	right := e.find(n.right)
	switch n.deed {
	case or:
		return e.merged(left, right)
	case and:
		return e.shared(e.worded(left), e.worded(right))
	case inside:
		return e.within(e.worded(left), e.worded(right))
	}
	return e.close(n, e.worded(left), e.worded(right))
}

// codings gives the codings that are let through, of certain codes or (nil) of all.
func (e *evaluation) codings(in []bool) []row {
	var rows []row
	for i, code := range e.c.Code {
		if (in == nil || in[code]) && e.lets(i) {
			rows = append(rows, e.of(i))
		}
	}
	return rows
}

// keep keeps the rows that fulfil a condition.
func (e *evaluation) keep(rows []row, n *node) []row {
	if len(rows) == 0 {
		return nil
	}
	fulfils := e.condition(n)
	kept := rows[:0]
	for i := range rows {
		if fulfils(&rows[i]) {
			kept = append(kept, rows[i])
		}
	}
	return kept
}

// condition makes the test of a node for the transcript at hand.
func (e *evaluation) condition(n *node) func(*row) bool {
	switch n.deed {
	case fulfil:
		return func(r *row) bool { return e.fulfils(&n.test, r) }
	case and:
		left, right := e.condition(n.left), e.condition(n.right)
		return func(r *row) bool { return left(r) && right(r) }
	case or:
		left, right := e.condition(n.left), e.condition(n.right)
		return func(r *row) bool { return left(r) || right(r) }
	}
	if n.left.condition() {
		left := e.condition(n.left)
		return func(r *row) bool { return !left(r) }
	}
	touches := e.touching(e.worded(e.find(n.left)))
	return func(r *row) bool { return e.c.Flags[r.at]&codebook.WholeSource != 0 || !touches(r) }
}

// fulfils tests one row.
func (e *evaluation) fulfils(t *test, r *row) bool {
	switch t.of {
	case ofGroup:
		return e.p.SpeakerGroup(e.t, e.speaker(r)) == t.no
	case ofCoder:
		return codebook.No(e.c.Coder[r.at]) == t.no
	case ofSpeaker:
		return e.says(t.value, r)
	case ofAttribute:
		value, has := e.t.Value(t.no)
		return has && value == t.value
	case ofMemo:
		return e.memos[codebook.Passage{Transcript: e.t.No, Start: r.start, End: r.end}]
	}
	return e.reads(t, r)
}

// says tests who speaks where a row starts.
func (e *evaluation) says(name string, r *row) bool {
	i := e.speaker(r)
	return i >= 0 && i < len(e.t.Speakers) && (e.t.Speakers[i].Label == name || e.t.Speakers[i].Shown() == name)
}

// speaker is who speaks where a row starts, -1 for nobody.
func (e *evaluation) speaker(r *row) int { return tally.SpeakerIn(e.cut().list, r.start) }

// reads tests the words of a row.
func (e *evaluation) reads(t *test, r *row) bool {
	if e.c.Flags[r.at]&codebook.WholeSource != 0 {
		return false
	}
	all := e.words()
	if int(r.end) > len(all) {
		return false
	}
	if t.expr != nil {
		return t.expr.MatchString(all[r.start:r.end])
	}
	return strings.Contains(all[r.start:r.end], t.value)
}
