package field

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
)

// Styles are the looks of a field.
type Styles struct {
	Text, Placeholder lipgloss.Style
}

// View returns the field in exactly width columns, and the column in which the real cursor belongs, between 0 and
// width-1. A text that is too long scrolls sideways by whole graphemes; the cursor stays in sight, and as
// much text as possible before it.
func (f *Field) View(width int, r cell.Ruler, styles Styles) (string, int) {
	if width <= 0 {
		return "", 0
	}
	if f.value == "" {
		return styles.Placeholder.Render(r.Fit(f.Placeholder, width)), 0
	}
	f.scroll(width, r)
	var shown strings.Builder
	column, used := 0, 0
	for g := range r.Glyphs(f.value, f.first, len(f.value)) {
		if g.Start == f.cursor {
			column = g.Column
		}
		if g.Column+g.Width > width {
			break
		}
		shown.WriteString(g.Text)
		used = g.Column + g.Width
	}
	if f.cursor == len(f.value) {
		column = used
	}
	return styles.Text.Render(shown.String() + strings.Repeat(" ", width-used)), column
}

// scroll chooses the first grapheme shown: not behind the cursor, near enough for the cursor's cell to fit, and no
// further right than a text that has become shorter asks for.
func (f *Field) scroll(width int, r cell.Ruler) {
	f.first = min(f.first, f.cursor)
	f.first = max(f.first, f.fitting(f.cursor, width-f.cursorWidth(r), r))
	f.first = min(f.first, f.fitting(len(f.value), width-1, r))
}

// cursorWidth is the room that the grapheme under the cursor takes; behind the text, one column.
func (f *Field) cursorWidth(r cell.Ruler) int {
	for g := range r.Glyphs(f.value, f.cursor, len(f.value)) {
		return max(g.Width, 1)
	}
	return 1
}

// fitting returns the first offset from which the text up to end takes at most room columns.
func (f *Field) fitting(end, room int, r cell.Ruler) int {
	over := r.Width(f.value[:end]) - room
	if over <= 0 {
		return 0
	}
	for g := range r.Glyphs(f.value, 0, end) {
		if g.Column >= over {
			return g.Start
		}
	}
	return end
}
