package tally

import (
	"math/bits"

	"fangtan/codebook"
)

// coocScan counts transcript after transcript. Each unit has a set of codes, a
// row of bits; under SameCoder one for each coder. A code is a place: its index
// in the list of codes that can pair.
type coocScan struct {
	p       *codebook.Project
	o       CoocOptions
	sieve   sieve
	scope   scope
	whole   bool // pairs are counted over the whole text
	codes   []codebook.No
	row     []int
	reach   [][]int32 // by code number: the places a coding of it counts for
	words   int       // of a set
	units   int
	of      []int
	n       []int32
	pairs   []int32
	stamp   []int32 // by pair: last unit counted, so that coders unite
	ofStamp []int32
	serial  int32

	sets  []uint64   // by unit × words
	own   [][]uint64 // under SameCoder, by coder number
	wide  []uint64   // a window's sets joined
	list  []int32
	sweep sweep
	each  func(places []int32, weight int) // told every unit's codes, if set

	stored, outside int
}

func newCoocScan(p *codebook.Project, f *Filter, o CoocOptions) *coocScan {
	s := &coocScan{p: p, o: o, sieve: f.sieve(p), whole: len(f.Groups)+len(f.Speakers) == 0}
	s.scope = scope{p: p, filter: f, unit: o.Unit.Kind, column: func(*codebook.Transcript, int) int32 { return 0 }}
	s.places()
	k := len(s.codes)
	s.words = (k + 63) / 64
	s.of, s.ofStamp = make([]int, k), make([]int32, k)
	s.n, s.pairs, s.stamp = make([]int32, k*k), make([]int32, k*k), make([]int32, k*k)
	return s
}

// places decides which codes pair, and which of them each coding counts for.
func (s *coocScan) places() {
	tree := s.p.Tree()
	s.row = make([]int, s.p.CodeLimit())
	for i := range s.row {
		s.row[i] = -1
	}
	for _, c := range tree.Order {
		if !s.o.ByDimension || tree.Depth[c] == 0 {
			s.row[c] = len(s.codes)
			s.codes = append(s.codes, c)
		}
	}
	s.reach = make([][]int32, s.p.CodeLimit())
	for _, c := range tree.Order {
		for a := c; a != 0; a = s.p.Code(a).Parent {
			if at := s.row[a]; at >= 0 {
				s.reach[c] = append(s.reach[c], int32(at))
			}
			if !s.o.Rollup && !s.o.ByDimension {
				break
			}
		}
	}
}

func (s *coocScan) count(t *codebook.Transcript) {
	pieces := s.scope.of(t)
	c := s.p.Codings(t.No)
	if s.o.Unit.Kind == Character || s.o.Unit.Kind == Overlap {
		s.sweep.run(s, c, pieces)
	} else {
		s.units += s.scope.units
		s.mark(c, pieces)
	}
	if len(pieces) > 0 {
		s.meet(c, pieces)
	}
}

// mark sets the bits of every unit that a coding touches, then counts the units.
func (s *coocScan) mark(c *codebook.Codings, pieces []piece) {
	s.sets = resize(s.sets, s.scope.units*s.words)
	for i := range s.own {
		s.own[i] = resize(s.own[i], s.scope.units*s.words)
	}
	at := 0
	for i, start := range c.StartCh {
		code, coder, end := c.Code[i], c.Coder[i], c.EndCh[i]
		if !s.sieve.code[code] || !s.sieve.coder[coder] {
			continue
		}
		s.stored++
		for at < len(pieces) && pieces[at].to <= start {
			at++
		}
		if at == len(pieces) || start >= end || pieces[at].from >= end {
			s.outside++
			continue
		}
		sets := s.setsOf(int(coder))
		for j := at; j < len(pieces) && pieces[j].from < end; j++ {
			row := int(pieces[j].unit) * s.words
			for _, place := range s.reach[code] {
				sets[row+int(place>>6)] |= 1 << (place & 63)
			}
		}
	}
	for u := range s.scope.units {
		s.unit(u)
	}
}

// setsOf gives the sets that a coder's codings go into.
func (s *coocScan) setsOf(coder int) []uint64 {
	if !s.o.SameCoder {
		return s.sets
	}
	for len(s.own) <= coder {
		s.own = append(s.own, nil)
	}
	if len(s.own[coder]) != len(s.sets) {
		s.own[coder] = resize(s.own[coder], len(s.sets))
	}
	return s.own[coder]
}

