package journal

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// What keys mean here beside the motions.
const (
	togglePane = keys.Own + iota
	openPlace
	undoTo
	takeBack
	narrow
	nextCoder
	nextFamily
	undo
	redo
	paneDown
	paneUp
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const looking, changing, moving, none = "journal.looking", "journal.changing", "journal.moving", "journal.none-here"
	here := func() bool { _, ok := s.here(); return ok }
	writable := func() bool { return here() && !s.env.Study.ReadOnly() }
	const fixed = "journal.cannot-change"
	return keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: togglePane, Help: "journal.key-pane", Group: looking, Footer: true, On: here, Why: none},
		{Keys: []string{"U"}, Intent: undoTo, Help: "journal.key-undo-to", Group: changing, Footer: true, On: writable, Why: fixed},
		{Keys: []string{"R"}, Intent: takeBack, Help: "journal.key-take-back", Group: changing, Footer: true, On: writable, Why: fixed},
		{Keys: []string{"/"}, Intent: narrow, Help: "journal.key-filter", Group: looking, Footer: true},
		{Keys: []string{"c"}, Intent: nextCoder, Help: "journal.key-coder", Group: looking, Footer: true},
		{Keys: []string{"t"}, Intent: nextFamily, Help: "journal.key-family", Group: looking, Footer: true},
		{Keys: []string{"o"}, Intent: openPlace, Help: "journal.key-open", Group: looking, On: here, Why: none},
		{Keys: []string{"ctrl+d"}, Intent: paneDown, Help: "journal.key-pane-down", Group: looking},
		{Keys: []string{"ctrl+u"}, Intent: paneUp, Help: "journal.key-pane-up", Group: looking},
		{Keys: []string{"u"}, Intent: undo, Help: "app.undo", Group: changing},
		{Keys: []string{"ctrl+r"}, Intent: redo, Help: "app.redo", Group: changing},
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "journal.key-down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "journal.key-up", Group: moving},
		{Keys: []string{"pgdown", "space"}, Intent: keys.PageDown, Help: "journal.key-page-down", Group: moving},
		{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "journal.key-page-up", Group: moving},
		{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "journal.key-first", Group: moving},
		{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "journal.key-last", Group: moving},
	}
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(key)
	case s.filtering:
		return s.typeFilter(key)
	}
	if intent, _, ok := s.keys.Press(key); ok {
		return s.follow(intent)
	}
	return nil
}

func (s *Screen) paste(msg tea.PasteMsg) tea.Cmd {
	if s.filtering && s.filter.Update(msg) {
		return s.ask()
	}
	return nil
}

// typeFilter takes a key while the filter has the keys: Enter keeps it, Esc drops
// it, the arrows move in the list.
func (s *Screen) typeFilter(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "enter":
		s.filtering = false
	case "esc":
		s.Back()
	case "up":
		s.move(-1)
	case "down":
		s.move(1)
	default:
		if s.filter.Update(key) {
			return s.ask()
		}
	}
	return nil
}

// Run does what the binding with this index would.
func (s *Screen) Run(index int) tea.Cmd {
	s.sketch.Spoil()
	if intent, ok := s.keys.Pick(index); ok {
		return tea.Batch(s.follow(intent), s.settle())
	}
	return nil
}

func (s *Screen) follow(i keys.Intent) tea.Cmd {
	switch i {
	case togglePane:
		s.pane.toggle(roomIn(s.area, s.pane.state).open())
	case openPlace:
		s.openPlace()
	case undoTo:
		return s.weigh()
	case takeBack:
		s.takeBack()
	case narrow:
		s.filtering = true
	case nextCoder:
		s.coder = s.coderAfter(s.coder)
		return s.ask()
	case nextFamily:
		s.family = (s.family + 1) % families
		return s.ask()
	case undo:
		s.env.Wish(screen.Undo{})
	case redo:
		s.env.Wish(screen.Redo{})
	case paneDown:
		s.pane.scroll(paneStep)
	case paneUp:
		s.pane.scroll(-paneStep)
	default:
		s.move(i.Steps(max(1, s.rows()-1), len(s.listed.lines)))
	}
	return nil
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	if s.Typing() {
		return nil
	}
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		s.move(screen.Wheel(msg))
	case tea.MouseClickMsg:
		i := s.top + msg.Y - s.headLines()
		if msg.X < roomIn(s.area, s.pane.state).list && msg.Y >= s.headLines() && i < len(s.listed.lines) && !s.listed.lines[i].day {
			s.at = i
		}
	}
	return nil
}

// Entries are the screen's keys for help and palette, or those of the open part.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.keys.Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.slot.Footer(s.keys.Footer()) }
