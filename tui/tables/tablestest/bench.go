package tablestest

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// Sizes are the frames that every screen is looked at in.
var Sizes = []screen.Area{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 200, Height: 60}}

// Bench holds one screen with what surrounds it.
type Bench struct {
	Study  *Study
	Env    *screen.Env
	Screen screen.Screen
	Area   screen.Area
	Wishes []screen.Wish // what the screen wished for since the last look

	T testing.TB
}

// Try runs a test on a bench, in a bubble in which waiting takes no time.
func Try(t *testing.T, study *Study, lang string, area screen.Area, make func(*screen.Env) screen.Screen, try func(*Bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		env := &screen.Env{Study: study, Words: locale.New(lang), Theme: theme.New(true, colorprofile.Ascii), Ruler: cell.Wc()}
		b := &Bench{Study: study, Env: env, Screen: make(env), Area: area, T: t}
		b.Send(screen.ResizedMsg{Area: area})
		b.Send(screen.ShownMsg{})
		try(b)
	})
}

// Send gives messages to the screen and runs what comes of them.
func (b *Bench) Send(msgs ...tea.Msg) {
	b.T.Helper()
	for _, msg := range msgs {
		tuitest.Drain(b.T, b.Update, b.Update(msg))
	}
}

// Update gives a message to the screen and draws it; the command is the caller's.
func (b *Bench) Update(msg tea.Msg) tea.Cmd {
	cmd := b.Screen.Update(msg)
	b.Wishes = append(b.Wishes, b.Env.Wishes()...)
	b.Screen.Draw(b.Area)
	return cmd
}

// Press presses the keys of a script.
func (b *Bench) Press(script string) {
	b.T.Helper()
	for _, key := range tuitest.Keys(script) {
		b.Send(key)
	}
}

// Changed tells the screen that the study changed.
func (b *Bench) Changed() { b.Send(screen.StudyChangedMsg{Revision: b.Study.P.Revision()}) }

// Frame is what a person sees, the head as its first line.
func (b *Bench) Frame() string {
	left, right := b.Screen.Head()
	content, cursor := b.Screen.Draw(b.Area)
	gap := max(1, b.Area.Width-b.Env.Ruler.Width(left)-b.Env.Ruler.Width(right)-2)
	if cursor != nil {
		cursor = &tea.Cursor{Position: tea.Position{X: cursor.X, Y: cursor.Y + 1}}
	}
	return tuitest.Frame(" "+left+b.Env.Ruler.Pad("", gap)+right+"\n"+content, cursor)
}

// Colors is the drawn frame with its styles, on a dark terminal of all colours.
func (b *Bench) Colors() string {
	b.Env.Theme = theme.New(true, colorprofile.TrueColor)
	b.Send(screen.SurroundingsChangedMsg{})
	content, _ := b.Screen.Draw(b.Area)
	return content
}

// Line is the first line of the frame that holds all of the pieces, or "".
func (b *Bench) Line(pieces ...string) string {
	for _, line := range strings.Split(b.Frame(), "\n") {
		if !slices.ContainsFunc(pieces, func(s string) bool { return !strings.Contains(line, s) }) {
			return line
		}
	}
	return ""
}

// Said are the lines shown in the status line since the last look.
func (b *Bench) Said() []string {
	var lines []string
	for _, w := range b.take(func(w screen.Wish) bool { _, ok := w.(screen.Say); return ok }) {
		lines = append(lines, w.(screen.Say).Text)
	}
	return lines
}

// Objection is the error last shown since the last look.
func (b *Bench) Objection() error {
	var last error
	for _, w := range b.take(func(w screen.Wish) bool { say, ok := w.(screen.Say); return ok && say.Err != nil }) {
		last = w.(screen.Say).Err
	}
	return last
}

// Gone is the route asked for since the last look.
func (b *Bench) Gone() (screen.Route, bool) {
	for _, w := range b.take(func(w screen.Wish) bool { _, ok := w.(screen.Go); return ok }) {
		return w.(screen.Go).Route, true
	}
	return screen.Route{}, false
}

// Copied is what was copied since the last look.
func (b *Bench) Copied() string {
	for _, w := range b.take(func(w screen.Wish) bool { _, ok := w.(screen.Copy); return ok }) {
		return w.(screen.Copy).Text
	}
	return ""
}

// take takes the wishes of a kind away.
func (b *Bench) take(kind func(screen.Wish) bool) []screen.Wish {
	var taken []screen.Wish
	for _, w := range b.Wishes {
		if kind(w) {
			taken = append(taken, w)
		}
	}
	b.Wishes = slices.DeleteFunc(b.Wishes, kind)
	return taken
}
