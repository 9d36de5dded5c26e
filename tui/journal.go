package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// record is the journal as it was at one moment: what was on the disk then, and
// what was still on its way there.
type record struct {
	port  Port
	saved uint64            // the last action on the disk
	tail  []codebook.Action // behind it, oldest first
}

// Journal is what was done so far.
func (s *study) Journal() screen.Record {
	r := &record{port: s.port, saved: s.port.LastAction()}
	for no := r.saved + 1; no < s.next; no++ {
		r.tail = append(r.tail, s.recent[no])
	}
	return r
}

// Headers gives the newest actions, newest first.
func (r *record) Headers(limit int) (headers []codebook.Header, err error) {
	for _, a := range slices.Backward(r.tail) {
		headers = append(headers, a.Header)
	}
	if limit <= 0 {
		limit = len(r.tail) + int(r.saved)
	}
	if rest := limit - len(headers); rest > 0 && r.saved > 0 {
		older, err := r.port.Headers(r.saved, rest)
		return append(headers, older...), err
	}
	return headers[:min(limit, len(headers))], nil
}

// Action reads one action whole.
func (r *record) Action(no uint64) (codebook.Action, error) {
	if i := int(no) - int(r.saved) - 1; i >= 0 && i < len(r.tail) {
		return r.tail[i], nil
	}
	return r.port.Entry(no)
}

// Since is what all actions after one changed together.
func (r *record) Since(no uint64) (codebook.Patch, error) {
	var sum codebook.Sum
	if no < r.saved {
		saved, err := r.port.Between(no, r.saved)
		if err != nil {
			return codebook.Patch{}, err
		}
		sum.Add(&saved)
	}
	for i := range r.tail {
		if r.tail[i].No > no {
			sum.Add(&r.tail[i].Patch)
		}
	}
	return sum.Patch(), nil
}

// oneReadMsg brings the action that is to be taken back alone.
type oneReadMsg struct {
	action codebook.Action
	err    error
}

// inTheWayMsg says what keeps an action from being taken back, as far as it is known.
type inTheWayMsg struct {
	later codebook.Header
	found bool
	cause error
}

// takeBack takes one action back alone, if it stands.
func (a *App) takeBack(no uint64) tea.Cmd {
	h := a.study.history
	switch {
	case h == nil:
		a.say(a.env.T("app.loading"))
		return nil
	case h.Undone(no):
		a.warn(a.env.T("app.undone-already"))
		return nil
	case !h.Undoable(no):
		a.warn(a.env.T("app.not-undoable"))
		return nil
	}
	if last, _ := h.Undo(); last == no {
		return a.undo()
	}
	journal := a.study.Journal()
	return func() tea.Msg {
		action, err := journal.Action(no)
		return oneReadMsg{action, err}
	}
}

// bringBack takes back an action that was read; if it cannot be, what is in the
// way is looked for.
func (a *App) bringBack(msg oneReadMsg) tea.Cmd {
	no := msg.action.No
	err := msg.err
	if err == nil {
		err = a.study.restore(msg.action)
	}
	switch {
	case err == nil:
		a.say(a.env.T(turned[codebook.KindUndo].done, "What", wording.Describe(a.env.Words, msg.action.Header)))
	case errors.Is(err, codebook.ErrChanged), errors.Is(err, codebook.ErrInUse):
		return func() tea.Msg {
			later, found, failed := a.port.InTheWay(no)
			return inTheWayMsg{later, found && failed == nil, err}
		}
	default:
		a.failed(err)
	}
	return nil
}

// blocked names what keeps an action from being taken back.
func (a *App) blocked(msg inTheWayMsg) {
	if !msg.found {
		a.failed(msg.cause)
		return
	}
	a.warn(a.env.T("app.in-the-way", "No", msg.later.No, "What", wording.Describe(a.env.Words, msg.later)))
}

// restore takes one action back alone.
func (s *study) restore(a codebook.Action) error {
	if why := s.port.ReadOnly(); why != "" {
		return &readOnlyError{why}
	}
	done, err := s.Project().Restore(a.Header, a.Patch, s.stamp())
	if err == nil {
		s.take(done)
	}
	return err
}
