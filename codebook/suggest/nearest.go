package suggest

import (
	"cmp"
	"math"
	"slices"
)

// How alike two passages are: the grams they share, each the more the fewer passages
// have it, and the less the longer the passage known is (BM25, where a gram counts
// once).
const (
	lengthWeight = 4
	neighbours   = 90
	mostWalked   = 1 << 20 // entries of lists walked for one question, the rarest grams first
)

// neighbour is a coded passage and how like the one asked about it is.
type neighbour struct {
	slot slotNo
	like float32
}

// nearest gives the passages most like one with these grams, the nearest first, of
// those that may speak.
func (m *Model) nearest(grams []gram, speaks func(*slot) bool) []neighbour {
	m.weigh(grams)
	mean := float32(m.words) / float32(max(m.alive, 1))
	best := make([]neighbour, 0, neighbours)
	for i, sum := range m.likeness {
		s := &m.slots[i]
		if sum == 0 || !s.alive {
			continue
		}
		n := neighbour{slotNo(i), sum / (1 + lengthWeight*float32(s.grams)/mean)}
		if len(best) == neighbours && m.compare(n, best[neighbours-1]) >= 0 || !speaks(s) {
			continue
		}
		if len(best) == neighbours {
			best = best[:neighbours-1]
		}
		at, _ := slices.BinarySearchFunc(best, n, m.compare)
		best = slices.Insert(best, at, n)
	}
	return best
}

// compare puts the more alike first, then the one that comes first in the study.
func (m *Model) compare(a, b neighbour) int {
	if a.like != b.like {
		return cmp.Compare(b.like, a.like)
	}
	x, y := &m.slots[a.slot], &m.slots[b.slot]
	return cmp.Or(cmp.Compare(x.Transcript, y.Transcript), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

// weigh adds up, for each passage, the weights of the grams it shares.
func (m *Model) weigh(grams []gram) {
	m.likeness = slices.Grow(m.likeness[:0], len(m.slots))[:len(m.slots)]
	clear(m.likeness)
	walked := 0
	for _, l := range m.rarestFirst(grams) {
		if walked += l.living; walked > mostWalked {
			return
		}
		weight := l.weight(m.alive)
		for _, n := range m.having(l.listed) {
			m.likeness[n] += weight
		}
	}
}

// found is a gram of the passage asked about that coded passages have too.
type found struct {
	gram   gram
	listed listed
	living int
}

func (f found) weight(all int) float32 {
	with := float64(f.living)
	return float32(math.Log1p((float64(all) - with + 0.5) / (with + 0.5)))
}

// rarestFirst finds grams among those of coded passages, the rarest first.
func (m *Model) rarestFirst(grams []gram) []found {
	var all []found
	for _, g := range grams {
		if l, ok := m.listed[g]; ok {
			all = append(all, found{g, l, m.living(m.having(l))})
		}
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.living, b.living), cmp.Compare(a.gram, b.gram)) })
	return all
}
