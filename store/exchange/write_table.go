package exchange

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// grid lines columns up for people; a full-width character takes two places. It
// has to see all rows before it can write the first.
type grid struct {
	room    int // places across; 0 for any number
	numeric []bool
	width   []int
	rows    [][]string // titles first
}

func newGrid(o Options) encoder { return &grid{room: o.Width} }

const (
	gap      = "  "
	leastCut = 12 // places that a column of words keeps
)

func (g *grid) head(b []byte, columns []Column) []byte {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.shown()
		g.numeric = append(g.numeric, c.Kind.numeric())
	}
	g.width = make([]int, len(columns))
	g.add(titles)
	return b
}

func (g *grid) row(b []byte, values []Value) []byte {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = v.String()
	}
	g.add(cells)
	return b
}

func (g *grid) add(cells []string) {
	for i, c := range cells {
		g.width[i] = max(g.width[i], ansi.StringWidth(c))
	}
	g.rows = append(g.rows, cells)
}

func (g *grid) foot(b []byte, notes []string) []byte {
	g.fit()
	for i, row := range g.rows {
		b = g.line(b, row)
		if i == 0 {
			b = g.rule(b)
		}
	}
	for i, n := range notes {
		if i == 0 {
			b = append(b, '\n')
		}
		b = append(append(b, n...), '\n')
	}
	return b
}

// fit takes places from the widest columns of words until the rows fit, or
// nothing is left to take.
func (g *grid) fit() {
	over := len(gap)*(len(g.width)-1) - g.room
	for _, w := range g.width {
		over += w
	}
	for ; g.room > 0 && over > 0; over-- {
		widest := -1
		for i, w := range g.width {
			if !g.numeric[i] && w > leastCut && (widest < 0 || w > g.width[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		g.width[widest]--
	}
}

func (g *grid) line(b []byte, cells []string) []byte {
	var line strings.Builder
	for i, c := range cells {
		if i > 0 {
			line.WriteString(gap)
		}
		c = ansi.Truncate(c, g.width[i], "…")
		pad := strings.Repeat(" ", g.width[i]-ansi.StringWidth(c))
		if g.numeric[i] {
			line.WriteString(pad + c)
		} else {
			line.WriteString(c + pad)
		}
	}
	return append(append(b, strings.TrimRight(line.String(), " ")...), '\n')
}

func (g *grid) rule(b []byte) []byte {
	for i, w := range g.width {
		if i > 0 {
			b = append(b, gap...)
		}
		b = append(b, strings.Repeat("─", w)...)
	}
	return append(b, '\n')
}
