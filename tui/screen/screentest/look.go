package screentest

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"fangtan/tui/tuitest"
)

// Body gives the screen as it is drawn, held to its area.
func (st *Stage) Body() (string, *tea.Cursor) {
	st.T.Helper()
	body, cursor := st.Screen.Draw(st.Area)
	lines := strings.Split(body, "\n")
	if len(lines) != st.Area.Height {
		st.T.Errorf("%d lines, want %d", len(lines), st.Area.Height)
	}
	for i, line := range lines {
		if w := st.Env.Ruler.Width(ansi.Strip(line)); w > st.Area.Width {
			st.T.Errorf("line %d is %d columns wide, want at most %d: %q", i, w, st.Area.Width, line)
		}
	}
	return body, cursor
}

// Draw gives the head and the screen, and below them the status line, or the footer where it says nothing.
func (st *Stage) Draw() (string, *tea.Cursor) {
	st.T.Helper()
	above, cursor := st.headed()
	return above + "\n" + st.foot(), cursor
}

// headed gives the head, which the root alone would cut, and the screen.
func (st *Stage) headed() (string, *tea.Cursor) {
	st.T.Helper()
	body, cursor := st.Body()
	if cursor != nil {
		cursor = tea.NewCursor(cursor.X, cursor.Y+1)
	}
	left, right := st.Screen.Head()
	room := st.Area.Width - 3 - st.Env.Ruler.Width(right)
	return " " + st.Env.Ruler.Pad(left, room) + " " + right + "\n" + body, cursor
}

func (st *Stage) foot() string {
	text := st.Status
	if text == "" {
		var words []string
		for _, e := range st.Screen.Footer() {
			words = append(words, e.Keys+" "+st.Env.T(e.Help))
		}
		text = strings.Join(words, "   ")
	}
	return " " + st.Env.Ruler.Cut(text, st.Area.Width-2)
}

// Golden compares head, screen and footer with the test's golden file.
func (st *Stage) Golden() {
	st.T.Helper()
	content, cursor := st.Draw()
	tuitest.Golden(st.T, content, cursor)
}

// Frame is what a person sees of the head and the screen.
func (st *Stage) Frame() string {
	st.T.Helper()
	return tuitest.Frame(st.headed())
}

// Line is the first line of Frame that holds all of the pieces, or "".
func (st *Stage) Line(pieces ...string) string {
	st.T.Helper()
	for _, line := range strings.Split(st.Frame(), "\n") {
		if !slices.ContainsFunc(pieces, func(s string) bool { return !strings.Contains(line, s) }) {
			return line
		}
	}
	return ""
}
