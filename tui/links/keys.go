package links

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// What keys mean here beside going up and down.
const (
	goTo = keys.Own + iota
	otherView
	chooseCode
	openEvidence
	toCodebook
	add
	changeKind
	note
	remove
	copyCommand
	sayExport
	undo
	redo
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const looking, changing, out = "links.looking", "links.changing", "tables.out"
	some := func() bool { return s.other() != 0 }
	resting := func() bool { l := s.link(); return l != nil && l.Transcript != 0 }
	open := func() bool { return !s.env.Study.ReadOnly() && s.middle() != 0 }
	writable := func() bool { return s.link() != nil && !s.env.Study.ReadOnly() }
	around := func() bool { return s.view == around }
	const none, locked = "links.none-here", "links.cannot-change"
	return append(keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: goTo, Help: "links.walk", Group: looking, Footer: true, On: some, Why: none},
		{Keys: []string{"tab"}, Intent: otherView, Help: "links.other-view", Group: looking, Footer: true},
		{Keys: []string{"a"}, Intent: add, Help: "links.add", Group: changing, Footer: true, On: open, Why: locked},
		{Keys: []string{"e"}, Intent: openEvidence, Help: "links.open-evidence", Group: looking, Footer: true, On: resting, Why: "links.no-evidence"},
		{Keys: []string{"x", "delete"}, Intent: remove, Help: "links.remove", Group: changing, Footer: true, On: writable, Why: locked},
		{Keys: []string{"K"}, Intent: changeKind, Help: "links.change-kind", Group: changing, On: writable, Why: locked},
		{Keys: []string{"n"}, Intent: note, Help: "links.edit-note", Group: changing, On: writable, Why: locked},
		{Keys: []string{"u"}, Intent: undo, Help: "links.undo", Group: changing},
		{Keys: []string{"ctrl+r"}, Intent: redo, Help: "links.redo", Group: changing},
		{Keys: []string{"/"}, Intent: chooseCode, Help: "links.choose-code", Group: looking, Footer: true},
		{Keys: []string{"c"}, Intent: toCodebook, Help: "links.to-codebook", Group: looking, On: func() bool { return s.middle() != 0 }, Why: none},
		{Keys: []string{"left", "h"}, Intent: keys.Left, Help: "links.left", Group: looking, On: around, Why: "links.only-around"},
		{Keys: []string{"right", "l"}, Intent: keys.Right, Help: "links.right", Group: looking, On: around, Why: "links.only-around"},
		{Keys: []string{"E"}, Intent: sayExport, Help: "links.export", Group: out},
		{Keys: []string{"Y"}, Intent: copyCommand, Help: "tables.copy-command", Group: out},
	}, tables.Steps()...)
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.picking != nil:
		return s.pick(key)
	case s.slot.Open():
		return s.slot.Update(key)
	}
	if intent, _, ok := s.keys.Press(key); ok {
		return s.follow(intent)
	}
	return nil
}

func (s *Screen) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case s.picking != nil:
		return s.pick(msg)
	case s.slot.Open():
		return s.slot.Update(msg)
	}
	return nil
}

// Run does what the binding with this index would.
func (s *Screen) Run(index int) tea.Cmd {
	intent, ok := s.keys.Pick(index)
	if !ok {
		return nil
	}
	s.sketch.Spoil()
	cmd := s.follow(intent)
	s.weave()
	s.settle()
	return tea.Batch(cmd, s.read(), s.tally())
}

func (s *Screen) follow(i keys.Intent) tea.Cmd {
	switch i {
	case goTo:
		s.walk(place{code: s.other()})
	case otherView:
		s.turn()
	case chooseCode:
		s.choose()
	case openEvidence:
		at, _ := s.link().Evidence()
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Reader, Passage: at}})
	case toCodebook:
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Codebook, Code: s.middle()}})
	case add:
		s.add(s.middle())
	case changeKind:
		s.changeKind()
	case note:
		s.editNote()
	case remove:
		s.remove()
	case copyCommand:
		tables.CopyCommand(s.env, s.command())
	case sayExport:
		s.env.Say(s.env.T("tables.export", "Command", s.command()))
	case undo:
		s.env.Wish(screen.Undo{})
	case redo:
		s.env.Wish(screen.Redo{})
	case keys.Left, keys.Right:
		s.aside(i)
	default:
		s.at += i.Steps(max(1, s.listHeight()-1), s.count())
	}
	return nil
}

// turn shows the other view: the chains with the cursor on this code, or what is
// around the code under the cursor.
func (s *Screen) turn() {
	if s.view == chains {
		s.walk(place{code: s.middle()})
		return
	}
	to := place{view: chains, code: s.code}
	for i, step := range s.steps {
		if step.Code == s.code && (step.Depth == 0 || s.steps[to.at].Code != s.code) {
			to.at = i
		}
	}
	s.walk(to)
	s.top = s.at // the whole chain is to be seen
}

// command draws what is shown.
func (s *Screen) command() string {
	file := s.env.T("links.file")
	if s.view == chains {
		return "fangtan links export " + file + " --kind causes"
	}
	return "fangtan links export " + file
}
