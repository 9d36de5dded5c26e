package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook/text"
)

// reset ends every style, so that what stands beside a piece keeps its own.
const reset = "\x1b[m"

// escape begins every sequence that styles.
const escape = '\x1b'

// Crop returns the columns [from,to) of a styled line, in exactly to-from columns. A wide glyph that lies across an
// edge is replaced by blanks. Styles that begin before the piece hold in it and end with it.
func (r Ruler) Crop(styled string, from, to int) string {
	if to <= from {
		return ""
	}
	if from == 0 && r.clean(styled) == to {
		return styled
	}
	var (
		out    strings.Builder
		column int
		dirty  bool
		filled = from // columns up to here are written
	)
	for rest := styled; rest != "" && column < to; {
		piece, style := next(rest)
		rest = rest[len(piece):]
		if style {
			out.WriteString(piece)
			dirty = piece != reset && piece != "\x1b[0m"
			continue
		}
		width := r.clean(piece)
		if column >= from && column+width <= to {
			out.WriteString(blanks(column - filled))
			out.WriteString(piece)
			filled = column + width
		}
		column += width
	}
	if dirty {
		out.WriteString(reset)
	}
	out.WriteString(blanks(to - filled))
	return out.String()
}

// next returns what a styled line begins with: one escape sequence, or one grapheme.
func next(styled string) (piece string, style bool) {
	if styled[0] == escape {
		sequence, _, _, _ := ansi.DecodeSequence(styled, ansi.NormalState, nil)
		return sequence, true
	}
	if size, _ := simple(styled); size > 0 {
		return styled[:size], false
	}
	if end := strings.IndexByte(styled, escape); end > 0 {
		styled = styled[:end]
	}
	return styled[:text.NextGrapheme(styled, 0)], false
}

// Frame returns styled lines as a block of exactly width columns and height lines, without a line break at the end.
func (r Ruler) Frame(lines []string, width, height int) string {
	out := make([]string, max(height, 0))
	for i := range out {
		out[i] = r.lineOf(lines, i, width)
	}
	return strings.Join(out, "\n")
}

// Block is a piece of a screen: styled lines and the columns that it takes.
type Block struct {
	Lines []string
	Width int
}

// Join sets blocks side by side, as high as the highest, with styled text between them (a thin rule, or blanks).
func (r Ruler) Join(between string, blocks ...Block) []string {
	height := 0
	for _, b := range blocks {
		height = max(height, len(b.Lines))
	}
	out := make([]string, height)
	for i := range out {
		row := make([]string, len(blocks))
		for j, b := range blocks {
			row[j] = r.lineOf(b.Lines, i, b.Width)
		}
		out[i] = strings.Join(row, between)
	}
	return out
}

// lineOf returns line i in exactly width columns, blank when there is none.
func (r Ruler) lineOf(lines []string, i, width int) string {
	if i >= len(lines) {
		return blanks(width)
	}
	return r.Crop(lines[i], 0, width)
}

// Overlay lays the styled lines of box over those of frame, its upper left cell at column x of line y. The box covers what
// is under it, blanks too. Lines that fall outside of the frame are dropped. frame itself is not changed.
func (r Ruler) Overlay(frame, box []string, x, y int) []string {
	out := append([]string(nil), frame...)
	for i, over := range box {
		at := y + i
		if at < 0 || at >= len(out) {
			continue
		}
		out[at] = r.overlayLine(out[at], over, x)
	}
	return out
}

func (r Ruler) overlayLine(under, over string, x int) string {
	width := r.clean(over)
	if x < 0 {
		over = r.Crop(over, -x, width)
		x, width = 0, max(width+x, 0)
	}
	end := x + width
	line := r.Crop(under, 0, x) + over
	if whole := r.clean(under); whole > end {
		line += r.Crop(under, end, whole)
	}
	return line
}
