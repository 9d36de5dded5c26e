package prompt

import (
	tea "charm.land/bubbletea/v2"

	"charm.land/lipgloss/v2"

	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Item is one of several to choose from.
type Item struct {
	Mark   string         // a sign before the text, such as a stripe, or empty
	Style  lipgloss.Style // of the mark
	Number string         // found by, and shown before, the text
	Text   string
	Other  string // another name it is found by
	Note   string // at the right, dimmed
}

// List chooses one of several; a typed one lets people type what they look for.
type List struct {
	env     *screen.Env
	title   string
	items   []Item
	typed   bool
	field   field.Field
	index   *find.Index
	shown   []find.Hit // those that fit, all when nothing is typed
	at, top int        // indices into shown
	page    int        // rows shown at the last Draw
	pending string
	keys    keys.Table[keys.Intent]
}

// What keys mean to a List beside the motions.
const (
	take = keys.Own + iota
	leave
)

// NewList makes a list with the cursor on item at.
func NewList(env *screen.Env, title string, items []Item, at int) *List {
	l := &List{env: env, title: title, items: items, page: 10, keys: listKeys(false)}
	l.narrow()
	l.move(at)
	return l
}

// NewTypedList makes a list with a field to type into.
func NewTypedList(env *screen.Env, title, placeholder string, items []Item) *List {
	l := NewList(env, title, items, 0)
	l.typed, l.keys, l.field.Placeholder = true, listKeys(true), placeholder
	entries := make([]find.Entry, len(items))
	for i, it := range items {
		entries[i] = find.Entry{Names: []string{it.Text, it.Other}, Number: it.Number}
	}
	l.index = find.New(entries)
	return l
}

func listKeys(typed bool) keys.Table[keys.Intent] {
	const group = "prompt.choosing"
	t := keys.Table[keys.Intent]{
		{Keys: []string{"down", "ctrl+n"}, Intent: keys.Down, Help: "prompt.down", Group: group},
		{Keys: []string{"up", "ctrl+p"}, Intent: keys.Up, Help: "prompt.up", Group: group},
		{Keys: []string{"pgdown"}, Intent: keys.PageDown, Help: "prompt.page-down", Group: group},
		{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "prompt.page-up", Group: group},
		{Keys: []string{"enter"}, Intent: take, Help: "prompt.choose", Group: group, Footer: true},
		{Keys: []string{"esc"}, Intent: leave, Help: "prompt.leave", Group: group, Footer: true},
	}
	if typed {
		return t
	}
	return append(t,
		keys.Row[keys.Intent]{Keys: []string{"j"}, Intent: keys.Down},
		keys.Row[keys.Intent]{Keys: []string{"k"}, Intent: keys.Up},
		keys.Row[keys.Intent]{Keys: []string{"g g", "home"}, Intent: keys.First, Help: "prompt.first", Group: group},
		keys.Row[keys.Intent]{Keys: []string{"G", "end"}, Intent: keys.Last, Help: "prompt.last", Group: group},
	)
}

// Chosen is the index of the item under the cursor, -1 when none fits.
func (l *List) Chosen() int {
	if l.at >= len(l.shown) {
		return -1
	}
	return l.shown[l.at].Entry
}

// Update moves the cursor, or gives what was typed to the field.
func (l *List) Update(msg tea.Msg) (Result, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		l.typing(msg)
		return Open, nil
	}
	name := keys.Normalize(key)
	if l.typed {
		name = key.String()
	}
	row, state := l.keys.Match(l.pending, name)
	l.pending = ""
	switch state {
	case keys.Hit:
		return l.follow(row.Intent), nil
	case keys.Waiting:
		l.pending = name
	default:
		if !l.typing(msg) {
			l.env.Useless(key)
		}
	}
	return Open, nil
}

func (l *List) typing(msg tea.Msg) bool {
	if !l.typed || !l.field.Update(msg) {
		return false
	}
	l.narrow()
	return true
}

func (l *List) follow(i keys.Intent) Result {
	switch i {
	case take:
		if l.Chosen() < 0 {
			l.env.Warn(l.env.T("prompt.nothing-fits"))
			return Open
		}
		return Accepted
	case leave:
		return Left
	}
	l.move(i.Steps(l.page, len(l.shown)))
	return Open
}

func (l *List) move(by int) { l.at = max(0, min(l.at+by, len(l.shown)-1)) }

// most is how many fitting items are listed: nobody goes through more, typing another letter is quicker.
const most = 200

// narrow finds the items that fit what is typed, the best first.
func (l *List) narrow() {
	l.at, l.top = 0, 0
	if l.index != nil && l.field.Value() != "" {
		l.shown = l.index.Find(l.field.Value(), most)
		return
	}
	l.shown = make([]find.Hit, len(l.items))
	for i := range l.shown {
		l.shown[i] = find.Hit{Entry: i, Name: find.ByNumber}
	}
}

// Entries are the keys.
func (l *List) Entries() []keys.Entry { return l.keys.Entries(l.env.Words) }

// Footer are those to take and to leave.
func (l *List) Footer() []keys.Entry { return l.keys.Footer(l.env.Words) }
