package reader

import (
	"slices"
	"strconv"

	"fangtan/codebook"
	"fangtan/tui/cell"
)

// others are those but this coder whose a coding is: " 乙" alone, " +乙" beside her own; empty when it is hers alone.
type others struct{ full, brief string }

func (s *side) others(coders []codebook.No) others {
	me, sign := s.env.Study.Coder(), " "
	var who []string
	for _, n := range slices.Compact(slices.Sorted(slices.Values(coders))) {
		switch c := s.project().Coder(n); {
		case n == me:
			sign = " +"
		case c != nil:
			who = append(who, cell.Clean(c.Name))
		}
	}
	if len(who) == 0 {
		return others{}
	}
	rest := ""
	if len(who) > 1 {
		rest = " +" + strconv.Itoa(len(who)-1)
	}
	initial := who[0]
	for g := range s.ruler().Glyphs(initial, 0, len(initial)) {
		initial = g.Text
		break
	}
	return others{full: sign + who[0] + rest, brief: sign + initial + rest}
}
