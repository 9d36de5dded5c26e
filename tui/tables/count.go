package tables

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// patience is how long a former answer may stand without a sign that it is out of date.
const patience = 150 * time.Millisecond

// Question is what an answer is to: the settings Q and the study's revision.
type Question[Q comparable] struct {
	Revision uint64
	Settings Q
}

// CountedMsg brings an answer with its question.
type CountedMsg[Q comparable, A any] struct {
	Question Question[Q]
	Answer   A
}

// LateMsg says that the answer to a question takes long.
type LateMsg[Q comparable] struct{ Question Question[Q] }

// Count keeps the last answer and the question that is open. The zero value has neither.
type Count[Q comparable, A any] struct {
	// Answer is the last one that came; Has says that there is one.
	Answer A
	Has    bool
	// Of is the question that Answer is to.
	Of Question[Q]
	// Late says that the open question has waited long.
	Late bool

	open  Question[Q]
	asked bool
}

// Ask asks for the study as it is now, unless that very question is open or answered.
func (c *Count[Q, A]) Ask(p *codebook.Project, settings Q, answer func(*codebook.Project, Q) A) tea.Cmd {
	q := Question[Q]{p.Revision(), settings}
	if c.asked && q == c.open {
		return nil
	}
	c.asked, c.open, c.Late = true, q, false
	snapshot := p.Snapshot()
	count := func() tea.Msg { return CountedMsg[Q, A]{q, answer(snapshot, settings)} }
	late := func(time.Time) tea.Msg { return LateMsg[Q]{q} }
	return tea.Batch(count, tea.Tick(patience, late))
}

// Take takes an answer in and says whether it was the one waited for.
func (c *Count[Q, A]) Take(msg CountedMsg[Q, A]) bool {
	if !c.asked || msg.Question != c.open {
		return false
	}
	c.Answer, c.Of, c.Has, c.Late = msg.Answer, msg.Question, true, false
	return true
}

// Waited takes in that a question has waited long, and says whether it still waits.
func (c *Count[Q, A]) Waited(msg LateMsg[Q]) bool {
	c.Late = msg.Question == c.open && c.Waiting()
	return c.Late
}

// Waiting says that a question is open.
func (c *Count[Q, A]) Waiting() bool { return c.asked && (!c.Has || c.Of != c.open) }

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

// Style is a style for what the answer says: Dim while it is out of date.
func (f *Figures[Q, A]) Style(style lipgloss.Style) lipgloss.Style {
	if f.Late {
		return f.env.Theme.Dim
	}
	return style
}

// Draw gives the sketch, drawn anew if it was spoilt or the area changed.
func (f *Figures[Q, A]) Draw(a screen.Area, draw func(screen.Area) (string, *tea.Cursor)) (string, *tea.Cursor) {
	f.front.Drawn()
	return f.Sketch.Draw(a, draw)
}
