package tables

import (
	"fangtan/codebook/tally"
	"fangtan/tui/screen"
)

// Empty is what stands on a screen without a table: why, and what to do next.
func Empty(env *screen.Env, a screen.Area, why string) []string {
	width := min(a.Width-4, 60)
	lines := make([]string, max(0, min(2, a.Height/4)))
	for _, line := range env.Ruler.Wrap(why, width) {
		lines = append(lines, "  "+env.Theme.Dim.Render(line))
	}
	return lines
}

// UnitWord is what people call a unit.
func UnitWord(env *screen.Env, u tally.Unit) string {
	if u.Kind == tally.Window {
		return env.T("tables.units.window", "K", u.K)
	}
	return env.T(units[u.Kind])
}

var units = map[tally.UnitKind]string{
	tally.Turn:      "tables.units.turn",
	tally.Sentence:  "tables.units.sentence",
	tally.Paragraph: "tables.units.paragraph",
	tally.Whole:     "tables.units.transcript",
	tally.Character: "tables.units.character",
	tally.Overlap:   "tables.units.overlap",
}
