package text

import (
	"strings"
	"unicode/utf8"
)

// insideTime reports whether the colon of width w at i stands between two digits.
func insideTime(s string, i, w int) bool {
	return i > 0 && i+w < len(s) && digit(rune(s[i-1])) && digit(rune(s[i+w]))
}

// timeMark is a time read from a text.
type timeMark struct {
	seconds int32
	width   int
	exact   bool // in brackets or with hours: more than a time of day in passing
}

// readTime reads mm:ss, h:mm:ss or hh:mm:ss.mmm at the start of s, bracketed or
// followed by a blank or the end, alone or as the first of two with a dash.
func readTime(s string) (timeMark, bool) {
	i, inside := 0, bracketed(s)
	end := len(s)
	if inside > 0 {
		_, i = utf8.DecodeRuneInString(s)
		_, w := utf8.DecodeLastRuneInString(s[:inside])
		end = inside - w
	}
	seconds, n, parts := digits(s[i:end])
	if n == 0 {
		return timeMark{}, false
	}
	i += n
	if rest := strings.TrimLeft(s[i:end], " -–—~>～至"); len(rest) < end-i {
		if _, n, _ := digits(rest); n > 0 {
			i = end - len(rest) + n
		}
	}
	m := timeMark{seconds: seconds, width: i, exact: parts > 2}
	if inside > 0 {
		m.width, m.exact = inside, true
		return m, blank(s[i:end])
	}
	return m, i == len(s) || blanks(s, i) > i
}

// digits reads two or three numbers with colons between. It gives the seconds,
// the bytes read (0 when s starts with no time) and how many numbers there were.
func digits(s string) (seconds int32, width, parts int) {
	for i := 0; parts < 3; {
		value, n := number(s[i:])
		if n == 0 || parts > 0 && (n != 2 || value > 59) {
			break
		}
		seconds, i, parts = seconds*60+value, i+n, parts+1
		width = i
		r, w := utf8.DecodeRuneInString(s[i:])
		if r != ':' && r != '：' {
			break
		}
		i += w
	}
	if parts < 2 {
		return 0, 0, 0
	}
	if strings.HasPrefix(s[width:], ".") || strings.HasPrefix(s[width:], ",") {
		if _, n := number(s[width+1:]); n > 0 {
			width += 1 + n
		}
	}
	return seconds, width, parts
}

// number reads a number of at most three digits; more are none.
func number(s string) (value int32, width int) {
	for width < len(s) && width < 4 && digit(rune(s[width])) {
		value = value*10 + int32(s[width]-'0')
		width++
	}
	if width > 3 {
		return 0, 0
	}
	return value, width
}
