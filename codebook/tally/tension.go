package tally

import (
	"strings"

	"fangtan/codebook"
)

// Tension is Smith's view: for each pair of components, and within each, how
// they pull against one another, by stakeholder group.
type Tension struct {
	Groups []codebook.No // columns; 0 for text that belongs to none
	Heads  []string
	Pairs  []TensionPair
	Small  []bool // by group: fewer than five voices, so counts and no percentages
}

// TensionPair is one pair of components; A == B is the tension within.
type TensionPair struct {
	A, B  codebook.No
	Code  codebook.No   // the explicit tension code, 0 for none
	Cells []TensionCell // by group
	Total TensionCell
}

// TensionCell is what one pair has in one group.
type TensionCell struct {
	Codings int // united, of the tension code
	Voices  int // who raise it
	Met     int // units in which both components are coded; within: two different sub-codes
	NA, NB  int // units that each component touches
	Linked  int // units with a pair of codes linked "in tension with" across the components
	Chars   int // characters of the group's respondents' text
	// StrongestA and B are the sub-codes that meet most, by N, then C, then
	// codebook order; 0 where none meet.
	StrongestA, StrongestB codebook.No
	StrongestN             int
}

// C is the Jaccard coefficient of the two components; undefined within one.
func (t TensionCell) C(within bool) (float64, Undefined) {
	if within {
		return 0, WithinOne
	}
	return ratio(t.Met, t.NA+t.NB-t.Met, NoCodings)
}

// Rate is codings of the tension code per 1,000 characters.
func (t TensionCell) Rate() (float64, Undefined) {
	v, why := ratio(t.Codings, t.Chars, NoText)
	return 1000 * v, why
}

// Components are the codes with the role component, in codebook order.
func Components(p *codebook.Project) []codebook.No {
	var all []codebook.No
	for _, c := range p.Tree().Order {
		if p.Code(c).Role == codebook.RoleComponent {
			all = append(all, c)
		}
	}
	return all
}

// TensionCode finds the explicit code of the tension between two components.
func TensionCode(p *codebook.Project, a, b codebook.No) codebook.No {
	x, y := p.Code(a).Number, p.Code(b).Number
	for _, n := range p.Tree().Order {
		if l, r, ok := p.Code(n).Tension(); ok && (l == x && r == y || l == y && r == x) {
			return n
		}
	}
	return 0
}

// TensionOf counts tension by group.
func TensionOf(p *codebook.Project, f Filter, unit Unit) *Tension {
	by := ByGroup(p)
	freq := FrequencyOf(p, f, by, unit, true)
	t := &Tension{Groups: freq.Columns.Nos, Heads: freq.Columns.Heads}
	for _, b := range freq.Bases {
		t.Small = append(t.Small, b.Voices < 5)
	}
	total := tensionUnits(p, f, unit)
	groups := make([]*unitScan, len(t.Groups))
	for i, g := range t.Groups {
		one := f
		one.Groups = []codebook.No{g}
		if f.takesGroup(g) {
			groups[i] = tensionUnits(p, one, unit)
		}
	}
	for i, a := range total.components {
		for j, b := range total.components[i:] {
			pair := TensionPair{A: a, B: b, Code: TensionCode(p, a, b)}
			pair.Total = tensionCell(p, freq, total, pair, [2]int{i, i + j}, Total)
			for col := range t.Groups {
				pair.Cells = append(pair.Cells, tensionCell(p, freq, groups[col], pair, [2]int{i, i + j}, col))
			}
			t.Pairs = append(t.Pairs, pair)
		}
	}
	return t
}

func tensionCell(p *codebook.Project, freq *Frequency, u *unitScan, pair TensionPair, at [2]int, column int) TensionCell {
	cell := TensionCell{Chars: freq.BaseOf(column).Characters}
	if pair.Code != 0 {
		c := freq.Cell(p.Tree().Place[pair.Code], column)
		cell.Codings, cell.Voices = c.Codings, c.Voices
	}
	if u == nil {
		return cell
	}
	k := at[0]*len(u.components) + at[1]
	cell.Met, cell.Linked = u.met[k], u.tied[k]
	cell.NA, cell.NB = u.of[at[0]], u.of[at[1]]
	cell.StrongestA, cell.StrongestB, cell.StrongestN = strongest(u.table, p, pair)
	return cell
}

// strongest finds the two sub-codes of a pair of components that meet most.
func strongest(c *Cooccurrence, p *codebook.Project, pair TensionPair) (a, b codebook.No, n int) {
	tree := p.Tree()
	best := 0.0
	for _, x := range tree.Branch(pair.A) {
		for _, y := range tree.Branch(pair.B) {
			if x == pair.A || y == pair.B || tree.Place[x] >= tree.Place[y] && pair.A == pair.B {
				continue
			}
			q, ok := c.Pair(x, y)
			if !ok || q.N == 0 {
				continue
			}
			j, _ := q.C()
			if q.N > n || q.N == n && j > best {
				a, b, n, best = x, y, q.N, j
			}
		}
	}
	return a, b, n
}

// isTensionLink says whether a link is of the kind "in tension with", however it
// is joined up.
func isTensionLink(kind string) bool {
	return strings.ReplaceAll(strings.ToLower(kind), "-", " ") == codebook.LinkTension
}
