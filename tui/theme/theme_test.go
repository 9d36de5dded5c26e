package theme

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

var profiles = []colorprofile.Profile{
	colorprofile.NoTTY, colorprofile.Ascii, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor,
}

// tokens names the styles of a theme.
func (t Theme) tokens() map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"text": t.Text, "dim": t.Dim, "accent": t.Accent, "heading": t.Heading, "cursor": t.Cursor, "selection": t.Selection,
		"speaker": t.Speaker, "interviewer": t.Interviewer, "rule": t.Rule, "status": t.Status, "key": t.Key,
		"match": t.Match, "good": t.Good, "warn": t.Warn, "error": t.Error,
	}
}

func TestSelectionNeedsNoColour(t *testing.T) {
	for _, profile := range profiles {
		for _, dark := range []bool{true, false} {
			th := New(dark, profile)
			if !th.Selection.GetReverse() {
				t.Errorf("%v: the selection is not reversed", profile)
			}
			if !th.Match.GetUnderline() {
				t.Errorf("%v: a match is not underlined", profile)
			}
		}
	}
}

func TestNoColour(t *testing.T) {
	for _, profile := range profiles[:2] {
		th := New(true, profile)
		for name, style := range th.tokens() {
			if c := style.GetForeground(); c != (lipgloss.NoColor{}) {
				t.Errorf("%v: %s has a colour", profile, name)
			}
		}
		if c := th.CodeStyle("#ff0000").GetForeground(); c != (lipgloss.NoColor{}) {
			t.Errorf("%v: a code has a colour", profile)
		}
	}
}

// Among sixteen colours the greys are nobody's friend: what is dim is faint instead, in the terminal's own colour.
func TestDimWithFewColours(t *testing.T) {
	for _, profile := range profiles {
		th := New(true, profile)
		faint := profile <= colorprofile.ANSI
		if th.Dim.GetFaint() != faint || th.Rule.GetFaint() != faint {
			t.Errorf("%v: dim is faint: %v, want %v", profile, th.Dim.GetFaint(), faint)
		}
		if th.Interviewer.GetFaint() {
			t.Errorf("%v: questions are there to be read", profile)
		}
	}
}

// What is to be read can be read; a rule is only there to be seen.
func TestTokensAreReadable(t *testing.T) {
	for _, profile := range profiles[3:] {
		for _, dark := range []bool{true, false} {
			th := New(dark, profile)
			for name, style := range th.tokens() {
				c := style.GetForeground()
				if c == (lipgloss.NoColor{}) {
					continue
				}
				least := readable
				if name == "rule" {
					least = 1.5
				}
				if got := th.contrast(c); got < least {
					t.Errorf("%v, dark %v: %s has a contrast of %.2f, want %.1f", profile, dark, name, got, least)
				}
			}
		}
	}
}

func TestProfile(t *testing.T) {
	tests := []struct {
		value string
		from  colorprofile.Profile
		want  colorprofile.Profile
	}{
		{"", colorprofile.TrueColor, colorprofile.TrueColor},
		{"1", colorprofile.TrueColor, colorprofile.Ascii},
		{"yes", colorprofile.ANSI, colorprofile.Ascii},
		{"0", colorprofile.ANSI256, colorprofile.Ascii},
		{"yes", colorprofile.NoTTY, colorprofile.NoTTY},
	}
	for _, test := range tests {
		env := func(name string) string {
			if name == "NO_COLOR" {
				return test.value
			}
			return ""
		}
		if got := Profile(test.from, env); got != test.want {
			t.Errorf("NO_COLOR=%q on %v: %v, want %v", test.value, test.from, got, test.want)
		}
	}
}

func TestCodesAreReadable(t *testing.T) {
	for profile, least := range map[colorprofile.Profile]float64{colorprofile.TrueColor: readable, colorprofile.ANSI256: seen} {
		for _, dark := range []bool{true, false} {
			th := New(dark, profile)
			for r := 0; r < 256; r += 51 {
				for g := 0; g < 256; g += 51 {
					for b := 0; b < 256; b += 51 {
						hex := fmt.Sprintf("#%02x%02x%02x", r, g, b)
						if got := th.contrast(th.CodeStyle(hex).GetForeground()); got < least {
							t.Errorf("%v, dark %v: %s has a contrast of %.2f", profile, dark, hex, got)
						}
					}
				}
			}
		}
	}
}

