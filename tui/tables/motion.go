package tables

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Group of the motions on help.
const moving = "tables.moving"

// Motions are the rows for moving; letters says that h and l move, too.
func Motions(letters bool) keys.Table[keys.Intent] {
	left, right := []string{"left"}, []string{"right"}
	if letters {
		left, right = append(left, "h"), append(right, "l")
	}
	return append(Steps(),
		keys.Row[keys.Intent]{Keys: left, Intent: keys.Left, Help: "tables.left", Group: moving},
		keys.Row[keys.Intent]{Keys: right, Intent: keys.Right, Help: "tables.right", Group: moving},
		keys.Row[keys.Intent]{Keys: []string{"home", "0"}, Intent: keys.RowStart, Help: "tables.row-start", Group: moving},
		keys.Row[keys.Intent]{Keys: []string{"end", "$"}, Intent: keys.RowEnd, Help: "tables.row-end", Group: moving},
	)
}

// Steps are the rows for moving up and down.
func Steps() keys.Table[keys.Intent] {
	return keys.Table[keys.Intent]{
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "tables.down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "tables.up", Group: moving},
		{Keys: []string{"pgdown", "ctrl+d"}, Intent: keys.PageDown, Help: "tables.page-down", Group: moving},
		{Keys: []string{"pgup", "ctrl+u"}, Intent: keys.PageUp, Help: "tables.page-up", Group: moving},
		{Keys: []string{"g g", "ctrl+home"}, Intent: keys.First, Help: "tables.first", Group: moving},
		{Keys: []string{"G", "ctrl+end"}, Intent: keys.Last, Help: "tables.last", Group: moving},
	}
}

// Follow moves the cursor and says whether the intent was a motion.
func (g *Grid) Follow(i keys.Intent) bool {
	page := max(1, g.sight.Bottom-g.sight.Top-1)
	switch i {
	case keys.Left:
		g.Put(g.Row, g.Col-1)
	case keys.Right:
		g.Put(g.Row, g.Col+1)
	case keys.RowStart:
		g.Put(g.Row, 0)
	case keys.RowEnd:
		g.Put(g.Row, g.cols-1)
	default:
		g.Put(g.Row+i.Steps(page, g.rows), g.Col)
	}
	return i < keys.Own
}

// Mouse moves the cursor by the wheel or to the cell that was clicked, and says
// whether it did.
func (g *Grid) Mouse(msg tea.MouseMsg) bool {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		by := screen.Wheel(msg)
		g.Put(g.Row+by, g.Col)
		return by != 0
	case tea.MouseClickMsg:
		row, col, ok := g.At(msg.X, msg.Y)
		if ok {
			g.Put(row, col)
		}
		return ok
	}
	return false
}
