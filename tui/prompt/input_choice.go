package prompt

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/screen"
)

// Choice is one of several, chosen with ← and → or by typing part of its name.
//
//	‹ 第一书记 ›            while nothing is typed
//	dysj  → 第一书记        while something is
type Choice struct {
	label   string
	options []string
	at      int
	query   field.Field
	index   *find.Index
	hits    []int // options that fit what is typed
	held    int   // where it stood before something was typed
}

// NewChoice makes a choice that stands at option at.
func NewChoice(label string, options []string, at int) *Choice {
	return &Choice{label: label, options: options, at: at}
}

// At is the index of the chosen option.
func (c *Choice) At() int { return c.at }

func (c *Choice) name() string { return c.label }
func (c *Choice) enter()       {}
func (c *Choice) exit()        { c.query.SetValue("") }
func (c *Choice) tall() bool   { return false }

func (c *Choice) written() string { return c.options[c.at] }

func (c *Choice) rewrite(value string) {
	if i := slices.Index(c.options, value); i >= 0 {
		c.at = i
	}
}

// fault refuses to go on from a typed name that nothing fits.
func (c *Choice) fault(env *screen.Env) string {
	if c.query.Value() != "" && len(c.hits) == 0 {
		return env.T("prompt.nothing-fits")
	}
	return ""
}

func (c *Choice) update(msg tea.Msg) (bool, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch name := key.String(); {
		case name == "left":
			return c.step(-1), nil
		case name == "right", name == "space" && c.query.Value() == "":
			return c.step(1), nil
		}
	}
	if c.query.Value() == "" {
		c.held = c.at
	}
	if !c.query.Update(msg) {
		return false, nil
	}
	c.seek()
	return true, nil
}

// step goes to the next option, of those that fit if something is typed.
func (c *Choice) step(by int) bool {
	if c.query.Value() == "" {
		c.at = (c.at + by + len(c.options)) % len(c.options)
		return true
	}
	for i, hit := range c.hits {
		if hit == c.at {
			c.at = c.hits[(i+by+len(c.hits))%len(c.hits)]
			break
		}
	}
	return true
}

// seek goes to the option that fits best, or back to where the choice stood.
func (c *Choice) seek() {
	if c.index == nil {
		entries := make([]find.Entry, len(c.options))
		for i, o := range c.options {
			entries[i].Names = []string{o}
		}
		c.index = find.New(entries)
	}
	c.hits = c.hits[:0]
	if c.query.Value() == "" {
		c.at = c.held
		return
	}
	for _, hit := range c.index.Find(c.query.Value(), 0) {
		c.hits = append(c.hits, hit.Entry)
	}
	c.at = c.held
	if len(c.hits) > 0 {
		c.at = c.hits[0]
	}
}

func (c *Choice) draw(env *screen.Env, width, _ int, focused bool) ([]string, *tea.Cursor) {
	r, t := env.Ruler, env.Theme
	chosen := c.options[c.at]
	if !focused {
		return []string{t.Text.Render(r.Fit(chosen, width))}, nil
	}
	if c.query.Value() == "" {
		return []string{t.Dim.Render("‹ ") + t.Text.Render(r.Cut(chosen, width-4)) + t.Dim.Render(" ›")}, tea.NewCursor(2, 0)
	}
	half := max(1, width/3)
	text, x := c.query.View(half, r, field.Styles{Text: t.Text, Placeholder: t.Dim})
	found := env.T("prompt.nothing-fits")
	if len(c.hits) > 0 {
		found = chosen
	}
	return []string{text + t.Dim.Render(" → ") + t.Text.Render(r.Cut(found, width-half-3))}, tea.NewCursor(x, 0)
}
