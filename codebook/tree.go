package codebook

import (
	"cmp"
	"slices"
)

// Tree is the codebook's order: parents before children, siblings by rank.
type Tree struct {
	Order    []No  // all codes in codebook order
	Depth    []int // by number: 0 for a level-1 code
	Place    []int // by number: index in Order, -1 for none
	Last     []int // by number: index in Order just behind the last descendant
	Top      []No  // by number: the level-1 code above, or the code itself
	children [][]No
}

// Tree gives the codebook's order; it is built once for each state of the codes.
func (p *Project) Tree() *Tree {
	if p.tree == nil {
		p.tree = p.buildTree()
	}
	return p.tree
}

func (p *Project) buildTree() *Tree {
	n := len(p.codes.rows)
	t := &Tree{
		Depth: make([]int, n), Place: make([]int, n), Last: make([]int, n),
		Top: make([]No, n), children: make([][]No, max(n, 1)),
	}
	for i := range t.Place {
		t.Place[i] = -1
	}
	for _, c := range p.codes.all() {
		t.children[c.Parent] = append(t.children[c.Parent], c.No)
	}
	for _, siblings := range t.children {
		slices.SortStableFunc(siblings, func(a, b No) int {
			return cmp.Or(cmp.Compare(p.Code(a).Rank, p.Code(b).Rank), cmp.Compare(a, b))
		})
	}
	t.walk(0, 0, 0)
	return t
}

func (t *Tree) walk(parent, top No, depth int) {
	for _, c := range t.children[parent] {
		above := top
		if depth == 0 {
			above = c
		}
		t.Depth[c], t.Top[c], t.Place[c] = depth, above, len(t.Order)
		t.Order = append(t.Order, c)
		t.walk(c, above, depth+1)
		t.Last[c] = len(t.Order)
	}
}

// Children gives the codes right below parent (0: level 1), in order.
func (t *Tree) Children(parent No) []No {
	if int(parent) >= len(t.children) {
		return nil
	}
	return t.children[parent]
}

// Branch gives code c and all its descendants in codebook order.
func (t *Tree) Branch(c No) []No { return t.Order[t.Place[c]:t.Last[c]] }

// Under says whether c is a or one of its descendants.
func (t *Tree) Under(c, a No) bool { return t.Place[a] <= t.Place[c] && t.Place[c] < t.Last[a] }

// Path gives the codes from level 1 down to c.
func (p *Project) Path(c No) []No {
	var path []No
	for code := p.Code(c); code != nil; code = p.Code(code.Parent) {
		path = append(path, code.No)
	}
	slices.Reverse(path)
	return path
}
