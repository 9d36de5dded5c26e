package excerpts

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// What keys mean here beside going up and down.
const (
	openReader = keys.Own + iota
	askQuery
	star
	putOnAll
	takeOffAll
	undo
	copyPassage
	copyCommand
	sayExport
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const here, out = "excerpts.group", "tables.out"
	some := func() bool { return len(s.rows()) > 0 }
	command := func() bool { return s.command() != "" }
	return append(keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: openReader, Help: "excerpts.key.reader", Group: here, Footer: true, On: some, Why: "excerpts.nothing"},
		{Keys: []string{"/"}, Intent: askQuery, Help: "excerpts.key.query", Group: here, Footer: true},
		{Keys: []string{"*"}, Intent: star, Help: "excerpts.key.star", Group: here, Footer: true, On: some, Why: "excerpts.nothing"},
		{Keys: []string{"c"}, Intent: putOnAll, Help: "excerpts.code-all", Group: here, On: some, Why: "excerpts.nothing"},
		{Keys: []string{"x"}, Intent: takeOffAll, Help: "excerpts.uncode-all", Group: here, On: some, Why: "excerpts.nothing"},
		{Keys: []string{"u"}, Intent: undo, Help: "app.undo", Group: here},
		{Keys: []string{"y"}, Intent: copyPassage, Help: "excerpts.key.copy", Group: out, Footer: true, On: some, Why: "excerpts.nothing"},
		{Keys: []string{"Y"}, Intent: copyCommand, Help: "tables.copy-command", Group: out, On: command, Why: "excerpts.no-command"},
		{Keys: []string{"e"}, Intent: sayExport, Help: "excerpts.key.export", Group: out, Footer: true, On: command, Why: "excerpts.no-command"},
	}, tables.Steps()...)
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.slot.Open() {
		s.sketch.Spoil()
		return s.slot.Update(msg)
	}
	if s.typing {
		return s.pressQuery(msg)
	}
	if intent, _, ok := s.keys.Press(msg); ok {
		return s.do(intent)
	}
	return nil
}

// Run does what the binding with this index would.
func (s *Screen) Run(index int) tea.Cmd {
	if intent, ok := s.keys.Pick(index); ok {
		return tea.Batch(s.do(intent), s.settle())
	}
	return nil
}

func (s *Screen) do(intent keys.Intent) tea.Cmd {
	s.sketch.Spoil()
	switch intent {
	case openReader:
		if e, ok := s.here(); ok {
			s.env.Wish(screen.Go{Route: screen.Route{To: screen.Reader, Passage: e.Passage, Code: e.Code}})
		}
	case askQuery:
		s.beginQuery()
	case star:
		s.star()
	case putOnAll:
		s.codeAll()
	case takeOffAll:
		s.uncodeAll()
	case undo:
		s.env.Wish(screen.Undo{})
	case copyPassage:
		s.copy()
	case copyCommand:
		tables.CopyCommand(s.env, s.command())
	case sayExport:
		s.env.Say(s.env.T("tables.export", "Command", s.command()+" -o "+s.env.T("excerpts.file")))
	default:
		s.goTo(s.cursor + intent.Steps(s.window.page(), len(s.rows())))
	}
	return nil
}

// goTo puts the cursor on a passage, or on the nearest there is.
func (s *Screen) goTo(i int) { s.cursor = max(0, min(i, len(s.rows())-1)) }

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	if s.slot.Open() {
		return nil
	}
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			return s.do(keys.Up)
		case tea.MouseWheelDown:
			return s.do(keys.Down)
		}
	case tea.MouseClickMsg:
		if i, ok := s.window.at(m.Y - s.top()); ok {
			s.goTo(i)
			s.sketch.Spoil()
		}
	}
	return nil
}

// Entries are the screen's keys for help and palette.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.keys.Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.slot.Footer(s.keys.Footer()) }
