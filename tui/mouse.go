package tui

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// mouse gives an event to the screen in front, with its place inside the screen's area.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() || a.palette != nil || a.importing != nil || a.editing != nil {
		return nil
	}
	m := msg.Mouse()
	m.Y -= a.frameTop()
	if m.Y < 0 || m.Y >= a.area().Height {
		return nil
	}
	switch msg.(type) {
	case tea.MouseClickMsg:
		return a.front().Update(tea.MouseClickMsg(m))
	case tea.MouseReleaseMsg:
		return a.front().Update(tea.MouseReleaseMsg(m))
	case tea.MouseWheelMsg:
		return a.front().Update(tea.MouseWheelMsg(m))
	case tea.MouseMotionMsg:
		return a.front().Update(tea.MouseMotionMsg(m))
	}
	return nil
}

// otherLanguage switches the interface between Chinese and English.
func (a *App) otherLanguage() tea.Cmd {
	langs := locale.Languages()
	next := langs[0]
	if a.env.Words.Lang() == next {
		next = langs[1]
	}
	a.env.Words = locale.Of(next)
	a.study.Set("app/language", next)
	return a.tellAll(screen.SurroundingsChangedMsg{})
}
