package tally_test

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// codePair is two codes, the first before the second in codebook order.
type codePair [2]codebook.No

// meetings is what co-occurrence counts.
type meetings struct {
	units    int
	of       map[codebook.No]int
	n, pairs map[codePair]int
	sets     []map[codebook.No]bool // the codes of each unit
}

func (w *twin) before(a, b codebook.No) bool { return w.p.Tree().Place[a] < w.p.Tree().Place[b] }

func (w *twin) cooccurrence(o tally.CoocOptions) meetings {
	m := meetings{of: map[codebook.No]int{}, n: map[codePair]int{}, pairs: map[codePair]int{}}
	for _, t := range w.texts {
		for _, u := range w.units(t, o.Unit, w.setOn(o.Rollup, o.ByDimension, o.SameCoder)) {
			m.units++
			m.count(w.codesIn(t, u, o))
		}
		w.pairs(t, o, m.pairs)
	}
	return m
}

// codesIn is, for the coder 0 or under SameCoder for each, the codes that touch a unit.
func (w *twin) codesIn(t *codebook.Transcript, u charSet, o tally.CoocOptions) map[codebook.No]map[codebook.No]bool {
	byCoder := map[codebook.No]map[codebook.No]bool{}
	for _, m := range w.marks[t.No] {
		if len(meet(m.chars, u)) == 0 || m.whole && o.Unit.Kind != tally.Whole {
			continue
		}
		coder := codebook.No(0)
		if o.SameCoder {
			coder = m.Coder
		}
		if byCoder[coder] == nil {
			byCoder[coder] = map[codebook.No]bool{}
		}
		for _, a := range w.reach(m.Code, o.Rollup, o.ByDimension) {
			byCoder[coder][a] = true
		}
	}
	return byCoder
}

func (m *meetings) count(byCoder map[codebook.No]map[codebook.No]bool) {
	of, pairs := map[codebook.No]bool{}, map[codePair]bool{}
	for _, codes := range byCoder {
		for a := range codes {
			of[a] = true
			for b := range codes {
				pairs[codePair{a, b}] = true
			}
		}
	}
	for a := range of {
		m.of[a]++
	}
	for q := range pairs {
		m.n[q]++
	}
	m.sets = append(m.sets, of)
}

func (w *twin) pairs(t *codebook.Transcript, o tally.CoocOptions, pairs map[codePair]int) {
	byVoice := len(w.f.Groups)+len(w.f.Speakers) > 0
	for i, x := range w.marks[t.No] {
		for j, y := range w.marks[t.No] {
			if i == j || x.whole || y.whole || len(meet(x.chars, y.chars)) == 0 {
				continue
			}
			if byVoice && (len(meet(x.chars, w.scope)) == 0 || len(meet(y.chars, w.scope)) == 0) {
				continue
			}
			for _, a := range w.reach(x.Code, o.Rollup, o.ByDimension) {
				for _, b := range w.reach(y.Code, o.Rollup, o.ByDimension) {
					pairs[codePair{a, b}]++
				}
			}
		}
	}
}

// tension is one cell of Smith's view, but for what frequency says.
func (w *twin) tension(unit tally.Unit, a, b codebook.No) (cell tally.TensionCell) {
	m := w.cooccurrence(tally.CoocOptions{Unit: unit})
	tree := w.p.Tree()
	for _, set := range m.sets {
		as, bs := w.under(set, a), w.under(set, b)
		if len(as) > 0 {
			cell.NA++
		}
		if len(bs) > 0 {
			cell.NB++
		}
		met, linked := a != b && len(as) > 0 && len(bs) > 0, false
		for _, x := range as {
			for _, y := range bs {
				kin := tree.Under(x, y) || tree.Under(y, x)
				met = met || a == b && x != a && y != b && !kin
				linked = linked || w.linked(x, y)
			}
		}
		if met {
			cell.Met++
		}
		if linked {
			cell.Linked++
		}
	}
	best := 0.0
	for _, x := range tree.Branch(a) {
		for _, y := range tree.Branch(b) {
			n := m.n[codePair{x, y}]
			if x == a || y == b || !w.before(x, y) && a == b || tree.Under(y, x) || n == 0 {
				continue
			}
			c := float64(n) / float64(m.of[x]+m.of[y]-n)
			if n > cell.StrongestN || n == cell.StrongestN && c > best {
				cell.StrongestA, cell.StrongestB, cell.StrongestN, best = x, y, n, c
			}
		}
	}
	return cell
}

func (w *twin) under(set map[codebook.No]bool, top codebook.No) (list []codebook.No) {
	for c := range set {
		if w.p.Tree().Under(c, top) {
			list = append(list, c)
		}
	}
	return list
}

func (w *twin) linked(x, y codebook.No) bool {
	for _, l := range w.p.Links() {
		if strings.HasPrefix(l.Kind, "in") && (l.From == x && l.To == y || l.From == y && l.To == x) {
			return true
		}
	}
	return false
}
