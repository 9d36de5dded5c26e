package reader

import (
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/tui/theme"
)

// gutter draws the stripes of the codings that are in sight.
type gutter struct {
	r      *Reader
	glyphs theme.Glyphs
	sight  []int // positions in marks.shown
}

func (r *Reader) newGutter() *gutter {
	g := &gutter{r: r, glyphs: r.env.Theme.Glyphs}
	if start, end, ok := r.sight(); ok {
		g.sight = r.marks.touching(start, end)
	}
	return g
}

// sight gives the bytes that the rows in sight stand for.
func (r *Reader) sight() (start, end int, ok bool) {
	if len(r.doc.blocks) == 0 {
		return 0, 0, false
	}
	last, _ := r.set.step(r.top, r.sheet.rows-1)
	return r.set.bytes(r.top).start, r.set.bytes(last).end, true
}

// stripes gives the code in each column beside a stretch, and how many codes there are.
func (g *gutter) stripes(s span) (columns [theme.Stripes]codebook.No, n int) {
	var seen, waiting []codebook.No
	c := g.r.marks.codings
	for _, at := range g.sight {
		i := g.r.marks.shown[at]
		if int(c.Start[i]) >= s.end || int(c.End[i]) <= s.start || slices.Contains(seen, c.Code[i]) {
			continue
		}
		seen = append(seen, c.Code[i])
		if lane := int(g.r.marks.lanes[at]); lane < len(columns) && columns[lane] == 0 {
			columns[lane] = c.Code[i]
		} else {
			waiting = append(waiting, c.Code[i])
		}
	}
	for l := range columns {
		if columns[l] == 0 && len(waiting) > 0 {
			columns[l], waiting = waiting[0], waiting[1:]
		}
	}
	return columns, len(seen)
}

// row draws the stripes beside a stretch, and a blank. With more codes than columns the last says how many.
func (g *gutter) row(out *strings.Builder, s span) {
	if g.r.plain() {
		blank(out, gutterRoom)
		return
	}
	columns, n := g.stripes(s)
	signs := g.glyphs.Gutter(n)
	for l, code := range columns {
		switch {
		case l == theme.Stripes-1 && n > theme.Stripes:
			g.r.canvas.brushes.dim.paint(out, signs[l])
		case code == 0:
			blank(out, 1)
		default:
			g.r.codeBrush(code).paint(out, g.glyphs.Stripe)
		}
	}
	blank(out, 1)
}

// codeBrush is the brush for a code in its colour.
func (r *Reader) codeBrush(n codebook.No) brush { return r.canvas.brushes.code(r.colorOf(n)) }

// colorOf is the colour of a code, or of the nearest one above it that has one.
func (r *Reader) colorOf(n codebook.No) string {
	p := r.project()
	for c := p.Code(n); c != nil; c = p.Code(c.Parent) {
		if c.Color != "" {
			return c.Color
		}
	}
	return ""
}
