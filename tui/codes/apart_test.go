package codes_test

import (
	"math"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/lucasb-eyer/go-colorful"

	"fangtan/tui/codes"
	"fangtan/tui/theme"
)

// sight turns linear RGB into what an eye gets of it. The matrices for people without one sort of cone are those of severity 1.0
// in Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, table 1.
type sight [3][3]float64

var sights = map[string]sight{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

func (m sight) of(c colorful.Color) colorful.Color {
	r, g, b := c.LinearRgb()
	row := func(w [3]float64) float64 { return w[0]*r + w[1]*g + w[2]*b }
	return colorful.LinearRgb(row(m[0]), row(m[1]), row(m[2])).Clamped()
}

// apart is the distance of two colours in Oklab.
func apart(a, b colorful.Color) float64 {
	l, x, y := a.OkLab()
	l2, x2, y2 := b.OkLab()
	return math.Hypot(math.Hypot(l-l2, x-x2), y-y2)
}

// nearest is how far the two of some colours are apart that are most alike as the theme shows them and as an eye sees them.
func nearest(th theme.Theme, hexes []string, eye sight) (least float64, one, other string) {
	least = math.Inf(1)
	for i, a := range hexes {
		for _, b := range hexes[:i] {
			x, _ := colorful.MakeColor(th.CodeStyle(a).GetForeground())
			y, _ := colorful.MakeColor(th.CodeStyle(b).GetForeground())
			if d := apart(eye.of(x), eye.of(y)); d < least {
				least, one, other = d, a, b
			}
		}
	}
	return least, one, other
}

// In Oklab two patches side by side are told apart from about 0.02 on; a palette wants more, as its colours are seen one by one.
func TestPaletteStaysApart(t *testing.T) {
	least := map[string]float64{"all cones": 0.075, "protanopia": 0.04, "deuteranopia": 0.04}
	for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
		for _, dark := range []bool{true, false} {
			for name, eye := range sights {
				if d, one, other := nearest(theme.New(dark, profile), codes.Palette(), eye); d < least[name] {
					t.Errorf("%v, dark %v, %s: %s and %s are %.3f apart, want %.3f", profile, dark, name, one, other, d, least[name])
				}
			}
		}
	}
}

// Sixteen colours have six hues and the letters' own: the first seven have one each.
func TestPaletteAmongSixteenColours(t *testing.T) {
	for _, dark := range []bool{true, false} {
		shown := map[any]string{}
		for _, hex := range codes.Palette()[:7] {
			c := theme.New(dark, colorprofile.ANSI).CodeStyle(hex).GetForeground()
			if other, taken := shown[c]; taken {
				t.Errorf("dark %v: %s is shown as %s is", dark, hex, other)
			}
			shown[c] = hex
		}
	}
}
