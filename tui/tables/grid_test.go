package tables

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
)

func widths(n, width int) []int { return slices.Repeat([]int{width}, n) }

func TestGridKeepsCursorInSight(t *testing.T) {
	cases := []struct {
		name             string
		rows, cols       int
		motions          []keys.Intent
		row, col         int
		top, left, right int
	}{
		{"at rest", 20, 10, nil, 0, 0, 0, 0, 4},
		{"below the last line", 20, 10, []keys.Intent{keys.PageDown, keys.PageDown}, 8, 0, 4, 0, 4},
		{"at the very end", 20, 10, []keys.Intent{keys.Last, keys.RowEnd}, 19, 9, 15, 6, 10},
		{"there and back", 20, 10, []keys.Intent{keys.Last, keys.RowEnd, keys.First, keys.RowStart}, 0, 0, 0, 0, 4},
		{"one to the right of sight", 20, 10, []keys.Intent{keys.Right, keys.Right, keys.Right, keys.Right}, 0, 4, 0, 1, 5},
		{"stays inside", 3, 2, []keys.Intent{keys.Up, keys.Left, keys.Down, keys.Down, keys.Down, keys.Down, keys.Right, keys.Right, keys.Right}, 2, 1, 0, 0, 2},
		{"nothing at all", 0, 0, []keys.Intent{keys.Down, keys.Right, keys.Last}, 0, 0, 0, 0, 0},
	}
	for _, c := range cases {
		var g Grid
		g.Size(c.rows, c.cols)
		g.Look(10, 2, 41, 5, widths(c.cols, 10))
		for _, m := range c.motions {
			if !g.Follow(m) {
				t.Errorf("%s: %d is a motion", c.name, m)
			}
			g.Look(10, 2, 41, 5, widths(c.cols, 10))
		}
		s := g.Look(10, 2, 41, 5, widths(c.cols, 10))
		if g.Row != c.row || g.Col != c.col || s.Top != c.top || s.Left != c.left || s.Right != c.right {
			t.Errorf("%s: cursor %d,%d, top %d, columns %d to %d; want %d,%d, %d, %d to %d",
				c.name, g.Row, g.Col, s.Top, s.Left, s.Right, c.row, c.col, c.top, c.left, c.right)
		}
	}
}

func TestGridScrollsNoFurtherThanItMust(t *testing.T) {
	var g Grid
	g.Size(100, 1)
	g.Put(50, 0)
	if s := g.Look(0, 0, 80, 10, widths(1, 5)); s.Top != 41 {
		t.Errorf("top %d, want 41", s.Top)
	}
	g.Put(45, 0)
	if s := g.Look(0, 0, 80, 10, widths(1, 5)); s.Top != 41 {
		t.Errorf("within sight nothing scrolls: top %d, want 41", s.Top)
	}
	g.Size(20, 1)
	if s := g.Look(0, 0, 80, 10, widths(1, 5)); s.Top != 10 || s.Bottom != 20 {
		t.Errorf("a shorter table fills the room: %d to %d, want 10 to 20", s.Top, s.Bottom)
	}
}

func TestGridShowsAColumnThatIsTooWide(t *testing.T) {
	var g Grid
	g.Size(1, 3)
	g.Put(0, 2)
	if s := g.Look(0, 0, 10, 1, []int{4, 4, 30}); s.Left != 2 || s.Right != 3 {
		t.Errorf("columns %d to %d, want 2 to 3", s.Left, s.Right)
	}
}

func TestGridMouse(t *testing.T) {
	var g Grid
	g.Size(20, 10)
	g.Look(10, 2, 40, 5, widths(10, 10))
	click := func(x, y int) tea.MouseMsg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }
	for _, c := range []struct {
		x, y, row, col int
		ok             bool
	}{
		{10, 2, 0, 0, true}, {19, 6, 4, 0, true}, {20, 3, 1, 1, true}, {49, 2, 0, 3, true},
		{9, 2, 0, 3, false}, {50, 2, 0, 3, false}, {10, 1, 0, 3, false}, {10, 7, 0, 3, false},
	} {
		if ok := g.Mouse(click(c.x, c.y)); ok != c.ok || g.Row != c.row || g.Col != c.col {
			t.Errorf("click at %d,%d: %v, cursor %d,%d; want %v, %d,%d", c.x, c.y, ok, g.Row, g.Col, c.ok, c.row, c.col)
		}
	}
	g.Put(0, 0)
	g.Mouse(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if g.Row != 3 {
		t.Errorf("a notch of the wheel goes to row %d, want 3", g.Row)
	}
	if g.Mouse(tea.MouseWheelMsg{Button: tea.MouseWheelLeft}) {
		t.Error("the wheel sideways does nothing")
	}
}
