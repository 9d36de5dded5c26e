package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Ellipsis marks the place where Cut shortened a text.
const Ellipsis = "…"

// Ruler measures text in columns of the terminal. The zero value is Wc.
type Ruler struct {
	method ansi.Method
}

// Wc counts code point by code point, as every terminal does that has not said otherwise.
func Wc() Ruler { return Ruler{ansi.WcWidth} }

// Grapheme counts grapheme by grapheme: for terminals that report mode 2027.
func Grapheme() Ruler { return Ruler{ansi.GraphemeWidth} }

// Width returns the columns that s takes once it is clean.
func (r Ruler) Width(s string) int { return r.clean(Clean(s)) }

// clean measures text that is harmless, or styled by us.
func (r Ruler) clean(s string) int {
	if plain(s) {
		return len(s)
	}
	return r.method.StringWidth(s)
}

// Cut returns s in at most n columns; what does not fit gives way to an ellipsis.
func (r Ruler) Cut(s string, n int) string {
	s = Clean(s)
	if r.clean(s) <= n {
		return s
	}
	room := n - r.clean(Ellipsis)
	if room < 0 {
		return ""
	}
	end := 0
	for g := range r.Glyphs(s, 0, len(s)) {
		if g.Column+g.Width > room {
			break
		}
		end = g.End
	}
	return s[:end] + Ellipsis
}

// CutMiddle returns s in at most n columns; where it is too long, an ellipsis stands for its middle, for what has its meaning at
// both ends: the path of a file.
func (r Ruler) CutMiddle(s string, n int) string {
	s = Clean(s)
	if r.clean(s) <= n {
		return s
	}
	room := n - r.clean(Ellipsis)
	if room < 0 {
		return ""
	}
	head := len(strings.TrimSuffix(r.Cut(s, n-room+room/2), Ellipsis))
	room -= r.clean(s[:head])
	tail, left := len(s), r.clean(s)
	for g := range r.Glyphs(s, 0, len(s)) {
		if left -= g.Width; left <= room {
			tail = g.End
			break
		}
	}
	return s[:head] + Ellipsis + s[tail:]
}

// Pad returns s followed by blanks up to n columns; a longer s stays as it is.
func (r Ruler) Pad(s string, n int) string {
	s = Clean(s)
	return s + blanks(n-r.clean(s))
}

// PadLeft returns s preceded by blanks up to n columns, as numbers want it; a longer s stays as it is.
func (r Ruler) PadLeft(s string, n int) string {
	s = Clean(s)
	return blanks(n-r.clean(s)) + s
}

// Fit returns s in exactly n columns, cut or padded on the right. A negative n is nothing.
func (r Ruler) Fit(s string, n int) string { return r.Pad(r.Cut(s, n), n) }

// FitLeft returns s in exactly n columns, cut on the right or padded on the left.
func (r Ruler) FitLeft(s string, n int) string { return r.PadLeft(r.Cut(s, n), n) }

func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

// plain tells whether s is printable ASCII alone: one byte, one column.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
