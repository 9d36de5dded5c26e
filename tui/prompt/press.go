package prompt

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Press asks for one key.
type Press struct {
	env   *screen.Env
	title string
	lines []string
	takes func(key string) bool
	key   string
	keys  keys.Table[reply]
}

// NewPress makes a part that takes the first key that takes says yes to. Lines say what the key is for.
func NewPress(env *screen.Env, title string, takes func(key string) bool, lines ...string) *Press {
	return &Press{env: env, title: title, lines: lines, takes: takes, keys: keys.Table[reply]{
		{Keys: []string{"esc"}, Intent: sayNo, Help: "prompt.leave", Group: "prompt.asking", Footer: true},
	}}
}

// Key is the key that was pressed.
func (p *Press) Key() string { return p.key }

// Update takes the key.
func (p *Press) Update(msg tea.Msg) (Result, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Open, nil
	}
	p.key = keys.Normalize(key)
	if _, state := p.keys.Match("", p.key); state == keys.Hit {
		return Left, nil
	}
	if p.takes(p.key) {
		return Accepted, nil
	}
	p.env.Useless(key)
	return Open, nil
}

// Draw gives the lines.
func (p *Press) Draw(a screen.Area) Box {
	r, t := p.env.Ruler, p.env.Theme
	width := inner(a, confirmWidth)
	var lines []string
	for _, text := range p.lines {
		for _, line := range r.Wrap(text, width) {
			lines = append(lines, t.Text.Render(line))
		}
	}
	return Frame(p.env, p.title, lines, width, tea.NewCursor(0, max(0, len(lines)-1)))
}

// Entries are the keys that have a name.
func (p *Press) Entries() []keys.Entry { return p.keys.Entries(p.env.Words) }

// Footer are the same.
func (p *Press) Footer() []keys.Entry { return p.keys.Footer(p.env.Words) }
