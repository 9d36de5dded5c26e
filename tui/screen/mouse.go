package screen

import tea "charm.land/bubbletea/v2"

// notch is how many rows one notch of the mouse wheel moves.
const notch = 3

// Wheel is how many rows the mouse wheel goes on, back if negative.
func Wheel(msg tea.MouseWheelMsg) int {
	switch msg.Button {
	case tea.MouseWheelDown:
		return notch
	case tea.MouseWheelUp:
		return -notch
	}
	return 0
}
