package memos

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// What keys mean here beside the motions.
const (
	visit = keys.Own + iota
	narrow
	resort
	compose
	edit
	editOutside
	remove
	copyMemo
	copyCommand
	detailDown
	detailUp
	undo
	redo
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const moving, doing = "memos.moving", "memos.doing"
	here := func() bool { return s.current() != nil }
	open := func() bool { return !s.env.Study.ReadOnly() }
	writable := func() bool { return here() && open() }
	some := func() bool { return len(s.entries) > 0 }
	const none, locked = "memos.none-here", "memos.cannot-change"
	return keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: visit, Help: "memos.visit", Group: doing, Footer: true, On: here, Why: none},
		{Keys: []string{"/"}, Intent: narrow, Help: "memos.filter", Group: doing, Footer: true, On: some, Why: none},
		{Keys: []string{"n"}, Intent: compose, Help: "memos.compose", Group: doing, Footer: true, On: open, Why: "memos.read-only"},
		{Keys: []string{"e"}, Intent: edit, Help: "memos.edit", Group: doing, Footer: true, On: writable, Why: locked},
		{Keys: []string{"E"}, Intent: editOutside, Help: "memos.editor", Group: doing, On: writable, Why: locked},
		{Keys: []string{"o"}, Intent: resort, Help: "memos.sort", Group: doing, Footer: true, On: some, Why: none},
		{Keys: []string{"x", "D", "delete"}, Intent: remove, Help: "memos.remove", Group: doing, Footer: true, On: writable, Why: locked},
		{Keys: []string{"y"}, Intent: copyMemo, Help: "memos.copy", Group: doing, On: here, Why: none},
		{Keys: []string{"Y"}, Intent: copyCommand, Help: "tables.copy-command", Group: doing},
		{Keys: []string{"u"}, Intent: undo, Help: "memos.undo", Group: doing},
		{Keys: []string{"ctrl+r"}, Intent: redo, Help: "memos.redo", Group: doing},
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "memos.down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "memos.up", Group: moving},
		{Keys: []string{"pgdown", "space"}, Intent: keys.PageDown, Help: "memos.page-down", Group: moving},
		{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "memos.page-up", Group: moving},
		{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "memos.first", Group: moving},
		{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "memos.last", Group: moving},
		{Keys: []string{"ctrl+d"}, Intent: detailDown, Help: "memos.text-down", Group: moving, On: here, Why: none},
		{Keys: []string{"ctrl+u"}, Intent: detailUp, Help: "memos.text-up", Group: moving, On: here, Why: none},
	}
}

func (s *Screen) follow(i keys.Intent) tea.Cmd {
	switch i {
	case visit:
		s.visit()
	case narrow:
		s.filtering = true
	case resort:
		s.order = (s.order + 1) % orders
		s.env.Study.Set(orderSetting, orderNames[s.order])
		s.list()
		s.env.Say(s.env.T(orderWords[s.order]))
	case compose:
		s.compose()
	case edit:
		s.edit()
	case editOutside:
		s.editOutside()
	case remove:
		s.remove()
	case copyMemo:
		s.copy()
	case copyCommand:
		s.copyCommand()
	case undo:
		s.env.Wish(screen.Undo{})
	case redo:
		s.env.Wish(screen.Redo{})
	case detailDown, detailUp:
		s.scrollDetail(i == detailDown)
	default:
		s.move(i.Steps(max(1, s.rows()-1), len(s.lines)))
	}
	return nil
}
