package prompt

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
)

// marked sets a text in one style and what a search found in it in another.
type marked struct {
	ruler       cell.Ruler
	text, found lipgloss.Style
}

// render gives text in exactly width columns with the bytes of spans, ascending and apart, marked.
func (m marked) render(text string, spans [][2]int, width int) string {
	var out strings.Builder
	left := width
	put := func(piece string, style lipgloss.Style) {
		if piece == "" || left <= 0 {
			return
		}
		piece = m.ruler.Cut(piece, left)
		left -= m.ruler.Width(piece)
		out.WriteString(style.Render(piece))
	}
	if m.ruler.Width(text) > width {
		spans = nil
	}
	at := 0
	for _, s := range spans {
		put(text[at:s[0]], m.text)
		put(text[s[0]:s[1]], m.found)
		at = s[1]
	}
	put(text[at:], m.text)
	return out.String() + strings.Repeat(" ", max(left, 0))
}
