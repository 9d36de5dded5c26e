package query

import (
	"sort"

	"fangtan/codebook/text"
)

// turns are the turns of a transcript.
type turns struct {
	list   []text.Turn
	worded []stretch // those of list with characters, in order
}

// stretch is a part of a turn, in counted characters.
type stretch struct {
	start, end uint32
	turn       int32
}

func turnsOf(list []text.Turn) *turns {
	t := &turns{list: list, worded: make([]stretch, 0, len(list))}
	n := int32(-1)
	for i := range list {
		if !list[i].Same || n < 0 {
			n++
		}
		if list[i].StartCh < list[i].EndCh {
			t.worded = append(t.worded, stretch{list[i].StartCh, list[i].EndCh, n})
		}
	}
	return t
}

// span gives the first and last turn that a row shares a character with. A text
// without turns is one turn.
func (t *turns) span(r *row) (first, last int32, ok bool) {
	if len(t.list) == 0 {
		return 0, 0, true
	}
	i := sort.Search(len(t.worded), func(i int) bool { return t.worded[i].end > r.startCh })
	j := sort.Search(len(t.worded), func(i int) bool { return t.worded[i].start >= r.endCh }) - 1
	if i > j {
		return 0, 0, false
	}
	return t.worded[i].turn, t.worded[j].turn, true
}

// seat is a row with the turns it is in.
type seat struct {
	row
	first, last int32
}

// seats gives the rows that are in a turn.
func (e *evaluation) seats(rows []row) []seat {
	list := make([]seat, 0, len(rows))
	for i := range rows {
		if first, last, ok := e.cut().span(&rows[i]); ok {
			list = append(list, seat{rows[i], first, last})
		}
	}
	return list
}

// close gives the rows of left with one of right near, behind or in the same turn:
// the nearest becomes their match.
func (e *evaluation) close(n *node, left, right []row) []row {
	near := neighbours(e.seats(right))
	var found []row
	for _, a := range e.seats(left) {
		at, distance := -1, int32(0)
		if n.deed == then {
			at, distance = near.behind(&a)
		} else {
			at, distance = near.nearest(&a)
		}
		if at >= 0 && int(distance) <= n.turns {
			found = append(found, e.joins(a.row, near.seats[at].row))
		}
	}
	return e.sorted(found)
}

// nearby is a list of seats in which the nearest is found by halving: first turns rise,
// and lasts tells how far those up to a seat go, in turns counted from 1.
type nearby struct {
	seats []seat
	lasts reach
}

func neighbours(seats []seat) nearby {
	return nearby{seats, reachOf(len(seats), func(i int) uint32 { return uint32(seats[i].last) + 1 })}
}

// from gives the first seat that begins in a turn or behind it.
func (n nearby) from(turn int32) int {
	return sort.Search(len(n.seats), func(i int) bool { return n.seats[i].first >= turn })
}

// behind gives the first seat in a turn behind a's, and how many turns off it is; -1 for none.
func (n nearby) behind(a *seat) (at int, distance int32) {
	for i := n.from(a.last + 1); i < len(n.seats); i++ {
		if n.seats[i].at != a.at {
			return i, n.seats[i].first - a.last
		}
	}
	return -1, 0
}

// before gives the seat that ends the fewest turns before a, and how many; -1 for none.
func (n nearby) before(a *seat) (at int, distance int32) {
	early := n.from(a.first)
	if early == 0 {
		return -1, 0
	}
	far := n.lasts[early-1]
	if at = n.lasts.first(far); n.seats[at].at == a.at {
		if at, far = n.farthest(early, a.at); at < 0 {
			return -1, 0
		}
	}
	return at, a.first + 1 - int32(far)
}

// farthest goes over the seats before early for the one that goes farthest, but for
// pieces of one coding.
func (n nearby) farthest(early int, but int32) (at int, far uint32) {
	at = -1
	for i := range n.seats[:early] {
		if s := &n.seats[i]; s.at != but && (at < 0 || uint32(s.last)+1 > far) {
			at, far = i, uint32(s.last)+1
		}
	}
	return at, far
}

// nearest gives the seat the fewest turns off, but none of a's own coding; -1 for none.
func (n nearby) nearest(a *seat) (at int, distance int32) {
	for i := n.lasts.first(uint32(a.first) + 1); i < len(n.seats) && n.seats[i].first <= a.last; i++ {
		if n.seats[i].last >= a.first && n.seats[i].at != a.at {
			return i, 0
		}
	}
	before, off := n.before(a)
	at, distance = n.behind(a)
	if before >= 0 && (at < 0 || off <= distance) {
		return before, off
	}
	return at, distance
}
