package library

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// What keys mean here beside the motions.
const (
	read = keys.Own + iota
	narrow
	resort
	bring
	edit
	finish
	memo
	remove
	editText
	undo
	redo
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const moving, doing = "library.moving", "library.doing"
	here := func() bool { return s.current() != nil }
	writable := func() bool { return here() && !s.env.Study.ReadOnly() }
	open := func() bool { return !s.env.Study.ReadOnly() }
	some := func() bool { return len(s.entries) > 0 }
	return keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: read, Help: "library.read", Group: doing, Footer: true, On: here, Why: "library.none-here"},
		{Keys: []string{"/"}, Intent: narrow, Help: "library.filter", Group: doing, Footer: true, On: some, Why: "library.none-here"},
		{Keys: []string{"i"}, Intent: bring, Help: "library.import", Group: doing, Footer: true, On: open, Why: "library.read-only"},
		{Keys: []string{"e"}, Intent: edit, Help: "library.edit", Group: doing, Footer: true, On: writable, Why: "library.cannot-change"},
		{Keys: []string{"o"}, Intent: resort, Help: "library.sort", Group: doing, Footer: true, On: some, Why: "library.none-here"},
		{Keys: []string{"f"}, Intent: finish, Help: "library.finish", Group: doing, Footer: true, On: writable, Why: "library.cannot-change"},
		{Keys: []string{"m", "n"}, Intent: memo, Help: "library.memo", Group: doing, On: writable, Why: "library.cannot-change"},
		{Keys: []string{"E"}, Intent: editText, Help: "edit.key", Group: doing, On: writable, Why: "library.cannot-change"},
		{Keys: []string{"D"}, Intent: remove, Help: "library.remove", Group: doing, On: writable, Why: "library.cannot-change"},
		{Keys: []string{"u"}, Intent: undo, Help: "library.undo", Group: doing},
		{Keys: []string{"ctrl+r"}, Intent: redo, Help: "library.redo", Group: doing},
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "library.down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "library.up", Group: moving},
		{Keys: []string{"pgdown", "ctrl+d", "space"}, Intent: keys.PageDown, Help: "library.page-down", Group: moving},
		{Keys: []string{"pgup", "ctrl+u"}, Intent: keys.PageUp, Help: "library.page-up", Group: moving},
		{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "library.first", Group: moving},
		{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "library.last", Group: moving},
	}
}

func (s *Screen) follow(i keys.Intent) tea.Cmd {
	switch i {
	case read:
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Reader, Passage: codebook.Passage{Transcript: s.current().row.No}}})
	case narrow:
		s.filtering = true
		s.arrange()
	case resort:
		s.sort = (s.sort + 1) % sortings
		s.env.Study.Set(sortSetting, s.sort.name())
		s.list()
	case bring:
		s.env.Wish(screen.Bring{})
	case edit:
		s.edit(s.current().row)
	case finish:
		s.finish(s.current().row)
	case memo:
		s.slot.AskMemo(title(s.current().row), codebook.TargetTranscript, s.current().row.No)
	case remove:
		s.remove(s.current().row)
	case editText:
		s.env.Wish(screen.EditText{Transcript: s.current().row.No})
	case undo:
		s.env.Wish(screen.Undo{})
	case redo:
		s.env.Wish(screen.Redo{})
	default:
		s.move(i.Steps(max(1, s.rows()-1), len(s.lines)))
	}
	return nil
}
