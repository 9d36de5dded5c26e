package tuitest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// CursorMark stands in a frame's text before the cell of the real cursor.
const CursorMark = "‸"

// Frame returns what a person sees of a drawn frame: text without styles, no blanks at line ends, and CursorMark
// where the cursor is. A nil cursor is hidden.
func Frame(content string, cursor *tea.Cursor) string {
	lines := strings.Split(ansi.Strip(content), "\n")
	if cursor != nil {
		for len(lines) <= cursor.Y {
			lines = append(lines, "")
		}
		lines[cursor.Y] = mark(lines[cursor.Y], cursor.X)
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// mark puts CursorMark before the cell at column x of a plain line, counted as terminals without mode 2027 do.
func mark(line string, x int) string {
	column := 0
	for i, sign := range line {
		if column >= x {
			return line[:i] + CursorMark + line[i:]
		}
		column += ansi.WcWidth.StringWidth(string(sign))
	}
	return line + strings.Repeat(" ", max(x-column, 0)) + CursorMark
}

// Golden compares a drawn frame with testdata/<name of the test>.golden; go test -update writes the file anew.
func Golden(t testing.TB, content string, cursor *tea.Cursor) {
	t.Helper()
	golden.RequireEqual(t, Frame(content, cursor))
}
