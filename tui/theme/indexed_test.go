package theme

import (
	"math"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/lucasb-eyer/go-colorful"
)

// families are codes that belong together: the first of each is the one above the others.
var families = map[string][]string{
	"blue": {
		"#2897ee", "#3b71dd", "#0a7ee1", "#4d7ad2", "#4e9cc3", "#1298cc", "#5e96d5", "#128ac3", "#3d89da", "#5e8ce6", "#6488cd", "#4c83f2",
	},
	"orange": {
		"#da7b24", "#bf6a23", "#c86e33", "#c86f0e", "#cf6305", "#be810a", "#c8851f", "#bb7903", "#bf7f33", "#cc780b", "#cb8243",
		"#db632b", "#e06c26", "#d27047", "#d76f03", "#e97039", "#d77846", "#cd7632",
	},
	"green": {
		"#0e7a53", "#479051", "#288c5a", "#4e8754", "#1e8a76", "#3f8464", "#0b816d", "#07936e", "#557958", "#45764b", "#2d783a", "#378143",
		"#2f7768",
	},
	"purple": {
		"#9f48ab", "#d865ca", "#a863df", "#b963a3", "#ba6cc5", "#a164b5", "#cc53b1", "#8e588d", "#8456ab", "#b64a9d", "#9550cb",
	},
	"red": {
		"#cb362b", "#e93f6a", "#a5505b", "#c25d56", "#cc1d54", "#e84328", "#cc4865", "#dd3147", "#b1503e", "#d95355", "#c03b4d",
	},
}

// shownAs is how a code of a colour is shown.
func shownAs(th Theme, hex string) colorful.Color {
	c, _ := colorful.MakeColor(th.CodeStyle(hex).GetForeground())
	return c
}

// middle is the mean of a family as it is shown, in Oklab.
func middle(th Theme, family []string) [3]float64 {
	var sum [3]float64
	for _, hex := range family {
		l, a, b := shownAs(th, hex).OkLab()
		sum[0], sum[1], sum[2] = sum[0]+l, sum[1]+a, sum[2]+b
	}
	n := float64(len(family))
	return [3]float64{sum[0] / n, sum[1] / n, sum[2] / n}
}

func from(c colorful.Color, p [3]float64) float64 {
	l, a, b := c.OkLab()
	return math.Hypot(math.Hypot(l-p[0], a-p[1]), b-p[2])
}

// With 256 colours a code still looks like its family: nearer to it than to any other, and of the hue that it was given.
func TestFamiliesStayTogether(t *testing.T) {
	const mostTurned = 22 // degrees
	for _, dark := range []bool{true, false} {
		th := New(dark, colorprofile.ANSI256)
		middles := map[string][3]float64{}
		for name, family := range families {
			middles[name] = middle(th, family)
		}
		for name, family := range families {
			for _, hex := range family {
				shown := shownAs(th, hex)
				for other, p := range middles {
					if other != name && from(shown, p) <= from(shown, middles[name]) {
						t.Errorf("dark %v: %s of %s is shown as %s, which looks more like %s", dark, hex, name, shown.Hex(), other)
					}
				}
				given, err := colorful.Hex(hex)
				if err != nil {
					t.Fatal(err)
				}
				turned := math.Abs(math.Remainder(polarOf(given).hue-polarOf(shown).hue, 2*math.Pi)) * 180 / math.Pi
				if turned > mostTurned {
					t.Errorf("dark %v: %s of %s is shown as %s, its hue turned by %.0f°", dark, hex, name, shown.Hex(), turned)
				}
			}
		}
	}
}
