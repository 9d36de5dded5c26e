package codes

import "fangtan/tui/screen"

// room is how an area is parted between the tree and what tells about the code under the cursor:
//
//	wide                         narrow
//	 tree        │ beside         tree
//	             │                ──────
//	             │                below
type room struct {
	width  int // of the area
	tree   int // columns for the tree
	beside int // columns beside it, 0 when it is too narrow for that
	below  int // lines below it, the rule included, 0 when there are none to spare
}

const (
	besideFrom  = 76
	leastBeside = 30
	mostBeside  = 72
	mostTree    = 84
	wall        = 3 // the line between tree and detail, and the blanks beside it
	belowFrom   = 12
	belowLines  = 4
)

func roomIn(a screen.Area) room {
	r := room{width: a.Width, tree: a.Width}
	switch {
	case a.Width >= besideFrom:
		r.beside = min(max(a.Width*2/5, leastBeside), mostBeside)
		r.tree = min(a.Width-r.beside-wall, mostTree)
		r.beside = min(a.Width-r.tree-wall, mostBeside)
	case a.Height >= belowFrom:
		r.below = belowLines
	}
	return r
}

// detailWidth is how wide the lines of the detail are.
func (r room) detailWidth() int {
	if r.beside > 0 {
		return r.beside
	}
	return max(1, r.width-2)
}

// step is how many lines the detail scrolls at a time.
func (r room) step() int {
	if r.beside > 0 {
		return 5
	}
	return belowLines - 2
}
