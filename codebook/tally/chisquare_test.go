package tally

import (
	"math"
	"testing"

	"fangtan/codebook"
)

// Published tables: party identification by gender, Agresti, An Introduction to
// Categorical Data Analysis, 2nd ed. (2007), tables 2.5 and 2.6 (also the example
// of R's chisq.test); Fisher's tea tasting, The Design of Experiments (1935).
var (
	party = [][]int{{762, 327, 468}, {484, 239, 477}}
	tea   = [][]int{{3, 1}, {1, 3}}
)

func rounded(v float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(v*scale) / scale
}

func TestChiSquareIsAsPublished(t *testing.T) {
	for _, c := range []struct {
		name     string
		table    [][]int
		chi2, v  float64
		df, n    int
		p        float64
		low      float64
		doubtful bool
	}{
		{"party", party, 30.070149, 0.104436, 2, 2757, 2.953589e-7, 0, false},
		{"tea", tea, 2, 0.5, 1, 8, 0.157299, 1, true},
		{"empty rows and columns are left out", [][]int{{3, 0, 1}, {0, 0, 0}, {1, 0, 3}}, 2, 0.5, 1, 8, 0.157299, 1, true},
		{"no difference", [][]int{{10, 20}, {20, 40}}, 0, 0, 1, 90, 1, 0, false},
	} {
		got := ChiSquare(c.table)
		if got.Why != Defined || got.DF != c.df || got.N != c.n || got.Doubtful() != c.doubtful || got.LowShare != c.low {
			t.Errorf("%s: %+v", c.name, got)
		}
		if rounded(got.Chi2, 6) != c.chi2 || rounded(got.CramersV, 6) != c.v || math.Abs(got.P/c.p-1) > 1e-5 {
			t.Errorf("%s: χ² %v, V %v, p %v; want %v, %v, %v", c.name, got.Chi2, got.CramersV, got.P, c.chi2, c.v, c.p)
		}
	}
}

func TestChiSquareMayBeUndefined(t *testing.T) {
	for name, c := range map[string]struct {
		table [][]int
		why   Undefined
	}{
		"nothing":       {nil, NoCodings},
		"only noughts":  {[][]int{{0, 0}, {0, 0}}, NoCodings},
		"one row":       {[][]int{{3, 4}}, OneColumn},
		"one with any":  {[][]int{{3, 4}, {0, 0}}, OneColumn},
		"one column":    {[][]int{{3}, {4}}, OneColumn},
		"rows unlike":   {[][]int{{3}, {4, 0}}, OneColumn},
		"column filled": {[][]int{{3, 0}, {4, 0}}, OneColumn},
	} {
		if got := ChiSquare(c.table); got.Why != c.why || got.Chi2 != 0 || got.P != 0 {
			t.Errorf("%s: %+v, want %q", name, got, c.why)
		}
	}
}

// counted makes a frequency table with these codings and nothing else.
func counted(table [][]int) *Frequency {
	f := &Frequency{Bases: make([]Base, len(table[0]))}
	for i, row := range table {
		f.Codes, f.Level = append(f.Codes, codebook.No(i+1)), append(f.Level, 0)
		f.Cells, f.Totals = append(f.Cells, nil), append(f.Totals, Cell{})
		for _, n := range row {
			f.Cells[i] = append(f.Cells[i], Cell{Codings: n})
			f.Totals[i].Codings += n
		}
	}
	f.sum()
	return f
}

func TestResidualsAreAsPublished(t *testing.T) {
	for _, c := range []struct {
		table [][]int
		want  [][]float64
	}{
		{party, [][]float64{{4.5021, 0.6995, -5.3159}, {-4.5021, -0.6995, 5.3159}}},
		{tea, [][]float64{{1.4142, -1.4142}, {-1.4142, 1.4142}}},
	} {
		f := counted(c.table)
		for r := range c.want {
			for k, want := range c.want[r] {
				if got, why := f.Value(Residual, r, k); why != Defined || rounded(got, 4) != want {
					t.Errorf("row %d, column %d: %v %q, want %v", r, k, got, why, want)
				}
			}
		}
		if got, want := f.Test(), ChiSquare(c.table); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

func TestResidualMayBeUndefined(t *testing.T) {
	f := counted([][]int{{0, 0, 0}, {2, 1, 0}})
	for _, c := range []struct {
		r, c int
		why  Undefined
	}{{0, 0, NoCodings}, {1, 0, OneColumn}, {1, 2, NoCodings}, {1, Total, OneColumn}} {
		if v, why := f.Value(Residual, c.r, c.c); why != c.why || v != 0 {
			t.Errorf("row %d, column %d: %v %q, want %q", c.r, c.c, v, why, c.why)
		}
	}
}
