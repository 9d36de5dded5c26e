package frequency

import (
	"math"
	"strconv"

	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// figure is what stands in a cell: the figure, and beside it what it is not to be
// read without.
type figure struct{ main, beside string }

// figure gives a cell in the measure that is shown.
func (s *Screen) figure(row, column int) figure {
	f, m := s.figures.Answer.table, s.measured
	v, why := f.Value(m, row, column)
	c, base := f.Cell(row, column), f.BaseOf(column)
	switch {
	case why != tally.Defined:
		return figure{main: tables.None}
	case v == 0 && m != tally.Residual:
		return figure{main: tables.Nought}
	}
	switch m {
	case tally.Codings:
		if column == tally.Total {
			return figure{main: tables.Whole(c.Codings)}
		}
		return figure{tables.Whole(c.Codings), of(c.Voices, base.Voices)}
	case tally.Transcripts:
		share, _ := f.Value(tally.TranscriptsShare, row, column)
		return figure{of(c.Transcripts, base.Transcripts), tables.Percent(share, 0)}
	case tally.Voices:
		share, _ := f.Value(tally.TopVoiceShare, row, column)
		return figure{of(c.Voices, base.Voices), tables.Percent(share, 0)}
	case tally.Units:
		return figure{main: tables.Whole(c.Units)}
	case tally.Coverage:
		return figure{main: tables.Percent(v, 1)}
	case tally.RowShare, tally.ColShare:
		return figure{main: tables.Percent(v, 0)}
	case tally.Rate:
		return figure{main: tables.Decimal(v, 1)}
	}
	return figure{main: tables.Signed(v, 1)}
}

func of(part, whole int) string { return strconv.Itoa(part) + "/" + strconv.Itoa(whole) }

// detail is the line about the cell under the cursor, with its denominators.
func (s *Screen) detail() string {
	row, column, ok := s.here()
	if !ok {
		return ""
	}
	a := s.figures.Answer
	c, base := a.table.Cell(row, column), a.table.BaseOf(column)
	line := s.env.T("frequency.cell",
		"Code", tables.Code(s.env, a.project, a.table.Codes[row]), "Column", s.columnName(s.grid.Col),
		"Count", tables.Whole(c.Codings), "PluralCount", c.Codings,
		"Voices", of(c.Voices, base.Voices), "Transcripts", of(c.Transcripts, base.Transcripts))
	for _, part := range []struct {
		measure tally.Measure
		write   func(float64) string
	}{
		{tally.Coverage, func(v float64) string { return s.env.T("frequency.cell-coverage", "Share", tables.Percent(v, 1)) }},
		{tally.Rate, func(v float64) string { return s.env.T(a.rateWord(), "Rate", tables.Decimal(v, 1)) }},
	} {
		if v, why := a.table.Value(part.measure, row, column); why == tally.Defined {
			line += part.write(v)
		}
	}
	return line + s.besides(row, column)
}

// besides is what else is to be said of a cell: a striking residual, a single
// voice, the measure's own figure where it is none of those above, why there is none.
func (s *Screen) besides(row, column int) string {
	a, line := s.figures.Answer, ""
	if a.striking(row, column) {
		line += s.env.T("frequency.cell-residual", "Z", tables.Signed(a.z[row][column], 1))
	}
	if column == tally.Total && a.table.Cell(row, column).SingleVoice() {
		line += s.env.T("frequency.cell-single")
	}
	m := s.measured
	v, why := a.table.Value(m, row, column)
	switch {
	case why != tally.Defined:
		line += s.env.T("frequency.cell-undefined", "Measure", s.env.T(measureHeads[m]), "Why", s.env.T(reasons[why]))
	case m == tally.Residual && math.Abs(v) < tally.Striking:
		line += s.env.T("frequency.cell-residual", "Z", tables.Signed(v, 1))
	case m == tally.Units:
		line += s.env.T("frequency.cell-units", "Units", of(a.table.Cell(row, column).Units, a.table.BaseOf(column).Units))
	}
	return line
}

// reasons words why a figure does not exist.
var reasons = map[tally.Undefined]string{
	tally.NoText:        "tables.undefined.no-text",
	tally.NoTranscripts: "tables.undefined.no-transcripts",
	tally.NoCodings:     "tables.undefined.no-codings",
	tally.OneColumn:     "tables.undefined.one-column",
}
