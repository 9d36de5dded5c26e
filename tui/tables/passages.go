package tables

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Passages opens what is behind a figure: it looks for the passages behind the
// screen and goes to them if nothing was pressed meanwhile.
type Passages struct {
	serial int
	list   func(rows []codebook.Excerpt) *screen.List
}

// PassagesFoundMsg brings passages to who looked for them.
type PassagesFoundMsg struct {
	to     *Passages
	serial int
	rows   []codebook.Excerpt
}

// Look looks for passages; list words what was found.
func (p *Passages) Look(find func() []codebook.Excerpt, list func([]codebook.Excerpt) *screen.List) tea.Cmd {
	p.serial++
	p.list = list
	serial := p.serial
	return func() tea.Msg { return PassagesFoundMsg{p, serial, find()} }
}

// Drop forgets what is being looked for.
func (p *Passages) Drop() { p.serial++ }

// Take goes to the passages if they are those looked for.
func (p *Passages) Take(env *screen.Env, msg PassagesFoundMsg) {
	if msg.to != p || msg.serial != p.serial {
		return
	}
	p.Drop()
	env.Wish(screen.Go{Route: screen.Route{To: screen.Excerpts, List: p.list(msg.rows)}})
}
