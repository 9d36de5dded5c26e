package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// intent is what a key means.
type intent uint8

const (
	doNext intent = iota
	doPrevious
	doLonger
	doShorter
	doRight
	doLeft
	doWordRight
	doWordLeft
	doFree
	doSwap
	doTurnBefore
	doTurnAfter
	doParagraph
	doTurn
	doPassageBefore
	doPassageAfter
	doMemoBefore
	doMemoAfter
	doOpenBefore
	doOpenAfter
	doCode
	doPin
	doCodeKeys
	doMoveOn
	doRepeat
	doSuggestion
	doSuggestionStay
	doSuggestions
	doRecode
	doInVivo
	doTakeOff
	doMemo
	doEnds
	doKeepEnds
	doStar
	doFinish
	doExample
	doEditText
	doCopy
	doUndo
	doRedo
	doSearch
	doSearchNext
	doSearchBefore
	doFirst
	doLast
	doPageDown
	doPageUp
	doHalfDown
	doHalfUp
	doPlain
	doShow
	doAllHere
	doOverview
	doBeside
	doBesideWhich
	doOtherSide
	doAlone
	doLink
	doUndoKey
	doKeysHere
	doBack
)

// acts is what the reader does for each intent. That for doPin needs more than the intent.
var acts = map[intent]func(*Reader) tea.Cmd{
	doNext: plainly((*Reader).nextOrLonger), doPrevious: plainly((*Reader).previousOrShorter),
	doLonger: plainly((*Reader).longer), doShorter: plainly((*Reader).shorter),
	doRight: plainly((*Reader).right), doLeft: plainly((*Reader).left),
	doWordRight: plainly((*Reader).wordRight), doWordLeft: plainly((*Reader).wordLeft),
	doFree: plainly((*Reader).free), doSwap: plainly((*Reader).swap),
	doTurnBefore: by((*Reader).turn, -1), doTurnAfter: by((*Reader).turn, 1),
	doParagraph: plainly((*Reader).wholeParagraph), doTurn: plainly((*Reader).wholeTurn),
	doPassageBefore: by((*Reader).codedPassage, -1), doPassageAfter: by((*Reader).codedPassage, 1),
	doMemoBefore: by((*Reader).memo, -1), doMemoAfter: by((*Reader).memo, 1),
	doOpenBefore: by((*Reader).openTurn, -1), doOpenAfter: by((*Reader).openTurn, 1),
	doCode: plainly((*Reader).openPicker), doCodeKeys: plainly((*Reader).toggleCodeKeys), doMoveOn: plainly((*Reader).toggleMoveOn),
	doSuggestion: plainly((*Reader).takeSuggestion), doSuggestionStay: plainly((*Reader).stayWithSuggestion),
	doSuggestions: plainly((*Reader).toggleSuggestions), doRepeat: plainly((*Reader).repeat),
	doRecode: plainly((*Reader).recode), doInVivo: plainly((*Reader).inVivo),
	doTakeOff: plainly((*Reader).takeOff), doMemo: plainly((*Reader).openMemo),
	doEnds: plainly((*Reader).changeEnds), doKeepEnds: plainly((*Reader).keepEnds),
	doStar: plainly((*Reader).star), doFinish: plainly((*Reader).finish), doExample: plainly((*Reader).example),
	doEditText: plainly((*Reader).editText), doCopy: plainly((*Reader).copyPassage),
	doUndo: wishing(screen.Undo{}), doRedo: wishing(screen.Redo{}),
	doSearch: plainly((*Reader).openSearch), doSearchNext: by((*Reader).searchOn, 1), doSearchBefore: by((*Reader).searchOn, -1),
	doFirst: plainly((*Reader).first), doLast: plainly((*Reader).last),
	doPageDown: by((*Reader).pages, 2), doPageUp: by((*Reader).pages, -2),
	doHalfDown: by((*Reader).pages, 1), doHalfUp: by((*Reader).pages, -1),
	doPlain: plainly((*Reader).togglePlain), doShow: plainly((*Reader).chooseDisplay),
	doAllHere: plainly((*Reader).listHere), doOverview: plainly((*Reader).openOverview),
	doBeside: (*Reader).beside, doBesideWhich: plainly((*Reader).chooseBeside),
	doOtherSide: plainly((*Reader).otherSide), doAlone: plainly((*Reader).alone),
	doLink:    plainly((*Reader).linkHere),
	doUndoKey: plainly((*Reader).undoKey), doKeysHere: wishing(screen.Go{Route: screen.Route{To: screen.Help}}),
	doBack: func(r *Reader) tea.Cmd { r.Back(); return nil },
}

