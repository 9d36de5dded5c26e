package exchange

import (
	"unicode"
	"unicode/utf8"
)

// guarded says that a spreadsheet might run s as a formula, or that it begins
// with the mark that keeps one from doing so; either gets that mark before it.
func guarded(s string) bool { return s != "" && (s[0] == '\'' || runs(s)) }

// runs says that s is a formula to a spreadsheet: it begins, after any blanks,
// with an operator, also full-width, or with a tab or line end.
func runs(s string) bool {
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
			return true
		}
		if !unicode.IsSpace(r) {
			return false
		}
		i += width
	}
	return false
}

// unguarded takes off the mark that keeps a spreadsheet from running s.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && guarded(s[1:]) {
		return s[1:]
	}
	return s
}
