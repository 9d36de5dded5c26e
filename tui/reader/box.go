package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// box is a panel being drawn: a thin rule above with its title, blanks at both sides, nothing else around it.
//
//	── 取下哪一个？ ───────────
//	  ▸1 ▌P1.1 目标不明确
type box struct {
	r      *Reader
	inner  int // columns for text
	width  int
	lines  []string
	cursor *tea.Cursor
}

func newBox(r *Reader, width int, title string) *box {
	b := &box{r: r, inner: width - 4, width: width}
	t, ruler := r.env.Theme, r.ruler()
	title = ruler.Cut(title, b.inner-4)
	rule := strings.Repeat(t.Glyphs.Rule, max(width-ruler.Width(title)-4, 0))
	b.lines = []string{t.Rule.Render(t.Glyphs.Rule+t.Glyphs.Rule) + " " + t.Heading.Render(title) + " " + t.Rule.Render(rule)}
	return b
}

// add puts a styled line at the end.
func (b *box) add(styled string) {
	b.lines = append(b.lines, b.r.ruler().Crop("  "+styled, 0, b.width))
}

// point puts the cursor into the line added last.
func (b *box) point(column int) { b.cursor = tea.NewCursor(column+2, len(b.lines)-1) }

// lowerRight stands the box in the lower right corner, lowerLeft below the text.
func (b *box) lowerRight() overlay { return b.at(b.r.area.Width - b.width) }
func (b *box) lowerLeft() overlay  { return b.at(b.r.sheet.left + b.r.sheet.text - 2) }

func (b *box) at(x int) overlay {
	x = max(min(x, b.r.area.Width-b.width), 0)
	return overlay{lines: b.lines, x: x, y: max(b.r.area.Height-len(b.lines), 0), cursor: b.cursor}
}
