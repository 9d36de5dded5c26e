package text

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// NextWord gives the end of the word at or after i, white space passed over; or
// len(s) when there is none. A word is what UAX #29 calls one: a Chinese
// character is a word of its own, and so is a mark of punctuation.
func NextWord(s string, i int) int {
	i = floor(s, max(i, 0))
	for it := words.FromString(s[i:]); it.Next(); {
		if !blank(it.Value()) {
			_, end := Snap(s, i, i+it.End())
			return end
		}
	}
	return len(s)
}

// PrevWord gives the start of the word before i, white space passed over; or 0
// when there is none.
func PrevWord(s string, i int) int {
	i = min(max(i, 0), len(s))
	for end := i; end > 0; {
		from := wordAnchor(s, end)
		at := -1
		for it := words.FromString(s[from:end]); it.Next(); {
			if !blank(it.Value()) {
				at = from + it.Start()
			}
		}
		if at >= 0 {
			return floor(s, at)
		}
		end = from
	}
	return 0
}

// wordAnchor gives a word boundary before end from which a walk can start: a
// Chinese character or what follows a space, some way back, or the line's start.
func wordAnchor(s string, end int) int {
	const back = 64
	line := strings.LastIndexByte(s[:end-1], '\n') + 1
	for i := end - back; i > line; i-- {
		if han(s, i) || s[i-1] == ' ' && s[i] > ' ' && s[i] < 0x7F {
			return i
		}
	}
	return line
}

// Words counts the words of s: what UAX #29 calls one, if a letter or a digit is
// in it.
func Words(s string) int {
	n := 0
	for it := words.FromString(s); it.Next(); {
		if strings.ContainsFunc(it.Value(), said) {
			n++
		}
	}
	return n
}

func said(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
