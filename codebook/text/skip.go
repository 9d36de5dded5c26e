package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// enumerator passes over the number of a list: 1. 2、 3）.
func enumerator(s string, i int) int {
	_, n := number(s[i:])
	if r, w := utf8.DecodeRuneInString(s[i+n:]); n > 0 && strings.ContainsRune(".．、)）", r) {
		return i + n + w
	}
	return i
}

// ornaments passes over blanks and the marks of Markdown.
func ornaments(s string, i int) int {
	for i < len(s) {
		next := blanks(s, i)
		for next < len(s) && strings.IndexByte("#*_>", s[next]) >= 0 {
			next++
		}
		if next == i {
			break
		}
		i = next
	}
	return i
}

// blanks passes over white space.
func blanks(s string, i int) int {
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += w
	}
	return i
}

// first gives the first code point of s.
func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
