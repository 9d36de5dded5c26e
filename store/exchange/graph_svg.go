package exchange

import (
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook/text"
)

// Measures of the page around a drawing. It is printed 190 mm wide, which is A4 with
// margins of 10 mm.
const (
	paper      = "190mm"
	leastPage  = 760 // width in units, so that few codes are not printed huge
	edgeOfPage = 24
	titleRoom  = 56 // above the drawing
	legendRoom = 52 // below it
	sampleLine = 46 // length of a line in the legend
	smallSize  = 11 // of kinds at lines
	arrowHead  = 9  // length
	sideways   = 56 // how far a line between two codes of one layer reaches out
)

// WriteSVG writes a drawing: codes in rounded boxes, in layers from causes on the left
// to what they lead to on the right, and links as curves with their kind.
func WriteSVG(w io.Writer, g *Graph) error {
	l := lay(g)
	l.order()
	l.place()
	d := &drawing{layout: l, ports: l.portsOf()}
	_, err := io.WriteString(w, d.draw())
	return err
}

// drawing writes a layout as SVG.
type drawing struct {
	*layout
	ports  []ends
	origin point // of the layout on the page
	b      strings.Builder
	words  []lineWords
	labels []label
}

func (d *drawing) draw() string {
	across, down := 0, 0
	for _, s := range d.spots {
		across, down = max(across, s.x+s.w), max(down, s.y+s.h)
	}
	if d.sidelong() {
		across += sideways
	}
	width := max(across+2*edgeOfPage, leastPage)
	d.origin = point{(width - across) / 2, titleRoom}
	legend := d.legend(width)
	height := titleRoom + down + legendRoom + legend.height
	d.add(`<svg xmlns="http://www.w3.org/2000/svg" width="`, paper, `" viewBox="0 0 `, strconv.Itoa(width), ` `, strconv.Itoa(height),
		`" font-family="`, svgWords(svgFonts), `" font-size="`, strconv.Itoa(fontSize), `" fill="#1a1a1a">`+"\n")
	d.add(`<title>`, svgWords(d.g.title), `</title>`+"\n"+`<rect width="100%" height="100%" fill="#ffffff"/>`+"\n")
	d.add(`<text x="`, strconv.Itoa(width/2), `" y="34" font-size="20" font-weight="bold" text-anchor="middle">`, svgWords(d.g.title), `</text>`+"\n")
	for i := range d.g.edges {
		d.edge(i)
	}
	d.writeWords()
	for i := range d.g.nodes {
		d.node(i)
	}
	for _, l := range d.labels {
		d.label(l)
	}
	d.addLegend(legend, titleRoom+down+legendRoom)
	d.add("</svg>\n")
	return d.b.String()
}

// svgFonts name the families of [graphFonts] in a style.
var svgFonts = func() string {
	names := strings.Split(graphFonts, ", ")
	for i, n := range names {
		if strings.Contains(n, " ") {
			names[i] = "'" + n + "'"
		}
	}
	return strings.Join(names, ", ")
}()

func (d *drawing) add(pieces ...string) {
	for _, p := range pieces {
		d.b.WriteString(p)
	}
}

func svgWords(s string) string { return html.EscapeString(text.Harmless(s)) }

func (p point) String() string { return strconv.Itoa(p.x) + "," + strconv.Itoa(p.y) }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// sidelong says that some line joins two codes of one layer.
func (d *drawing) sidelong() bool {
	return slices.ContainsFunc(d.lines, func(l line) bool { return len(l.ties) == 0 })
}

// node writes a box with the words in its middle.
func (d *drawing) node(i int) {
	s, n := &d.spots[i], &d.g.nodes[i]
	at := point{s.x, s.y}.plus(d.origin)
	d.add(`<rect x="`, strconv.Itoa(at.x), `" y="`, strconv.Itoa(at.y), `" width="`, strconv.Itoa(s.w), `" height="`, strconv.Itoa(s.h),
		`" rx="9" fill="#ffffff" stroke="`, svgWords(n.edgeColor()), `" stroke-width="2.5"/>`+"\n")
	y := at.y + (s.h-len(s.words)*lineHeight)/2 + lineHeight - 5
	for k, words := range s.words {
		weight := ""
		if k == 0 && n.number != "" {
			weight = ` font-weight="bold"`
		}
		d.add(`<text x="`, strconv.Itoa(at.x+s.w/2), `" y="`, strconv.Itoa(y+k*lineHeight), `" text-anchor="middle"`, weight, `>`, svgWords(words), `</text>`+"\n")
	}
}

// curves are the stretches of an edge from left to right.
func (d *drawing) curves(i int) []curve {
	l, e := &d.lines[i], d.g.edges[i]
	if len(l.ties) == 0 {
		a, b := &d.spots[e.from], &d.spots[e.to]
		if a.y > b.y {
			a, b = b, a
		}
		return []curve{{point{a.x + a.w, a.y + a.h*3/4}.plus(d.origin), point{b.x + b.w, b.y + b.h/4}.plus(d.origin), sideways}}
	}
	curves := make([]curve, len(l.ties))
	for k, t := range l.ties {
		curves[k] = curve{from: d.ports[t].left.plus(d.origin), to: d.ports[t].right.plus(d.origin)}
	}
	if d.g.kinds[e.kind].both {
		return curves
	}
	if last := &curves[len(curves)-1]; !l.back {
		last.to.x -= arrowHead
	} else {
		curves[0].from.x += arrowHead
	}
	return curves
}

// edge writes a line with its head, and keeps its words for when all lines are there.
func (d *drawing) edge(i int) {
	e, back := d.g.edges[i], d.lines[i].back
	k := d.g.kinds[e.kind]
	curves := d.curves(i)
	d.add(`<path d="M`, curves[0].from.String())
	for n, c := range curves {
		if n > 0 {
			d.add(` L`, c.from.String())
		}
		a, b := c.controls()
		d.add(` C`, a.String(), ` `, b.String(), ` `, c.to.String())
	}
	d.add(`" fill="none"`, k.line.stroke(), `/>`+"\n")
	switch {
	case k.both:
	case back:
		d.head(curves[0].from, -1)
	default:
		d.head(curves[len(curves)-1].to, 1)
	}
	d.words = append(d.words, lineWords{d.g.words(e), curves})
}

// head writes the head of an arrow whose back is at p.
func (d *drawing) head(p point, way int) {
	d.add(`<path d="M`, p.String(), ` l0,-4 l`, strconv.Itoa(way*arrowHead), `,4 l`, strconv.Itoa(-way*arrowHead), `,4 z" fill="`, greyEdge, `"/>`+"\n")
}

// stroke is how a line of a kind is drawn.
func (l graphLine) stroke() string {
	s := ` stroke="` + greyEdge + `" stroke-width="` + strconv.Itoa(l.width/10) + "." + strconv.Itoa(l.width%10) + `"`
	if l.dashes != "" {
		s += ` stroke-dasharray="` + l.dashes + `"`
	}
	return s
}
