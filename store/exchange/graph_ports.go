package exchange

import (
	"cmp"
	"slices"
)

// point is a place in a drawing.
type point struct{ x, y int }

// ends are the places where a tie begins and ends.
type ends struct{ left, right point }

// portsOf spreads the ties that end at one side of a node along it, in the order of
// what they come from, so that they do not cross there. At a bend all meet.
func (l *layout) portsOf() []ends {
	ports := make([]ends, len(l.ties))
	lefts, rights := make([][]int, len(l.spots)), make([][]int, len(l.spots))
	for i, t := range l.ties {
		rights[t.left] = append(rights[t.left], i) // the right side of its left spot
		lefts[t.right] = append(lefts[t.right], i)
	}
	for i := range l.spots {
		s := &l.spots[i]
		l.spread(s, rights[i], func(t tie) int { return t.right }, func(tie, y int) { ports[tie].left = point{s.x + s.w, y} })
		l.spread(s, lefts[i], func(t tie) int { return t.left }, func(tie, y int) { ports[tie].right = point{s.x, y} })
	}
	return ports
}

func (l *layout) spread(s *spot, ties []int, other func(tie) int, put func(tie, y int)) {
	slices.SortStableFunc(ties, func(a, b int) int {
		return cmp.Compare(l.spots[other(l.ties[a])].middle(), l.spots[other(l.ties[b])].middle())
	})
	for i, t := range ties {
		put(t, s.y+s.h*(i+1)/(len(ties)+1))
	}
}

// curve is a stretch of a line: from one point to another, level at both ends, or,
// where it comes back to the layer it left, out by so much.
type curve struct {
	from, to point
	out      int
}

// controls are the two points that pull a curve.
func (c curve) controls() (point, point) {
	if c.out > 0 {
		return point{c.from.x + c.out, c.from.y}, point{c.to.x + c.out, c.to.y}
	}
	half := (c.to.x - c.from.x) / 2
	return point{c.from.x + half, c.from.y}, point{c.to.x - half, c.to.y}
}

// at is the point of a curve after so many twentieths of it.
func (c curve) at(n int) point {
	a, b := c.controls()
	const whole = 20
	m := whole - n
	cubic := func(p, q, r, s int) int {
		return (m*m*m*p + 3*m*m*n*q + 3*m*n*n*r + n*n*n*s) / (whole * whole * whole)
	}
	return point{cubic(c.from.x, a.x, b.x, c.to.x), cubic(c.from.y, a.y, b.y, c.to.y)}
}
