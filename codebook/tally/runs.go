package tally

import (
	"slices"

	"fangtan/codebook"
)

// runs finds the stretches with the same set of codes and makes each a unit,
// also one without codes:
//
//	a   ├─────────┤
//	b       ├─────────┤
//	    ├ a ┤├ ab ┤├ b ┤   within a turn
//
// Between two stretches of one turn a run goes on if the set is the same.
type runs struct {
	reach     [][]int32 // by code: the places that its codings count for
	places    int
	sameCoder bool // the set is one of codes with their coders

	count   []int32 // by coder × place: codings that cover the position
	flipped []int32 // of these, which came or went since the last position in scope
	rest    []hit   // that begin behind the position
	open    []*hit  // that cover it
}

func newRuns(p *codebook.Project, places, coders int, reach [][]int32) *runs {
	return &runs{reach: reach, places: places, count: make([]int32, places*max(coders, 1)), sameCoder: coders > 0}
}

// cut appends the pieces to out, cut into runs.
func (r *runs) cut(out, pieces []piece, hits []hit) []piece {
	r.rest, r.open = hits, r.open[:0]
	unit, last := int32(-1), int32(noUnit)
	for _, pc := range pieces {
		fresh := pc.unit != last || pc.unit == noUnit
		last = pc.unit
		for pc.from < pc.to {
			next := r.pass(pc.from)
			if fresh || len(r.flipped) > 0 {
				unit++
			}
			fresh, r.flipped = false, r.flipped[:0]
			out = pc.split(out, next, unit)
		}
	}
	r.pass(1<<32 - 1)
	r.flipped = r.flipped[:0]
	return out
}

// pass takes in all that begins or ends up to pos, and says where the next does.
func (r *runs) pass(pos uint32) (next uint32) {
	next = 1<<32 - 1
	for ; len(r.rest) > 0; r.rest = r.rest[1:] {
		h := &r.rest[0]
		if h.start > pos {
			next = h.start
			break
		}
		if h.start < h.end && !h.whole {
			r.step(h, 1)
			r.open = append(r.open, h)
		}
	}
	still := r.open[:0]
	for _, h := range r.open {
		if h.end <= pos {
			r.step(h, -1)
			continue
		}
		still = append(still, h)
		next = min(next, h.end)
	}
	r.open = still
	return next
}

// step counts a coding in or out and notes the codes that come or go.
func (r *runs) step(h *hit, by int32) {
	for _, place := range r.reach[h.code] {
		if r.sameCoder {
			place += int32(h.coder) * int32(r.places)
		}
		n := &r.count[place]
		*n += by
		if *n != (by+1)/2 {
			continue
		}
		if i := slices.Index(r.flipped, place); i >= 0 {
			r.flipped = slices.Delete(r.flipped, i, i+1)
		} else {
			r.flipped = append(r.flipped, place)
		}
	}
}
