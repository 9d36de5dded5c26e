package tables

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
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
