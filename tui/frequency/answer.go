package frequency

import (
	"math"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// answer is a counted table with the snapshot it was counted on.
type answer struct {
	project *codebook.Project
	table   *tally.Frequency
	test    tally.Test
	z       [][]float64 // by row and column: residuals, 0 where there is none
	peak    []int       // by row: the column of its most striking residual, or -1
	unread  error       // why words could not be counted
}

// english is the language of projects whose rates are by words.
const english = "en"

// count answers a question. Where texts cannot be read, the rate stays one by
// characters, and says so.
func count(p *codebook.Project, by settings, texts func(codebook.No) (string, error)) *answer {
	f := tally.FrequencyOf(p, tally.Filter{}, columns(p, by.by), by.unit, by.rollup)
	a := &answer{project: p, table: f, test: f.Test()}
	if p.Lang == english {
		a.unread = f.CountWords(p, tally.Filter{}, texts)
	}
	for r := range f.Codes {
		row, peak, highest := make([]float64, len(f.Bases)), -1, tally.Striking
		for c := range row {
			row[c], _ = f.Value(tally.Residual, r, c)
			if size := math.Abs(row[c]); size >= highest {
				peak, highest = c, size
			}
		}
		a.z, a.peak = append(a.z, row), append(a.peak, peak)
	}
	return a
}

// striking says that a cell is to be marked.
func (a *answer) striking(row, column int) bool {
	return column != tally.Total && math.Abs(a.z[row][column]) >= tally.Striking
}

// only gives the column of a row that a single voice has to itself.
func (a *answer) only(row int) (column int, ok bool) {
	if !a.table.Totals[row].SingleVoice() {
		return 0, false
	}
	for c, cell := range a.table.Cells[row] {
		if cell.Codings > 0 {
			return c, true
		}
	}
	return 0, false
}

// column is the table's column that a column of the screen shows: the last one is the total.
func (a *answer) column(shown int) int {
	if shown >= len(a.table.Bases) {
		return tally.Total
	}
	return shown
}

// rateWord is the message for a rate: by words or by characters.
func (a *answer) rateWord() string {
	if a.table.InWords() {
		return "frequency.cell-rate-words"
	}
	return "frequency.cell-rate"
}
