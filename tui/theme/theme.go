package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/lucasb-eyer/go-colorful"
)

// Theme is a style for each meaning. Copies share the codes' styles that were made already.
type Theme struct {
	Text        lipgloss.Style // what people said and wrote
	Dim         lipgloss.Style // what may be overlooked: units, hints, help words
	Accent      lipgloss.Style // the one bright thing besides the selection
	Heading     lipgloss.Style // titles of screens and groups
	Cursor      lipgloss.Style // the line that the cursor is on, in lists
	Selection   lipgloss.Style // the selected passage: reversed
	Speaker     lipgloss.Style // the name of a respondent
	Interviewer lipgloss.Style // the name and the words of the interviewer
	Rule        lipgloss.Style // thin lines
	Status      lipgloss.Style // the line at the top
	Key         lipgloss.Style // keys in the footer and on help
	Match       lipgloss.Style // what a search found: underlined
	Good        lipgloss.Style // done, agreed
	Warn        lipgloss.Style // look again
	Error       lipgloss.Style // did not work

	Glyphs Glyphs

	dark    bool
	profile colorprofile.Profile
	codes   *codeStyles
}

// New returns the theme for a dark or a light background and the colours that the terminal can show.
func New(dark bool, profile colorprofile.Profile) Theme {
	t := Theme{Glyphs: signs, dark: dark, profile: profile, codes: newCodeStyles()}
	plain := lipgloss.NewStyle()
	t.Text, t.Status = plain, plain
	t.Dim = t.tint(plain, dim)
	t.Rule = t.tint(plain, rule)
	t.Interviewer = t.tint(plain, quiet)
	t.Accent = t.tint(plain.Bold(true), accent)
	t.Heading, t.Cursor, t.Speaker, t.Key = plain.Bold(true), plain.Bold(true), plain.Bold(true), plain.Bold(true)
	t.Selection = t.tint(plain.Reverse(true), soft)
	t.Match = t.tint(plain.Bold(true).Underline(true), match)
	t.Good = t.tint(plain, good)
	t.Warn = t.tint(plain, warn)
	t.Error = t.tint(plain.Bold(true), bad)
	return t
}

// Dark tells whether the theme is for a dark background.
func (t Theme) Dark() bool { return t.dark }

// Profile returns the colours to use: those that the terminal can show, but none when the environment has a NO_COLOR
// that is not empty, whatever its value.
func Profile(terminal colorprofile.Profile, env func(string) string) colorprofile.Profile {
	if env("NO_COLOR") != "" && terminal > colorprofile.Ascii {
		return colorprofile.Ascii
	}
	return terminal
}

// ink is one colour of the palette: for 16 colours the number of one, for more its hexadecimal value.
type ink struct {
	basic int // -1: the terminal's own foreground
	hex   string
}

// role is an ink for each background.
type role struct {
	dark, light ink
	faint       bool // where there is no ink for it, the terminal's faint letters do
}

// The palette: greys with a little warmth, and one hue for each thing that may call. The greys have no place among
// sixteen colours: in some well-known palettes bright black is the background itself.
var (
	dim    = role{ink{-1, "#9a958c"}, ink{-1, "#66625b"}, true}
	rule   = role{ink{-1, "#5f5b55"}, ink{-1, "#bdb8b0"}, true}
	quiet  = role{ink{-1, "#9a958c"}, ink{-1, "#66625b"}, false}
	soft   = role{ink{-1, "#d8d2c6"}, ink{-1, "#3c3934"}, false}
	accent = role{ink{14, "#86c5d8"}, ink{4, "#1f6478"}, false}
	match  = role{ink{11, "#e6c46a"}, ink{5, "#7a4a00"}, false}
	good   = role{ink{10, "#95c48a"}, ink{2, "#2f6b2b"}, false}
	warn   = role{ink{11, "#e0b25c"}, ink{3, "#7d4f00"}, false}
	bad    = role{ink{9, "#f0908a"}, ink{1, "#a3261f"}, false}
)

// tint gives style the ink of a role, as far as the terminal has colours.
func (t Theme) tint(style lipgloss.Style, r role) lipgloss.Style {
	chosen := r.light
	if t.dark {
		chosen = r.dark
	}
	c := t.paint(chosen)
	if c == nil {
		return style.Faint(r.faint)
	}
	return style.Foreground(c)
}

// paint returns the colour of an ink, nil for the terminal's own foreground.
func (t Theme) paint(i ink) color.Color {
	switch {
	case t.profile <= colorprofile.Ascii:
		return nil
	case t.profile == colorprofile.ANSI && i.basic < 0:
		return nil
	case t.profile == colorprofile.ANSI:
		return lipgloss.ANSIColor(i.basic)
	}
	c, err := colorful.Hex(i.hex)
	if err != nil {
		return nil
	}
	return t.profile.Convert(c)
}
