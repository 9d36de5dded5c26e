package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Normalize returns the form in which names and queries are compared:
// full-width and half-width variants folded (ＹＱ to YQ, ｱ to ア), letters in
// lower case, then Unicode NFC. Invalid bytes become U+FFFD. Traditional and
// simplified characters stay apart; pinyin finds both. Normalize of a
// normalized string changes nothing.
func Normalize(s string) string { return fold(s).text }

// folded is a normalized string that remembers where each byte came from.
type folded struct {
	text string
	size int // length of the source in bytes
	// from[i] is where the source of byte i begins, from[len(text)] the
	// source's length; nil when both agree byte for byte.
	from []int
}

func fold(s string) folded {
	if isPlain(s) {
		return folded{text: strings.ToLower(s), size: len(s)}
	}
	var low strings.Builder
	low.Grow(len(s))
	from := make([]int, 0, len(s)+1)
	moved := false
	for i, r := range s {
		before := low.Len()
		moved = moved || before != i
		low.WriteRune(foldRune(r))
		for range low.Len() - before {
			from = append(from, i)
		}
	}
	f := folded{text: low.String(), size: len(s)}
	if moved || low.Len() != len(s) {
		f.from = append(from, len(s))
	}
	if norm.NFC.IsNormalString(f.text) {
		return f
	}
	return f.compose(append(from[:len(f.text)], len(s)))
}

// compose brings f to NFC; from gives the source of each byte of f.text.
func (f folded) compose(from []int) folded {
	var text strings.Builder
	var origin []int
	var it norm.Iter
	it.InitString(norm.NFC, f.text)
	for !it.Done() {
		at := from[it.Pos()]
		segment := it.Next()
		text.Write(segment)
		for range segment {
			origin = append(origin, at)
		}
	}
	return folded{text: text.String(), size: f.size, from: append(origin, f.size)}
}

// isPlain tells whether s is nothing but ASCII and unified ideographs, which
// are in NFC and keep their length in lower case.
func isPlain(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf && (r < 0x4e00 || r > 0x9fff) {
			return false
		}
	}
	return true
}

// foldRune folds width and case.
func foldRune(r rune) rune {
	if wide := width.LookupRune(r).Folded(); wide != 0 {
		r = wide
	}
	return unicode.ToLower(r)
}

// span turns the non-empty byte range [start,end) of the text into one of the
// source. Bytes that came from one piece of the source stand for all of it.
func (f folded) span(start, end int) [2]int {
	if f.from == nil {
		return [2]int{start, end}
	}
	last := f.from[end-1]
	for f.from[end] == last {
		end++
	}
	return [2]int{f.from[start], f.from[end]}
}

// join appends s to spans that begin before it, making one span of two that
// touch.
func join(spans [][2]int, s [2]int) [][2]int {
	if n := len(spans); n > 0 && spans[n-1][1] >= s[0] {
		spans[n-1][1] = max(spans[n-1][1], s[1])
		return spans
	}
	return append(spans, s)
}
