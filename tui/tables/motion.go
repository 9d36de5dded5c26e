package tables

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
)

// Intent is what a key means on a screen of figures: a motion, or from [Own] on
// something of the screen's own.
type Intent uint8

// The motions.
const (
	Up Intent = iota + 1
	Down
	Left
	Right
	PageUp
	PageDown
	RowStart
	RowEnd
	First
	Last
	Own
)

// Group of the motions on help.
const moving = "tables.moving"

// Motions are the rows for moving; letters says that h and l move, too.
func Motions(letters bool) keys.Table[Intent] {
	left, right := []string{"left"}, []string{"right"}
	if letters {
		left, right = append(left, "h"), append(right, "l")
	}
	return append(Steps(),
		keys.Row[Intent]{Keys: left, Intent: Left, Help: "tables.left", Group: moving},
		keys.Row[Intent]{Keys: right, Intent: Right, Help: "tables.right", Group: moving},
		keys.Row[Intent]{Keys: []string{"home", "0"}, Intent: RowStart, Help: "tables.row-start", Group: moving},
		keys.Row[Intent]{Keys: []string{"end", "$"}, Intent: RowEnd, Help: "tables.row-end", Group: moving},
	)
}

// Steps are the rows for moving up and down.
func Steps() keys.Table[Intent] {
	return keys.Table[Intent]{
		{Keys: []string{"down", "j"}, Intent: Down, Help: "tables.down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: Up, Help: "tables.up", Group: moving},
		{Keys: []string{"pgdown", "ctrl+d"}, Intent: PageDown, Help: "tables.page-down", Group: moving},
		{Keys: []string{"pgup", "ctrl+u"}, Intent: PageUp, Help: "tables.page-up", Group: moving},
		{Keys: []string{"g g", "ctrl+home"}, Intent: First, Help: "tables.first", Group: moving},
		{Keys: []string{"G", "ctrl+end"}, Intent: Last, Help: "tables.last", Group: moving},
	}
}

// Follow moves the cursor and says whether the intent was a motion.
func (g *Grid) Follow(i Intent) bool {
	page := max(1, g.sight.Bottom-g.sight.Top-1)
	switch i {
	case Up:
		g.Put(g.Row-1, g.Col)
	case Down:
		g.Put(g.Row+1, g.Col)
	case Left:
		g.Put(g.Row, g.Col-1)
	case Right:
		g.Put(g.Row, g.Col+1)
	case PageUp:
		g.Put(g.Row-page, g.Col)
	case PageDown:
		g.Put(g.Row+page, g.Col)
	case RowStart:
		g.Put(g.Row, 0)
	case RowEnd:
		g.Put(g.Row, g.cols-1)
	case First:
		g.Put(0, g.Col)
	case Last:
		g.Put(g.rows-1, g.Col)
	default:
		return false
	}
	return true
}

// wheel is how many rows one notch of the mouse wheel moves.
const wheel = 3

// Mouse moves the cursor by the wheel or to the cell that was clicked, and says
// whether it did.
func (g *Grid) Mouse(msg tea.MouseMsg) bool {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			g.Put(g.Row-wheel, g.Col)
		case tea.MouseWheelDown:
			g.Put(g.Row+wheel, g.Col)
		default:
			return false
		}
		return true
	case tea.MouseClickMsg:
		row, col, ok := g.At(m.X, m.Y)
		if ok {
			g.Put(row, col)
		}
		return ok
	}
	return false
}
