package tally

import (
	"math/bits"

	"fangtan/codebook"
)

// coocScan counts transcript after transcript. Each unit has a set of places, a
// row of bits; under SameCoder one for each coder.
type coocScan struct {
	places
	o       CoocOptions
	scope   scope
	words   int // of a set
	units   int
	of      []int
	n       []int32
	pairs   []int32
	stamp   []int32 // by pair, under SameCoder: last unit counted, so that coders unite
	ofStamp []int32
	serial  int32

	sets   [][]uint64 // by coder (0 for all, unless SameCoder), then unit × words
	marked []bool     // by unit: a code touches it
	weight []int32    // by unit: its characters, where each is a unit
	wide   []uint64   // a window's sets joined
	list   []int32
	each   func(places []int32, weight int) // told every unit's places, if set
}

func newCoocScan(p *codebook.Project, f *Filter, o CoocOptions) *coocScan {
	s := &coocScan{o: o, scope: newScope(p, f, o.Unit.Kind, oneColumn), places: placesOf(p, o.Rollup, o.ByDimension)}
	k, coders := len(s.codes), 0
	s.sets = make([][]uint64, 1)
	s.words = (k + 63) / 64
	s.of, s.n, s.pairs = make([]int, k), make([]int32, k*k), make([]int32, k*k)
	if o.SameCoder {
		coders = len(s.scope.sieve.everybody)
		s.sets = make([][]uint64, coders)
		s.stamp, s.ofStamp = make([]int32, k*k), make([]int32, k)
	}
	if o.Unit.Kind == Overlap || o.Unit.Kind == Character {
		s.scope.runs = newRuns(p, k, coders, s.reach)
	}
	return s
}

func (s *coocScan) count(t *codebook.Transcript) {
	if s.scope.read(t) {
		s.meetInUnits()
		s.meetInWords()
	}
}

// meetInUnits counts the units of the transcript that was read.
func (s *coocScan) meetInUnits() {
	s.mark()
	s.weigh()
	windows := s.o.Unit.around() > 0
	for u, marked := range s.marked {
		if marked || windows {
			s.unit(u)
		}
	}
}

// mark sets the bits of every unit that a coding touches.
func (s *coocScan) mark() {
	s.marked = resize(s.marked, s.scope.units)
	for i := range s.sets {
		s.sets[i] = resize(s.sets[i], s.scope.units*s.words)
	}
	for i := range s.scope.hits {
		h := &s.scope.hits[i]
		if h.whole && s.o.Unit.Kind != Whole {
			continue
		}
		sets := s.sets[0]
		if s.o.SameCoder {
			sets = s.sets[h.coder]
		}
		for _, pc := range s.scope.touched(h) {
			if pc.unit == noUnit {
				continue
			}
			s.marked[pc.unit] = true
			row := sets[int(pc.unit)*s.words:]
			for _, place := range s.reach[h.code] {
				row[place>>6] |= 1 << (place & 63)
			}
		}
	}
}

// weigh adds up how many units each unit stands for: where characters are the
// units, those of a run do all alike.
func (s *coocScan) weigh() {
	if s.o.Unit.Kind != Character {
		s.units += s.scope.units
		return
	}
	s.weight = resize(s.weight, s.scope.units)
	for _, pc := range s.scope.pieces {
		s.weight[pc.unit] += int32(pc.to - pc.from)
		s.units += int(pc.to - pc.from)
	}
}

// unit counts the sets of unit u, all as one unit.
func (s *coocScan) unit(u int) {
	s.serial++
	weight := int32(1)
	if s.o.Unit.Kind == Character {
		weight = s.weight[u]
	}
	for _, sets := range s.sets {
		s.tally(s.listOf(s.window(sets, u)), weight)
	}
}

// window is the set of unit u, joined with those of its neighbours where the
// unit is a window.
func (s *coocScan) window(sets []uint64, u int) []uint64 {
	k := s.o.Unit.around()
	if k == 0 {
		return sets[u*s.words : (u+1)*s.words]
	}
	s.wide = resize(s.wide, s.words)
	for v := max(0, u-k); v <= min(s.scope.units-1, u+k); v++ {
		for w := range s.words {
			s.wide[w] |= sets[v*s.words+w]
		}
	}
	return s.wide
}

// listOf spells a set out, in order.
func (s *coocScan) listOf(set []uint64) []int32 {
	s.list = s.list[:0]
	for w, word := range set {
		for ; word != 0; word &= word - 1 {
			s.list = append(s.list, int32(w<<6+bits.TrailingZeros64(word)))
		}
	}
	return s.list
}

// tally counts each place of a list and each two of them, once a unit.
func (s *coocScan) tally(list []int32, weight int32) {
	if s.each != nil {
		s.each(list, int(weight))
	}
	if s.o.SameCoder {
		s.tallyOnce(list, weight)
		return
	}
	k := len(s.codes)
	for i, a := range list {
		s.of[a] += int(weight)
		row := s.n[int(a)*k:][:k]
		for _, b := range list[i+1:] {
			row[b] += weight
		}
	}
}

// tallyOnce is tally for units that have a list for each coder.
func (s *coocScan) tallyOnce(list []int32, weight int32) {
	k := len(s.codes)
	for i, a := range list {
		if s.ofStamp[a] != s.serial {
			s.ofStamp[a] = s.serial
			s.of[a] += int(weight)
		}
		for _, b := range list[i+1:] {
			if at := int(a)*k + int(b); s.stamp[at] != s.serial {
				s.stamp[at] = s.serial
				s.n[at] += weight
			}
		}
	}
}

// meetInWords counts the pairs of codings that share a character, over the whole text
// unless the filter looks at who speaks.
func (s *coocScan) meetInWords() {
	hits, k := s.scope.hits, int32(len(s.codes))
	byVoice := s.scope.filter.byVoice()
	for i := range hits {
		x := &hits[i]
		if x.whole || byVoice && !x.in {
			continue
		}
		for j := i + 1; j < len(hits) && (hits[j].start < x.end || hits[j].whole); j++ {
			y := &hits[j]
			if y.whole || byVoice && !y.in || !x.shares(y) {
				continue
			}
			for _, a := range s.reach[x.code] {
				for _, b := range s.reach[y.code] {
					if a != b {
						s.pairs[min(a, b)*k+max(a, b)]++
					}
				}
			}
		}
	}
}

func (s *coocScan) add(o *coocScan) {
	for i := range s.n {
		s.n[i] += o.n[i]
	}
	for i := range s.pairs {
		s.pairs[i] += o.pairs[i]
	}
	for i := range s.of {
		s.of[i] += o.of[i]
	}
	s.units += o.units
	s.scope.join(&o.scope)
}

func (s *coocScan) result() *Cooccurrence {
	c := &Cooccurrence{
		Unit: s.o.Unit, Units: s.units, Codes: s.codes, Of: s.of, n: s.n, pairs: s.pairs, row: s.row,
		Stored: s.scope.stored, Outside: s.scope.outside, apart: make([]bool, len(s.n)),
	}
	tree := s.scope.p.Tree()
	for i, a := range s.codes {
		for j := i + 1; j < len(s.codes) && tree.Under(s.codes[j], a); j++ {
			c.apart[i*len(s.codes)+j] = true
		}
	}
	return c
}
