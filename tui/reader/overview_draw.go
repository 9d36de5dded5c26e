package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

func (o *overview) draw(r *Reader) overlay {
	column := o.width
	if o.divide(r); column != o.width {
		o.column = o.column * o.width / max(column, 1)
	}
	t, ruler := r.env.Theme, r.ruler()
	box := newBox(r, r.area.Width, r.env.T("reader.overview", "N", strconv.Itoa(len(o.lines))))
	for i := o.top; i < o.top+o.rows; i++ {
		box.lines = append(box.lines, o.draws(r, i))
	}
	box.add(t.Dim.Render(strings.Repeat(" ", o.names+overviewCount) + o.scale(r)))
	to := o.target(r)
	where := r.whereabouts(to.start)
	words := strings.Join(strings.Fields(r.doc.source[to.start:to.end]), " ")
	box.add(t.Text.Render(where) + "  " + t.Dim.Render(ruler.Cut(words, max(box.inner-ruler.Width(where)-2, 1))))
	box.cursor = tea.NewCursor(2+o.names+overviewCount+o.column, 1+o.at-o.top)
	return box.lowerLeft()
}

// draws draws the line of a code: name, number of codings, map.
func (o *overview) draws(r *Reader, i int) string {
	b, ruler, glyphs := r.canvas.brushes, r.ruler(), r.env.Theme.Glyphs
	l := o.lines[i]
	var out strings.Builder
	lead, style := "  ", b.text
	if i == o.at {
		lead, style = glyphs.Here+" ", b.heading
	}
	style.paint(&out, lead)
	style.paint(&out, ruler.Fit(r.title(l.code), o.names))
	b.dim.paint(&out, ruler.PadLeft(strconv.Itoa(len(l.shown)), overviewCount-2)+"  ")
	color := r.codeBrush(l.code)
	for c, at := range o.marked(r, l) {
		sign, brush := " ", b.text
		switch {
		case at >= 0:
			sign, brush = glyphs.Full, color
		case i == o.at:
			sign, brush = "·", b.dim
		}
		if i == o.at && c == o.column {
			brush = b.selection
		}
		brush.paint(&out, sign)
	}
	return ruler.Crop(out.String(), 0, r.area.Width)
}

// scale numbers turns, or paragraphs, below the map where they begin.
func (o *overview) scale(r *Reader) string {
	const apart = 8 // columns between two numbers, at least
	var out strings.Builder
	for c := 0; c < o.width; c++ {
		at := o.stretch(r, c).start
		number := strconv.Itoa(r.doc.numberAt(at))
		if c%apart != 0 || c+len(number) > o.width {
			if out.Len() <= c {
				out.WriteByte(' ')
			}
			continue
		}
		out.WriteString(number)
	}
	return out.String()
}
