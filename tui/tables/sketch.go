package tables

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/screen"
)

// Sketch remembers what was drawn, so that drawing again is a lookup.
type Sketch struct {
	area   screen.Area
	frame  string
	cursor *tea.Cursor
	fresh  bool
}

// Spoil says that something changed that is seen.
func (s *Sketch) Spoil() { s.fresh = false }

// Draw gives what was drawn, or has it drawn anew if it was spoilt or the area changed.
func (s *Sketch) Draw(a screen.Area, draw func(screen.Area) (string, *tea.Cursor)) (string, *tea.Cursor) {
	if !s.fresh || a != s.area {
		s.area = a
		s.frame, s.cursor = draw(a)
		s.fresh = true
	}
	return s.frame, s.cursor
}

// More says how many rows lie below those in sight; nothing if there are none.
func More(env *screen.Env, g *Grid) string {
	if g.Below() <= 0 {
		return ""
	}
	return env.Theme.Dim.Render(" " + env.T("tables.more", "Count", Whole(g.Below()), "PluralCount", g.Below()))
}

// Margin is what stands over the row names, so wide: a sign that there are columns
// to the left.
func Margin(env *screen.Env, s Sight, width int) string {
	if s.Left == 0 {
		return strings.Repeat(" ", width)
	}
	return env.Theme.Dim.Render(env.Ruler.PadLeft("←", width))
}

// Beyond is what stands behind the heads: a sign that there are columns to the right.
func Beyond(env *screen.Env, s Sight, columns int) string {
	if s.Right == columns {
		return ""
	}
	return env.Theme.Dim.Render(" →")
}
