package cooccurrence

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/tables"
)

// What keys mean here beside the motions.
const (
	openPassages = keys.Own + iota
	openMet
	nextUnit
	nextGroup
	switchList
	switchTension
	byDimension
	sameCoder
	allCodes
	copyTable
	copyCommand
	sayExport
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const view, out = "tables.table", "tables.out"
	pairs := func() bool { return s.view() != tensionView }
	return append(keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: openPassages, Help: "cooccurrence.key.open", Group: out, Footer: true, On: s.canOpen, Why: "cooccurrence.nothing-here"},
		{Keys: []string{"m"}, Intent: openMet, Help: "cooccurrence.key.met", Group: out, On: s.canOpenMet, Why: "cooccurrence.never-met"},
		{Keys: []string{"y"}, Intent: copyTable, Help: "cooccurrence.key.copy", Group: out, Footer: true, On: s.hasTable, Why: "tables.counting"},
		{Keys: []string{"Y"}, Intent: copyCommand, Help: "tables.copy-command", Group: out},
		{Keys: []string{"e"}, Intent: sayExport, Help: "cooccurrence.key.export", Group: out},
		{Keys: []string{"u"}, Intent: nextUnit, Help: "cooccurrence.key.unit", Group: view, Footer: true},
		{Keys: []string{"g"}, Intent: nextGroup, Help: "cooccurrence.key.group", Group: view, Footer: true, On: pairs, Why: "cooccurrence.not-in-tension"},
		{Keys: []string{"l"}, Intent: switchList, Help: "cooccurrence.key.list", Group: view, Footer: true},
		{Keys: []string{"x"}, Intent: switchTension, Help: "cooccurrence.key.tension", Group: view, Footer: true},
		{Keys: []string{"d"}, Intent: byDimension, Help: "cooccurrence.key.dimension", Group: view, On: pairs, Why: "cooccurrence.not-in-tension"},
		{Keys: []string{"s"}, Intent: sameCoder, Help: "cooccurrence.key.same", Group: view, On: pairs, Why: "cooccurrence.not-in-tension"},
		{Keys: []string{"H"}, Intent: allCodes, Help: "cooccurrence.key.all", Group: view, On: pairs, Why: "cooccurrence.not-in-tension"},
	}, motions()...)
}

// motions are all but those whose letters mean something else here.
func motions() keys.Table[keys.Intent] {
	table := tables.Motions(false)
	for i := range table {
		if table[i].Intent == keys.First {
			table[i].Keys = []string{"ctrl+home", "<"}
		}
	}
	return table
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	s.passages.Drop()
	if intent, _, ok := s.keys.Press(msg); ok {
		return s.do(intent)
	}
	return nil
}

// Run does what the binding with this index would.
func (s *Screen) Run(index int) tea.Cmd {
	if intent, ok := s.keys.Pick(index); ok {
		return s.do(intent)
	}
	return nil
}

func (s *Screen) do(intent keys.Intent) tea.Cmd {
	if s.move(intent) {
		s.figures.Spoil()
		return nil
	}
	switch intent {
	case openPassages:
		return s.open()
	case openMet:
		return s.openMet()
	case copyTable:
		s.copy()
		return nil
	case copyCommand:
		tables.CopyCommand(s.env, s.command())
		return nil
	case sayExport:
		s.env.Say(s.env.T("tables.export", "Command", s.command()+" -o "+s.env.T("cooccurrence.file")))
		return nil
	case nextUnit:
		s.nextUnit()
	case nextGroup:
		s.nextGroup()
	case switchList:
		s.turnTo(listView)
	case switchTension:
		s.turnTo(tensionView)
	case byDimension:
		s.toggle(setDimension)
	case sameCoder:
		s.toggle(setSame)
	case allCodes:
		s.toggle(setAll)
		s.arrange()
	}
	return s.figures.Ask()
}

// turnTo shows a view, or the matrix if it is shown already.
func (s *Screen) turnTo(v view) {
	if s.view() == v {
		v = matrixView
	}
	s.env.Study.Set(setView, string(v))
}

func (s *Screen) move(intent keys.Intent) bool {
	switch s.shownOrNone() {
	case matrixView:
		return s.matrix.grid.Follow(intent)
	case listView:
		return s.list.grid.Follow(intent)
	case tensionView:
		return s.tension.follow(intent)
	}
	return intent < keys.Own
}

// shownOrNone is the view that has a cursor to move.
func (s *Screen) shownOrNone() view {
	if !s.figures.Has {
		return ""
	}
	return s.shown()
}

func (s *Screen) mouse(msg tea.MouseMsg) {
	moved := false
	switch s.shownOrNone() {
	case matrixView:
		moved = s.matrix.grid.Mouse(msg)
	case listView:
		moved = s.list.grid.Mouse(msg)
	case tensionView:
		moved = s.tension.mouse(msg)
	}
	if moved {
		s.figures.Spoil()
	}
}

// hasTable says that something was counted.
func (s *Screen) hasTable() bool { return s.figures.Has }

// Entries are the screen's keys for help and palette.
func (s *Screen) Entries() []keys.Entry { return s.keys.Entries() }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.keys.Footer() }
