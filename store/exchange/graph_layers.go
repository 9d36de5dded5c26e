package exchange

import "slices"

// layout is a drawing being laid out: layers of spots from left to right, joined by
// ties that each go from one layer to the next. A line that passes a layer by has a
// bend there.
type layout struct {
	g      *Graph
	spots  []spot // those of nodes first, by their index
	layers [][]int
	ties   []tie
	lines  []line // by edge
}

// spot is a node or a bend. Places are in units of the drawing, x and y the upper left.
type spot struct {
	bend       bool
	layer      int
	x, y, w, h int
	words      []string // of a node, line by line
}

// tie joins two spots of neighbouring layers, by their indices.
type tie struct{ left, right int }

// line is an edge as it is drawn: the ties from left to right, or, between two nodes
// of one layer, none.
type line struct {
	ties []int
	back bool // it points to the left
}

// lay makes the layers of a drawing.
func lay(g *Graph) *layout {
	l := &layout{g: g, spots: make([]spot, len(g.nodes)), lines: make([]line, len(g.edges))}
	ranks := newRanks(g).rank()
	for i := range l.spots {
		l.spots[i].layer = ranks[i]
	}
	for i := range g.edges {
		l.stretch(i)
	}
	for i, s := range l.spots {
		for len(l.layers) <= s.layer {
			l.layers = append(l.layers, nil)
		}
		l.layers[s.layer] = append(l.layers[s.layer], i)
	}
	return l
}

// stretch leads an edge through the layers between its ends.
func (l *layout) stretch(i int) {
	e := l.g.edges[i]
	left, right := e.from, e.to
	if l.spots[left].layer > l.spots[right].layer {
		left, right = right, left
		l.lines[i].back = true
	}
	if l.spots[left].layer == l.spots[right].layer {
		return
	}
	for l.spots[left].layer+1 < l.spots[right].layer {
		l.spots = append(l.spots, spot{bend: true, layer: l.spots[left].layer + 1})
		l.tie(i, left, len(l.spots)-1)
		left = len(l.spots) - 1
	}
	l.tie(i, left, right)
}

func (l *layout) tie(line, left, right int) {
	l.lines[line].ties = append(l.lines[line].ties, len(l.ties))
	l.ties = append(l.ties, tie{left, right})
}

// ranks finds a layer for each node: right of all that leads to it, circles broken
// where a walk in codebook order closes them.
type ranks struct {
	g        *Graph
	next     [][]int // by node: where directed edges lead, those that close circles left out
	directed []bool  // by node: some directed edge has an end here
	rankOf   []int
}

func newRanks(g *Graph) *ranks {
	n := len(g.nodes)
	r := &ranks{g: g, next: make([][]int, n), directed: make([]bool, n), rankOf: make([]int, n)}
	for _, e := range g.edges {
		if !g.kinds[e.kind].both {
			r.next[e.from] = append(r.next[e.from], e.to)
			r.directed[e.from], r.directed[e.to] = true, true
		}
	}
	return r
}

func (r *ranks) rank() []int {
	order := r.uncircled()
	for _, n := range order {
		for _, to := range r.next[n] {
			r.rankOf[to] = max(r.rankOf[to], r.rankOf[n]+1)
		}
	}
	r.pull(order)
	r.attach()
	return r.normal()
}

// uncircled drops the edges that close circles and gives the nodes so that all
// others lead onward.
func (r *ranks) uncircled() []int {
	const open, done = 1, 2
	state := make([]int, len(r.next))
	var order []int
	var visit func(n int)
	visit = func(n int) {
		state[n] = open
		r.next[n] = slices.DeleteFunc(r.next[n], func(to int) bool {
			if state[to] == 0 {
				visit(to)
			}
			return state[to] == open
		})
		state[n] = done
		order = append(order, n)
	}
	for n := range r.next {
		if state[n] == 0 {
			visit(n)
		}
	}
	slices.Reverse(order)
	return order
}

// pull moves what nothing leads to right before the first that it leads to.
func (r *ranks) pull(order []int) {
	led := make([]bool, len(r.next))
	for _, n := range order {
		nearest := -1
		for _, to := range r.next[n] {
			if nearest < 0 || r.rankOf[to] < nearest {
				nearest = r.rankOf[to]
			}
			led[to] = true
		}
		if nearest > 0 && !led[n] {
			r.rankOf[n] = nearest - 1
		}
	}
}

// attach puts nodes that only links without direction join beside a neighbour.
func (r *ranks) attach() {
	placed := slices.Clone(r.directed)
	for range r.next {
		moved := false
		for _, e := range r.g.edges {
			for _, end := range [2][2]int{{e.from, e.to}, {e.to, e.from}} {
				if placed[end[0]] && !placed[end[1]] {
					r.rankOf[end[1]] = r.rankOf[end[0]] - 1
					placed[end[1]], moved = true, true
				}
			}
		}
		if !moved { // an island: one end stays at the left
			i := slices.Index(placed, false)
			if i < 0 {
				return
			}
			r.rankOf[i], placed[i] = 1, true
		}
	}
}

// normal makes the leftmost layer the first.
func (r *ranks) normal() []int {
	if len(r.rankOf) == 0 {
		return nil
	}
	least := slices.Min(r.rankOf)
	for i := range r.rankOf {
		r.rankOf[i] -= least
	}
	return r.rankOf
}