func plainly(act func(*Reader)) func(*Reader) tea.Cmd {
	return func(r *Reader) tea.Cmd { act(r); return nil }
}

func by(act func(*Reader, int), n int) func(*Reader) tea.Cmd {
	return func(r *Reader) tea.Cmd { act(r, n); return nil }
}

func wishing(w screen.Wish) func(*Reader) tea.Cmd {
	return func(r *Reader) tea.Cmd { r.env.Wish(w); return nil }
}

// bindings is the table of the reader's keys.
func (r *Reader) bindings() keys.Table[intent] {
	const move, choose, code, note, seek = "reader.group-move", "reader.group-select", "reader.group-code", "reader.group-note", "reader.group-search"
	const beside = "reader.group-beside"
	two := func() bool { return len(r.sides) > 1 }
	sure := func() bool { return !r.env.Study.ReadOnly() }
	const why = "reader.read-only"
	rows := keys.Table[intent]{
		{Keys: []string{"enter", "c"}, Intent: doCode, Help: "reader.do-code", Group: code, Footer: true, On: sure, Why: why},
		{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Intent: doPin, Help: "reader.do-pin", Group: code, Show: "1–9", Footer: true, On: sure, Why: why},
		{Keys: []string{"."}, Intent: doRepeat, Help: "reader.do-repeat", Group: code, Footer: true, On: sure, Why: why},
		{Keys: []string{"tab"}, Intent: doCodeKeys, Help: "reader.do-code-keys", Group: code, Footer: true, On: sure, Why: why},
		{Keys: []string{";"}, Intent: doMoveOn, Help: "reader.do-move-on", Group: code},
		{Keys: []string{"="}, Intent: doSuggestion, Help: "suggest.do-take", Group: code, On: sure, Why: why},
		{Keys: []string{"+"}, Intent: doSuggestionStay, Help: "suggest.do-take-stay", Group: code, On: sure, Why: why},
		{Keys: []string{"g ="}, Intent: doSuggestions, Help: "suggest.do-switch", Group: code},
		{Keys: []string{"r"}, Intent: doRecode, Help: "reader.do-recode", Group: code, On: sure, Why: why},
		{Keys: []string{"i"}, Intent: doInVivo, Help: "reader.do-in-vivo", Group: code, On: sure, Why: why},
		{Keys: []string{"x", "delete"}, Intent: doTakeOff, Help: "reader.do-take-off", Group: code, On: sure, Why: why},
		{Keys: []string{"e"}, Intent: doEnds, Help: "reader.do-ends", Group: code, On: sure, Why: why},
		{Keys: []string{}, Intent: doLink, Help: "links.link-here", Group: code, On: sure, Why: why},
		{Keys: []string{"u", "ctrl+z"}, Intent: doUndo, Help: "reader.do-undo", Group: code, Footer: true, On: sure, Why: why},
		{Keys: []string{"ctrl+r", "ctrl+y"}, Intent: doRedo, Help: "reader.do-redo", Group: code, On: sure, Why: why},

		{Keys: []string{"m"}, Intent: doMemo, Help: "reader.do-memo", Group: note, Footer: true, On: sure, Why: why},
		{Keys: []string{"*"}, Intent: doStar, Help: "reader.do-star", Group: note, On: sure, Why: why},
		{Keys: []string{"g e"}, Intent: doExample, Help: "reader.do-example", Group: note, On: sure, Why: why},
		{Keys: []string{"f"}, Intent: doFinish, Help: "reader.do-finish", Group: note, On: sure, Why: why},
		{Keys: []string{"E"}, Intent: doEditText, Help: "edit.key", Group: note, On: sure, Why: why},
		{Keys: []string{"y"}, Intent: doCopy, Help: "reader.do-copy", Group: note},

		{Keys: []string{"down", "j"}, Intent: doNext, Help: "reader.do-next", Group: move},
		{Keys: []string{"up", "k"}, Intent: doPrevious, Help: "reader.do-previous", Group: move},
		{Keys: []string{"space"}, Intent: doNext},
		{Keys: []string{"}"}, Intent: doTurnAfter, Help: "reader.do-turn-after", Group: move},
		{Keys: []string{"{"}, Intent: doTurnBefore, Help: "reader.do-turn-before", Group: move},
		{Keys: []string{"]"}, Intent: doPassageAfter, Help: "reader.do-passage-after", Group: move},
		{Keys: []string{"["}, Intent: doPassageBefore, Help: "reader.do-passage-before", Group: move},
		{Keys: []string{"g m"}, Intent: doMemoAfter, Help: "reader.do-memo-after", Group: move},
		{Keys: []string{"g M"}, Intent: doMemoBefore, Help: "reader.do-memo-before", Group: move},
		{Keys: []string{")"}, Intent: doOpenAfter, Help: "reader.do-open-after", Group: move},
		{Keys: []string{"("}, Intent: doOpenBefore, Help: "reader.do-open-before", Group: move},
		{Keys: []string{"g g", "home"}, Intent: doFirst, Help: "reader.do-first", Group: move},
		{Keys: []string{"G", "end"}, Intent: doLast, Help: "reader.do-last", Group: move},
		{Keys: []string{"pgdown"}, Intent: doPageDown, Help: "reader.do-page-down", Group: move},
		{Keys: []string{"pgup"}, Intent: doPageUp, Help: "reader.do-page-up", Group: move},
		{Keys: []string{"ctrl+d"}, Intent: doHalfDown, Help: "reader.do-half-down", Group: move},
		{Keys: []string{"ctrl+u"}, Intent: doHalfUp, Help: "reader.do-half-up", Group: move},

		{Keys: []string{"shift+down", "J"}, Intent: doLonger, Help: "reader.do-longer", Group: choose},
		{Keys: []string{"shift+up", "K"}, Intent: doShorter, Help: "reader.do-shorter", Group: choose},
		{Keys: []string{"right", "l"}, Intent: doRight, Help: "reader.do-right", Group: choose},
		{Keys: []string{"left", "h"}, Intent: doLeft, Help: "reader.do-left", Group: choose},
		{Keys: []string{"w", "ctrl+right"}, Intent: doWordRight, Help: "reader.do-word-right", Group: choose},
		{Keys: []string{"b", "ctrl+left"}, Intent: doWordLeft, Help: "reader.do-word-left", Group: choose},
		{Keys: []string{"o"}, Intent: doSwap, Help: "reader.do-swap", Group: choose},
		{Keys: []string{"v"}, Intent: doFree, Help: "reader.do-free", Group: choose},
		{Keys: []string{"p"}, Intent: doParagraph, Help: "reader.do-paragraph", Group: choose},
		{Keys: []string{"t"}, Intent: doTurn, Help: "reader.do-turn", Group: choose},

		{Keys: []string{"/"}, Intent: doSearch, Help: "reader.do-search", Group: seek},
		{Keys: []string{"n"}, Intent: doSearchNext, Help: "reader.do-search-next", Group: seek},
		{Keys: []string{"N"}, Intent: doSearchBefore, Help: "reader.do-search-before", Group: seek},
		{Keys: []string{"d"}, Intent: doShow, Help: "reader.do-show", Group: seek},
		{Keys: []string{"a"}, Intent: doAllHere, Help: "reader.do-all-here", Group: seek},
		{Keys: []string{"O"}, Intent: doOverview, Help: "reader.do-overview", Group: seek},
		{Keys: []string{"z"}, Intent: doPlain, Help: "reader.do-plain", Group: seek},

		{Keys: []string{"s"}, Intent: doBeside, Help: "reader.do-beside", Group: beside},
		{Keys: []string{"g s"}, Intent: doBesideWhich, Help: "reader.do-beside-which", Group: beside},
		{Keys: []string{"ctrl+w"}, Intent: doOtherSide, Help: "reader.do-other-side", Group: beside, On: two, Why: "reader.not-beside"},
		{Keys: []string{"S"}, Intent: doAlone, Help: "reader.do-alone", Group: beside, On: two, Why: "reader.not-beside"},
	}
	return rows
}

