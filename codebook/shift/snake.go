package shift

import "math"

// tooFar is how many differences a single search looks for before it takes the
// way that has led furthest. It bounds the time for texts with little in common.
const tooFar = 100

// run is a stretch that both sides have: n long, at old on the one and at new on
// the other.
type run struct{ old, new, n int }

// align finds a long common subsequence of a and b and gives it as runs in order,
// no two of them touching on both sides. Memory is linear. The method is that of
// Myers ("An O(ND) difference algorithm and its variations", 1986, section 4b),
// with a bound on the search.
func align(a, b []uint32) []run {
	s := &search{a: a, b: b, forth: make([]int, len(a)+len(b)+5), back: make([]int, len(a)+len(b)+5), zero: len(b) + 2}
	s.solve(box{0, len(a), 0, len(b)})
	return s.runs
}

// search is an alignment at work. forth and back hold, for each diagonal x-y, how
// far a path from the beginning or from the end has come; zero is the diagonal 0.
type search struct {
	a, b        []uint32
	forth, back []int
	zero        int
	runs        []run
}

// box is a[x0:x1] against b[y0:y1].
type box struct{ x0, x1, y0, y1 int }

func (s *search) keep(x, y, n int) { s.runs = extend(s.runs, run{x, y, n}) }

// extend appends a run, or makes the last one longer when r goes on from it.
func extend(runs []run, r run) []run {
	if r.n == 0 {
		return runs
	}
	if last := len(runs) - 1; last >= 0 && runs[last].old+runs[last].n == r.old && runs[last].new+runs[last].n == r.new {
		runs[last].n += r.n
		return runs
	}
	return append(runs, r)
}

// solve aligns what is in the box: its equal ends first, then the rest on both
// sides of a point that a good path goes through.
func (s *search) solve(b box) {
	n := 0
	for b.x0+n < b.x1 && b.y0+n < b.y1 && s.a[b.x0+n] == s.b[b.y0+n] {
		n++
	}
	s.keep(b.x0, b.y0, n)
	b.x0, b.y0 = b.x0+n, b.y0+n
	n = 0
	for b.x0 < b.x1-n && b.y0 < b.y1-n && s.a[b.x1-n-1] == s.b[b.y1-n-1] {
		n++
	}
	b.x1, b.y1 = b.x1-n, b.y1-n
	if b.x0 < b.x1 && b.y0 < b.y1 {
		x, y := s.middle(b)
		x, y = min(max(x, b.x0), b.x1), min(max(y, b.y0), b.y1)
		if (x > b.x0 || y > b.y0) && (x < b.x1 || y < b.y1) {
			s.solve(box{b.x0, x, b.y0, y})
			s.solve(box{x, b.x1, y, b.y1})
		}
	}
	s.keep(b.x1, b.y1, n)
}

// middle searches from both corners of the box until the paths meet, and gives
// the point where they do.
func (s *search) middle(b box) (x, y int) {
	forth := front{at: s.forth, zero: s.zero, low: b.x0 - b.y0, high: b.x0 - b.y0, none: -1}
	back := front{at: s.back, zero: s.zero, low: b.x1 - b.y1, high: b.x1 - b.y1, none: math.MaxInt32}
	*forth.of(forth.low), *back.of(back.low) = b.x0, b.x1
	odd := (forth.low-back.low)&1 != 0
	for cost := 1; ; cost++ {
		forth.widen(b)
		for k := forth.high; k >= forth.low; k -= 2 {
			x := s.advance(b, k, max(*forth.of(k - 1)+1, *forth.of(k + 1)))
			*forth.of(k) = x
			if odd && back.has(k) && *back.of(k) <= x {
				return x, x - k
			}
		}
		back.widen(b)
		for k := back.high; k >= back.low; k -= 2 {
			x := s.retreat(b, k, min(*back.of(k - 1), *back.of(k + 1)-1))
			*back.of(k) = x
			if !odd && forth.has(k) && x <= *forth.of(k) {
				return x, x - k
			}
		}
		if cost == tooFar {
			return forth.furthest(b)
		}
	}
}

// advance follows equal tokens forward on diagonal k.
func (s *search) advance(b box, k, x int) int {
	for x < b.x1 && x-k < b.y1 && s.a[x] == s.b[x-k] {
		x++
	}
	return x
}

// retreat follows them backward.
func (s *search) retreat(b box, k, x int) int {
	for x > b.x0 && x-k > b.y0 && s.a[x-1] == s.b[x-k-1] {
		x--
	}
	return x
}

// front is how far the paths from one corner have come, on the diagonals low to high.
type front struct {
	at        []int
	zero      int
	low, high int
	none      int // stands beside the outermost diagonals
}

func (f *front) of(k int) *int { return &f.at[f.zero+k] }

func (f *front) has(k int) bool { return f.low <= k && k <= f.high }

// widen goes one diagonal further on both sides, but never out of the box.
func (f *front) widen(b box) {
	if f.low > b.x0-b.y1 {
		f.low--
		*f.of(f.low - 1) = f.none
	} else {
		f.low++
	}
	if f.high < b.x1-b.y0 {
		f.high++
		*f.of(f.high + 1) = f.none
	} else {
		f.high--
	}
}

// furthest is the point that has come furthest into the box.
func (f *front) furthest(b box) (x, y int) {
	best := -1
	for k := f.high; k >= f.low; k -= 2 {
		atX := min(*f.of(k), b.x1)
		atY := min(atX-k, b.y1)
		atX = atY + k
		if atX+atY > best {
			best, x, y = atX+atY, atX, atY
		}
	}
	return x, y
}
