package tally

import "math"

// Test is a χ² test of independence of a table of counts, rows and columns
// without any count left out.
type Test struct {
	Chi2     float64
	DF       int
	P        float64
	CramersV float64
	N        int
	LowShare float64 // share of cells that expect fewer than five
	Why      Undefined
}

// Doubtful says that too many cells expect too little for χ² to be trusted
// (Cochran 1954: more than a fifth below five).
func (t Test) Doubtful() bool { return t.LowShare > 0.2 }

// Test compares the codings of the rows over the columns. Rolled up, it takes
// the codes of level 1 alone, since the others are part of them.
func (f *Frequency) Test() Test {
	var table [][]int
	for r := range f.Codes {
		if f.levelOf(r) > 0 {
			continue
		}
		row := make([]int, len(f.Bases))
		for c := range row {
			row[c] = f.Cells[r][c].Codings
		}
		table = append(table, row)
	}
	return ChiSquare(table)
}

// ChiSquare tests a table of counts (Pearson 1900; Cramér 1946 for V).
func ChiSquare(table [][]int) Test {
	rows, columns := make([]int, len(table)), map[int]int{}
	n := 0
	for i, row := range table {
		for j, k := range row {
			rows[i] += k
			columns[j] += k
			n += k
		}
	}
	r, c := positive(rows), 0
	for _, k := range columns {
		if k > 0 {
			c++
		}
	}
	t := Test{N: n, DF: (r - 1) * (c - 1)}
	switch {
	case n == 0:
		return Test{Why: NoCodings}
	case r < 2 || c < 2:
		return Test{N: n, Why: OneColumn}
	}
	low := 0
	for i, row := range table {
		for j, k := range row {
			if rows[i] == 0 || columns[j] == 0 {
				continue
			}
			e := float64(rows[i]) * float64(columns[j]) / float64(n)
			t.Chi2 += (float64(k) - e) * (float64(k) - e) / e
			if e < 5 {
				low++
			}
		}
	}
	t.LowShare = float64(low) / float64(r*c)
	t.P = upperGamma(float64(t.DF)/2, t.Chi2/2)
	t.CramersV = math.Sqrt(t.Chi2 / float64(n) / float64(min(r, c)-1))
	return t
}

func positive(ns []int) int {
	k := 0
	for _, n := range ns {
		if n > 0 {
			k++
		}
	}
	return k
}

// upperGamma is the regularised upper incomplete gamma function Q(a, x): a
// series for small x, else a continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31).
func upperGamma(a, x float64) float64 {
	if x <= 0 {
		return 1
	}
	lg, _ := math.Lgamma(a)
	scale := math.Exp(a*math.Log(x) - x - lg)
	if x < a+1 {
		term := 1 / a
		sum := term
		for n := 1; n < 10_000 && math.Abs(term) > sum*1e-16; n++ {
			term *= x / (a + float64(n))
			sum += term
		}
		return 1 - sum*scale
	}
	return scale * gammaFraction(a, x)
}

// gammaFraction evaluates 1/(x+1−a− 1(1−a)/(x+3−a− …)) by Lentz's method.
func gammaFraction(a, x float64) float64 {
	const tiny = 1e-300
	b := x + 1 - a
	c, d := 1/tiny, 1/b
	h := d
	for n := 1; n < 10_000; n++ {
		an := -float64(n) * (float64(n) - a)
		b += 2
		d = 1 / nonzero(an*d+b, tiny)
		c = nonzero(b+an/c, tiny)
		step := c * d
		h *= step
		if math.Abs(step-1) < 1e-16 {
			break
		}
	}
	return h
}

func nonzero(v, tiny float64) float64 {
	if math.Abs(v) < tiny {
		return tiny
	}
	return v
}
