package tables

import (
	"math"
	"strconv"
	"strings"
)

// Nought stands for a count of nothing, None for a figure that does not exist.
const (
	Nought = "·"
	None   = "–"
)

// Whole writes a count with its thousands set apart: 41,380.
func Whole(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// Percent writes a share in [0, 1] as a percentage with that many decimals.
func Percent(share float64, decimals int) string {
	return strconv.FormatFloat(100*share, 'f', decimals, 64) + "%"
}

// Decimal writes a figure with that many decimals.
func Decimal(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// Signed is like Decimal with the sign always there, unless nothing is left of v.
func Signed(v float64, decimals int) string {
	s := Decimal(math.Abs(v), decimals)
	switch {
	case strings.Trim(s, "0.") == "":
		return s
	case v < 0:
		return "−" + s
	}
	return "+" + s
}

// Fraction writes a figure in [0, 1] as statistics are printed, without the
// nought before the point: .21, 1.00.
func Fraction(v float64, decimals int) string {
	return strings.TrimPrefix(Decimal(v, decimals), "0")
}

// Chance writes a probability: "= .046", or "< .001" where it is less.
func Chance(p float64) string {
	if p < 0.001 {
		return "< .001"
	}
	return "= " + Fraction(p, 3)
}

// Raw writes a figure for another program, as the commands do: whole where it is
// a count, else with six decimals.
func Raw(v float64, count bool) string {
	if count {
		return Decimal(v, 0)
	}
	return Decimal(v, 6)
}

// Sheet writes rows as tab-separated values, to be pasted into a spreadsheet.
// Cells that it would run as a formula are made harmless.
func Sheet(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, s := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(harmless(s))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var oneCell = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

func harmless(s string) string {
	s = oneCell.Replace(s)
	if s == "" || !strings.ContainsRune("=+-@", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
