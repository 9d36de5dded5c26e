package frequency

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// code is the code wanted or under the cursor, 0 for none.
func (s *Screen) code() codebook.No {
	if s.wanted != 0 {
		return s.wanted
	}
	if !s.figures.Has || s.grid.Row >= len(s.rows) {
		return 0
	}
	return s.figures.Answer.table.Codes[s.rows[s.grid.Row]]
}

// follow puts the cursor on a code's row, if it is shown.
func (s *Screen) follow(code codebook.No) {
	if !s.figures.Has {
		return
	}
	for i, r := range s.rows {
		if s.figures.Answer.table.Codes[r] == code {
			s.grid.Put(i, s.grid.Col)
		}
	}
}

// sortHere sorts by the column under the cursor and says which, or no longer sorts.
func (s *Screen) sortHere() {
	code := s.code()
	if s.sorted == s.grid.Col {
		s.sorted = unsorted
		s.env.Say(s.env.T("frequency.unsorted"))
	} else {
		s.sorted = s.grid.Col
		s.env.Say(s.env.T("frequency.sorted", "Column", s.columnName(s.sorted)))
	}
	s.arrange()
	s.follow(code)
}

// canOpen says that the cell under the cursor has passages.
func (s *Screen) canOpen() bool {
	r, c, ok := s.here()
	return ok && s.figures.Answer.table.Cell(r, c).Codings > 0
}

// here is the cell of the table under the cursor.
func (s *Screen) here() (row, column int, ok bool) {
	if !s.figures.Has || s.grid.Row >= len(s.rows) {
		return 0, 0, false
	}
	return s.rows[s.grid.Row], s.figures.Answer.column(s.grid.Col), true
}

// unitCounts says that the unit has a say in what is shown.
func (s *Screen) unitCounts() bool { return s.measure() == tally.Units }

// hasRows says that there is a row to go to.
func (s *Screen) hasRows() bool { return len(s.rows) > 0 }
