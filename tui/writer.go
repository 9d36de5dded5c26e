package tui

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// writer puts actions on disk behind the screen's back, in order: at most one
// commit is in flight, and those that wait share the next one.
type writer struct {
	waiting []codebook.Action
	writing []codebook.Action
}

// actionsWrittenMsg says what became of the commit in flight.
type actionsWrittenMsg struct{ err error }

func (w *writer) add(a codebook.Action) { w.waiting = append(w.waiting, a) }

// busy says that something is not on disk yet.
func (w *writer) busy() bool { return len(w.waiting)+len(w.writing) > 0 }

// kick starts the next commit if there is anything to write and none in flight.
func (w *writer) kick(p Port) tea.Cmd {
	if len(w.writing) > 0 || len(w.waiting) == 0 {
		return nil
	}
	w.writing, w.waiting = w.waiting, nil
	actions := w.writing
	return func() tea.Msg { return actionsWrittenMsg{p.Commit(actions)} }
}

// done ends the commit in flight.
func (w *writer) done() { w.writing = nil }

// drop gives back everything that is not on disk, last first, and forgets it.
// Of the commit in flight, saved says which actions are on disk all the same.
func (w *writer) drop(saved func(codebook.ID) bool) []codebook.Action {
	var lost []codebook.Action
	for _, list := range [][]codebook.Action{w.waiting, w.writing} {
		for i := len(list) - 1; i >= 0; i-- {
			if !saved(list[i].ID) {
				lost = append(lost, list[i])
			}
		}
	}
	w.waiting, w.writing = nil, nil
	return lost
}
