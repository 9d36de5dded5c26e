package shift

import "fangtan/codebook/text"

// Map says where the places of one text are in another. It is never written to
// once made, and may be asked by several goroutines.
type Map struct {
	before, after string
	kept          []run // what stayed, in the order of both texts
	moved         []run // whole lines that stand elsewhere, in the order of before
}

// Between compares a text with what became of it. Both are canonical.
func Between(before, after string) *Map {
	m := &Map{before: before, after: after}
	words := lexicon{}
	a, b := lines(words, before), lines(words, after)
	whole := alignLines(a, b, len(words))
	m.moved = bytesOf(movedLines(a, b, whole, before), a, b)
	m.kept = m.slide(m.within(bytesOf(whole, a, b)))
	return m
}

// within adds to runs of whole lines what stayed in the lines between them.
func (m *Map) within(whole []run) []run {
	var runs []run
	x, y := 0, 0
	between := func(x1, y1 int) {
		if x == x1 || y == y1 {
			return
		}
		words := lexicon{}
		a, b := graphemes(words, m.before[x:x1], x), graphemes(words, m.after[y:y1], y)
		for _, r := range islands(m.slide(bytesOf(align(a.ids, b.ids), a, b)), gap{x, x1, y, y1}) {
			runs = extend(runs, r)
		}
	}
	for _, r := range whole {
		between(r.old, r.new)
		runs = extend(runs, r)
		x, y = r.old+r.n, r.new+r.n
	}
	between(len(m.before), len(m.after))
	return runs
}

func graphemes(words lexicon, s string, base int) row {
	return cutInto(words, s, base, func(from int) int { return text.NextGrapheme(s, from) })
}

// movedLines finds lines that were taken away in one place and stand in another:
// those with something to say that were taken away once and came once, and the
// lines around them that went along.
func movedLines(a, b row, whole []run, before string) []run {
	stayedA, stayedB := make([]bool, len(a.ids)), make([]bool, len(b.ids))
	for _, r := range whole {
		for i := range r.n {
			stayedA[r.old+i], stayedB[r.new+i] = true, true
		}
	}
	goneA, freshB := left(a.ids, stayedA), left(b.ids, stayedB)
	same := func(i, j int) bool {
		return i >= 0 && j >= 0 && i < len(a.ids) && j < len(b.ids) && !stayedA[i] && !stayedB[j] && a.ids[i] == b.ids[j]
	}
	var runs []run
	for i, id := range a.ids {
		if stayedA[i] || len(goneA[id]) != 1 || len(freshB[id]) != 1 || !telling(before[a.at[i]:a.at[i+1]]) {
			continue
		}
		r := run{i, freshB[id][0], 1}
		for same(r.old-1, r.new-1) {
			r.old, r.new, r.n = r.old-1, r.new-1, r.n+1
		}
		for same(r.old+r.n, r.new+r.n) {
			r.n++
		}
		for k := range r.n {
			stayedA[r.old+k], stayedB[r.new+k] = true, true
		}
		runs = append(runs, r)
	}
	return runs
}

// left lists where each token stands that did not stay.
func left(ids []uint32, stayed []bool) map[uint32][]int {
	places := map[uint32][]int{}
	for i, id := range ids {
		if !stayed[i] {
			places[id] = append(places[id], i)
		}
	}
	return places
}

// telling says that a line is long enough to be known again: "嗯。" is not.
func telling(line string) bool { return text.Chars(line) >= 6 }
