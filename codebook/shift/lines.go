package shift

import (
	"sort"
	"strings"
)

// lexicon gives equal words equal numbers, from 0.
type lexicon map[string]uint32

func (l lexicon) number(word string) uint32 {
	n, known := l[word]
	if !known {
		n = uint32(len(l))
		l[word] = n
	}
	return n
}

// row is a text cut into tokens: their numbers, and where each begins; at has one
// entry more, the end.
type row struct {
	ids []uint32
	at  []int
}

// cutInto cuts s after each stop that next gives, offsets counted from base.
func cutInto(words lexicon, s string, base int, next func(from int) int) row {
	r := row{at: []int{base}}
	for from := 0; from < len(s); {
		to := next(from)
		r.ids = append(r.ids, words.number(s[from:to]))
		r.at = append(r.at, base+to)
		from = to
	}
	return r
}

// lines cuts s into its lines, each with its line feed.
func lines(words lexicon, s string) row {
	return cutInto(words, s, 0, func(from int) int {
		if n := strings.IndexByte(s[from:], '\n'); n >= 0 {
			return from + n + 1
		}
		return len(s)
	})
}

// bytesOf turns runs of tokens into runs of bytes.
func bytesOf(runs []run, a, b row) []run {
	out := make([]run, 0, len(runs))
	for _, r := range runs {
		out = append(out, run{a.at[r.old], b.at[r.new], a.at[r.old+r.n] - a.at[r.old]})
	}
	return out
}

// alignLines aligns two texts line by line. Lines that each side has once are
// anchors, as many of them as stand in the same order; the rest is aligned
// between them.
func alignLines(a, b row, distinct int) []run {
	var runs []run
	x, y := 0, 0
	between := func(x1, y1 int) {
		for _, r := range align(a.ids[x:x1], b.ids[y:y1]) {
			runs = extend(runs, run{x + r.old, y + r.new, r.n})
		}
	}
	for _, p := range ascending(singles(a.ids, b.ids, distinct)) {
		between(p.old, p.new)
		runs = extend(runs, p)
		x, y = p.old+1, p.new+1
	}
	between(len(a.ids), len(b.ids))
	return runs
}

// singles pairs the tokens that stand exactly once on each side, in the order of a.
func singles(a, b []uint32, distinct int) []run {
	type tally struct{ inA, inB, atB int }
	seen := make([]tally, distinct)
	for _, id := range a {
		seen[id].inA++
	}
	for j, id := range b {
		seen[id].inB++
		seen[id].atB = j
	}
	var pairs []run
	for i, id := range a {
		if seen[id].inA == 1 && seen[id].inB == 1 {
			pairs = append(pairs, run{i, seen[id].atB, 1})
		}
	}
	return pairs
}

// ascending gives a longest subsequence of pairs that ascends on both sides.
func ascending(pairs []run) []run {
	var tops []int // tops[k] is the pair with the least end of those that end a chain of k+1
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k := sort.Search(len(tops), func(k int) bool { return pairs[tops[k]].new >= p.new })
		before[i] = -1
		if k > 0 {
			before[i] = tops[k-1]
		}
		if k == len(tops) {
			tops = append(tops, i)
		}
		tops[k] = i
	}
	if len(tops) == 0 {
		return nil
	}
	chain := make([]run, len(tops))
	for k, i := len(tops)-1, tops[len(tops)-1]; i >= 0; k, i = k-1, before[i] {
		chain[k] = pairs[i]
	}
	return chain
}
