package cooccurrence

import (
	"cmp"
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// matrix is the square of codes by codes, with its cursor.
//
//	                    P  P  I
//	                    1  2  1
//	                    .  .  .
//	                    1  1  3      heads, set down where they do not fit across
//	P1.1 目标不明确     ╲  ▓▓ ░░
//	P2.1 要求不具体     ▓▓ ╲
type matrix struct {
	grid    tables.Grid
	codes   []codebook.No
	touched []int // units that each touches
	labels  []string
	widest  int // of the labels
	names   []string
}

// pitch is the width of a column with its gap where heads are set down.
const pitch = 3

// longest is how many signs of a head that is set down are shown.
const longest = 5

// take takes a count in. The cursor stays with its two codes, or goes to the row of
// the code wanted.
func (m *matrix) take(env *screen.Env, a *answer, all bool, wanted codebook.No) {
	row, col := m.pair()
	m.codes, m.touched = a.codes(all)
	m.labels, m.names, m.widest = nil, nil, 0
	for _, n := range m.codes {
		label := a.project.Code(n).Number
		if label == "" {
			label = a.project.Code(n).Name(env.Words.Lang())
		}
		m.labels = append(m.labels, label)
		m.names = append(m.names, tables.Code(env, a.project, n))
		m.widest = max(m.widest, env.Ruler.Width(label))
	}
	m.grid.Size(len(m.codes), len(m.codes))
	if row == 0 {
		m.grid.Put(0, 1)
	}
	m.put(cmp.Or(wanted, row), col)
}

// pair is the row's and the column's code under the cursor, 0 for none.
func (m *matrix) pair() (row, col codebook.No) {
	if m.grid.Row >= len(m.codes) || m.grid.Col >= len(m.codes) {
		return 0, 0
	}
	return m.codes[m.grid.Row], m.codes[m.grid.Col]
}

// put puts the cursor on the cell of two codes, as far as they are there.
func (m *matrix) put(row, col codebook.No) {
	r, c := slices.Index(m.codes, row), slices.Index(m.codes, col)
	if r < 0 {
		r = m.grid.Row
	}
	if c < 0 {
		c = m.grid.Col
	}
	m.grid.Put(r, c)
}

// across says whether all heads fit in one line, and gives the columns' width
// with their gap.
func (m *matrix) across(room int) (bool, int) {
	wide := max(pitch, m.widest+1)
	if wide*len(m.codes) <= room || m.widest < pitch {
		return true, wide
	}
	return false, pitch
}

// heads are the lines above the columns from left to right, each column in
// exactly width columns.
func (m *matrix) heads(r cell.Ruler, sight tables.Sight, across bool, width int) []string {
	if across {
		var line strings.Builder
		for i := sight.Left; i < sight.Right; i++ {
			line.WriteString(r.FitLeft(m.labels[i], width))
		}
		return []string{line.String()}
	}
	columns, height := make([][]string, 0, sight.Right-sight.Left), m.headHeight(false)
	for i := sight.Left; i < sight.Right; i++ {
		columns = append(columns, signs(m.labels[i]))
	}
	lines := make([]string, height)
	for i := range lines {
		for _, column := range columns {
			sign := ""
			if at := i - (height - len(column)); at >= 0 {
				sign = column[at]
			}
			lines[i] += r.PadLeft(sign, width)
		}
	}
	return lines
}

// headHeight is how many lines the heads take, the same however far one scrolls.
func (m *matrix) headHeight(across bool) int {
	if across {
		return 1
	}
	height := 1
	for _, label := range m.labels {
		height = max(height, len(signs(label)))
	}
	return height
}

// signs are the graphemes of a label, as many as are shown one below the other.
func signs(label string) []string {
	var list []string
	label = cell.Clean(label)
	for at := 0; at < len(label); {
		next := text.NextGrapheme(label, at)
		if len(list) == longest-1 && next < len(label) {
			return append(list, cell.Ellipsis)
		}
		list = append(list, label[at:next])
		at = next
	}
	return list
}
