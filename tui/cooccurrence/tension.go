package cooccurrence

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/tally"
	"fangtan/tui/keys"
)

// tension is one small triangle of components for all groups together and one
// for each, with a cursor that goes from cell to cell and from block to block.
//
//	全部                     第一书记
//	        P       I            P       I
//	P   2 (2)   4 (3)      P     ·   2 (2)
//	I           1 (1)      I             ·
type tension struct {
	blocks int // all, then the groups
	parts  int // components
	block  int
	i, j   int // of the pair in the block, i ≤ j

	across int // blocks side by side
	top    int // first row of blocks in sight
	at     []place
}

// place is where a cell is drawn, for the mouse.
type place struct{ x, y, width, block, i, j int }

// take takes a count in; the cursor stays where it is as far as it can.
func (t *tension) take(a *answer) {
	t.blocks, t.parts = len(a.tension.Groups)+1, len(a.parts)
	t.across = max(t.across, 1)
	t.put(t.block, t.i, t.j)
}

// put puts the cursor on a cell, or on the nearest there is.
func (t *tension) put(block, i, j int) {
	t.block = max(0, min(block, t.blocks-1))
	t.j = max(0, min(j, t.parts-1))
	t.i = max(0, min(i, t.j))
}

// follow moves the cursor and says whether the intent was a motion.
func (t *tension) follow(intent keys.Intent) bool {
	last := t.parts - 1
	switch intent {
	case keys.Up:
		if t.i > 0 {
			t.put(t.block, t.i-1, t.j)
		} else if t.block >= t.across {
			t.put(t.block-t.across, last, t.j)
		}
	case keys.Down:
		if t.i < t.j {
			t.put(t.block, t.i+1, t.j)
		} else if t.block+t.across < t.blocks {
			t.put(t.block+t.across, 0, t.j)
		}
	case keys.Left:
		if t.j > t.i {
			t.put(t.block, t.i, t.j-1)
		} else if t.block%t.across > 0 {
			t.put(t.block-1, t.i, last)
		}
	case keys.Right:
		if t.j < last {
			t.put(t.block, t.i, t.j+1)
		} else if t.block%t.across < t.across-1 && t.block+1 < t.blocks {
			t.put(t.block+1, t.i, t.i)
		}
	case keys.PageUp:
		t.put(max(t.block-t.across, t.block%t.across), t.i, t.j)
	case keys.PageDown:
		t.put(t.block+t.across, t.i, t.j)
	case keys.RowStart:
		t.put(t.block, t.i, t.i)
	case keys.RowEnd:
		t.put(t.block, t.i, last)
	case keys.First:
		t.put(0, 0, 0)
	case keys.Last:
		t.put(t.blocks-1, last, last)
	default:
		return false
	}
	return true
}

func (t *tension) mouse(msg tea.MouseMsg) bool {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			return t.follow(keys.PageUp)
		}
		return m.Button == tea.MouseWheelDown && t.follow(keys.PageDown)
	case tea.MouseClickMsg:
		for _, p := range t.at {
			if p.y == m.Y && p.x <= m.X && m.X < p.x+p.width {
				t.put(p.block, p.i, p.j)
				return true
			}
		}
	}
	return false
}

// index is the place of a pair of components among all pairs, i ≤ j.
func (t *tension) index(i, j int) int { return i*t.parts - i*(i-1)/2 + j - i }

// cell is what a pair has in a block.
func (t *tension) cell(a *answer, block, i, j int) (tally.TensionPair, tally.TensionCell) {
	pair := a.tension.Pairs[t.index(i, j)]
	if block == 0 {
		return pair, pair.Total
	}
	return pair, pair.Cells[block-1]
}

// here is the cell under the cursor; it is false where there are no components.
func (t *tension) here(a *answer) (tally.TensionPair, tally.TensionCell, bool) {
	if t.parts == 0 {
		return tally.TensionPair{}, tally.TensionCell{}, false
	}
	pair, cell := t.cell(a, t.block, t.i, t.j)
	return pair, cell, true
}

// column is the block's column of the counts.
func (t *tension) column() int {
	if t.block == 0 {
		return tally.Total
	}
	return t.block - 1
}
