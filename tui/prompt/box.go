package prompt

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// Box is a part as it is drawn: lines of Width columns each, and where the real cursor belongs in them, or nil.
type Box struct {
	Lines  []string
	Width  int
	Cursor *tea.Cursor
}

// The edges of a box, which its content has beside it: a thin line and a blank.
const (
	EdgeWidth  = 4 // columns, both sides together
	EdgeHeight = 2 // lines
)

// Frame puts a thin line with a title around lines of inner columns. cursor is a place in the lines, or nil.
//
//	┌ Title ────┐
//	│ line      │
//	└───────────┘
func Frame(env *screen.Env, title string, lines []string, inner int, cursor *tea.Cursor) Box {
	r, t := env.Ruler, env.Theme
	rule := func(n int) string { return strings.Repeat(t.Glyphs.Rule, max(n, 0)) }
	wall := t.Rule.Render(t.Glyphs.Wall)
	title = r.Cut(title, inner-2)
	head := t.Rule.Render("┌ ") + t.Heading.Render(title) + t.Rule.Render(" "+rule(inner-r.Width(title))+"┐")
	if title == "" {
		head = t.Rule.Render("┌" + rule(inner+2) + "┐")
	}
	b := Box{Lines: []string{head}, Width: inner + EdgeWidth}
	for _, line := range lines {
		b.Lines = append(b.Lines, wall+" "+r.Crop(line, 0, inner)+" "+wall)
	}
	b.Lines = append(b.Lines, t.Rule.Render("└"+rule(inner+2)+"┘"))
	if cursor != nil {
		b.Cursor = tea.NewCursor(cursor.X+EdgeWidth/2, cursor.Y+EdgeHeight/2)
	}
	return b
}

// Over lays the box over the middle of a frame, a little above the half, and translates its cursor.
func (b Box) Over(r cell.Ruler, frame []string, a screen.Area) ([]string, *tea.Cursor) {
	x, y := max(0, (a.Width-b.Width)/2), max(0, (a.Height-len(b.Lines))*2/5)
	if b.Cursor == nil {
		return r.Overlay(frame, b.Lines, x, y), nil
	}
	return r.Overlay(frame, b.Lines, x, y), tea.NewCursor(b.Cursor.X+x, b.Cursor.Y+y)
}

// inner is the width for the content of a box in an area: as wide as the area allows, at most most columns.
func inner(a screen.Area, most int) int { return max(1, min(a.Width-2-EdgeWidth, most)) }
