package tui

import (
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
	keys  keys.Table[scroll]
}

type scroll int

const (
	lineDown scroll = iota + 1
	lineUp
	pageDown
	pageUp
	toTop
	toEnd
)

func newHelp(env *screen.Env) *helpScreen {
	return &helpScreen{env: env, keys: keys.Table[scroll]{
		{Keys: []string{"j", "down"}, Intent: lineDown, Help: "app.scroll-down", Group: "app.help", Footer: true},
		{Keys: []string{"k", "up"}, Intent: lineUp, Help: "app.scroll-up", Group: "app.help", Footer: true},
		{Keys: []string{"pgdown", "space", "ctrl+d"}, Intent: pageDown, Help: "app.page-down", Group: "app.help"},
		{Keys: []string{"pgup", "ctrl+u"}, Intent: pageUp, Help: "app.page-up", Group: "app.help"},
		{Keys: []string{"g g", "home"}, Intent: toTop, Help: "app.to-top", Group: "app.help"},
		{Keys: []string{"G", "end"}, Intent: toEnd, Help: "app.to-end", Group: "app.help"},
	}}
}

// help opens the keys of the screen in front.
func (a *App) help() tea.Cmd {
	h := a.screens[screen.Help].(*helpScreen)
	if a.name != screen.Help {
		h.fill(a.front().Entries(), a.keys.Entries(a.env.Words))
	}
	return a.open(screen.Route{To: screen.Help})
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
			h.scroll(lineDown)
		} else {
			h.scroll(lineUp)
		}
	case tea.KeyPressMsg:
		row, state := h.keys.Match("", keys.Normalize(msg))
		switch {
		case state == keys.Hit:
			h.scroll(row.Intent)
		case msg.String() == "g":
			h.scroll(toTop)
		default:
			h.env.Warn(h.env.T("app.no-such-key", "Key", keys.Label(msg.String(), h.env.Words)))
		}
	}
	return nil
}

func (h *helpScreen) scroll(s scroll) {
	steps := map[scroll]int{
		lineDown: 1, lineUp: -1, pageDown: h.area.Height - 1, pageUp: 1 - h.area.Height,
		toTop: -len(h.lines), toEnd: len(h.lines),
	}
	h.top = max(0, min(h.top+steps[s], len(h.lines)-h.area.Height))
}

// Draw shows the lines from the top one.
func (h *helpScreen) Draw(a screen.Area) (string, *tea.Cursor) {
	end := min(h.top+a.Height, len(h.lines))
	return h.env.Ruler.Frame(h.lines[min(h.top, end):end], a.Width, a.Height), nil
}

func (h *helpScreen) Head() (left, right string) { return h.env.T("app.help"), "" }
func (h *helpScreen) Typing() bool               { return false }
func (h *helpScreen) Back() bool                 { return false }
func (h *helpScreen) Entries() []keys.Entry      { return h.keys.Entries(h.env.Words) }
func (h *helpScreen) Footer() []keys.Entry       { return h.keys.Footer(h.env.Words) }

// Run scrolls as the key would.
func (h *helpScreen) Run(index int) tea.Cmd {
	h.scroll(h.keys[index].Intent)
	return nil
}
