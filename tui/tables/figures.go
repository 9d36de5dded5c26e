package tables

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Figures are what a screen shows that is counted behind it: the question that
// its settings put, the answer that came last, and the sketch drawn of it.
type Figures[Q comparable, A any] struct {
	Count[Q, A]
	Sketch

	env      *screen.Env
	front    screen.Front
	settings func() Q
	answer   func(*codebook.Project, Q) A
}

// NewFigures makes figures that nobody has asked for yet. Settings is asked in
// Update, and answer behind the screen.
func NewFigures[Q comparable, A any](env *screen.Env, settings func() Q, answer func(*codebook.Project, Q) A) Figures[Q, A] {
	return Figures[Q, A]{env: env, settings: settings, answer: answer}
}

// Ask counts by the settings and the study as they are now, unless that is done or under way.
func (f *Figures[Q, A]) Ask() tea.Cmd {
	f.Spoil()
	return f.Count.Ask(f.env.Study.Project(), f.settings(), f.answer)
}

// Update counts when the screen is shown, and when the study changes while it is in front.
func (f *Figures[Q, A]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ShownMsg:
		f.front.Drawn()
		return f.Ask()
	case screen.StudyChangedMsg, screen.SurroundingsChangedMsg:
		if f.front.Changed() {
			return f.Ask()
		}
	case LateMsg[Q]:
		if f.Waited(msg) {
			f.Spoil()
		}
	}
	return nil
}

// Draw gives the sketch, drawn anew if it was spoilt or the area changed.
func (f *Figures[Q, A]) Draw(a screen.Area, draw func(screen.Area) (string, *tea.Cursor)) (string, *tea.Cursor) {
	f.front.Drawn()
	return f.Sketch.Draw(a, draw)
}