func TestCodeStyle(t *testing.T) {
	dark, light := New(true, colorprofile.TrueColor), New(false, colorprofile.TrueColor)
	if got := hexOf(dark.CodeStyle("#e6c46a").GetForeground()); got != "#e6c46a" {
		t.Errorf("a colour that can be read stays as it is, got %s", got)
	}
	if got := hexOf(light.CodeStyle("#e6c46a").GetForeground()); got == "#e6c46a" {
		t.Error("a light colour on a light background has to be darkened")
	}
	for _, hex := range []string{"", "red", "#12", "#gggggg"} {
		if c := dark.CodeStyle(hex).GetForeground(); c != (lipgloss.NoColor{}) {
			t.Errorf("%q gave a colour", hex)
		}
	}
	basic := []struct {
		hex         string
		dark, light color.Color
	}{
		{"#d62728", ansi.BrightRed, ansi.Red},
		{"#2ca02c", ansi.BrightGreen, ansi.Green},
		{"#e3b505", ansi.BrightYellow, ansi.Yellow},
		{"#1f77b4", ansi.BrightBlue, ansi.Blue},
		{"#c43ac4", ansi.BrightMagenta, ansi.Magenta},
		{"#17becf", ansi.BrightCyan, ansi.Cyan},
		{"#777777", lipgloss.NoColor{}, lipgloss.NoColor{}},
	}
	for _, test := range basic {
		if got := New(true, colorprofile.ANSI).CodeStyle(test.hex).GetForeground(); got != test.dark {
			t.Errorf("%s on dark: %v, want %v", test.hex, got, test.dark)
		}
		if got := New(false, colorprofile.ANSI).CodeStyle(test.hex).GetForeground(); got != test.light {
			t.Errorf("%s on light: %v, want %v", test.hex, got, test.light)
		}
	}
}

func hexOf(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// The sheet shows every token and some codes as the terminal receives them.
func TestSheet(t *testing.T) {
	var sheet strings.Builder
	for _, dark := range []bool{true, false} {
		for _, profile := range profiles[1:] {
			th := New(dark, profile)
			fmt.Fprintf(&sheet, "%v dark=%v\n", profile, dark)
			for _, name := range []string{"text", "dim", "accent", "heading", "cursor", "selection", "speaker", "interviewer", "rule", "status", "key", "match", "good", "warn", "error"} {
				fmt.Fprintf(&sheet, "%s %q\n", name, th.tokens()[name].Render("x"))
			}
			for _, hex := range []string{"#d62728", "#1f77b4", "#ffffff", "#000000"} {
				fmt.Fprintf(&sheet, "%s %q\n", hex, th.CodeStyle(hex).Render(th.Glyphs.Stripe))
			}
		}
	}
	golden.RequireEqual(t, sheet.String())
}

func TestGlyphs(t *testing.T) {
	for n, want := range map[int]string{0: "   ", 1: "▌  ", 3: "▌▌▌", 4: "▌▌4", 9: "▌▌9", 10: "▌▌+"} {
		g := signs.Gutter(n)
		if got := strings.Join(g[:], ""); got != want {
			t.Errorf("gutter of %d: %q, want %q", n, got, want)
		}
	}
	bars := []struct {
		part, whole, width int
		want               string
	}{
		{0, 10, 5, "░░░░░"}, {10, 10, 5, "█████"}, {5, 10, 5, "███░░"}, {1, 100, 5, "█░░░░"}, {20, 10, 5, "█████"}, {1, 0, 2, "█░"}, {-1, 4, 2, "░░"}, {1, 1, 0, ""},
	}
	for _, test := range bars {
		if got := signs.Bar(test.part, test.whole, test.width); got != test.want {
			t.Errorf("bar %d of %d: %q, want %q", test.part, test.whole, got, test.want)
		}
	}
	for part, want := range map[int]string{-1: " ", 0: " ", 1: "░", 25: "░", 26: "▒", 51: "▓", 76: "█", 100: "█", 200: "█"} {
		if got := signs.Shade(part, 100); got != want {
			t.Errorf("shade of %d: %q, want %q", part, got, want)
		}
	}
}

func BenchmarkCodeStyle(b *testing.B) {
	th := New(true, colorprofile.TrueColor)
	for b.Loop() {
		th.CodeStyle("#1f77b4")
	}
}
