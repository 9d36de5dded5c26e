package prompt

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// Result is what came of a message.
type Result uint8

// The results.
const (
	Open     Result = iota // nothing is decided yet
	Accepted               // the answer can be read from the part
	Left                   // there is none
)

// Part is something that asks.
type Part interface {
	// Update takes keys and paste.
	Update(msg tea.Msg) (Result, tea.Cmd)
	// Draw gives the box, no larger than the area.
	Draw(a screen.Area) Box
	// Entries and Footer are the part's keys.
	Entries() []keys.Entry
	Footer() []keys.Entry
}

// Slot holds at most one part for a screen, and what follows its answer.
type Slot struct {
	env  *screen.Env
	part Part
	then func() error
}

// NewSlot makes an empty slot.
func NewSlot(env *screen.Env) *Slot { return &Slot{env: env} }

// Ask opens a part. When it is answered, then is called; an error of it is shown and leaves the part open. It may ask on:
// a part that it opens takes the place of this one.
func (s *Slot) Ask(p Part, then func() error) { s.part, s.then = p, then }

// Entries are the keys of the open part, else the screen's own.
func (s *Slot) Entries(own []keys.Entry) []keys.Entry {
	if s.part != nil {
		return s.part.Entries()
	}
	return own
}

// Footer are those of them that matter most.
func (s *Slot) Footer(own []keys.Entry) []keys.Entry {
	if s.part != nil {
		return s.part.Footer()
	}
	return own
}

// Open says that a part has the keys.
func (s *Slot) Open() bool { return s.part != nil }

// Close leaves the part and says whether there was one.
func (s *Slot) Close() bool {
	was := s.Open()
	s.part, s.then = nil, nil
	return was
}

// Update gives the message to the open part.
func (s *Slot) Update(msg tea.Msg) tea.Cmd {
	part := s.part
	result, cmd := part.Update(msg)
	switch result {
	case Left:
		s.Close()
	case Accepted:
		s.answered(part)
	}
	return cmd
}

// answered follows the answer. One that changes nothing is an answer, too.
func (s *Slot) answered(part Part) {
	if err := s.then(); err != nil && !errors.Is(err, codebook.ErrNothing) {
		s.env.Object(err)
		return
	}
	if f, ok := part.(*Form); ok {
		f.Forget()
	}
	if s.part == part {
		s.Close()
	}
}

// Do applies an op and says what it did, in the words of the journal.
func Do(env *screen.Env, op codebook.Op) error {
	done := codebook.Header{Kind: op.Kind(), Args: op.Args(env.Study.Project())}
	if err := env.Study.Do(op); err != nil {
		return err
	}
	env.Say(wording.Describe(env.Words, done))
	return nil
}

// Lay lays the open part over the lines of a frame and says where the cursor belongs; without a part it stays at cursor.
func (s *Slot) Lay(frame []string, a screen.Area, cursor *tea.Cursor) ([]string, *tea.Cursor) {
	if s.part == nil {
		return frame, cursor
	}
	return s.part.Draw(a).Over(s.env.Ruler, frame, a)
}
