package text

import (
	"sort"
	"unicode/utf8"
)

// stride is the distance in bytes between two checkpoints of an Index: twelve
// bytes of checkpoint for each, some 2 % of the text.
const stride = 512

// checkpoint is a grapheme boundary with what lies before it.
type checkpoint struct{ at, chars, points uint32 }

// Index answers questions about positions in one text. It is made once in one
// pass; each answer walks at most from one checkpoint to the next.
type Index struct {
	s     string
	marks []checkpoint
	last  checkpoint // the end of the text
}

// NewIndex reads s once. The index keeps s.
func NewIndex(s string) *Index {
	x := &Index{s: s, marks: make([]checkpoint, 0, len(s)/stride+1)}
	at := checkpoint{}
	for next := 0; int(at.at) < len(s); {
		if int(at.at) >= next {
			x.marks = append(x.marks, at)
			next = int(at.at) + stride
		}
		at = x.walk(at, next)
	}
	x.last = at
	return x
}

// walk goes on from a checkpoint to the first grapheme boundary at or after limit.
func (x *Index) walk(at checkpoint, limit int) checkpoint {
	limit = min(limit, len(x.s))
	for i := int(at.at); i < limit; i = int(at.at) {
		r := sprint(x.s, i, limit)
		width, counts := step(x.s, r.at)
		at.chars += r.chars
		if counts {
			at.chars++
		}
		at.points += r.points + uint32(utf8.RuneCountInString(x.s[r.at:r.at+width]))
		at.at = uint32(r.at + width)
	}
	return at
}

// before gives the last checkpoint for which past is false; past must turn true once.
func (x *Index) before(past func(checkpoint) bool) checkpoint {
	i := sort.Search(len(x.marks), func(i int) bool { return past(x.marks[i]) })
	if i == 0 {
		return checkpoint{}
	}
	return x.marks[i-1]
}

// CharsBefore gives the number of characters that start before byteOff.
func (x *Index) CharsBefore(byteOff int) int {
	if byteOff >= len(x.s) {
		return int(x.last.chars)
	}
	from := x.before(func(c checkpoint) bool { return int(c.at) > byteOff })
	return int(x.walk(from, byteOff).chars)
}

// PointsBefore gives the number of code points that start before byteOff.
func (x *Index) PointsBefore(byteOff int) int {
	if byteOff >= len(x.s) {
		return int(x.last.points)
	}
	from := x.before(func(c checkpoint) bool { return int(c.at) > byteOff })
	n := int(from.points)
	for i := int(from.at); i < byteOff; n++ {
		_, w := utf8.DecodeRuneInString(x.s[i:])
		i += w
	}
	return n
}

// ByteOfPoint gives the byte offset of the code point with that number, from 0;
// the number of all code points gives the length of the text. It is false for
// numbers outside the text.
func (x *Index) ByteOfPoint(point int) (int, bool) {
	if point < 0 || point > int(x.last.points) {
		return 0, false
	}
	if point == int(x.last.points) {
		return len(x.s), true
	}
	from := x.before(func(c checkpoint) bool { return int(c.points) > point })
	i := int(from.at)
	for n := int(from.points); n < point; n++ {
		_, w := utf8.DecodeRuneInString(x.s[i:])
		i += w
	}
	return i, true
}

// Points gives the number of code points in the text.
func (x *Index) Points() int { return int(x.last.points) }

// Chars gives the number of characters in the text.
func (x *Index) Chars() int { return int(x.last.chars) }
