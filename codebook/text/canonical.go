package text

import (
	"strings"
	"unicode/utf8"
)

// Facts counts what Canonical changed, and what it left that a reader of the
// import report should know of.
type Facts struct {
	BOM       bool // a byte-order mark at the start was taken off
	LineEnds  int  // \r\n and \r made \n
	NUL       int  // NUL bytes made U+FFFD
	Invalid   int  // lone surrogates and malformed bytes made U+FFFD
	Controls  int  // kept: what Safe shows by a stand-in, tabs aside
	Invisible int  // kept: joiners, direction marks and other signs without width
}

// Changed reports whether Canonical touched anything.
func (f Facts) Changed() bool {
	return f.BOM || f.LineEnds+f.NUL+f.Invalid > 0
}

const (
	byteOrderMark = "\ufeff"
	replacement   = "\ufffd"
)

// Canonical makes decoded text canonical: \r\n and \r become \n, a byte-order
// mark at the start goes, NUL, lone surrogates and each malformed byte become
// U+FFFD, and nothing else is touched. Text that is canonical comes back itself.
func Canonical(s string) (string, Facts) {
	var f Facts
	s, f.BOM = strings.CutPrefix(s, byteOrderMark)
	var out strings.Builder
	kept := 0 // s[:kept] has been dealt with
	for i := skipPlain(s, 0); i < len(s); i = skipPlain(s, i) {
		width, become := f.look(s, i)
		if become != "" {
			if out.Len() == 0 {
				out.Grow(len(s))
			}
			out.WriteString(s[kept:i])
			out.WriteString(become)
			kept = i + width
		}
		i += width
	}
	if kept == 0 {
		return s, f
	}
	out.WriteString(s[kept:])
	return out.String(), f
}

// look counts what stands at i and gives its width and what it must become, ""
// for itself.
func (f *Facts) look(s string, i int) (width int, become string) {
	switch s[i] {
	case '\r':
		f.LineEnds++
		if strings.HasPrefix(s[i:], "\r\n") {
			return 2, "\n"
		}
		return 1, "\n"
	case 0:
		f.NUL++
		return 1, replacement
	case '\n', '\t':
		return 1, ""
	}
	r, width := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && width == 1:
		f.Invalid++
		return malformed(s, i), replacement
	case invisible(r):
		f.Invisible++
	case standIn(r) != "":
		f.Controls++
	}
	return width, ""
}

// malformed gives the width of the malformed place at i: three bytes for a
// surrogate written as if it were a code point, else one.
func malformed(s string, i int) int {
	if i+2 < len(s) && s[i] == 0xED && s[i+1]&0xE0 == 0xA0 && s[i+2]&0xC0 == 0x80 {
		return 3
	}
	return 1
}

// skipPlain gives the first offset from i on where no plain code point stands.
func skipPlain(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c < 0x7F && c >= ' ':
			i++
		case han(s, i):
			i += 3
		case c > 0x7F && plain(s, i) == 3:
			i += 3
		default:
			return i
		}
	}
	return i
}
