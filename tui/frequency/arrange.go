package frequency

import (
	"cmp"
	"slices"

	"fangtan/codebook/find"
	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// setColumn is how one column is set: the parts of its cells and its head.
//
//	 第一书记      head, at most two lines
//	▐11  3/3      mark, main, beside
type setColumn struct {
	head         []string
	main, beside int
	width        int
}

// arrange chooses the rows to show and their order, and sets the columns. It is
// called when the table, the measure, the filter or the surroundings changed.
func (s *Screen) arrange() {
	s.figures.Spoil()
	if !s.figures.Has {
		return
	}
	s.measured = s.measure()
	s.rows = s.choose()
	if s.sorted != unsorted {
		s.order()
	}
	s.setColumns()
	s.grid.Size(len(s.rows), len(s.set))
}

// choose gives the rows that pass the filter and are not hidden, in codebook order.
func (s *Screen) choose() []int {
	a := s.figures.Answer
	var found map[int]bool
	if query := s.filter.Value(); query != "" {
		found = map[int]bool{}
		for _, hit := range find.New(s.names()).Find(query, 0) {
			found[hit.Entry] = true
		}
	}
	hide := s.hidesEmpty()
	rows := make([]int, 0, len(a.table.Codes))
	for r := range a.table.Codes {
		if (found == nil || found[r]) && (!hide || a.table.Totals[r].Codings > 0) {
			rows = append(rows, r)
		}
	}
	return rows
}

func (s *Screen) names() []find.Entry {
	a := s.figures.Answer
	entries := make([]find.Entry, len(a.table.Codes))
	for r, n := range a.table.Codes {
		c := a.project.Code(n)
		entries[r] = find.Entry{Names: []string{c.NameZh, c.NameEn}, Number: c.Number}
	}
	return entries
}

// order sorts the rows by a column, highest first; what has no figure comes last.
func (s *Screen) order() {
	a, m, column := s.figures.Answer, s.measured, s.figures.Answer.column(s.sorted)
	rank := make([]float64, len(a.table.Codes))
	known := make([]bool, len(rank))
	for _, r := range s.rows {
		v, why := a.table.Value(m, r, column)
		rank[r], known[r] = v, why == tally.Defined
	}
	slices.SortStableFunc(s.rows, func(x, y int) int {
		if known[x] != known[y] {
			return cmp.Compare(boolRank(known[y]), boolRank(known[x]))
		}
		return cmp.Compare(rank[y], rank[x])
	})
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Screen) setColumns() {
	a := s.figures.Answer
	s.set = make([]setColumn, len(a.table.Bases)+1)
	for i := range s.set {
		col := &s.set[i]
		for _, r := range s.rows {
			f := s.figure(r, a.column(i))
			col.main = s.widen(col.main, f.main)
			col.beside = s.widen(col.beside, f.beside)
		}
		col.width = 1 + col.main
		if col.beside > 0 {
			col.width += 1 + col.beside
		}
		s.setHead(i, col)
	}
}

// widen gives the greater of width and the columns of a figure, which has no more
// columns than bytes.
func (s *Screen) widen(width int, figure string) int {
	if len(figure) <= width {
		return width
	}
	return max(width, s.env.Ruler.Width(figure))
}

// setHead sets a head in one line or two, and widens the column for it.
func (s *Screen) setHead(i int, col *setColumn) {
	text := s.columnName(i)
	if i == s.sorted {
		text += "↓"
	}
	col.head, col.width = tables.Head(s.env.Ruler, text, col.width)
}

// columnName heads a column of the screen.
func (s *Screen) columnName(i int) string {
	a := s.figures.Answer
	c := a.column(i)
	if c == tally.Total {
		return s.env.T("tables.total")
	}
	head, no := a.table.Columns.Heads[c], a.table.Columns.Nos[c]
	switch by := s.figures.Of.Settings.by; {
	case by == byGroup:
		return tables.Group(s.env, a.project, no)
	case head == tally.NoneHead && no == 0:
		return s.env.T("tables.no-value")
	case by == byTranscript:
		return a.project.Transcript(no).Title
	}
	return head
}
