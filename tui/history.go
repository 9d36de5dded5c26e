package tui

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

type placesBy = map[codebook.No]screen.Place

// queued is an undo or redo that waits for the journal to be read.
type queued string

type historyReadMsg struct {
	history *codebook.History
	err     error
}

// entryReadMsg brings an action of an earlier sitting that is to be reversed.
type entryReadMsg struct {
	kind     string
	reverses uint64
	action   codebook.Action
	err      error
}

func (a *App) readHistory() tea.Cmd {
	return func() tea.Msg {
		h, err := a.port.History()
		return historyReadMsg{h, err}
	}
}

func (a *App) readState() tea.Cmd {
	return func() tea.Msg {
		places, err := a.port.Places()
		if err != nil {
			return stateReadMsg{err: err}
		}
		settings, err := a.port.Settings()
		return stateReadMsg{places, settings, err}
	}
}

// restore takes places and settings in; what was set since start stays.
func (a *App) restore(msg stateReadMsg) tea.Cmd {
	a.failed(msg.err)
	for t, p := range msg.places {
		if _, ok := a.study.places[t]; !ok {
			a.study.places[t] = p
		}
	}
	for name, v := range msg.settings {
		if _, ok := a.study.settings[name]; !ok {
			a.study.settings[name] = v
		}
	}
	return tea.Batch(a.tellAll(screen.SurroundingsChangedMsg{}), wait(), a.backUp())
}

// learn takes the journal's headers in, and what was done since they were read.
func (a *App) learn(msg historyReadMsg) tea.Cmd {
	if msg.err != nil {
		a.failed(msg.err)
		return nil
	}
	s := a.study
	s.history = msg.history
	for n := s.history.Last() + 1; n < s.next; n++ {
		s.history.Push(s.recent[n].Header)
	}
	switch wish := a.wish; wish {
	case queued(codebook.KindUndo):
		return a.undo()
	case queued(codebook.KindRedo):
		return a.redo()
	}
	return nil
}

func (a *App) undo() tea.Cmd { return a.turn(codebook.KindUndo) }
func (a *App) redo() tea.Cmd { return a.turn(codebook.KindRedo) }

// turn undoes or redoes: at once if the action is of this sitting, else when it is read.
func (a *App) turn(kind string) tea.Cmd {
	s := a.study
	if s.history == nil {
		a.wish = queued(kind)
		return nil
	}
	a.wish = ""
	action, reverses, ok := s.candidate(kind)
	if !ok {
		a.say(a.env.T(turned[kind].nothing))
		return nil
	}
	if recent, ok := s.recent[action]; ok {
		return a.reverse(entryReadMsg{kind: kind, reverses: reverses, action: recent})
	}
	return func() tea.Msg {
		entry, err := a.port.Entry(action)
		return entryReadMsg{kind, reverses, entry, err}
	}
}

// turned are the words for what undo and redo did.
var turned = map[string]struct{ done, nothing string }{
	codebook.KindUndo: {"app.undo-done", "app.nothing-to-undo"},
	codebook.KindRedo: {"app.redo-done", "app.nothing-to-redo"},
}

// candidate is the action to undo or redo, and the entry that this would reverse.
func (s *study) candidate(kind string) (action, reverses uint64, ok bool) {
	if kind == codebook.KindUndo {
		action, ok = s.history.Undo()
		return action, action, ok
	}
	return s.history.Redo()
}

// reverse undoes or redoes an action that was read, unless the journal has gone on.
func (a *App) reverse(msg entryReadMsg) tea.Cmd {
	if msg.err != nil {
		a.failed(msg.err)
		return nil
	}
	if _, reverses, ok := a.study.candidate(msg.kind); !ok || reverses != msg.reverses {
		return nil
	}
	if err := a.study.revert(msg.kind, msg.action, msg.reverses); err != nil {
		a.failed(err)
		return nil
	}
	a.say(a.env.T(turned[msg.kind].done, "What", wording.Describe(a.env.Words, msg.action.Header)))
	return nil
}

// written ends a commit. After an error what is not on disk is taken back.
func (a *App) written(msg actionsWrittenMsg) tea.Cmd {
	w := &a.study.writer
	if msg.err == nil {
		w.done()
		return nil
	}
	lost := w.drop(saved(msg.err))
	if err := a.study.retract(lost); err != nil {
		a.failed(err)
		return nil
	}
	if a.study.ReadOnly() { // writing has ended, and the error says what became of the study
		a.failed(msg.err)
		return a.readHistory()
	}
	a.warn(a.env.T("app.not-saved", "Count", len(lost), "Why", a.explain(msg.err)))
	return a.readHistory()
}

// saved says which actions are on disk although their commit failed.
func saved(err error) func(codebook.ID) bool {
	type partly interface{ WasSaved(codebook.ID) bool }
	for e := err; e != nil; {
		if p, ok := e.(partly); ok {
			return p.WasSaved
		}
		u, ok := e.(interface{ Unwrap() error })
		if !ok {
			break
		}
		e = u.Unwrap()
	}
	return func(codebook.ID) bool { return false }
}
