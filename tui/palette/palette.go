// Package palette is the command palette: it finds every action by name and
// shows its key. Its law: it lists what the binding tables say, nothing of its
// own, and hands back which row was chosen.
package palette

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/find"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Item is an action that can be chosen: a row of the table called Table.
type Item struct {
	Table string
	keys.Entry
}

// Palette is open until Update says that it is done.
type Palette struct {
	env    *screen.Env
	field  *field.Field
	items  []Item
	index  *find.Index
	shown  []int // items that fit what is typed
	cursor int
	top    int
}

// New lists items; those that are off come too and say why.
func New(env *screen.Env, items []Item) *Palette {
	p := &Palette{env: env, items: items, field: field.New()}
	p.field.Placeholder = env.T("app.palette-hint")
	names := make([]find.Entry, len(items))
	for i, it := range items {
		names[i] = find.Entry{Names: []string{env.T(it.Help)}, Number: it.Keys}
	}
	p.index = find.New(names)
	p.filter()
	return p
}

// Update takes a key or a paste. When done, chosen is the action, or nil.
func (p *Palette) Update(msg tea.Msg) (chosen *Item, done bool) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc", "ctrl+p", "ctrl+c":
			return nil, true
		case "enter":
			return p.choose()
		case "up", "ctrl+k":
			p.cursor = max(p.cursor-1, 0)
			return nil, false
		case "down", "ctrl+j":
			p.cursor = min(p.cursor+1, max(len(p.shown)-1, 0))
			return nil, false
		}
	}
	if p.field.Update(msg) {
		p.filter()
	}
	return nil, false
}

func (p *Palette) choose() (*Item, bool) {
	if len(p.shown) == 0 {
		return nil, false
	}
	return &p.items[p.shown[p.cursor]], true
}

func (p *Palette) filter() {
	p.shown, p.cursor, p.top = p.shown[:0], 0, 0
	if strings.TrimSpace(p.field.Value()) == "" {
		for i := range p.items {
			p.shown = append(p.shown, i)
		}
		return
	}
	for _, hit := range p.index.Find(p.field.Value(), 0) {
		p.shown = append(p.shown, hit.Entry)
	}
}

const (
	widest  = 64
	tallest = 16
)

// Width is that of the box, in columns.
func (p *Palette) Width(a screen.Area) int { return min(widest, a.Width-4) }

// Draw gives the box, its lines all of one width, and where the cursor stands in it.
func (p *Palette) Draw(a screen.Area) (box []string, cursor *tea.Cursor) {
	width := p.Width(a)
	height := max(1, min(tallest, a.Height-4, max(len(p.shown), 1)))
	p.scroll(height)
	t, r := p.env.Theme, p.env.Ruler
	typed, x := p.field.View(width-4, r, field.Styles{Text: t.Text, Placeholder: t.Dim})
	box = append(box, p.edge(width, "┌", "┐"), p.row(width, " "+typed+" "))
	box = append(box, p.edge(width, "├", "┤"))
	for i := p.top; i < p.top+height; i++ {
		box = append(box, p.row(width, p.line(i, width-4)))
	}
	return append(box, p.edge(width, "└", "┘")), tea.NewCursor(x+2, 1)
}

func (p *Palette) scroll(height int) {
	p.top = max(min(p.top, p.cursor), p.cursor-height+1)
}

func (p *Palette) edge(width int, left, right string) string {
	return p.env.Theme.Rule.Render(left + strings.Repeat("─", width-2) + right)
}

func (p *Palette) row(width int, inner string) string {
	wall := p.env.Theme.Rule.Render("│")
	return wall + p.env.Ruler.Crop(inner, 0, width-2) + wall
}

// line is an action with its key at the right; one that is off is dim and says why.
func (p *Palette) line(i, width int) string {
	t, r := p.env.Theme, p.env.Ruler
	if i >= len(p.shown) {
		if i == 0 {
			return " " + t.Dim.Render(r.Fit(p.env.T("app.palette-none"), width))
		}
		return ""
	}
	it := p.items[p.shown[i]]
	keyWidth := min(r.Width(it.Keys), width/3)
	name := p.env.T(it.Help)
	if it.Why != "" {
		name += " · " + p.env.T(it.Why)
	}
	here, style := " ", t.Text
	switch {
	case i == p.cursor:
		here, style = t.Glyphs.Here, t.Cursor
	case it.Why != "":
		style = t.Dim
	}
	return here + style.Render(r.Fit(name, width-keyWidth-cell.Gap)) + strings.Repeat(" ", cell.Gap) + t.Key.Render(r.FitLeft(it.Keys, keyWidth))
}
