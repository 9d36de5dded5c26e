package tally

import "math"

// Measure is a figure of the frequency table.
type Measure uint8

// The measures. Shares lie in [0, 1]; Rate is codings per 1,000 characters of
// the column's respondents' text, or words after [Frequency.CountWords]; Residual is the adjusted standardised residual
// of the codings table. Rolled up, ColShare and Residual compare the codes of one
// level.
const (
	Codings Measure = iota
	Transcripts
	TranscriptsShare
	Units
	Coverage
	Rate
	RowShare
	ColShare
	Residual
	Voices
	TopVoiceShare
)

var measureNames = []string{
	"codings", "transcripts", "transcripts_share", "units", "coverage", "rate",
	"row_share", "col_share", "residual", "voices", "top_voice_share",
}

// Measures are all of them, in the order in which files list them.
func Measures() []Measure {
	all := make([]Measure, len(measureNames))
	for i := range all {
		all[i] = Measure(i)
	}
	return all
}

// String is the measure's name in files and on the command line.
func (m Measure) String() string { return measureNames[m] }

// Counts says that the measure is a whole number.
func (m Measure) Counts() bool {
	return m == Codings || m == Transcripts || m == Units || m == Voices
}

// ParseMeasure reads a measure's name.
func ParseMeasure(s string) (Measure, bool) {
	for i, n := range measureNames {
		if n == s {
			return Measure(i), true
		}
	}
	return 0, false
}

// Total stands for the column that takes all columns as one.
const Total = -1

// Undefined is why a figure does not exist.
type Undefined string

// Reasons why a figure does not exist; the edge has words for them.
const (
	Defined       Undefined = ""
	NoText        Undefined = "no-text"        // nothing of the column's is in scope
	NoTranscripts Undefined = "no-transcripts" // the column has none
	NoCodings     Undefined = "no-codings"     // nothing to take a share of
	OneColumn     Undefined = "one-column"     // nothing to compare with
	WithinOne     Undefined = "within-one"     // a component is not compared with itself
)

// Cell gives the counts of row r in column c, or of the row's [Total].
func (f *Frequency) Cell(r, c int) Cell {
	if c == Total {
		return f.Totals[r]
	}
	return f.Cells[r][c]
}

// BaseOf gives the denominators of column c, or of the [Total].
func (f *Frequency) BaseOf(c int) Base {
	if c == Total {
		return f.Base
	}
	return f.Bases[c]
}

// Value is measure m of row r in column c (or [Total]), or why there is none.
func (f *Frequency) Value(m Measure, r, c int) (float64, Undefined) {
	cell, base := f.Cell(r, c), f.BaseOf(c)
	switch m {
	case Codings:
		return float64(cell.Codings), Defined
	case Transcripts:
		return float64(cell.Transcripts), Defined
	case Units:
		return float64(cell.Units), Defined
	case Voices:
		return float64(cell.Voices), Defined
	case TranscriptsShare:
		return ratio(cell.Transcripts, base.Transcripts, NoTranscripts)
	case Coverage:
		return ratio(cell.Characters, base.Characters, NoText)
	case Rate:
		whole := base.Characters
		if f.InWords() {
			whole = f.wordsOf(c)
		}
		v, why := ratio(cell.Codings, whole, NoText)
		return 1000 * v, why
	case RowShare:
		return ratio(cell.Codings, f.Totals[r].Codings, NoCodings)
	case ColShare:
		return ratio(cell.Codings, f.sumOf(r, c), NoCodings)
	case TopVoiceShare:
		return ratio(cell.TopVoice, cell.Codings, NoCodings)
	default:
		return f.residual(r, c)
	}
}

func ratio(part, whole int, why Undefined) (float64, Undefined) {
	if whole == 0 {
		return 0, why
	}
	return float64(part) / float64(whole), Defined
}

// residual is (O−E)/√(E(1−r)(1−c)) (Haberman 1973), over the table of codings.
func (f *Frequency) residual(r, c int) (float64, Undefined) {
	if c == Total {
		return 0, OneColumn
	}
	n, row, column := 0, 0, f.sumOf(r, c)
	for i := range f.Bases {
		n += f.sumOf(r, i)
		row += f.Cells[r][i].Codings
	}
	if row == 0 || column == 0 {
		return 0, NoCodings
	}
	if row == n || column == n {
		return 0, OneColumn
	}
	rowShare, columnShare := float64(row)/float64(n), float64(column)/float64(n)
	expected := rowShare * columnShare * float64(n)
	return (float64(f.Cells[r][c].Codings) - expected) / math.Sqrt(expected*(1-rowShare)*(1-columnShare)), Defined
}

// Striking is the size from which a residual is marked.
const Striking = 1.96
