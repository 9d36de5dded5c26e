package tui

import (
	tea "charm.land/bubbletea/v2"
)

// leaveMsg asks to leave once all is written: a signal came.
type leaveMsg struct{}

// Filter keeps a signal from ending the program while something is being
// written; it is for tea.WithFilter.
func Filter(m tea.Model, msg tea.Msg) tea.Msg {
	a, ok := m.(*App)
	if !ok {
		return msg
	}
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		if !a.gone {
			return leaveMsg{}
		}
	}
	return msg
}

// depart leaves once nothing is left to be written.
func (a *App) depart() tea.Cmd {
	if !a.leaving || a.gone || a.study.writer.busy() {
		return nil
	}
	a.gone = true
	save := a.study.save()
	return func() tea.Msg {
		if save != nil {
			save()
		}
		return tea.QuitMsg{}
	}
}
