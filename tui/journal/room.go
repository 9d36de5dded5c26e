package journal

import "fangtan/tui/screen"

// room is how an area is parted between the list and what the action under the
// cursor changed:
//
//	wide                         narrow, on request
//	 list        │ beside         list
//	             │                ──────
//	             │                below
type room struct {
	list   int // columns of the list
	height int // lines of the list, its head with it
	beside int // columns of the pane, 0 when it does not stand beside
	below  int // lines of the pane and its rule, 0 when it does not stand below
}

const (
	besideFrom = 100
	mostBeside = 72
	wall       = 3 // the line between list and pane, and the blanks beside it
	leastBelow = 5
)

func roomIn(a screen.Area, state paneState) room {
	r := room{list: a.Width, height: a.Height}
	switch {
	case state == paneClosed || state == paneDefault && a.Width < besideFrom:
	case a.Width >= besideFrom:
		r.beside = min(a.Width*2/5, mostBeside)
		r.list = a.Width - r.beside - wall
	default:
		r.below = max(leastBelow, a.Height/2)
		r.height = a.Height - r.below
	}
	return r
}

// open says that the pane is shown.
func (r room) open() bool { return r.beside+r.below > 0 }

// pane is how many columns and lines the pane has for its words.
func (r room) pane(a screen.Area) (width, height int) {
	if r.beside > 0 {
		return r.beside, a.Height
	}
	return a.Width - 2, r.below - 1
}
