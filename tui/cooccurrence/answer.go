package cooccurrence

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
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

// codes are those that occur, or all of them.
func (a *answer) codes(all bool) (codes []codebook.No, touched []int) {
	for i, c := range a.cooc.Codes {
		if all || a.cooc.Of[i] > 0 {
			codes, touched = append(codes, c), append(touched, a.cooc.Of[i])
		}
	}
	return codes, touched
}
