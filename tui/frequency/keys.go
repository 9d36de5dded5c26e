package frequency

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/tables"
)

// What keys mean here beside the motions.
const (
	nextMeasure = keys.Own + iota
	nextBreakdown
	nextUnit
	rollUp
	hideEmpty
	sortRows
	findRows
	openPassages
	copyTable
	copyCommand
	sayExport
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const table, out = "tables.table", "tables.out"
	return append(keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: openPassages, Help: "frequency.key.open", Group: out, Footer: true, On: s.canOpen, Why: "frequency.nothing-here"},
		{Keys: []string{"y"}, Intent: copyTable, Help: "frequency.key.copy", Group: out, Footer: true, On: s.hasRows, Why: "frequency.no-rows"},
		{Keys: []string{"Y"}, Intent: copyCommand, Help: "tables.copy-command", Group: out},
		{Keys: []string{"e"}, Intent: sayExport, Help: "frequency.key.export", Group: out},
		{Keys: []string{"c"}, Intent: nextMeasure, Help: "frequency.key.measure", Group: table, Footer: true},
		{Keys: []string{"b"}, Intent: nextBreakdown, Help: "frequency.key.by", Group: table, Footer: true},
		{Keys: []string{"r"}, Intent: rollUp, Help: "frequency.key.rollup", Group: table, Footer: true},
		{Keys: []string{"/"}, Intent: findRows, Help: "frequency.key.find", Group: table, Footer: true},
		{Keys: []string{"o"}, Intent: sortRows, Help: "frequency.key.sort", Group: table, On: s.hasRows, Why: "frequency.no-rows"},
		{Keys: []string{"H"}, Intent: hideEmpty, Help: "frequency.key.hide", Group: table},
		{Keys: []string{"u"}, Intent: nextUnit, Help: "frequency.key.unit", Group: table, On: s.unitCounts, Why: "frequency.unit-only"},
	}, tables.Motions(true)...)
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.typing {
		s.pressFilter(msg)
		return nil
	}
	s.passages.Drop()
	if intent, _, ok := s.keys.Press(msg); ok {
		return s.do(intent)
	}
	return nil
}

// pressFilter takes keys while rows are being looked for.
func (s *Screen) pressFilter(msg tea.KeyPressMsg) {
	code := s.code()
	switch msg.String() {
	case "esc":
		s.Back()
		return
	case "enter":
		s.typing = false
	case "up":
		s.grid.Follow(keys.Up)
	case "down":
		s.grid.Follow(keys.Down)
	default:
		if s.filter.Update(msg) {
			s.arrange()
			s.follow(code)
		}
	}
	s.figures.Spoil()
}

// Run does what the binding with this index would.
func (s *Screen) Run(index int) tea.Cmd {
	if intent, ok := s.keys.Pick(index); ok {
		return s.do(intent)
	}
	return nil
}

func (s *Screen) do(intent keys.Intent) tea.Cmd {
	if s.grid.Follow(intent) {
		s.figures.Spoil()
		return nil
	}
	now := s.settings()
	switch intent {
	case nextMeasure:
		return s.change(setMeasure, tables.After(measures, s.measure()).String())
	case nextBreakdown:
		return s.change(setBy, tables.After(s.breakdowns(), now.by))
	case nextUnit:
		return s.change(setUnit, tables.After(units, now.unit).String())
	case rollUp:
		return s.change(setRollup, tables.Switched(s.env.Study, setRollup))
	case hideEmpty:
		return s.change(setHide, tables.Switched(s.env.Study, setHide))
	case sortRows:
		s.sortHere()
	case findRows:
		s.typing = true
		s.figures.Spoil()
	case openPassages:
		return s.open()
	case copyTable:
		s.copy()
	case copyCommand:
		tables.CopyCommand(s.env, s.command())
	case sayExport:
		s.env.Say(s.env.T("tables.export", "Command", s.command()+" -o "+s.env.T("frequency.file")))
	}
	return nil
}

// Entries are the screen's keys for help and palette.
func (s *Screen) Entries() []keys.Entry { return s.keys.Entries() }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.keys.Footer() }
