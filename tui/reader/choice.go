package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
)

// choice is a small list of codings, one of which is meant.
type choice struct {
	title string
	rows  []codebook.Coding
	at    int
	then  func(*Reader, codebook.Coding)
}

func newChoice(title string, rows []codebook.Coding, then func(*Reader, codebook.Coding)) *choice {
	return &choice{title: title, rows: rows, then: then}
}

// show opens a panel; the view moves so that the selection stays in sight.
func (r *Reader) show(p panel) {
	r.panel = p
	r.moved()
}

func (c *choice) take(r *Reader, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	key := keys.Normalize(press)
	switch key {
	case "esc":
		c.leave(r)
	case "down", "j", "tab":
		c.at = (c.at + 1) % len(c.rows)
	case "up", "k":
		c.at = (c.at + len(c.rows) - 1) % len(c.rows)
	case "enter", "space":
		c.choose(r, c.at)
	default:
		if n, err := strconv.Atoi(key); err == nil && 1 <= n && n <= min(len(c.rows), 9) {
			c.choose(r, n-1)
			return nil
		}
		r.warn("reader.choice-keys")
	}
	return nil
}

func (c *choice) leave(r *Reader)    { r.close() }
func (*choice) footer() []keys.Entry { return nil }

func (c *choice) choose(r *Reader, i int) {
	r.close()
	c.then(r, c.rows[i])
}

// draw is the title and the codings with their numbers, in the lower right.
func (c *choice) draw(r *Reader) overlay {
	t, ruler := r.env.Theme, r.ruler()
	width := min(r.area.Width-4, 52)
	box := newBox(r, width, c.title)
	for i := c.first(r); i < c.first(r)+c.height(r); i++ {
		here, style := " ", t.Text
		if i == c.at {
			here, style = t.Glyphs.Here, t.Cursor
		}
		number := " "
		if i < 9 {
			number = strconv.Itoa(i + 1)
		}
		coding := c.rows[i]
		name := ruler.Cut(r.title(coding.Code), box.inner*3/5)
		words := ruler.Cut(c.whose(r, i)+strings.TrimSpace(r.opening(&coding)), max(box.inner-ruler.Width(name)-7, 0))
		box.add(style.Render(here+number+" ") + t.CodeStyle(r.colorOf(coding.Code)).Render(t.Glyphs.Stripe) + style.Render(name) + "  " + t.Dim.Render(words))
	}
	box.add(t.Dim.Render(ruler.Cut(r.env.T("reader.choice-hint"), box.inner)))
	return box.lowerRight()
}

// whose names the coder of a row, where the list has codings of several.
func (c *choice) whose(r *Reader, i int) string {
	several := slices.ContainsFunc(c.rows, func(row codebook.Coding) bool { return row.Coder != c.rows[0].Coder })
	if coder := r.project().Coder(c.rows[i].Coder); several && coder != nil {
		return coder.Name + "  "
	}
	return ""
}

// point chooses the row clicked: y is inside the overlay.
func (c *choice) point(r *Reader, _, y int) {
	if i := c.first(r) + y - 1; 1 <= y && y <= c.height(r) && i < len(c.rows) {
		c.choose(r, i)
	}
}

// height is how many rows show, first the first of them.
func (c *choice) height(r *Reader) int { return min(len(c.rows), max(r.area.Height-4, 1)) }
func (c *choice) first(r *Reader) int  { return max(0, c.at-c.height(r)+1) }
