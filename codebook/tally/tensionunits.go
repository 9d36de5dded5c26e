package tally

import "fangtan/codebook"

// unitScan is what the units of one scope say about pairs of components, beside
// the co-occurrence of their sub-codes. A pair is at i × len(components) + j.
type unitScan struct {
	tree       *codebook.Tree
	cooc       *coocScan
	components []codebook.No
	component  []int // by place of the code: index of its component (the innermost), -1 for none
	linked     map[[2]int32]bool

	of, met, tied []int
	within        [][]int32 // of the unit at hand: places by component
	table         *Cooccurrence
}

// tensionUnits counts for each pair of components the units in which both are
// coded, and those in which two linked codes meet.
func tensionUnits(p *codebook.Project, f Filter, unit Unit) *unitScan {
	parts := split(p, func(part []*codebook.Transcript) *unitScan {
		u := newUnitScan(p, &f, unit)
		for _, t := range part {
			if u.cooc.scope.hears(t) && u.cooc.scope.read(t) {
				u.cooc.meetInUnits()
			}
		}
		return u
	})
	first := parts[0]
	for _, o := range parts[1:] {
		first.cooc.add(o.cooc)
		for i := range first.met {
			first.met[i] += o.met[i]
			first.tied[i] += o.tied[i]
		}
		for i := range first.of {
			first.of[i] += o.of[i]
		}
	}
	first.table = first.cooc.result()
	return first
}

func newUnitScan(p *codebook.Project, f *Filter, unit Unit) *unitScan {
	u := &unitScan{tree: p.Tree(), components: Components(p), cooc: newCoocScan(p, f, CoocOptions{Unit: unit})}
	n := len(u.components)
	u.of, u.met, u.tied, u.within = make([]int, n), make([]int, n*n), make([]int, n*n), make([][]int32, n)
	for _, c := range u.cooc.codes {
		at := -1
		for i, k := range u.components {
			if u.tree.Under(c, k) {
				at = i
			}
		}
		u.component = append(u.component, at)
	}
	u.linked = tensionLinks(p, u.cooc.row)
	u.cooc.each = u.unit
	return u
}

// tensionLinks are the pairs of places whose codes are linked, both ways round.
func tensionLinks(p *codebook.Project, place []int) map[[2]int32]bool {
	linked := map[[2]int32]bool{}
	for _, l := range p.Links() {
		if isTensionLink(l.Kind) {
			a, b := int32(place[l.From]), int32(place[l.To])
			linked[[2]int32{a, b}], linked[[2]int32{b, a}] = true, true
		}
	}
	return linked
}

// unit takes in one unit with the places that touch it, in order.
func (u *unitScan) unit(places []int32, weight int) {
	for i := range u.within {
		u.within[i] = u.within[i][:0]
	}
	for _, at := range places {
		if k := u.component[at]; k >= 0 {
			u.within[k] = append(u.within[k], at)
		}
	}
	for i, as := range u.within {
		if len(as) == 0 {
			continue
		}
		u.of[i] += weight
		for j := i; j < len(u.within); j++ {
			bs := u.within[j]
			k := i*len(u.within) + j
			if i == j && u.differ(u.components[i], as) || i != j && len(bs) > 0 {
				u.met[k] += weight
			}
			if u.anyLinked(as, bs) {
				u.tied[k] += weight
			}
		}
	}
}

// differ says whether two of the places are different sub-codes of top, neither
// above the other.
func (u *unitScan) differ(top codebook.No, places []int32) bool {
	for i, x := range places {
		for _, y := range places[i+1:] {
			a, b := u.cooc.codes[x], u.cooc.codes[y]
			if a != top && b != top && !u.tree.Under(b, a) && !u.tree.Under(a, b) {
				return true
			}
		}
	}
	return false
}

func (u *unitScan) anyLinked(as, bs []int32) bool {
	if len(u.linked) == 0 {
		return false
	}
	for _, x := range as {
		for _, y := range bs {
			if u.linked[[2]int32{x, y}] {
				return true
			}
		}
	}
	return false
}
