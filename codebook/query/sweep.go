package query

import "sort"

// The lists that are swept hold rows with words alone, sorted by start, so that
// their first characters rise. A reach tells of each row the farthest that it or
// one before it goes; it rises too, and the first row to get anywhere is found by
// halving.

// reach is the farthest end up to each row.
type reach []uint32

func reachOf(n int, farthest func(int) uint32) reach {
	r := make(reach, n)
	far := uint32(0)
	for i := range r {
		far = max(far, farthest(i))
		r[i] = far
	}
	return r
}

// first gives the first row that goes at least to at, the number of rows if none does.
func (r reach) first(at uint32) int {
	return sort.Search(len(r), func(i int) bool { return r[i] >= at })
}

// shared gives the words that a row of left and one of right share, for each pair.
//
// Right is passed over once: open are its rows that began at or before the row of
// left and have not ended; those that begin within it follow.
//
//	left        ├────┤
//	open    ├────┤ ├─┤
//	follow        ├──┤ ├───┤
func (e *evaluation) shared(left, right []row) []row {
	var found, open []row
	next := 0
	for _, a := range left {
		for next < len(right) && right[next].startCh <= a.startCh {
			open = append(open, right[next])
			next++
		}
		still := open[:0]
		for _, b := range open {
			if b.endCh > a.startCh {
				still = append(still, b)
				found = e.pair(found, a, b)
			}
		}
		open = still
		for i := next; i < len(right) && right[i].startCh < a.endCh; i++ {
			found = e.pair(found, a, right[i])
		}
	}
	return e.sorted(found)
}

// pair adds the words that two rows share, unless they are one coding.
func (e *evaluation) pair(found []row, a, b row) []row {
	if a.at == b.at {
		return found
	}
	both := e.joins(a, b)
	both.start, both.end = max(a.start, b.start), min(a.end, b.end)
	both.startCh, both.endCh = max(a.startCh, b.startCh), min(a.endCh, b.endCh)
	return append(found, both)
}

// touching makes the test whether a row shares a character with any of a list.
func (e *evaluation) touching(rows []row) func(*row) bool {
	ends := reachOf(len(rows), func(i int) uint32 { return rows[i].endCh })
	return func(r *row) bool {
		if r.startCh >= r.endCh {
			return false
		}
		i := ends.first(r.startCh + 1)
		return i < len(rows) && rows[i].startCh < r.endCh
	}
}

// within gives the rows of left that lie inside one of right: the first of them
// becomes their match.
func (e *evaluation) within(left, right []row) []row {
	ends := reachOf(len(right), func(i int) uint32 { return right[i].endCh })
	var found []row
	for _, a := range left {
		for i := ends.first(a.endCh); i < len(right) && right[i].startCh <= a.startCh; i++ {
			if right[i].at != a.at && right[i].endCh >= a.endCh {
				found = append(found, e.joins(a, right[i]))
				break
			}
		}
	}
	return e.sorted(found)
}
