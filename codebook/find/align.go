package find

import (
	"strings"
	"unicode/utf8"
)

// Aligning lays the letters of a query along neighbouring cells of a name.
// Each cell takes at least one letter, in one of four manners:
//
//	要       求       不       具       体
//	yao      qiu      b                       whole, whole, whole (unfinished)
//	y        q        b        j        t     initial, five times
//	要       qiu                              literal, whole
//	ya       q        bu                      part, initial, whole
//
// Which manners were needed decides the tier. A state reached before, by the
// same manners, is not looked at again: no query takes exponential time.

// manner is how letters stand for a cell; manners are a set.
type manner uint8

const (
	literal manner = 1 << iota // the Chinese character itself
	whole                      // a whole syllable or word; at the end of the query its beginning
	initial                    // the first letter, or zh, ch, sh
	part                       // more than the initial, less than the whole
)

const mannerSets = 16

// tierOfManners maps a set of manners to the tier of the fit.
func tierOfManners(used manner) tier {
	switch used {
	case literal, whole:
		return pinyin
	case initial:
		return initials
	default:
		return mixed
	}
}

// maxAligned is the longest query, in bytes, that is aligned.
const maxAligned = 128

// fit is how the query lies along a name.
type fit struct {
	tier  tier // 0 when it does not
	place int
	first int   // the first cell
	taken []int // bytes of the query that each cell from the first on takes
}

// aligner aligns one query with many names, reusing its memory.
type aligner struct {
	query string
	name  *name
	first int
	path  []int
	best  fit
	seen  []uint32 // by cell, byte of the query and manners: the last pass that came here
	pass  uint32
}

func newAligner(query string) aligner {
	if len(query) > maxAligned {
		query = ""
	}
	size := len(query) + 1
	return aligner{query: query, path: make([]int, size), seen: make([]uint32, size*size*mannerSets)}
}

// align returns the best fit; its taken is good until the next call.
func (a *aligner) align(n *name) fit {
	a.name = n
	a.best = fit{taken: a.best.taken[:0]}
	want := letterOf(a.query)
	if n.begins&want == 0 {
		return a.best
	}
	for i := range n.cells {
		if n.cells[i].letters&want != 0 {
			a.first = i
			a.pass++
			a.walk(0, 0, 0)
		}
	}
	return a.best
}

// walk lays what is left of the query, from byte at, along the cells from the
// k-th after the first on.
func (a *aligner) walk(k, at int, used manner) {
	if at == len(a.query) {
		a.keep(k, used)
		return
	}
	if a.first+k == len(a.name.cells) {
		return
	}
	c, rest := &a.name.cells[a.first+k], a.query[at:]
	if c.letters&letterOf(rest) == 0 {
		return
	}
	state := &a.seen[(k*(len(a.query)+1)+at)*mannerSets+int(used)]
	if *state == a.pass {
		return
	}
	*state = a.pass
	take := func(size int, m manner) {
		a.path[k] = size
		a.walk(k+1, at+size, used|m)
	}
	if c.han && strings.HasPrefix(rest, a.name.text[c.start:c.end]) {
		take(c.end-c.start, literal)
	}
	for _, s := range c.syllables {
		takeSyllable(rest, s, take)
	}
}

// takeSyllable calls take for every beginning of rest that can stand for the
// syllable or word.
func takeSyllable(rest, syllable string, take func(size int, m manner)) {
	common := commonPrefix(rest, syllable)
	if common == 0 {
		return
	}
	if common == len(syllable) || common == len(rest) {
		take(common, whole)
	}
	shortest := initialSize(syllable)
	for i, r := range syllable[:common] {
		end := i + utf8.RuneLen(r)
		switch {
		case i == 0 || end == shortest:
			take(end, initial)
		case end < len(syllable):
			take(end, part)
		}
	}
}

// initialSize is the length of a syllable's initial: two for zh, ch and sh.
func initialSize(syllable string) int {
	if len(syllable) > 2 && syllable[1] == 'h' && strings.IndexByte("zcs", syllable[0]) >= 0 {
		return 2
	}
	return 1
}

// commonPrefix is the length in bytes of the longest common beginning that
// cuts no character.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}

// keep remembers the path of k cells if it is better than the best so far.
func (a *aligner) keep(k int, used manner) {
	place := anywhere
	switch {
	case a.first == 0 && k == len(a.name.cells):
		place = allOfIt
	case a.first == 0:
		place = fromStart
	}
	t := tierOfManners(used)
	if t.at(place) > a.best.tier.at(a.best.place) {
		a.best = fit{tier: t, place: place, first: a.first, taken: append(a.best.taken[:0], a.path[:k]...)}
	}
}

// spansAligned highlights whole Chinese characters and the typed beginnings
// of words.
func (n *name) spansAligned(q *question) [][2]int {
	best := q.aligner.align(n)
	var spans [][2]int
	for i, size := range best.taken {
		c := n.cells[best.first+i]
		end := c.end
		if !c.han {
			end = c.start + size
		}
		spans = join(spans, n.span(c.start, end))
	}
	return spans
}
