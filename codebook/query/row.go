package query

import (
	"cmp"
	"slices"

	"fangtan/codebook"
)

// row is a passage found in the transcript at hand. Lists of rows are sorted by
// start and end, then by their codings; no row is in a list twice.
type row struct {
	start, end     uint32 // bytes
	startCh, endCh uint32 // counted characters before them
	at             int32  // the coding
	chain, links   int32  // its matches: where they begin among all, and how many
}

// of gives coding i as a row.
func (e *evaluation) of(i int) row {
	return row{start: e.c.Start[i], end: e.c.End[i], startCh: e.c.StartCh[i], endCh: e.c.EndCh[i], at: int32(i)}
}

// chain are the codings that a row was matched with.
func (e *evaluation) chain(r *row) []int32 { return e.chains[r.chain : r.chain+r.links] }

// worded are the rows that have words: characters of their own.
func (e *evaluation) worded(rows []row) []row {
	bare := func(r row) bool {
		return r.startCh >= r.endCh || e.c.Flags[r.at]&codebook.WholeSource != 0
	}
	if !slices.ContainsFunc(rows, bare) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), bare)
}

// joins gives a the match b, behind those it has and before those of b.
func (e *evaluation) joins(a, b row) row {
	from := int32(len(e.chains))
	e.chains = append(e.chains, e.chain(&a)...)
	e.chains = append(e.chains, b.at)
	e.chains = append(e.chains, e.chain(&b)...)
	a.chain, a.links = from, int32(len(e.chains))-from
	return a
}

func (e *evaluation) compare(a, b row) int {
	return cmp.Or(
		cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.at, b.at),
		slices.Compare(e.chain(&a), e.chain(&b)),
	)
}

// sorted puts rows in order, each once; most come so.
func (e *evaluation) sorted(rows []row) []row {
	if !slices.IsSortedFunc(rows, e.compare) {
		slices.SortFunc(rows, e.compare)
	}
	return slices.CompactFunc(rows, func(a, b row) bool { return e.compare(a, b) == 0 })
}

// merged are the rows of both lists, each once.
func (e *evaluation) merged(a, b []row) []row {
	all := make([]row, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch order := e.compare(a[0], b[0]); {
		case order < 0:
			all, a = append(all, a[0]), a[1:]
		case order > 0:
			all, b = append(all, b[0]), b[1:]
		default:
			all, a, b = append(all, a[0]), a[1:], b[1:]
		}
	}
	return append(append(all, a...), b...)
}
