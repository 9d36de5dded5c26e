package exchange

import (
	"cmp"
	"slices"
)

// sweeps is how often the spots of the layers are put in order by their neighbours:
// later sweeps hardly find anything.
const sweeps = 12

// order puts the spots of each layer in an order in which few ties cross. All is
// counted in whole numbers, so that every machine finds the same.
func (l *layout) order() {
	best, fewest := cloneLayers(l.layers), l.crossings()
	for sweep := range sweeps {
		if fewest == 0 {
			break
		}
		l.sweep(sweep%2 == 0)
		if n := l.crossings(); n < fewest {
			best, fewest = cloneLayers(l.layers), n
		}
	}
	l.layers = best
}

func cloneLayers(layers [][]int) [][]int {
	copied := make([][]int, len(layers))
	for i, layer := range layers {
		copied[i] = slices.Clone(layer)
	}
	return copied
}

// places gives the place of each spot in its layer.
func (l *layout) places() []int {
	place := make([]int, len(l.spots))
	for _, layer := range l.layers {
		for i, s := range layer {
			place[s] = i
		}
	}
	return place
}

// sweep goes through the layers in one direction and sorts each by the mean place of
// its spots' neighbours in the layer before.
func (l *layout) sweep(rightward bool) {
	for i := range l.layers {
		at := i
		if !rightward {
			at = len(l.layers) - 1 - i
		}
		place := l.places()
		sum, count := make([]int, len(l.spots)), make([]int, len(l.spots))
		for _, t := range l.ties {
			from, to := t.left, t.right
			if !rightward {
				from, to = to, from
			}
			if l.spots[to].layer == at {
				sum[to] += place[from]
				count[to]++
			}
		}
		mean := func(s int) int {
			if count[s] == 0 {
				return place[s] * 1000
			}
			return sum[s] * 1000 / count[s]
		}
		slices.SortStableFunc(l.layers[at], func(a, b int) int { return cmp.Compare(mean(a), mean(b)) })
	}
}

// crossings counts the ties that cross.
func (l *layout) crossings() int {
	place := l.places()
	gaps := make([][]tie, len(l.layers))
	for _, t := range l.ties {
		gap := l.spots[t.left].layer
		gaps[gap] = append(gaps[gap], tie{place[t.left], place[t.right]})
	}
	n := 0
	for _, ties := range gaps {
		for i, a := range ties {
			for _, b := range ties[:i] {
				if (a.left-b.left)*(a.right-b.right) < 0 {
					n++
				}
			}
		}
	}
	return n
}
