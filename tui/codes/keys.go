package codes

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// What keys mean here beside the motions.
const (
	goIn = keys.Own + iota
	goOut
	fold
	foldAll
	seek
	passages
	addChild
	addSibling
	edit
	recolour
	pinDigit
	pinAny
	moveUp
	moveDown
	moveOut
	moveIn
	mark
	paste
	merge
	remove
	memo
	links
	archive
	showArchived
	roll
	detailDown
	detailUp
	undo
	redo
	splitCode
	fuseCodings
	lintCodes
	enterDetail
)

func (s *Screen) bindings() keys.Table[keys.Intent] {
	const moving, looking, changing = "codes.moving", "codes.looking", "codes.changing"
	here := func() bool { return s.current() != nil }
	open := func() bool { return !s.env.Study.ReadOnly() }
	writable := func() bool { return here() && open() }
	marked := func() bool { return writable() && len(s.marked) > 0 }
	const none, locked, unmarked = "codes.none-here", "codes.cannot-change", "codes.none-marked"
	return keys.Table[keys.Intent]{
		{Keys: []string{"a"}, Intent: addChild, Help: "codes.add-child", Group: changing, Footer: true, On: open, Why: "codes.read-only"},
		{Keys: []string{"A"}, Intent: addSibling, Help: "codes.add-sibling", Group: changing, On: open, Why: "codes.read-only"},
		{Keys: []string{"e", "r"}, Intent: edit, Help: "codes.edit", Group: changing, Footer: true, On: writable, Why: locked},
		{Keys: []string{"c"}, Intent: recolour, Help: "codes.recolour", Group: changing, On: writable, Why: locked},
		{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Show: "1–9", Intent: pinDigit, Help: "codes.pin-digit", Group: changing, On: writable, Why: locked},
		{Keys: []string{"p"}, Intent: pinAny, Help: "codes.pin", Group: changing, On: writable, Why: locked},
		{Keys: []string{"K", "shift+up"}, Intent: moveUp, Help: "codes.move-up", Group: changing, On: writable, Why: locked},
		{Keys: []string{"J", "shift+down"}, Intent: moveDown, Help: "codes.move-down", Group: changing, On: writable, Why: locked},
		{Keys: []string{"<"}, Intent: moveOut, Help: "codes.move-out", Group: changing, On: writable, Why: locked},
		{Keys: []string{">"}, Intent: moveIn, Help: "codes.move-in", Group: changing, On: writable, Why: locked},
		{Keys: []string{"m"}, Intent: mark, Help: "codes.mark", Group: changing, On: here, Why: none},
		{Keys: []string{"P"}, Intent: paste, Help: "codes.paste", Group: changing, Footer: true, On: marked, Why: unmarked},
		{Keys: []string{"M"}, Intent: merge, Help: "codes.merge", Group: changing, Footer: true, On: writable, Why: locked},
		{Keys: []string{"S"}, Intent: splitCode, Help: "codes.split", Group: changing, On: writable, Why: locked},
		{Keys: []string{"F"}, Intent: fuseCodings, Help: "codes.fuse", Group: changing, On: writable, Why: locked},
		{Keys: []string{"x", "D", "delete"}, Intent: remove, Help: "codes.remove", Group: changing, On: writable, Why: locked},
		{Keys: []string{"n"}, Intent: memo, Help: "codes.memo", Group: changing, On: writable, Why: locked},
		{Keys: []string{"o"}, Intent: archive, Help: "codes.archive", Group: changing, On: writable, Why: locked},
		{Keys: []string{"u"}, Intent: undo, Help: "codes.undo", Group: changing},
		{Keys: []string{"ctrl+r"}, Intent: redo, Help: "codes.redo", Group: changing},
		{Keys: []string{"enter"}, Intent: passages, Help: "codes.passages", Group: looking, Footer: true, On: here, Why: none},
		{Keys: []string{"L"}, Intent: links, Help: "codes.links", Group: looking, On: here, Why: none},
		{Keys: []string{"/"}, Intent: seek, Help: "codes.find", Group: looking, Footer: true, On: here, Why: none},
		{Keys: []string{"t"}, Intent: roll, Help: "codes.roll", Group: looking, Footer: true},
		{Keys: []string{"v"}, Intent: lintCodes, Help: "codes.lint", Group: looking, On: here, Why: none},
		{Keys: []string{"O"}, Intent: showArchived, Help: "codes.show-archived", Group: looking},
		{Keys: []string{"space"}, Intent: fold, Help: "codes.fold", Group: looking, On: here, Why: none},
		{Keys: []string{"z"}, Intent: foldAll, Help: "codes.fold-all", Group: looking, On: here, Why: none},
		{Keys: []string{"tab"}, Intent: enterDetail, Help: "codes.enter-detail", Group: looking, On: here, Why: none},
		{Keys: []string{"ctrl+d"}, Intent: detailDown, Help: "codes.detail-down", Group: looking},
		{Keys: []string{"ctrl+u"}, Intent: detailUp, Help: "codes.detail-up", Group: looking},
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "codes.down", Group: moving},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "codes.up", Group: moving},
		{Keys: []string{"right", "l"}, Intent: goIn, Help: "codes.in", Group: moving, On: here, Why: none},
		{Keys: []string{"left", "h"}, Intent: goOut, Help: "codes.out", Group: moving, On: here, Why: none},
		{Keys: []string{"pgdown"}, Intent: keys.PageDown, Help: "codes.page-down", Group: moving},
		{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "codes.page-up", Group: moving},
		{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "codes.first", Group: moving},
		{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "codes.last", Group: moving},
	}
}

// follow does what is meant. key is the key itself, a digit being the pin; empty when none was pressed.
func (s *Screen) follow(i keys.Intent, key string) tea.Cmd {
	switch i {
	case passages:
		return s.passagesCmd(s.rows[s.at])
	case splitCode:
		return s.split()
	case lintCodes:
		return s.askLint()
	case pinDigit:
		if key == "" {
			s.askPin()
		} else {
			s.pin(s.current(), key)
		}
	case links:
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Links, Code: s.rows[s.at]}})
	case undo:
		s.env.Wish(screen.Undo{})
	case redo:
		s.env.Wish(screen.Redo{})
	default:
		if do, ok := s.deeds()[i]; ok {
			do()
		} else {
			s.move(i.Steps(max(1, s.height()-1), len(s.rows)))
		}
	}
	return nil
}

// deeds are what the other intents lead to.
func (s *Screen) deeds() map[keys.Intent]func() {
	return map[keys.Intent]func(){
		goIn: s.in, goOut: s.out, fold: s.fold, foldAll: s.foldAll, seek: s.seek,
		addChild: s.addChild, addSibling: s.addSibling, edit: s.edit, recolour: s.recolour, pinAny: s.askPin,
		moveUp: func() { s.shift(-1) }, moveDown: func() { s.shift(1) }, moveOut: s.moveOut, moveIn: s.moveIn,
		mark: s.mark, paste: s.paste, merge: s.merge, fuseCodings: s.fuse, remove: s.remove, memo: s.memo, archive: s.archive,
		showArchived: s.showArchived, roll: s.roll, enterDetail: s.intoDetail,
		detailDown: func() { s.detail.scroll(roomIn(s.area).step()) }, detailUp: func() { s.detail.scroll(-roomIn(s.area).step()) },
	}
}
