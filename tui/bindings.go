package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/bring"
	"fangtan/tui/keys"
	"fangtan/tui/palette"
	"fangtan/tui/screen"
)

// intent is what a key means on every screen.
type intent uint8

const (
	toHelp intent = iota + 1
	toTranscripts
	toReader
	toCodebook
	toFrequency
	toCooccurrence
	toExcerpts
	toJournal
	toMemos
	writeMemo
	toLinks
	toLater
	toKeys
	toPalette
	goBack
	takeBack
	bringAgain
	bringIn
	switchLanguage
	toReload
	suspend
	leave
	stop
)

// bindings are the keys that mean the same everywhere. Those of one letter give
// way where a field takes text.
func (a *App) bindings() keys.Table[intent] {
	const everywhere = "app.everywhere"
	later := func() bool { return false }
	return keys.Table[intent]{
		{Keys: []string{"f1"}, Intent: toHelp, Help: "app.help", Group: everywhere},
		{Keys: []string{"f2"}, Intent: toTranscripts, Help: "app.transcripts-screen", Group: everywhere},
		{Keys: []string{"f3"}, Intent: toReader, Help: "app.reader", Group: everywhere},
		{Keys: []string{"f4"}, Intent: toCodebook, Help: "app.codebook", Group: everywhere},
		{Keys: []string{"f5"}, Intent: toFrequency, Help: "app.frequency", Group: everywhere},
		{Keys: []string{"f6"}, Intent: toCooccurrence, Help: "app.cooccurrence", Group: everywhere},
		{Keys: []string{"f7"}, Intent: toExcerpts, Help: "app.excerpts", Group: everywhere},
		{Keys: []string{"f8"}, Intent: toLater, On: later, Why: "app.agreement-later"},
		{Keys: []string{"f9"}, Intent: toJournal, Help: "app.journal", Group: everywhere},
		{Keys: []string{"ctrl+e"}, Intent: toMemos, Help: "app.memos", Group: everywhere},
		{Keys: []string{}, Intent: writeMemo, Help: "app.project-memo", Group: everywhere},
		{Keys: []string{"ctrl+k"}, Intent: toLinks, Help: "links.title", Group: everywhere},
		{Keys: []string{"?"}, Intent: toKeys, Help: "app.keys-here", Group: everywhere},
		{Keys: []string{"ctrl+p", ":"}, Intent: toPalette, Help: "app.palette", Group: everywhere},
		{Keys: []string{"esc"}, Intent: goBack, Help: "app.back", Group: everywhere},
		{Keys: []string{"ctrl+z"}, Intent: takeBack, Help: "app.undo", Group: everywhere},
		{Keys: []string{"ctrl+y"}, Intent: bringAgain, Help: "app.redo", Group: everywhere},
		{Keys: []string{"ctrl+o"}, Intent: bringIn, Help: "app.import", Group: everywhere},
		{Keys: []string{"ctrl+g"}, Intent: switchLanguage, Help: "app.language", Group: everywhere},
		{Keys: []string{"ctrl+l"}, Intent: toReload, Help: "app.reload", Group: everywhere},
		{Keys: []string{}, Intent: suspend, Help: "app.suspend", Group: everywhere},
		{Keys: []string{"ctrl+q"}, Intent: leave, Help: "app.leave", Group: everywhere},
		{Keys: []string{"ctrl+c"}, Intent: stop},
	}
}

// always are the intents whose keys work where text is typed, too.
var always = map[intent]bool{
	toHelp: true, toTranscripts: true, toReader: true, toCodebook: true, toFrequency: true, toCooccurrence: true,
	toExcerpts: true, toJournal: true, toLinks: true, toLater: true, toPalette: true, leave: true, stop: true, toReload: true,
}

