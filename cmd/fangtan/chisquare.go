package main

import (
	"fmt"

	"fangtan/codebook/tally"
)

// testLines tell whether the columns differ: χ² of the table of codings, and a
// warning where it cannot be trusted.
func testLines(v voice, f *tally.Frequency) []string {
	t := f.Test()
	if t.Why != tally.Defined {
		return []string{v.words.T("counting.chi.undefined", "Why", v.table.Say("undefined."+string(t.Why)))}
	}
	lines := []string{v.words.T("counting.chi.line",
		"Chi", fmt.Sprintf("%.3f", t.Chi2), "DF", t.DF, "P", chance(t.P), "V", fmt.Sprintf("%.3f", t.CramersV), "N", t.N)}
	if t.Doubtful() {
		lines = append(lines, v.words.T("counting.chi.doubtful", "Share", fmt.Sprintf("%.0f", 100*t.LowShare)))
	}
	return lines
}

// chance writes a probability as papers do.
func chance(p float64) string {
	if p < 0.001 {
		return "p < 0.001"
	}
	return fmt.Sprintf("p = %.3f", p)
}
