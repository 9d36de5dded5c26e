package tally

import (
	"math"
	"slices"

	"fangtan/codebook"
)

// Pair is how two codes meet, A before B in codebook order. N, NA and NB are
// numbers of units: touched by both, by A, by B. Pairs is the number of (coding
// of A, coding of B) whose passages share a character, codings as stored, whole
// text, whatever the coder.
type Pair struct {
	A, B      codebook.No
	N, NA, NB int
	Pairs     int
}

// C is the Jaccard coefficient N ÷ (NA + NB − N), in [0, 1].
func (p Pair) C() (float64, Undefined) { return ratio(p.N, p.NA+p.NB-p.N, NoCodings) }

// BGivenA is the share of A's units that B touches too.
func (p Pair) BGivenA() (float64, Undefined) { return ratio(p.N, p.NA, NoCodings) }

// AGivenB is the share of B's units that A touches too.
func (p Pair) AGivenB() (float64, Undefined) { return ratio(p.N, p.NB, NoCodings) }

// Lift is N × units ÷ (NA × NB): above 1 where the two meet more often than chance.
func (p Pair) Lift(units int) (float64, Undefined) {
	if p.NA == 0 || p.NB == 0 {
		return 0, NoCodings
	}
	return float64(p.N) * float64(units) / (float64(p.NA) * float64(p.NB)), Defined
}

// Skewed says that one code is more than five times as frequent as the other, so
// that C is to be read with care.
func (p Pair) Skewed() bool { return max(p.NA, p.NB) > 5*min(p.NA, p.NB) }

// Cooccurrence is which codes meet in the same units.
type Cooccurrence struct {
	Unit  Unit
	Units int           // in scope
	Codes []codebook.No // in codebook order
	Of    []int         // by code as in Codes: units it touches

	Stored  int // codings that the filter let through
	Outside int // of those, how many lie wholly outside the scope

	n, pairs []int32 // by i × len(Codes) + j, i < j
	apart    []bool  // likewise: one is the other's ancestor, so they are no pair
	row      []int   // by code number: its index in Codes, -1 for none
}

// CoocOptions says how to count co-occurrence.
type CoocOptions struct {
	Unit        Unit
	SameCoder   bool // count within each coder, then unite
	ByDimension bool // roll both sides up to level 1
	Rollup      bool // a code's figures take in its descendants
}

// CooccurrenceOf counts which codes meet.
func CooccurrenceOf(p *codebook.Project, f Filter, o CoocOptions) *Cooccurrence {
	parts := split(p, func(part []*codebook.Transcript) *coocScan {
		s := newCoocScan(p, &f, o)
		for _, t := range part {
			s.count(t)
		}
		return s
	})
	first := parts[0]
	for _, other := range parts[1:] {
		first.add(other)
	}
	return first.result()
}

// Pair gives the figures of two codes, whichever comes first. It is false for
// what is no pair: a code and itself or its own ancestor, or one that is not
// counted.
func (c *Cooccurrence) Pair(a, b codebook.No) (Pair, bool) {
	i, j := c.place(a), c.place(b)
	if i > j {
		i, j = j, i
	}
	if i < 0 || i == j || c.apart[i*len(c.Codes)+j] {
		return Pair{}, false
	}
	return c.at(i, j), true
}

func (c *Cooccurrence) place(code codebook.No) int {
	if int(code) >= len(c.row) {
		return -1
	}
	return c.row[code]
}

func (c *Cooccurrence) at(i, j int) Pair {
	k := i*len(c.Codes) + j
	return Pair{c.Codes[i], c.Codes[j], int(c.n[k]), c.Of[i], c.Of[j], int(c.pairs[k])}
}

// Pairs are all pairs that meet at all, by N descending, then codebook order.
func (c *Cooccurrence) Pairs() []Pair {
	var keys []uint64 // N turned round, then the place, so that small numbers are sorted and not rows
	for i := range c.Codes {
		for k := i*len(c.Codes) + i + 1; k < (i+1)*len(c.Codes); k++ {
			if !c.apart[k] && (c.n[k] > 0 || c.pairs[k] > 0) {
				keys = append(keys, uint64(math.MaxInt32-c.n[k])<<32|uint64(k))
			}
		}
	}
	slices.Sort(keys)
	all := make([]Pair, len(keys))
	for r, key := range keys {
		k := int(uint32(key))
		all[r] = c.at(k/len(c.Codes), k%len(c.Codes))
	}
	return all
}
