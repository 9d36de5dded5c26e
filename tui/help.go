package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// helpScreen shows the keys of the screen it was called from, then those that
// work everywhere. Both come from the binding tables.
type helpScreen struct {
	env   *screen.Env
	lines []string
	top   int
	area  screen.Area
	keys  screen.Keys[keys.Intent]
}

func newHelp(env *screen.Env) *helpScreen {
	return &helpScreen{env: env, keys: screen.NewKeys(env, keys.Table[keys.Intent]{
		{Keys: []string{"j", "down"}, Intent: keys.Down, Help: "app.scroll-down", Group: "app.help", Footer: true},
		{Keys: []string{"k", "up"}, Intent: keys.Up, Help: "app.scroll-up", Group: "app.help", Footer: true},
		{Keys: []string{"pgdown", "space", "ctrl+d"}, Intent: keys.PageDown, Help: "app.page-down", Group: "app.help"},
		{Keys: []string{"pgup", "ctrl+u"}, Intent: keys.PageUp, Help: "app.page-up", Group: "app.help"},
		{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "app.to-top", Group: "app.help"},
		{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "app.to-end", Group: "app.help"},
	})}
}

// help opens the keys of the screen in front.
func (a *App) help() tea.Cmd {
	h := a.screens[screen.Help].(*helpScreen)
	if a.name != screen.Help {
		here := allKeys(a.front())
		h.fill(here, keys.Beside(here, a.keys.Entries(a.env.Words)))
	}
	return a.open(screen.Route{To: screen.Help})
}

// allKeys are the keys of a screen, with those of its modes if it has any.
func allKeys(s screen.Screen) []keys.Entry {
	entries := s.Entries()
	if m, ok := s.(interface{ Modes() []keys.Entry }); ok {
		entries = slices.Concat(entries, m.Modes())
	}
	return entries
}

// fill lays out the entries under the headings of their groups.
func (h *helpScreen) fill(tables ...[]keys.Entry) {
	h.lines, h.top = nil, 0
	width := 0
	for _, entries := range tables {
		for _, e := range entries {
			width = max(width, h.env.Ruler.Width(e.Keys))
		}
	}
	group := ""
	for _, entries := range tables {
		for _, e := range entries {
			if e.Group != group {
				group = e.Group
				h.lines = append(h.lines, "", " "+h.env.Theme.Heading.Render(h.env.T(group)))
			}
			h.lines = append(h.lines, h.line(e, width))
		}
	}
	if len(h.lines) > 0 {
		h.lines = h.lines[1:]
	}
}

func (h *helpScreen) line(e keys.Entry, width int) string {
	t, r := h.env.Theme, h.env.Ruler
	words := t.Text.Render(h.env.T(e.Help))
	if e.Why != "" {
		words = t.Dim.Render(h.env.T(e.Help) + " · " + h.env.T(e.Why))
	}
	return "   " + t.Key.Render(r.Pad(e.Keys, width)) + "   " + words
}

// Update scrolls.
func (h *helpScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ResizedMsg:
		h.area = msg.Area
	case tea.MouseWheelMsg:
		if msg.Button == tea.MouseWheelDown {
			h.scroll(keys.Down)
		} else {
			h.scroll(keys.Up)
		}
	case tea.KeyPressMsg:
		if motion, _, ok := h.keys.Press(msg); ok {
			h.scroll(motion)
		}
	}
	return nil
}

func (h *helpScreen) scroll(motion keys.Intent) {
	h.top = max(0, min(h.top+motion.Steps(h.area.Height-1, len(h.lines)), len(h.lines)-h.area.Height))
}

// Draw shows the lines from the top one.
func (h *helpScreen) Draw(a screen.Area) (string, *tea.Cursor) {
	end := min(h.top+a.Height, len(h.lines))
	return h.env.Ruler.Frame(h.lines[min(h.top, end):end], a.Width, a.Height), nil
}

func (h *helpScreen) Head() (left, right string) { return h.env.T("app.help"), "" }
func (h *helpScreen) Typing() bool               { return false }
func (h *helpScreen) Back() bool                 { return false }
func (h *helpScreen) Entries() []keys.Entry      { return h.keys.Entries() }
func (h *helpScreen) Footer() []keys.Entry       { return h.keys.Footer() }

// Run scrolls as the key would.
func (h *helpScreen) Run(index int) tea.Cmd {
	if motion, ok := h.keys.Pick(index); ok {
		h.scroll(motion)
	}
	return nil
}