// keysBindings is the table of code keys: what is no letter and no digit.
func keysBindings() keys.Table[intent] {
	const group = "reader.do-code-keys"
	return keys.Table[intent]{
		{Show: "a–z / A–Z / 1–9", Intent: doPin, Help: "reader.do-code-key", Group: group},
		{Keys: []string{"space", "down"}, Intent: doNext, Help: "reader.do-next", Group: group, Footer: true},
		{Keys: []string{"up"}, Intent: doPrevious, Help: "reader.do-previous", Group: group, Footer: true},
		{Keys: []string{"shift+down"}, Intent: doLonger, Help: "reader.do-longer", Group: group},
		{Keys: []string{"shift+up"}, Intent: doShorter, Help: "reader.do-shorter", Group: group},
		{Keys: []string{"right"}, Intent: doRight, Help: "reader.do-right", Group: group},
		{Keys: []string{"left"}, Intent: doLeft, Help: "reader.do-left", Group: group},
		{Keys: []string{"ctrl+right"}, Intent: doWordRight, Help: "reader.do-word-right", Group: group},
		{Keys: []string{"ctrl+left"}, Intent: doWordLeft, Help: "reader.do-word-left", Group: group},
		{Keys: []string{"pgdown"}, Intent: doPageDown, Help: "reader.do-page-down", Group: group},
		{Keys: []string{"pgup"}, Intent: doPageUp, Help: "reader.do-page-up", Group: group},
		{Keys: []string{"home"}, Intent: doFirst, Help: "reader.do-first", Group: group},
		{Keys: []string{"end"}, Intent: doLast, Help: "reader.do-last", Group: group},
		{Keys: []string{"enter"}, Intent: doCode, Help: "reader.do-code", Group: group, Footer: true},
		{Keys: []string{"backspace", "ctrl+z"}, Intent: doUndoKey, Help: "reader.do-undo", Group: group, Footer: true},
		{Keys: []string{"ctrl+r", "ctrl+y"}, Intent: doRedo, Help: "reader.do-redo", Group: group},
		{Keys: []string{";"}, Intent: doMoveOn, Help: "reader.do-move-on", Group: group, Footer: true},
		{Keys: []string{"."}, Intent: doRepeat, Help: "reader.do-repeat", Group: group},
		{Keys: []string{"="}, Intent: doSuggestion, Help: "suggest.do-take", Group: group},
		{Keys: []string{"+"}, Intent: doSuggestionStay, Help: "suggest.do-take-stay", Group: group},
		{Keys: []string{"{"}, Intent: doTurnBefore, Help: "reader.do-turn-before", Group: group},
		{Keys: []string{"}"}, Intent: doTurnAfter, Help: "reader.do-turn-after", Group: group},
		{Keys: []string{"["}, Intent: doPassageBefore, Help: "reader.do-passage-before", Group: group},
		{Keys: []string{"]"}, Intent: doPassageAfter, Help: "reader.do-passage-after", Group: group},
		{Keys: []string{"("}, Intent: doOpenBefore, Help: "reader.do-open-before", Group: group},
		{Keys: []string{")"}, Intent: doOpenAfter, Help: "reader.do-open-after", Group: group},
		{Keys: []string{"*"}, Intent: doStar, Help: "reader.do-star", Group: group},
		{Keys: []string{"ctrl+w"}, Intent: doOtherSide, Help: "reader.do-other-side", Group: group},
		{Keys: []string{"tab"}, Intent: doCodeKeys, Help: "reader.do-leave-keys", Group: group, Footer: true},
		{Keys: []string{"?"}, Intent: doKeysHere, Help: "app.keys-here", Group: group},
	}
}

