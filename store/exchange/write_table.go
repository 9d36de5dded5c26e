package exchange

import (
	"slices"
	"strings"
)

// grid lines columns up for people. It has to see all rows before it can write
// the first.
type grid struct {
	ruler   Ruler
	room    int // places across; 0 for any number
	leftOut func(titles []string) string
	columns []Column
	widest  []int      // of a column's cells, its title aside
	rows    [][]string // titles first

	kept  []int // columns that are written
	width []int // of each column, kept or not
}

func newGrid(o Options) encoder {
	g := &grid{ruler: o.Ruler, room: o.Width, leftOut: o.LeftOut}
	if g.ruler == nil {
		g.ruler = codePoints{}
	}
	return g
}

const (
	gap       = "  "
	leastCut  = 12 // places that a column of words keeps
	leastHead = 6  // places that the title of a column of numbers keeps
	leastRead = 30 // places that a column with [Column.Wrap] keeps
)

func (g *grid) head(b []byte, columns []Column) []byte {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.spoken()
	}
	g.columns, g.rows, g.widest = columns, [][]string{titles}, make([]int, len(columns))
	return b
}

func (g *grid) row(b []byte, values []Value) []byte {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = v.String()
		g.widest[i] = max(g.widest[i], g.ruler.Width(cells[i]))
	}
	g.rows = append(g.rows, cells)
	return b
}

func (g *grid) foot(b []byte, notes []string) []byte {
	g.fit()
	for i, row := range g.rows {
		b = g.lines(b, row)
		if i == 0 {
			b = g.rule(b)
		}
	}
	if out := g.absent(); len(out) > 0 && g.leftOut != nil {
		notes = append([]string{g.leftOut(out)}, notes...)
	}
	for i, n := range notes {
		if i == 0 {
			b = append(b, '\n')
		}
		for _, line := range g.broken(n) {
			b = append(append(b, line...), '\n')
		}
	}
	return b
}

// fit leaves columns out, the most dispensable first, until the rest have the
// places that they need at least; then the columns give up places until the rows
// fit: those that are cut before those that wrap, the widest of them first.
func (g *grid) fit() {
	g.width, g.kept = make([]int, len(g.columns)), make([]int, len(g.columns))
	for i := range g.columns {
		g.width[i], g.kept[i] = max(g.widest[i], g.ruler.Width(g.rows[0][i])), i
	}
	if g.room <= 0 {
		return
	}
	for len(g.kept) > 1 && g.across(g.least) > g.room {
		g.kept = slices.Delete(g.kept, g.dispensable(), g.dispensable()+1)
	}
	for over := g.across(g.full) - g.room; over > 0; over-- {
		i := g.giver()
		if i < 0 {
			g.width[g.kept[0]] = max(g.width[g.kept[0]]-over, 1) // one column is left, and the window is tiny
			return
		}
		g.width[i]--
	}
}

func (g *grid) full(column int) int { return g.width[column] }

// least is what a column needs.
func (g *grid) least(column int) int {
	c, title := g.columns[column], g.ruler.Width(g.rows[0][column])
	switch {
	case c.Kind.numeric():
		return max(g.widest[column], min(title, leastHead))
	case c.Wrap:
		return min(max(g.widest[column], title), leastRead)
	}
	return min(max(g.widest[column], title), leastCut)
}

// across is how wide a row is whose columns are so wide.
func (g *grid) across(width func(column int) int) int {
	sum := len(gap) * (len(g.kept) - 1)
	for _, i := range g.kept {
		sum += width(i)
	}
	return sum
}

// dispensable is the place in kept of the column that goes first: the one most to
// spare, of several the last, never the first column.
func (g *grid) dispensable() int {
	at := len(g.kept) - 1
	for k := at; k > 0; k-- {
		if g.columns[g.kept[k]].Spare > g.columns[g.kept[at]].Spare {
			at = k
		}
	}
	return at
}

// giver is the column that gives up a place, -1 for none.
func (g *grid) giver() int {
	for _, wraps := range []bool{false, true} {
		widest := -1
		for _, i := range g.kept {
			if g.columns[i].Wrap == wraps && g.width[i] > g.least(i) && (widest < 0 || g.width[i] > g.width[widest]) {
				widest = i
			}
		}
		if widest >= 0 {
			return widest
		}
	}
	return -1
}

// absent are the titles of the columns left out.
func (g *grid) absent() []string {
	var titles []string
	for i, title := range g.rows[0] {
		if !slices.Contains(g.kept, i) {
			titles = append(titles, title)
		}
	}
	return titles
}

// broken sets a note in lines that fit.
func (g *grid) broken(note string) []string {
	if g.room <= 0 {
		return []string{note}
	}
	return g.ruler.Wrap(note, g.room)
}

// lines writes a row: one line, or as many as its cells that wrap take.
func (g *grid) lines(b []byte, cells []string) []byte {
	set, height := make([][]string, len(g.kept)), 1
	for k, i := range g.kept {
		set[k] = g.set(i, cells[i])
		height = max(height, len(set[k]))
	}
	for n := range height {
		var line strings.Builder
		for k, i := range g.kept {
			if k > 0 {
				line.WriteString(gap)
			}
			word := ""
			if n < len(set[k]) {
				word = set[k][n]
			}
			pad := strings.Repeat(" ", max(g.width[i]-g.ruler.Width(word), 0))
			if g.columns[i].Kind.numeric() {
				line.WriteString(pad + word)
			} else {
				line.WriteString(word + pad)
			}
		}
		b = append(append(b, strings.TrimRight(line.String(), " ")...), '\n')
	}
	return b
}

// set makes a cell fit into its column, in one line or several.
func (g *grid) set(column int, cell string) []string {
	switch {
	case g.ruler.Width(cell) <= g.width[column]:
		return []string{cell}
	case g.columns[column].Wrap:
		return g.ruler.Wrap(cell, g.width[column])
	}
	return []string{g.ruler.Cut(cell, g.width[column])}
}

func (g *grid) rule(b []byte) []byte {
	for k, i := range g.kept {
		if k > 0 {
			b = append(b, gap...)
		}
		b = append(b, strings.Repeat("─", g.width[i])...)
	}
	return append(b, '\n')
}
