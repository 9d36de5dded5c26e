package query_test

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"fangtan/codebook"
)

// The naive twin of the package: it compares every passage with every other one,
// character by character, straight from the definitions.

// stretch is a passage found, with its codings: its own and those it was matched with.
type stretch struct {
	t          codebook.No
	start, end uint32
	codings    []codebook.Coding
}

// twin is a study as the twin sees it.
type twin struct{ s *study }

// chars are the bytes at which the characters of a stretch stand; none where it
// names a transcript as a whole.
func (w twin) chars(x stretch) (list []uint32) {
	if x.codings[0].Flags&codebook.WholeSource != 0 {
		return nil
	}
	for i, r := range w.s.bodies[x.t] {
		if at := uint32(i); x.start <= at && at < x.end && !unicode.IsSpace(r) {
			list = append(list, at)
		}
	}
	return list
}

func (w twin) common(a, b stretch) (list []uint32) {
	of := w.chars(b)
	for _, at := range w.chars(a) {
		if a.t == b.t && slices.Contains(of, at) {
			list = append(list, at)
		}
	}
	return list
}

// speakerAt is who speaks at a byte, and the number of her turn; -1 for nobody.
func (w twin) speakerAt(t codebook.No, at uint32) (speaker, turn int) {
	list := w.s.p.Cut(t).Turns()
	number := -1
	for i := range list {
		if !list[i].Same {
			number++
		}
		if list[i].Start <= at && at < list[i].End {
			return int(list[i].Speaker), number
		}
	}
	return -1, -1
}

// turns are the turns that the characters of a stretch stand in.
func (w twin) turns(x stretch) (list []int) {
	for _, at := range w.chars(x) {
		_, turn := w.speakerAt(x.t, at)
		if len(w.s.p.Cut(x.t).Turns()) == 0 {
			turn = 0
		}
		if turn >= 0 {
			list = append(list, turn)
		}
	}
	return list
}

// all gives the codings as stretches.
func (w twin) all() (list []stretch) {
	for _, t := range w.s.p.Transcripts() {
		for _, row := range w.s.p.Codings(t.No).Rows() {
			list = append(list, stretch{t.No, row.Start, row.End, []codebook.Coding{row}})
		}
	}
	return list
}

// find gives the stretches of a sentence in the order of the text, each once.
func (w twin) find(x *sentence) []stretch {
	var list []stretch
	switch {
	case x.condition():
		list = filtered(w.all(), func(a stretch) bool { return w.holds(x, a) })
	case x.op == "name":
		list = filtered(w.all(), func(a stretch) bool { return slices.Contains(w.s.p.Path(a.codings[0].Code), x.code) })
	case x.op == "&" && x.left.condition():
		list = filtered(w.find(x.right), func(a stretch) bool { return w.holds(x.left, a) })
	case x.op == "&" && x.right.condition():
		list = filtered(w.find(x.left), func(a stretch) bool { return w.holds(x.right, a) })
	case x.op == "|":
		list = append(w.find(x.left), w.find(x.right)...)
	default:
		right := w.find(x.right)
		for _, a := range w.find(x.left) {
			list = append(list, w.pairs(x, a, right)...)
		}
	}
	slices.SortFunc(list, w.compare)
	return slices.CompactFunc(list, func(a, b stretch) bool { return w.compare(a, b) == 0 })
}

func (w twin) compare(a, b stretch) int {
	place := func(t codebook.No) int {
		return slices.IndexFunc(w.s.p.Transcripts(), func(x *codebook.Transcript) bool { return x.No == t })
	}
	return cmp.Or(
		cmp.Compare(place(a.t), place(b.t)), cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end),
		slices.CompareFunc(a.codings, b.codings, func(a, b codebook.Coding) int {
			return cmp.Or(
				cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Code, b.Code),
				cmp.Compare(a.Coder, b.Coder), strings.Compare(a.ID.String(), b.ID.String()),
			)
		}),
	)
}

// pairs gives what a comes to with the stretches of right.
func (w twin) pairs(x *sentence, a stretch, right []stretch) (list []stretch) {
	best, distance := -1, 0
	for i, b := range right {
		if a.t != b.t || a.codings[0].ID == b.codings[0].ID {
			continue
		}
		common := w.common(a, b)
		if x.op == "&" && len(common) > 0 {
			list = append(list, stretch{a.t, max(a.start, b.start), min(a.end, b.end), slices.Concat(a.codings, b.codings)})
		}
		if d, ok := w.far(x, a, b, len(common)); ok && (best < 0 || d < distance) {
			best, distance = i, d
		}
	}
	if best >= 0 {
		list = append(list, stretch{a.t, a.start, a.end, slices.Concat(a.codings, right[best].codings)})
	}
	return list
}

// far is how far b is from a in turns, and whether that is as an operator of place asks.
func (w twin) far(x *sentence, a, b stretch, common int) (distance int, ok bool) {
	as, bs := w.turns(a), w.turns(b)
	if x.op == "in" {
		return 0, common > 0 && common == len(w.chars(a))
	}
	if x.op == "&" || len(as) == 0 || len(bs) == 0 {
		return 0, false
	}
	ahead, behind := slices.Min(bs)-slices.Max(as), slices.Min(as)-slices.Max(bs)
	switch x.op {
	case "same:turn":
		return 0, max(ahead, behind) <= 0
	case "then:":
		return ahead, ahead >= 1 && ahead <= x.k
	}
	distance = max(0, ahead, behind)
	return distance, distance <= x.k
}

// holds says whether a stretch fulfils a condition.
func (w twin) holds(x *sentence, a stretch) bool {
	switch x.op {
	case "&":
		return w.holds(x.left, a) && w.holds(x.right, a)
	case "|":
		return w.holds(x.left, a) || w.holds(x.right, a)
	case "!":
		if x.left.condition() {
			return !w.holds(x.left, a)
		}
		return !slices.ContainsFunc(w.find(x.left), func(b stretch) bool { return len(w.common(a, b)) > 0 })
	}
	return x.holds(w, a)
}

func filtered(list []stretch, keep func(stretch) bool) []stretch {
	return slices.DeleteFunc(list, func(a stretch) bool { return !keep(a) })
}
