package exchange

import (
	"cmp"
	"slices"
	"strconv"
)

// label is words in the drawing, in the middle of a box.
type label struct {
	words  string
	middle point
	w      int
}

const labelHeight = 15

func (a label) meets(b label) bool {
	return abs(a.middle.x-b.middle.x)*2 < a.w+b.w && abs(a.middle.y-b.middle.y) < labelHeight
}

func abs(n int) int { return max(n, -n) }

// lineWords are words that belong at a line.
type lineWords struct {
	words  string
	curves []curve
}

// writeWords finds all words a place: the longest first, which find one least easily.
func (d *drawing) writeWords() {
	slices.SortStableFunc(d.words, func(a, b lineWords) int { return cmp.Compare(labelWidth(b.words), labelWidth(a.words)) })
	for _, w := range d.words {
		d.write(w.words, w.curves)
	}
}

// tries are the places on a curve where words may stand, in twentieths, the best first.
var tries = []int{10, 11, 9, 12, 8, 13, 7, 14, 6, 15, 5, 16, 4}

// write finds words a place on a line where they hide no other words; where there is
// none they stand in the middle. The last stretch comes first: it belongs to no
// other line.
func (d *drawing) write(words string, curves []curve) {
	w := labelWidth(words)
	chosen := label{words, curves[len(curves)-1].at(tries[0]), w}
	for i := len(curves) - 1; i >= 0; i-- {
		for _, n := range tries {
			if l := (label{words, curves[i].at(n), w}); curves[i].holds(l) && d.free(l) {
				d.labels = append(d.labels, l)
				return
			}
		}
	}
	d.labels = append(d.labels, chosen)
}

// labelWidth is how wide words at a line are, with a little room.
func labelWidth(words string) int { return wide(words)*smallSize/fontSize + 6 }

// holds says that words lie between the ends of a curve, where no box is.
func (c curve) holds(l label) bool {
	return c.out > 0 || l.middle.x-l.w/2 >= c.from.x && l.middle.x+l.w/2 <= c.to.x
}

// free says that words hide no others.
func (d *drawing) free(l label) bool {
	for _, other := range d.labels {
		if l.meets(other) {
			return false
		}
	}
	return true
}

// label writes words on a white ground, which interrupts the line below.
func (d *drawing) label(l label) {
	d.add(`<rect x="`, strconv.Itoa(l.middle.x-l.w/2), `" y="`, strconv.Itoa(l.middle.y-labelHeight/2), `" width="`, strconv.Itoa(l.w),
		`" height="`, strconv.Itoa(labelHeight), `" rx="3" fill="#ffffff" fill-opacity="0.9"/>`+"\n")
	d.add(`<text x="`, strconv.Itoa(l.middle.x), `" y="`, strconv.Itoa(l.middle.y+4), `" font-size="`, strconv.Itoa(smallSize),
		`" text-anchor="middle" fill="#333333">`, svgWords(l.words), `</text>`+"\n")
}

// legend says which line is which kind: entries in rows that fit on the page.
type legend struct {
	entries []point // by kind, relative to the legend
	height  int
}

func (d *drawing) legend(width int) legend {
	const row = 24
	var l legend
	at := point{edgeOfPage, 0}
	for _, k := range d.g.kinds {
		w := sampleLine + wide(k.words) + 2*edgeOfPage
		if at.x > edgeOfPage && at.x+w > width {
			at = point{edgeOfPage, at.y + row}
		}
		l.entries = append(l.entries, at)
		at.x += w
	}
	l.height = at.y + edgeOfPage
	return l
}

func (d *drawing) addLegend(l legend, y int) {
	for i, k := range d.g.kinds {
		at := l.entries[i].plus(point{0, y})
		end := point{at.x + sampleLine, at.y}
		if !k.both {
			end.x -= arrowHead
		}
		d.add(`<path d="M`, at.String(), ` L`, end.String(), `" fill="none"`, k.line.stroke(), `/>`+"\n")
		if !k.both {
			d.head(end, 1)
		}
		d.add(`<text x="`, strconv.Itoa(at.x+sampleLine+10), `" y="`, strconv.Itoa(at.y+5), `">`, svgWords(k.words), `</text>`+"\n")
	}
}
