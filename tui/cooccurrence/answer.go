package cooccurrence

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/theme"
)

// answer is what was counted, with the snapshot it was counted on: pairs of codes,
// or tension.
type answer struct {
	project *codebook.Project
	of      settings
	cooc    *tally.Cooccurrence
	pairs   []tally.Pair // by n
	tension *tally.Tension
	parts   []codebook.No // components
}

// count answers a question.
func count(p *codebook.Project, o settings) *answer {
	a := &answer{project: p, of: o}
	if o.tension {
		a.tension, a.parts = tally.TensionOf(p, tally.Filter{}, o.unit), tally.Components(p)
		return a
	}
	a.cooc = tally.CooccurrenceOf(p, o.filter(), o.options())
	a.pairs = a.cooc.Pairs()
	return a
}

// most is how often the pair meets that meets most.
func (a *answer) most() int {
	if len(a.pairs) == 0 {
		return 0
	}
	return a.pairs[0].N
}

// bounds are the highest n of each shade but the blank one. They go by the square,
// since a few pairs meet far more often than all others, but small numbers have a
// shade each.
func (a *answer) bounds(g theme.Glyphs) []int {
	full, most := len(g.Shades)-1, a.most()
	bounds := make([]int, full)
	for i := range bounds {
		step := i + 1
		bounds[i] = max(step, most*step*step/(full*full))
	}
	bounds[full-1] = most
	return bounds
}

// shade is the sign for a pair that meets n times.
func (a *answer) shade(g theme.Glyphs, n int) string {
	full := len(g.Shades) - 1
	switch {
	case n <= 0:
		return g.Shades[0]
	case n >= a.most():
		return g.Shades[full]
	}
	step, _ := slices.BinarySearch(a.bounds(g)[:full-1], n)
	return g.Shades[step+1]
}

// codes are those that occur, or all of them.
func (a *answer) codes(all bool) (codes []codebook.No, touched []int) {
	for i, c := range a.cooc.Codes {
		if all || a.cooc.Of[i] > 0 {
			codes, touched = append(codes, c), append(touched, a.cooc.Of[i])
		}
	}
	return codes, touched
}
