package reader

import (
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/tui/theme"
)

// gutter draws the stripes of the codings that are in sight.
type gutter struct {
	s      *side
	glyphs theme.Glyphs
	sight  []int // positions in marks.shown
}

func (s *side) newGutter() *gutter {
	g := &gutter{s: s, glyphs: s.env.Theme.Glyphs}
	if start, end, ok := s.sight(); ok {
		g.sight = s.marks.touching(start, end)
	}
	return g
}

// sight gives the bytes that the rows in sight stand for.
func (s *side) sight() (start, end int, ok bool) {
	if len(s.doc.blocks) == 0 {
		return 0, 0, false
	}
	last, _ := s.set.step(s.top, s.sheet.rows-1)
	return s.set.bytes(s.top).start, s.set.bytes(last).end, true
}

// stripes gives the code in each column beside a stretch, and how many codes there are.
func (g *gutter) stripes(beside span) (columns [theme.Stripes]codebook.No, n int) {
	var seen, waiting []codebook.No
	c := g.s.marks.codings
	for _, at := range g.sight {
		i := g.s.marks.shown[at]
		if int(c.Start[i]) >= beside.end || int(c.End[i]) <= beside.start || slices.Contains(seen, c.Code[i]) {
			continue
		}
		seen = append(seen, c.Code[i])
		if lane := int(g.s.marks.lanes[at]); lane < len(columns) && columns[lane] == 0 {
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
func (g *gutter) row(out *strings.Builder, beside span) {
	if g.s.plain() {
		blank(out, gutterRoom)
		return
	}
	columns, n := g.stripes(beside)
	signs := g.glyphs.Gutter(n)
	for l, code := range columns {
		switch {
		case l == theme.Stripes-1 && n > theme.Stripes:
			g.s.canvas.brushes.dim.paint(out, signs[l])
		case code == 0:
			blank(out, 1)
		default:
			g.s.codeBrush(code).paint(out, g.glyphs.Stripe)
		}
	}
	blank(out, 1)
}

// codeBrush is the brush for a code in its colour.
func (d *desk) codeBrush(n codebook.No) brush { return d.canvas.brushes.code(d.colorOf(n)) }

// colorOf is the colour of a code, or of the nearest one above it that has one.
func (d *desk) colorOf(n codebook.No) string {
	p := d.project()
	for c := p.Code(n); c != nil; c = p.Code(c.Parent) {
		if c.Color != "" {
			return c.Color
		}
	}
	return ""
}
