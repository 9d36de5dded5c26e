package tally

// table makes the result, without a column for nothing where nothing is in it.
func (s *freqScan) table() *Frequency {
	s.voices.join(s)
	by, total := s.by, s.total
	if by.none && s.bases[total-1].transcripts == 0 {
		by = by.withoutNone()
	}
	columns := len(by.Heads)
	f := &Frequency{
		Columns: by, Unit: s.unit, Rollup: s.rollup, Codes: s.p.Tree().Order,
		Bases: make([]Base, columns), Base: s.baseOf(total),
		Stored: s.scope.stored, United: s.united, Outside: s.scope.outside,
	}
	for c := range f.Bases {
		f.Bases[c] = s.baseOf(c)
	}
	cells := make([]Cell, len(f.Codes)*columns)
	for r, code := range f.Codes {
		f.Level = append(f.Level, s.p.Tree().Depth[code])
		f.Cells = append(f.Cells, cells[r*columns:][:columns:columns])
		for c := range columns {
			f.Cells[r][c] = s.cell(s.at(int(code), c))
		}
		f.Totals = append(f.Totals, s.cell(s.at(int(code), total)))
	}
	f.sum()
	return f
}

func (s *freqScan) cell(c *counter) Cell {
	return Cell{
		Codings: int(c.codings), Transcripts: int(c.transcripts), Units: s.unitsOf(c),
		Characters: c.characters, Voices: int(c.voices), TopVoice: int(c.topVoice),
	}
}

func (s *freqScan) baseOf(column int) Base {
	c := &s.bases[column]
	return Base{Transcripts: int(c.transcripts), Units: s.unitsOf(c), Characters: c.characters, Voices: int(c.voices)}
}

func (s *freqScan) unitsOf(c *counter) int {
	if s.unit.Kind == Character {
		return c.characters
	}
	return int(c.units)
}

// sum adds up the codings of the rows that are compared with one another.
func (f *Frequency) sum() {
	for r := range f.Codes {
		level := f.levelOf(r)
		for len(f.sums) <= level {
			f.sums = append(f.sums, make([]int, len(f.Bases)+1))
		}
		for c := Total; c < len(f.Bases); c++ {
			f.sums[level][c+1] += f.Cell(r, c).Codings
		}
	}
}

// levelOf says which rows row r is compared with: rolled up, those of its level,
// since the rows above take it in; else all.
func (f *Frequency) levelOf(r int) int {
	if f.Rollup {
		return f.Level[r]
	}
	return 0
}

// sumOf is how many codings the rows compared with row r have in column c.
func (f *Frequency) sumOf(r, c int) int { return f.sums[f.levelOf(r)][c+1] }