// endsBindings is the table of changing a coding's ends.
func endsBindings() keys.Table[intent] {
	const group = "reader.do-ends"
	return keys.Table[intent]{
		{Keys: []string{"J", "shift+down", "down", "j"}, Intent: doLonger, Help: "reader.do-longer", Group: group, Footer: true},
		{Keys: []string{"K", "shift+up", "up", "k"}, Intent: doShorter, Help: "reader.do-shorter", Group: group, Footer: true},
		{Keys: []string{"l", "right"}, Intent: doRight, Help: "reader.do-right", Group: group},
		{Keys: []string{"h", "left"}, Intent: doLeft, Help: "reader.do-left", Group: group},
		{Keys: []string{"w", "ctrl+right"}, Intent: doWordRight, Help: "reader.do-word-right", Group: group, Footer: true},
		{Keys: []string{"b", "ctrl+left"}, Intent: doWordLeft, Help: "reader.do-word-left", Group: group, Footer: true},
		{Keys: []string{"o"}, Intent: doSwap, Help: "reader.do-swap", Group: group, Footer: true},
		{Keys: []string{"enter"}, Intent: doKeepEnds, Help: "reader.do-keep-ends", Group: group, Footer: true},
	}
}

func (r *Reader) nextOrLonger() {
	if r.mode == modeFree {
		r.longer()
		return
	}
	r.next()
}

func (r *Reader) previousOrShorter() {
	if r.mode == modeFree {
		r.shorter()
		return
	}
	r.previous()
}
