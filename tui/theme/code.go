package theme

import (
	"image/color"
	"math"
	"sync"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

// readable is the least ratio between a code's colour and the background: WCAG 2.1, level AA.
const readable = 4.5

// Backgrounds that a code must be readable on: the brightest that still counts as dark, the darkest that counts as light.
var (
	darkest  = colorful.Color{R: 0xee / 255.0, G: 0xee / 255.0, B: 0xee / 255.0}
	lightest = colorful.Color{R: 0x2b / 255.0, G: 0x2b / 255.0, B: 0x2b / 255.0}
)

// codeStyles remembers the styles of codes by the colour that the codebook gives them.
type codeStyles struct {
	mu    sync.Mutex
	byHex map[string]lipgloss.Style
}

func newCodeStyles() *codeStyles { return &codeStyles{byHex: map[string]lipgloss.Style{}} }

// CodeStyle returns the style for a code of a colour such as "#c0562f": its hue, as light or dark as it must be for reading
// on this background. With 256 or 16 colours it is the nearest, by hue before all, of those that can be told from the background.
// A colour that cannot be understood, or no colour, gives Text. Safe for use by several goroutines.
func (t Theme) CodeStyle(hex string) lipgloss.Style {
	t.codes.mu.Lock()
	defer t.codes.mu.Unlock()
	style, ok := t.codes.byHex[hex]
	if !ok {
		style = t.Text
		if c := t.codeColor(hex); c != nil {
			style = style.Foreground(c)
		}
		t.codes.byHex[hex] = style
	}
	return style
}

// codeColor returns the foreground for a code, nil when there is none.
func (t Theme) codeColor(hex string) color.Color {
	c, err := colorful.Hex(hex)
	switch {
	case err != nil || t.profile <= colorprofile.Ascii:
		return nil
	case t.profile == colorprofile.ANSI:
		return t.basic(c)
	}
	shown := t.legible(c)
	if t.profile == colorprofile.ANSI256 {
		return t.nearest(shown)
	}
	return shown
}

// legible returns a colour as light or as dark as it must be for reading, its hue kept.
func (t Theme) legible(c colorful.Color) colorful.Color {
	l, chroma, hue := c.OkLch()
	for step := 0.0; ; step += 0.01 {
		shifted := l - step
		if t.dark {
			shifted = l + step
		}
		if shown := colorful.OkLch(shifted, chroma, hue).Clamped(); t.contrast(shown) >= readable || step > 1 {
			return shown
		}
	}
}

// contrast returns the WCAG contrast ratio, 1 to 21, of a foreground with the least favourable background that this
// theme is for.
func (t Theme) contrast(c color.Color) float64 {
	background := darkest
	if t.dark {
		background = lightest
	}
	shown, _ := colorful.MakeColor(c)
	a, b := luminance(shown), luminance(background)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// Of the sixteen colours, those that can be told from a background of each kind in the usual palettes. Which shades they are is
// the terminal's affair, so hues are matched, not shades.
var (
	onDark  = []ansi.BasicColor{ansi.BrightRed, ansi.BrightGreen, ansi.BrightYellow, ansi.BrightBlue, ansi.BrightMagenta, ansi.BrightCyan}
	onLight = []ansi.BasicColor{ansi.Red, ansi.Green, ansi.Yellow, ansi.Blue, ansi.Magenta, ansi.Cyan}
)

// hues are the OkLch hues, in degrees, that people call red, green, yellow, blue, magenta and cyan.
var hues = [...]float64{27, 142, 95, 260, 330, 195}

// basic returns the one of six colours whose hue is nearest; greys are the terminal's own foreground.
func (t Theme) basic(c colorful.Color) color.Color {
	_, chroma, hue := c.OkLch()
	if chroma < 0.04 {
		return nil
	}
	best, least := 0, math.Inf(1)
	for i, h := range hues {
		apart := math.Abs(hue - h)
		apart = min(apart, 360-apart)
		if apart < least {
			best, least = i, apart
		}
	}
	if t.dark {
		return onDark[best]
	}
	return onLight[best]
}
