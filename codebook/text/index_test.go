package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestIndexAgreesWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Repeat(someText.Draw(t, "s"), rapid.IntRange(1, 30).Draw(t, "times"))
		x := NewIndex(s)
		chars := 0
		starts := map[int]bool{}
		for i := 0; i < len(s); {
			w, counts := step(s, i)
			starts[i] = counts
			i += w
		}
		point := 0
		for i := range len(s) + 1 {
			if got := x.CharsBefore(i); got != chars {
				t.Fatalf("CharsBefore(%d) = %d, want %d in %q", i, got, chars, s)
			}
			if i == len(s) || startsPoint(s, i) {
				if got := x.PointsBefore(i); got != point {
					t.Fatalf("PointsBefore(%d) = %d, want %d in %q", i, got, point, s)
				}
				if got, ok := x.ByteOfPoint(point); got != i || !ok {
					t.Fatalf("ByteOfPoint(%d) = %d, %v, want %d in %q", point, got, ok, i, s)
				}
				point++
			}
			if starts[i] {
				chars++
			}
		}
		if x.Points() != utf8.RuneCountInString(s) || x.Chars() != Chars(s) {
			t.Fatalf("Points, Chars = %d, %d", x.Points(), x.Chars())
		}
	})
}

// startsPoint reports whether a walk over the code points of s stops at i.
func startsPoint(s string, i int) bool {
	for j := range s {
		if j >= i {
			return j == i
		}
	}
	return false
}

func TestIndexOutside(t *testing.T) {
	x := NewIndex("中文 a")
	for _, p := range []int{-1, 5} {
		if _, ok := x.ByteOfPoint(p); ok {
			t.Errorf("ByteOfPoint(%d) is said to exist", p)
		}
	}
	if got := [4]int{x.CharsBefore(-3), x.PointsBefore(-3), x.CharsBefore(99), x.PointsBefore(99)}; got != [4]int{0, 0, 3, 4} {
		t.Errorf("outside the text: %v", got)
	}
	if e := NewIndex(""); e.Points() != 0 || e.Chars() != 0 || e.CharsBefore(0) != 0 {
		t.Error("an empty text has something in it")
	}
}
