package theme

import (
	"image/color"
	"math"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

// polar is a colour by lightness, chroma and hue, the last in radians.
type polar struct{ l, chroma, hue float64 }

func polarOf(c colorful.Color) polar {
	l, chroma, hue := c.OkLch()
	return polar{l, chroma, hue * math.Pi / 180}
}

// indexed is a colour of the 256.
type indexed struct {
	color ansi.IndexedColor
	polar polar
}

// The colours of the cube and the greys. The sixteen below them are the terminal's affair.
var cube = sync.OnceValue(func() []indexed {
	var all []indexed
	for i := 16; i < 256; i++ {
		c, _ := colorful.MakeColor(ansi.IndexedColor(i))
		all = append(all, indexed{ansi.IndexedColor(i), polarOf(c)})
	}
	return all
})

// What a step in chroma and one in hue count against one in lightness. The cube is coarse: the entry that is nearest by all
// three alike is often a grey or of another hue, and then a code no longer looks like its family.
const (
	chromaMatters = 2
	hueMatters    = 3
)

// seen is the least ratio between an entry and the background. WCAG 2.1 asks 3 of signs; of some hues the cube has nothing between
// that and the pale or the black.
const seen = 3.5

// apart is how far two colours look apart: by lightness, chroma and hue, each in units of Oklab.
func (a polar) apart(b polar) float64 {
	hue := 2 * math.Sqrt(a.chroma*b.chroma) * math.Sin((a.hue-b.hue)/2)
	return math.Hypot(math.Hypot(a.l-b.l, chromaMatters*(a.chroma-b.chroma)), hueMatters*hue)
}

// nearest returns the one of the 256 colours that looks most like c, of those that can be seen well on this background.
func (t Theme) nearest(c colorful.Color) color.Color {
	want := polarOf(c)
	var best color.Color
	least := math.Inf(1)
	for _, entry := range cube() {
		if apart := want.apart(entry.polar); apart < least && t.contrast(entry.color) >= seen {
			best, least = entry.color, apart
		}
	}
	return best
}
