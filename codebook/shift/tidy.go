package shift

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fangtan/codebook/text"
)

// adrift is how many times longer than an island both changes around it must be
// for it to be no text that stayed: 的 between two rewritten clauses.
const adrift = 4

// islands drops the runs within g that stand between changes so long that they
// are there by chance. A run dropped makes one change of two, so that the run
// before it may have to go as well.
func islands(runs []run, g gap) []run {
	var kept []run
	for i, r := range runs {
		kept = append(kept, r)
		next := run{old: g.end, new: g.toEnd}
		if i+1 < len(runs) {
			next = runs[i+1]
		}
		for len(kept) > 0 {
			last := kept[len(kept)-1]
			previous := run{old: g.from, new: g.to}
			if len(kept) > 1 {
				previous = kept[len(kept)-2]
			}
			if !chance(previous, last, next) {
				break
			}
			kept = kept[:len(kept)-1]
		}
	}
	return kept
}

// chance says that run r stands by chance between the runs before and after it:
// there is much change on both sides, and both texts have their part in it.
func chance(before, r, after run) bool {
	gone, come := r.old-before.old-before.n, r.new-before.new-before.n
	goneToo, comeToo := after.old-r.old-r.n, after.new-r.new-r.n
	far := adrift * r.n
	return max(gone, come) >= far && max(goneToo, comeToo) >= far && min(gone+goneToo, come+comeToo) >= far
}

// slide moves what only went, or only came, to where it reads best. Of
// "一句。第二句。第三句" without the second sentence it can be said that 第二句。
// went or that 二句。第 did; both leave the same text.
func (m *Map) slide(runs []run) []run {
	for i := 0; i+1 < len(runs); i++ {
		p, q := &runs[i], &runs[i+1]
		switch {
		case p.new+p.n == q.new:
			slideOne(m.before, p, q, p.old+p.n, q.old)
		case p.old+p.n == q.old:
			slideOne(m.after, p, q, p.new+p.n, q.new)
		}
	}
	kept := runs[:0]
	for _, r := range runs {
		kept = extend(kept, r)
	}
	return kept
}

// slideOne moves the change [x, y) of s, which stands between the runs p and q.
func slideOne(s string, p, q *run, x, y int) {
	best, by := seam(s, x)+seam(s, y), 0
	try := func(at int) {
		if score := seam(s, x+at) + seam(s, y+at); score > best {
			best, by = score, at
		}
	}
	for at := 0; -at < p.n; {
		a, b := text.PrevGrapheme(s, x+at), text.PrevGrapheme(s, y+at)
		if s[a:x+at] != s[b:y+at] || x-a > p.n {
			break
		}
		at = a - x
		try(at)
	}
	for at := 0; at < q.n; {
		a, b := text.NextGrapheme(s, x+at), text.NextGrapheme(s, y+at)
		if s[x+at:a] != s[y+at:b] || a-x > q.n {
			break
		}
		at = a - x
		try(at)
	}
	p.n += by
	q.old, q.new, q.n = q.old+by, q.new+by, q.n-by
}

// How well two stretches part at an offset.
const (
	seamNone = iota
	seamMark // a comma, a blank
	seamSentence
	seamLine
)

// What ends a sentence, and what a sentence may end with beside it.
const (
	fullStops = "。！？!?…"
	stops     = fullStops + ".；;”’」』）)"
)

// sentence says that s ends a sentence.
func sentence(s string) bool { return strings.ContainsAny(s, fullStops) || strings.HasSuffix(s, ".") }

// seam says how well s parts at i.
func seam(s string, i int) int {
	if i == 0 || i == len(s) || s[i-1] == '\n' {
		return seamLine
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i:])
	closed := !strings.ContainsRune(stops, next)
	switch {
	case strings.ContainsRune(stops, r) && closed:
		return seamSentence
	case !worded(r) || !worded(next):
		return seamMark
	}
	return seamNone
}

// worded says that a code point is part of a word.
func worded(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// anyWord says that s has a letter or a digit.
func anyWord(s string) bool { return strings.IndexFunc(s, worded) >= 0 }

// words counts the letters and digits of s.
func words(s string) int {
	n := 0
	for _, r := range s {
		if worded(r) {
			n++
		}
	}
	return n
}
