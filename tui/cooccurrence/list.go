package cooccurrence

import (
	"strconv"

	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// list is the pairs that meet, by n, with its cursor.
type list struct{ grid tables.Grid }

// listHeads are the heads of its figures.
func (s *Screen) listHeads() []string {
	return []string{"n", "n_a", "n_b", "c", "b|a", "a|b", s.env.T("cooccurrence.head-lift"), s.env.T("cooccurrence.head-pairs")}
}

// In less than so many columns a list has n, c and lift alone; the line below has
// all figures of the pair under the cursor.
const wideList = 76

// shownOf are those of a pair's figures, or of their heads, that the list has room for.
func shownOf(all []string, width int) []string {
	if width >= wideList {
		return all
	}
	return []string{all[0], all[3], all[6]}
}

// figures writes a pair's figures, in the order of listHeads.
func (a *answer) figures(p tally.Pair) []string {
	share := func(v float64, why tally.Undefined) string {
		if why != tally.Defined {
			return tables.None
		}
		return tables.Percent(v, 0)
	}
	c, lift := tables.None, tables.None
	if v, why := p.C(); why == tally.Defined {
		c = tables.Fraction(v, 2)
	}
	if v, why := p.Lift(a.cooc.Units); why == tally.Defined {
		lift = tables.Decimal(v, 1)
	}
	return []string{
		tables.Whole(p.N), tables.Whole(p.NA), tables.Whole(p.NB), c,
		share(p.BGivenA()), share(p.AGivenB()), lift, strconv.Itoa(p.Pairs),
	}
}
