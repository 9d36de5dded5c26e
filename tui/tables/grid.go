package tables

// Grid is a cursor among the cells of a table and the part of it in sight. Heads
// and row names stand still; the cells scroll under them both ways.
//
//	         left            X[0]    X[1]
//	          │               ▼       ▼
//	names  ┌──┴───────────────────────────┐ Y
//	 top ─▶│  in sight                    │
//	       └──────────────────────────────┘
type Grid struct {
	Row, Col int

	rows, cols int
	top, left  int
	sight      Sight
}

// Sight is the part of a grid in sight, half-open, and where it is drawn.
type Sight struct {
	Top, Bottom int
	Left, Right int
	Y           int   // line of row Top
	X           []int // first screen column of each column in sight, and the end of the last
}

// Size sets the numbers of rows and columns; the cursor stays inside.
func (g *Grid) Size(rows, cols int) {
	g.rows, g.cols = rows, cols
	g.Put(g.Row, g.Col)
}

// Put puts the cursor on a cell, or on the nearest there is.
func (g *Grid) Put(row, col int) {
	g.Row = max(0, min(row, g.rows-1))
	g.Col = max(0, min(col, g.cols-1))
}

// Look chooses what is in sight in height lines from line y on and room columns
// from column x on, widths being those of all columns, gaps included.
func (g *Grid) Look(x, y, room, height int, widths []int) Sight {
	height = max(height, 1)
	g.top = max(0, min(g.top, g.rows-height))
	g.top = max(min(g.top, g.Row), g.Row-height+1)
	g.lookAcross(room, widths)
	s := Sight{Top: g.top, Bottom: min(g.rows, g.top+height), Left: g.left, Right: g.left, Y: y, X: []int{x}}
	for at := x; s.Right < len(widths) && (at+widths[s.Right] <= x+room || s.Right == s.Left); s.Right++ {
		at += widths[s.Right]
		s.X = append(s.X, at)
	}
	g.sight = s
	return s
}

// lookAcross scrolls sideways as little as brings the cursor's column into sight,
// and no further to the right than there is something to see.
func (g *Grid) lookAcross(room int, widths []int) {
	g.left = max(0, min(g.left, g.Col))
	g.left = max(g.left, firstFitting(room, widths[:min(g.Col+1, len(widths))]))
	g.left = min(g.left, firstFitting(room, widths))
}

// firstFitting is the first column from which all to the last one fit into room.
func firstFitting(room int, widths []int) int {
	first := len(widths)
	for first > 0 && widths[first-1] <= room {
		first--
		room -= widths[first]
	}
	return max(0, min(first, len(widths)-1))
}

// Below is how many rows lie below those in sight.
func (g *Grid) Below() int { return g.rows - g.sight.Bottom }

// At gives the cell drawn at column x of line y.
func (g *Grid) At(x, y int) (row, col int, ok bool) {
	s := &g.sight
	row = s.Top + y - s.Y
	if row < s.Top || row >= s.Bottom {
		return 0, 0, false
	}
	for i := range s.Right - s.Left {
		if s.X[i] <= x && x < s.X[i+1] {
			return row, s.Left + i, true
		}
	}
	return 0, 0, false
}
