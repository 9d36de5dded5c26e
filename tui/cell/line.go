package cell

// Line is one line of a broken text: the bytes [Start,End) of it, line break and blanks at the end included, and
// the columns that its ink takes (blanks at the end hang outside and are not counted).
type Line struct {
	Start, End int
	Width      int
}

// ColumnOf returns the column of line in which the grapheme holding byte offset off begins. An offset
// outside of the line gives the column at its near end.
func (r Ruler) ColumnOf(text string, line Line, off int) int {
	column := 0
	for g := range r.Glyphs(text, line.Start, line.End) {
		if off < g.End {
			return g.Column
		}
		column = g.Column + g.Width
	}
	return column
}

// OffsetAt returns the byte offset of the grapheme shown in a column of line. Left of the line is its first
// grapheme; right of its last cell, where a line break or nothing stands, the offset is the line break's, or End.
func (r Ruler) OffsetAt(text string, line Line, column int) int {
	for g := range r.Glyphs(text, line.Start, line.End) {
		if text[g.Start] == '\n' || column < g.Column+g.Width {
			return g.Start
		}
	}
	return line.End
}

// Offsets returns, for every cell of line from the left, the byte offset of the grapheme that it shows.
func (r Ruler) Offsets(text string, line Line) []int {
	cells := make([]int, 0, line.Width)
	for g := range r.Glyphs(text, line.Start, line.End) {
		for range g.Width {
			cells = append(cells, g.Start)
		}
	}
	return cells
}

// Wrap breaks a text of our own or of a field, a definition for example, into clean lines of at most width columns.
func (r Ruler) Wrap(text string, width int) []string {
	var lines []string
	for _, line := range Break(text, 0, len(text), width, r) {
		shown := make([]byte, 0, line.End-line.Start)
		for g := range r.Glyphs(text, line.Start, line.End) {
			if g.Column+g.Width <= line.Width {
				shown = append(shown, g.Text...)
			}
		}
		lines = append(lines, string(shown))
	}
	return lines
}
