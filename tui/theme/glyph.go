package theme

import "strconv"

// Glyphs are the signs that screens draw with. Each takes one column in terminals that count ambiguous signs as narrow.
type Glyphs struct {
	Stripe string    // a code beside a line of text
	Here   string    // the row of the cursor in a list
	Rule   string    // a thin line across, repeated
	Wall   string    // a thin line down
	Shades [5]string // nothing, a little, more, much, full
	Full   string    // of a bar
	Empty  string    // of a bar
	Peak   string    // a number far above what was to be expected
	Single string    // all from one source
	Link   string    // joined with
	Mark   string    // a marked row, a key quote
}

var signs = Glyphs{
	Stripe: "▌", Here: "▸", Rule: "─", Wall: "│",
	Shades: [5]string{" ", "░", "▒", "▓", "█"},
	Full:   "█", Empty: "░", Peak: "▐", Single: "◌", Link: "↔", Mark: "★",
}

// Stripes is the width of the gutter in which codes stand beside the text, in columns.
const Stripes = 3

// Gutter returns what stands in each column of the gutter beside a line with n codes: stripes from the left for the
// codes in order, and, with more codes than columns, their count in the last one.
func (g Glyphs) Gutter(n int) [Stripes]string {
	var columns [Stripes]string
	for i := range columns {
		columns[i] = " "
		if i < n {
			columns[i] = g.Stripe
		}
	}
	if n > Stripes {
		columns[Stripes-1] = "+"
		if n < 10 {
			columns[Stripes-1] = strconv.Itoa(n)
		}
	}
	return columns
}

// Bar returns a bar of width columns, part of whole of it full.
func (g Glyphs) Bar(part, whole, width int) string {
	full := 0
	if whole > 0 {
		full = min(max((part*width+whole/2)/whole, 0), width)
	}
	if part > 0 && full == 0 && width > 0 {
		full = 1
	}
	bar := make([]byte, 0, 3*width)
	for i := range width {
		if i < full {
			bar = append(bar, g.Full...)
		} else {
			bar = append(bar, g.Empty...)
		}
	}
	return string(bar)
}

// Shade returns the shade for part of whole: blank for nothing, the fullest for all of it.
func (g Glyphs) Shade(part, whole int) string {
	if part <= 0 || whole <= 0 {
		return g.Shades[0]
	}
	steps := len(g.Shades) - 1
	return g.Shades[min(1+(part-1)*steps/whole, steps)]
}
