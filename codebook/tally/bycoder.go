package tally

import "fangtan/codebook"

// FrequencyByCoder counts codings by code and coder: a column for each coder that
// the filter takes, with her own codings united; the total takes all as one.
func FrequencyByCoder(p *codebook.Project, f Filter, unit Unit, rollup bool) *Frequency {
	whole := Columns{By: "coder", Heads: []string{""}, Nos: []codebook.No{0}, of: oneColumn}
	all := FrequencyOf(p, f, whole, unit, rollup)
	all.Columns.Heads, all.Columns.Nos, all.Columns.of, all.Bases, all.sums = nil, nil, nil, nil, nil
	clear(all.Cells)
	taken := f.sieve(p).everybody
	for _, c := range p.Coders() {
		if !taken[c.No] {
			continue
		}
		one := f
		one.Coders = []codebook.No{c.No}
		own := FrequencyOf(p, one, whole, unit, rollup)
		all.Columns.Heads, all.Columns.Nos = append(all.Columns.Heads, c.Name), append(all.Columns.Nos, 0)
		all.Bases = append(all.Bases, own.Base)
		for r := range all.Cells {
			all.Cells[r] = append(all.Cells[r], own.Totals[r])
		}
	}
	all.sum()
	return all
}
