package screentest

import (
	"fmt"
	"strings"
	"testing"

	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// View is a screen after the keys of a script, and what it is called.
type View struct{ Name, Script string }

// Frames compares head and screen over the interviews with golden files: each
// view in each language and size.
func Frames(t *testing.T, open func(*screen.Env) screen.Screen, views ...View) {
	for _, view := range views {
		for _, lang := range locale.Languages() {
			for _, a := range Sizes {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", view.Name, lang, a.Width, a.Height), func(t *testing.T) {
					Try(t, Interviews(), lang, a, open, func(st *Stage) {
						content, cursor := st.Press(view.Script).headed()
						tuitest.Golden(st.T, content, cursor)
					})
				})
			}
		}
	}
}

// Shows holds the frame to having each of the pieces in one line.
func (st *Stage) Shows(pieces ...string) {
	st.T.Helper()
	for _, piece := range pieces {
		if st.Line(piece) == "" {
			st.T.Errorf("after %q nowhere %q in\n%s", st.pressed, piece, st.Frame())
		}
	}
}

// Says holds the status line to having shown words since the last Press began.
func (st *Stage) Says(words string) {
	st.T.Helper()
	if said := strings.Join(st.Said, "\n"); !strings.Contains(said, words) {
		st.T.Errorf("after %q it says %q, want %q", st.pressed, said, words)
	}
}

// Lists holds the screen to having opened so many passages, with a title and the command that prints them.
func (st *Stage) Lists(title, command string, rows int) {
	st.T.Helper()
	r, ok := st.Gone()
	if !ok || r.To != screen.Excerpts || r.List == nil {
		st.T.Errorf("after %q no passages opened, said %q, in\n%s", st.pressed, st.Said, st.Frame())
		return
	}
	if r.List.Title != title || r.List.Command != command || len(r.List.Rows) != rows {
		st.T.Errorf("after %q: %q by %q with %d rows; want %q by %q with %d",
			st.pressed, r.List.Title, r.List.Command, len(r.List.Rows), title, command, rows)
	}
}

// Worded holds entries of help and footer to having words in every language.
func Worded(t testing.TB, entries []keys.Entry) {
	t.Helper()
	for _, lang := range locale.Languages() {
		words := locale.New(lang)
		for _, e := range entries {
			for _, id := range []string{e.Help, e.Group, e.Why} {
				if id != "" && strings.Contains(words.T(id), "⟦") {
					t.Errorf("%s: no words for %q", lang, id)
				}
			}
		}
	}
}
