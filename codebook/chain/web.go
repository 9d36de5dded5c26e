package chain

import (
	"cmp"
	"slices"

	"fangtan/codebook"
)

// Direction is how a link stands to a code.
type Direction uint8

// The directions.
const (
	In   Direction = iota + 1 // from the neighbour to the code
	Out                       // from the code to the neighbour
	Both                      // of a kind that holds both ways
)

// Neighbour is a code that a link joins to another.
type Neighbour struct {
	Link      *codebook.Link
	Code      codebook.No
	Direction Direction
}

// Web is the links of a study by the codes they join.
type Web struct {
	p  *codebook.Project
	of map[codebook.No][]Neighbour
}

// New makes the web of a study's links.
func New(p *codebook.Project) *Web {
	w := &Web{p: p, of: map[codebook.No][]Neighbour{}}
	for _, l := range p.Links() {
		from, to := Out, In
		if codebook.SymmetricKind(l.Kind) {
			from, to = Both, Both
		}
		w.of[l.From] = append(w.of[l.From], Neighbour{l, l.To, from})
		w.of[l.To] = append(w.of[l.To], Neighbour{l, l.From, to})
	}
	order := w.order()
	for _, n := range w.of {
		slices.SortFunc(n, order)
	}
	return w
}

// order compares neighbours: incoming before outgoing before those without
// direction, then by kind, codebook, and where the evidence stands.
func (w *Web) order() func(a, b Neighbour) int {
	kinds, texts, place := map[string]int{}, map[codebook.No]int{}, w.p.Tree().Place
	for i, k := range w.p.LinkKinds() {
		kinds[k] = i
	}
	for i, t := range w.p.Transcripts() {
		texts[t.No] = i
	}
	return func(a, b Neighbour) int {
		return cmp.Or(
			cmp.Compare(a.Direction, b.Direction), cmp.Compare(kinds[a.Link.Kind], kinds[b.Link.Kind]),
			cmp.Compare(place[a.Code], place[b.Code]), cmp.Compare(texts[a.Link.Transcript], texts[b.Link.Transcript]),
			cmp.Compare(a.Link.Start, b.Link.Start), cmp.Compare(a.Link.No, b.Link.No),
		)
	}
}

// Of gives the neighbours of a code, one for each link, in order. The list is not
// to be changed.
func (w *Web) Of(code codebook.No) []Neighbour { return w.of[code] }

// Busiest gives the code with the most links, the first in the codebook of several; 0
// if there are no links.
func (w *Web) Busiest() codebook.No {
	best, most := codebook.No(0), 0
	for _, n := range w.p.Tree().Order {
		if links := len(w.of[n]); links > most {
			best, most = n, links
		}
	}
	return best
}