// unit counts the sets of unit u, all as one unit.
func (s *coocScan) unit(u int) {
	s.serial++
	if !s.o.SameCoder {
		s.tallySet(s.window(s.sets, u))
		return
	}
	for _, sets := range s.own {
		if len(sets) > 0 {
			s.tallySet(s.window(sets, u))
		}
	}
}

// window is the set of unit u, joined with those of its neighbours where the
// unit is a window.
func (s *coocScan) window(sets []uint64, u int) []uint64 {
	if s.o.Unit.Kind != Window {
		return sets[u*s.words : (u+1)*s.words]
	}
	s.wide = resize(s.wide, s.words)
	for v := max(0, u-s.o.Unit.K); v <= min(s.scope.units-1, u+s.o.Unit.K); v++ {
		for w := range s.words {
			s.wide[w] |= sets[v*s.words+w]
		}
	}
	return s.wide
}

// tallySet counts each code of a set and each pair of them, once a unit.
func (s *coocScan) tallySet(set []uint64) {
	s.list = s.list[:0]
	for w, word := range set {
		for ; word != 0; word &= word - 1 {
			s.list = append(s.list, int32(w<<6+bits.TrailingZeros64(word)))
		}
	}
	s.tallyList(s.list, 1)
}

func (s *coocScan) tallyList(list []int32, weight int) {
	if s.each != nil {
		s.each(list, weight)
	}
	k := int32(len(s.codes))
	for i, a := range list {
		if s.ofStamp[a] != s.serial {
			s.ofStamp[a] = s.serial
			s.of[a] += weight
		}
		row := a * k
		for _, b := range list[i+1:] {
			if s.stamp[row+b] != s.serial {
				s.stamp[row+b] = s.serial
				s.n[row+b] += int32(weight)
			}
		}
	}
}

// meet counts the pairs of codings that share a character.
func (s *coocScan) meet(c *codebook.Codings, pieces []piece) {
	at := 0
	for i := range c.Len() {
		if !s.pairable(c, i) || !s.whole && !inScope(pieces, &at, c.StartCh[i], c.EndCh[i]) {
			continue
		}
		other := at
		for j := i + 1; j < c.Len() && c.Start[j] < c.End[i]; j++ {
			if s.pairable(c, j) && (s.whole || inScope(pieces, &other, c.StartCh[j], c.EndCh[j])) {
				s.pair(c.Code[i], c.Code[j])
			}
		}
	}
}

func (s *coocScan) pairable(c *codebook.Codings, i int) bool {
	return s.sieve.code[c.Code[i]] && s.sieve.coder[c.Coder[i]] && c.Flags[i]&codebook.WholeSource == 0
}

func inScope(pieces []piece, at *int, start, end uint32) bool {
	for *at < len(pieces) && pieces[*at].to <= start {
		*at++
	}
	return *at < len(pieces) && start < end && pieces[*at].from < end
}

func (s *coocScan) pair(x, y codebook.No) {
	k := int32(len(s.codes))
	for _, a := range s.reach[x] {
		for _, b := range s.reach[y] {
			switch {
			case a < b:
				s.pairs[a*k+b]++
			case b < a:
				s.pairs[b*k+a]++
			}
		}
	}
}

func (s *coocScan) add(o *coocScan) {
	for i := range s.n {
		s.n[i] += o.n[i]
		s.pairs[i] += o.pairs[i]
	}
	for i := range s.of {
		s.of[i] += o.of[i]
	}
	s.units += o.units
	s.stored += o.stored
	s.outside += o.outside
}

func (s *coocScan) result() *Cooccurrence {
	c := &Cooccurrence{
		Unit: s.o.Unit, Units: s.units, Codes: s.codes, Of: s.of, n: s.n, pairs: s.pairs, row: s.row,
		Stored: s.stored, Outside: s.outside, apart: make([]bool, len(s.n)),
	}
	tree := s.p.Tree()
	for i, a := range s.codes {
		for j := i + 1; j < len(s.codes) && tree.Under(s.codes[j], a); j++ {
			c.apart[i*len(s.codes)+j] = true
		}
	}
	return c
}
