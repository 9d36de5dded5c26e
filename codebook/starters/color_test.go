package starters

import (
	"fmt"
	"math"
	"testing"
)

// rgb is a colour in linear light, each channel from 0 to 1.
type rgb [3]float64

func parseColor(t *testing.T, s string) rgb {
	t.Helper()
	var c [3]uint8
	if n, err := fmt.Sscanf(s, "#%02x%02x%02x", &c[0], &c[1], &c[2]); n != 3 || err != nil || len(s) != 7 {
		t.Fatalf("%q is not a colour #rrggbb", s)
	}
	var out rgb
	for i, v := range c {
		if x := float64(v) / 255; x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

// luminance is the relative luminance of WCAG 2.
func (c rgb) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func contrast(a, b rgb) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// eyes are ways to see, as matrices in linear light (Machado, Oliveira and
// Fernandes 2009, severity 1).
var eyes = map[string][3]rgb{
	"usual": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no red": {
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	},
	"no green": {
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	},
}

func (c rgb) seenBy(eye [3]rgb) rgb {
	var out rgb
	for i, row := range eye {
		out[i] = min(1, max(0, row[0]*c[0]+row[1]*c[1]+row[2]*c[2]))
	}
	return out
}

// distance is Euclidean in Oklab (Ottosson 2020): 0.02 can just be told apart,
// black and white are 1 apart.
func distance(a, b rgb) float64 {
	p, q := a.oklab(), b.oklab()
	return math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
}

func (c rgb) oklab() [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func TestColorsCanBeRead(t *testing.T) {
	each(t, func(t *testing.T, _ string, rows []row) {
		for _, r := range rows {
			c := parseColor(t, r["color"])
			for _, ground := range []string{"#ffffff", "#1e1e1e"} {
				if got := contrast(c, parseColor(t, ground)); got < 3 {
					t.Errorf("%s: contrast %.2f of %s on %s, want 3", r["number"], got, r["color"], ground)
				}
			}
		}
	})
}

func TestColorsCanBeToldApart(t *testing.T) {
	each(t, func(t *testing.T, _ string, rows []row) {
		tops := map[string]rgb{}
		for i, r := range rows {
			c := parseColor(t, r["color"])
			if r["level"] == "1" {
				tops[r["number"]] = c
			}
			for _, other := range rows[:i] {
				if d := distance(c, parseColor(t, other["color"])); d < 0.02 {
					t.Errorf("%s and %s: distance %.3f, want 0.02", other["number"], r["number"], d)
				}
			}
		}
		for _, r := range rows {
			c := parseColor(t, r["color"])
			own := distance(c, tops[r["number"][:1]])
			for number, top := range tops {
				if number != r["number"][:1] && distance(c, top) <= own {
					t.Errorf("%s looks more like %s than like its own family", r["number"], number)
				}
			}
		}
	})
}

// TestFamiliesForAllEyes holds the level-1 colours apart; the four components
// of Smith's model, which every table shows side by side, more so.
func TestFamiliesForAllEyes(t *testing.T) {
	each(t, func(t *testing.T, _ string, rows []row) {
		for eye, matrix := range eyes {
			for i, a := range rows {
				for _, b := range rows[:i] {
					if a["level"] != "1" || b["level"] != "1" {
						continue
					}
					want := 0.075
					if a["role"] == "component" && b["role"] == "component" {
						want = 0.1
					}
					d := distance(parseColor(t, a["color"]).seenBy(matrix), parseColor(t, b["color"]).seenBy(matrix))
					if d < want {
						t.Errorf("%s: %s and %s are %.3f apart, want %.3f", eye, b["number"], a["number"], d, want)
					}
				}
			}
		}
	})
}
