package tally

import (
	"cmp"
	"slices"

	"fangtan/codebook"
)

// sweep goes along a text and finds the stretches with the same set of codes:
//
//	a   ├─────────┤
//	b       ├─────────┤
//	    ├ a ┤├ ab ┤├ b ┤   within a turn
//
// With the unit overlap each maximal stretch is a unit, also one without codes;
// with the unit character each character is.
type sweep struct {
	edges  []edge // still ahead
	buffer []edge
	places int
	count  []int32   // by coder × place: codings that cover the position
	now    [][]int32 // by coder: the places that cover it, in order
	was    [][]int32 // likewise, of the stretch that is being measured
	length uint32    // of that stretch so far, in characters
}

type edge struct {
	at    uint32
	place int32
	coder int32 // 0 for all, unless each coder is apart
	step  int32 // +1 where a coding begins, -1 where it ends
}

func (w *sweep) run(s *coocScan, c *codebook.Codings, pieces []piece) {
	coders := w.collect(s, c, pieces)
	w.places = len(s.codes)
	w.count = resize(w.count, coders*w.places)
	w.now, w.was = emptied(w.now, coders), emptied(w.was, coders)
	for i, pc := range pieces {
		if i > 0 && pc.unit != pieces[i-1].unit {
			w.end(s)
		}
		for pos := pc.from; pos < pc.to; {
			w.pass(pos)
			if !slices.EqualFunc(w.now, w.was, slices.Equal[[]int32]) {
				w.end(s)
				for k := range w.now {
					w.was[k] = append(w.was[k][:0], w.now[k]...)
				}
			}
			next := pc.to
			if len(w.edges) > 0 {
				next = min(next, w.edges[0].at)
			}
			w.length += next - pos
			pos = next
		}
	}
	w.end(s)
}

func emptied(lists [][]int32, n int) [][]int32 {
	for len(lists) < n {
		lists = append(lists, nil)
	}
	for k := range lists[:n] {
		lists[k] = lists[k][:0]
	}
	return lists[:n]
}

// pass takes in all edges up to pos.
func (w *sweep) pass(pos uint32) {
	for len(w.edges) > 0 && w.edges[0].at <= pos {
		e := w.edges[0]
		w.edges = w.edges[1:]
		n := &w.count[int(e.coder)*w.places+int(e.place)]
		*n += e.step
		list := &w.now[e.coder]
		i, there := slices.BinarySearch(*list, e.place)
		switch {
		case *n > 0 && !there:
			*list = slices.Insert(*list, i, e.place)
		case *n == 0 && there:
			*list = slices.Delete(*list, i, i+1)
		}
	}
}

// end counts the stretch that is being measured and begins another.
func (w *sweep) end(s *coocScan) {
	if w.length == 0 {
		return
	}
	weight := 1
	if s.o.Unit.Kind == Character {
		weight = int(w.length)
	}
	w.length = 0
	s.units += weight
	s.serial++
	for _, list := range w.was {
		s.tallyList(list, weight)
	}
}

// collect lists where codings begin and end, in order.
func (w *sweep) collect(s *coocScan, c *codebook.Codings, pieces []piece) (coders int) {
	w.edges, coders = w.buffer[:0], 1
	at := 0
	for i, start := range c.StartCh {
		if !s.sieve.code[c.Code[i]] || !s.sieve.coder[c.Coder[i]] {
			continue
		}
		s.stored++
		if !inScope(pieces, &at, start, c.EndCh[i]) {
			s.outside++
			continue
		}
		coder := int32(0)
		if s.o.SameCoder {
			coder = int32(c.Coder[i])
			coders = max(coders, int(coder)+1)
		}
		for _, place := range s.reach[c.Code[i]] {
			w.edges = append(w.edges, edge{start, place, coder, 1}, edge{c.EndCh[i], place, coder, -1})
		}
	}
	w.buffer = w.edges
	slices.SortFunc(w.edges, func(a, b edge) int { return cmp.Compare(a.at, b.at) })
	return coders
}
