// Package aside gathers the lines that stand beside a list and tell about the row under its cursor.
//
// Laws of the package:
//
//   - Texts come in plain; the lines go out styled and never wider than asked for.
//   - What is empty takes no line, and there are never two blank lines in a row.
package aside

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
	"fangtan/tui/theme"
)

// Lines are lines of one width, gathered from the top.
type Lines struct {
	ruler cell.Ruler
	theme theme.Theme
	width int
	names int // columns for names before values
	lines []string
}

// New begins lines of width columns, of which names take at most a few.
func New(r cell.Ruler, t theme.Theme, width, names int) *Lines {
	return &Lines{ruler: r, theme: t, width: width, names: names}
}

// Lines gives what was gathered.
func (a *Lines) Lines() []string { return a.lines }

// Heading adds a heading in a style of its own, such as a code's.
func (a *Lines) Heading(text string, style lipgloss.Style) { a.wrap(text, style.Bold(true)) }

// Plain adds text.
func (a *Lines) Plain(text string) { a.wrap(text, a.theme.Text) }

// Dim adds text that may be overlooked.
func (a *Lines) Dim(text string) { a.wrap(text, a.theme.Dim) }

func (a *Lines) wrap(text string, style lipgloss.Style) {
	if text == "" {
		return
	}
	for _, line := range a.ruler.Wrap(text, a.width) {
		a.lines = append(a.lines, style.Render(line))
	}
}

// Quote adds what somebody said behind a thin line, in at most so many lines.
func (a *Lines) Quote(text string, most int) {
	margin := a.theme.Rule.Render(a.theme.Glyphs.Wall + " ")
	width := max(1, a.width-a.ruler.Width(a.theme.Glyphs.Wall+" "))
	lines := a.ruler.Wrap(strings.TrimSpace(text), width)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = a.ruler.Cut(lines[most-1]+cell.Ellipsis, width)
	}
	for _, line := range lines {
		a.lines = append(a.lines, margin+a.theme.Dim.Render(line))
	}
}

// Gap leaves a line blank.
func (a *Lines) Gap() {
	if n := len(a.lines); n > 0 && a.lines[n-1] != "" {
		a.lines = append(a.lines, "")
	}
}

// Named adds a value behind its name. A value of several lines hangs beside the name.
func (a *Lines) Named(name, value string) {
	if value == "" {
		return
	}
	for i, line := range a.ruler.Wrap(value, a.width-a.names-cell.Gap) {
		if i > 0 {
			name = ""
		}
		a.lines = append(a.lines, a.theme.Dim.Render(a.ruler.Fit(name, a.names))+"  "+a.theme.Text.Render(line))
	}
}
