package exchange

import "unicode/utf8"

// Ruler measures words in places across. What a place is only the terminal knows,
// so that who writes for one hands its ruler in; full-width characters take two.
type Ruler interface {
	Width(s string) int
	Cut(s string, width int) string    // in at most width places, with an ellipsis
	Wrap(s string, width int) []string // in lines of at most width places
}

// codePoints is the ruler of nobody's terminal: a code point is a place.
type codePoints struct{}

func (codePoints) Width(s string) int { return utf8.RuneCountInString(s) }

func (codePoints) Cut(s string, width int) string {
	points := []rune(s)
	if len(points) <= width {
		return s
	}
	return string(points[:max(width-1, 0)]) + "…"
}

func (codePoints) Wrap(s string, width int) []string {
	var lines []string
	points := []rune(s)
	for width = max(width, 1); len(points) > width; points = points[width:] {
		lines = append(lines, string(points[:width]))
	}
	return append(lines, string(points))
}
