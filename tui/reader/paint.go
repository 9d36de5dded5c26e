package reader

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/tui/theme"
)

// brush is a style made ready: what goes before a text and what behind it. A frame is some hundred pieces, and
// asking the style anew for each would cost more than all else in it.
type brush struct{ open, close string }

func newBrush(style lipgloss.Style) brush {
	open, close, _ := strings.Cut(style.Render("x"), "x")
	return brush{open, close}
}

// paint writes text, which is harmless, in the brush's style.
func (b brush) paint(out *strings.Builder, text string) {
	if text == "" {
		return
	}
	out.WriteString(b.open)
	out.WriteString(text)
	out.WriteString(b.close)
}

// brushes are the styles that the reader uses, made once for each theme.
type brushes struct {
	text, quiet, dim, rule, speaker, selection, resting, match, both, key, heading brush
	codes                                                                          map[string]brush
	theme                                                                          theme.Theme
}

func newBrushes(t theme.Theme) *brushes {
	return &brushes{
		text: newBrush(t.Text), quiet: newBrush(t.Interviewer), dim: newBrush(t.Dim), rule: newBrush(t.Rule),
		speaker: newBrush(t.Speaker), selection: newBrush(t.Selection), resting: newBrush(t.Text.Underline(true)), match: newBrush(t.Match),
		both: newBrush(t.Selection.Bold(true).Underline(true)), key: newBrush(t.Key), heading: newBrush(t.Heading),
		codes: map[string]brush{}, theme: t,
	}
}

// code is the brush for a code's colour.
func (b *brushes) code(hex string) brush {
	known, ok := b.codes[hex]
	if !ok {
		known = newBrush(b.theme.CodeStyle(hex))
		b.codes[hex] = known
	}
	return known
}

const spaces = "                                                                                                                                "

// blank writes n columns of nothing.
func blank(out *strings.Builder, n int) {
	for ; n > len(spaces); n -= len(spaces) {
		out.WriteString(spaces)
	}
	if n > 0 {
		out.WriteString(spaces[:n])
	}
}
