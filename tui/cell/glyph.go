package cell

import (
	"iter"
	"unicode/utf8"

	"fangtan/codebook/text"
)

// Glyph is one grapheme of a text and the cells that show it.
//
//	text    要 \t 求           bytes  0  3  4 … 7
//	cells   要要····求求        Column 0  2  6
type Glyph struct {
	Start, End int    // byte offsets in the text
	Text       string // what is shown: harmless, perhaps longer than the source
	Column     int    // first column, counted from the start of the range
	Width      int    // columns; 0 for a line break and for signs without ink
}

// Glyphs walks over the graphemes of source[start:end]. Offsets are those of the source, so that a caller may lay
// styles over ranges of bytes.
func (r Ruler) Glyphs(source string, start, end int) iter.Seq[Glyph] {
	return func(yield func(Glyph) bool) {
		column := 0
		for at := start; at < end; {
			g := r.glyph(source, at, end)
			g.Column = column
			if !yield(g) {
				return
			}
			at, column = g.End, column+g.Width
		}
	}
}

// glyph measures the grapheme of source[:end] that starts at offset at. A tab is as wide here as text.Safe shows it.
func (r Ruler) glyph(source string, at, end int) Glyph {
	if size, width := simple(source[at:end]); size > 0 {
		return Glyph{Start: at, End: at + size, Text: source[at : at+size], Width: width}
	}
	cluster := source[at:end]
	cluster = cluster[:text.NextGrapheme(cluster, 0)]
	g := Glyph{Start: at, End: at + len(cluster)}
	if cluster != "\n" {
		g.Text = standing(text.MakeSafe(cluster).String())
		g.Width = r.clean(g.Text)
	}
	return g
}

// simple spares the common graphemes the long way: it returns the bytes and columns of an ASCII or Chinese character that
// another one, or nothing, follows, and zeros for all else.
func simple(s string) (size, width int) {
	switch first, n := utf8.DecodeRuneInString(s); {
	case n == 1 && ascii(s[0]):
		size, width = 1, 1
	case chinese(first):
		size, width = n, 2
	default:
		return 0, 0
	}
	if len(s) == size || ascii(s[size]) {
		return size, width
	}
	if next, _ := utf8.DecodeRuneInString(s[size:]); chinese(next) {
		return size, width
	}
	return 0, 0
}

func ascii(b byte) bool { return ' ' <= b && b <= '~' }

// chinese tells whether sign is one of the unified ideographs of the first block: two columns by every ruler.
func chinese(sign rune) bool { return 0x4e00 <= sign && sign < 0xa000 }
