package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// plain gives the width in bytes of the code point at s[i] when it is one of
// those that hold together with nothing: printable ASCII, Chinese characters,
// kana, and the punctuation used with them. Two plain code points in a row
// always have a grapheme boundary between them. It is 0 for everything else.
func plain(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if c >= ' ' && c != 0x7F {
			return 1
		}
		return 0
	}
	if c < 0xE2 || i+2 >= len(s) {
		return 0
	}
	d, e := s[i+1], s[i+2]
	if d&0xC0 != 0x80 || e&0xC0 != 0x80 || !plainWide(c, d, e) {
		return 0
	}
	return 3
}

// plainWide decides plain for three bytes that are well formed. Left out are the
// code points in these ranges that join their neighbours: tone marks (U+302A to
// U+302F), voicing marks (U+3099, U+309A, U+FF9E on), and pictographs.
func plainWide(c, d, e byte) bool {
	switch c {
	case 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9: // U+4000 to U+9FFF
		return true
	case 0xE3:
		switch d {
		case 0x80: // U+3000 to U+3029
			return e <= 0xA9
		case 0x81, 0x83:
			return true
		case 0x82:
			return e != 0x99 && e != 0x9A
		}
		return d >= 0x90 // U+3400 on
	case 0xE2: // U+2010 to U+2027
		return d == 0x80 && e >= 0x90 && e <= 0xA7
	case 0xEF: // U+FF00 to U+FF60
		return d == 0xBC || d == 0xBD && e <= 0xA0
	}
	return false
}

// ends reports whether a plain code point that stops at i is a whole grapheme
// from what follows it.
func ends(s string, i int) bool {
	return i >= len(s) || s[i] < utf8.RuneSelf || plain(s, i) > 0
}

// han reports whether a Chinese character of U+4000 to U+9FFF stands at i.
func han(s string, i int) bool {
	return i+2 < len(s) && s[i]-0xE4 < 6 && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

// step gives the width in bytes of the grapheme that starts at the boundary i,
// and whether it counts as a character. i must be inside s.
func step(s string, i int) (width int, counts bool) {
	if w := plain(s, i); w > 0 && ends(s, i+w) {
		return w, !(s[i] == ' ' || w == 3 && s[i:i+3] == "\u3000")
	}
	if s[i] == '\n' {
		return 1, false
	}
	it := graphemes.FromString(s[i:])
	it.Next()
	g := it.Value()
	if !utf8.ValidString(g) {
		g = g[:max(wellFormed(g), 1)]
	}
	return len(g), !blank(g)
}

// wellFormed gives the length of s up to its first malformed byte.
func wellFormed(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], replacement) {
			return i
		}
	}
	return len(s)
}

// blank reports whether s is white space throughout.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}

// Chars counts the graphemes of s that are not white space.
func Chars(s string) int {
	w := walker{s: s}
	return int(w.to(len(s)))
}

// NextGrapheme gives the offset of the first grapheme boundary after i, or
// len(s) when there is none.
func NextGrapheme(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	at := anchor(s, max(i, 0))
	for at <= i {
		w, _ := step(s, at)
		at += w
	}
	return at
}

// PrevGrapheme gives the offset of the last grapheme boundary before i, or 0
// when there is none.
func PrevGrapheme(s string, i int) int {
	if i <= 0 {
		return 0
	}
	i = min(i, len(s))
	at := anchor(s, i-1)
	for {
		w, _ := step(s, at)
		if at+w >= i {
			return at
		}
		at += w
	}
}

// anchor gives a grapheme boundary at or before i < len(s) from which a walk can
// start: the nearest plain code point after one that keeps to itself, the place
// after a line's end, or 0.
func anchor(s string, i int) int {
	for i > 0 {
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
		if i == 0 || s[i-1] == '\n' || plain(s, i) > 0 && aloof(s[:i]) {
			break
		}
		i--
	}
	return i
}

// aloof reports whether the last code point of s never joins a plain one after
// it: a plain one, a Latin, Greek or Cyrillic letter, a Hangul syllable.
func aloof(s string) bool {
	i := len(s)
	if plain(s, i-1) == 1 || i >= 3 && plain(s, i-3) == 3 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r < 0x530 && unicode.IsLetter(r) || r >= 0xAC00 && r <= 0xD7A3
}

// Snap widens [start, end) to grapheme boundaries. A stretch without length
// keeps none: both ends go to the boundary at or before it.
func Snap(s string, start, end int) (int, int) {
	start = min(max(start, 0), len(s))
	end = min(max(end, start), len(s))
	from := floor(s, start)
	if end == start {
		return from, from
	}
	to := floor(s, end)
	if to < end {
		to = NextGrapheme(s, to)
	}
	return from, to
}

// floor gives the grapheme boundary at or before i.
func floor(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	return PrevGrapheme(s, i+1)
}

// Trim narrows [start, end), whose ends lie on grapheme boundaries, past the
// white space at both ends. Nothing but white space gives an empty stretch at end.
func Trim(s string, start, end int) (int, int) {
	start = min(max(start, 0), len(s))
	end = min(max(end, start), len(s))
	for start < end {
		w, counts := step(s, start)
		if counts {
			break
		}
		start += w
	}
	for end > start {
		if r, _ := utf8.DecodeLastRuneInString(s[:end]); !unicode.IsSpace(r) {
			break
		}
		at := PrevGrapheme(s, end)
		if _, counts := step(s, at); counts {
			break
		}
		end = at
	}
	return start, max(end, start)
}
