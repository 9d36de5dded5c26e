package tables

import (
	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// roomyFrom is the height from which a foot has a blank line above it and twice
// as many lines for its notes.
const roomyFrom = 20

// Foot is what stands below a table: the cell under the cursor, what was counted,
// and the command that prints it.
type Foot struct {
	Detail      string
	DetailLines int // at most
	Notes       []string
	NoteLines   int // at most, for all notes together
	Command     string
}

// Lines sets the foot. In a roomy area the first line is blank.
func (f Foot) Lines(env *screen.Env, a screen.Area) []string {
	width, most := a.Width-2, f.NoteLines
	var lines []string
	if a.Height >= roomyFrom {
		lines, most = append(lines, ""), 2*most
	}
	for _, line := range broken(env, width, f.DetailLines, f.Detail) {
		lines = append(lines, " "+line)
	}
	for _, line := range append(broken(env, width, most, f.Notes...), env.Ruler.Cut(f.Command, width)) {
		lines = append(lines, env.Theme.Dim.Render(" "+line))
	}
	return lines
}

// broken breaks texts to width, at most so many lines for all of them together;
// what does not fit ends in an ellipsis.
func broken(env *screen.Env, width, most int, texts ...string) []string {
	var lines []string
	for i, text := range texts {
		left := most - len(lines) - (len(texts) - 1 - i)
		parts := env.Ruler.Wrap(text, width)
		if len(parts) > left {
			parts = parts[:max(left, 0)]
			if left > 0 {
				parts[left-1] = env.Ruler.Cut(parts[left-1]+cell.Ellipsis, width)
			}
		}
		lines = append(lines, parts...)
	}
	return lines
}