// press takes a key: the palette first, then what means the same everywhere,
// then the screen in front.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	a.status = status{}
	if a.tooSmall() {
		return a.pressSmall(msg)
	}
	if a.palette != nil {
		chosen, done := a.palette.Update(msg)
		if done {
			a.palette = nil
		}
		return a.choose(chosen)
	}
	if a.importing != nil {
		return a.pressImport(msg)
	}
	if a.editing != nil {
		return a.pressEdit(msg)
	}
	typing := a.front().Typing()
	key := keys.Normalize(msg)
	if typing {
		key = msg.String()
	}
	row, state := a.keys.Match("", key)
	if state == keys.None || typing && (!always[row.Intent] || len(msg.Text) > 0) {
		return a.front().Update(msg)
	}
	if state == keys.Off {
		a.warn(a.env.T(row.Why))
		return nil
	}
	return a.follow(row.Intent)
}

// pressSmall is for a terminal too small to show anything: only leaving works.
func (a *App) pressSmall(msg tea.KeyPressMsg) tea.Cmd {
	if key := msg.String(); key == "ctrl+q" || key == "ctrl+c" {
		a.leaving = true
	}
	return nil
}

var screenOf = map[intent]screen.Name{
	toTranscripts: screen.Transcripts, toReader: screen.Reader, toCodebook: screen.Codebook,
	toFrequency: screen.Frequency, toCooccurrence: screen.Cooccurrence, toExcerpts: screen.Excerpts, toLinks: screen.Links, toJournal: screen.Journal,
	toMemos: screen.Memos,
}

func (a *App) follow(i intent) tea.Cmd {
	if name, ok := screenOf[i]; ok {
		return a.visit(name)
	}
	switch i {
	case toHelp, toKeys:
		return a.help()
	case writeMemo:
		return a.open(screen.Route{To: screen.Memos, Write: true})
	case toPalette:
		a.palette = palette.New(a.env, a.actions())
	case goBack:
		return a.back()
	case takeBack:
		return a.undo()
	case bringAgain:
		return a.redo()
	case bringIn:
		return a.bring(nil)
	case switchLanguage:
		return a.otherLanguage()
	case toReload:
		return a.reload()
	case suspend:
		return tea.Suspend
	case leave:
		a.leaving = true
	case stop:
		a.say(a.env.T("app.how-to-leave"))
	}
	return nil
}

// here and everywhere name the two tables that the palette lists.
const (
	hereTable       = "here"
	everywhereTable = "everywhere"
)

// actions lists what can be done: on this screen, then everywhere.
func (a *App) actions() []palette.Item {
	var items []palette.Item
	here := a.front().Entries()
	for _, e := range here {
		items = append(items, palette.Item{Table: hereTable, Entry: e})
	}
	for _, e := range keys.Beside(here, a.keys.Entries(a.env.Words)) {
		items = append(items, palette.Item{Table: everywhereTable, Entry: e})
	}
	return items
}

func (a *App) choose(chosen *palette.Item) tea.Cmd {
	switch {
	case chosen == nil:
		return nil
	case chosen.Why != "":
		a.warn(a.env.T(chosen.Why))
		return nil
	case chosen.Table == hereTable:
		return a.front().Run(chosen.Index)
	}
	return a.follow(a.keys[chosen.Index].Intent)
}

// paste is text: only a field takes it; elsewhere paths open the import.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case a.palette != nil:
		a.palette.Update(msg)
		return nil
	case a.importing != nil:
		return a.pressImport(msg)
	case a.editing != nil:
		return a.pressEdit(msg)
	case a.front().Typing():
		return a.front().Update(msg)
	}
	if paths := dropped(msg.Content); len(paths) > 0 {
		return a.bring(paths)
	}
	a.warn(a.env.T("app.paste-nowhere"))
	return nil
}

// dropped are the paths in pasted text, if it is nothing but paths: what a
// terminal sends when files are dropped on it.
func dropped(content string) []string {
	paths := bring.Paths(content)
	for _, path := range paths {
		if !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "~/") && !windows(path) {
			return nil
		}
	}
	return paths
}

// windows says whether a path begins with a drive.
func windows(path string) bool { return len(path) > 2 && path[1] == ':' && path[2] == '\\' }
