package screen

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
)

// Keys are bindings at work: they turn what is pressed into what is meant, keep
// the first key of a sequence until its second, and say why a key does nothing.
type Keys[I comparable] struct {
	table   keys.Table[I]
	env     *Env
	pending string
}

// NewKeys puts a table to work.
func NewKeys[I comparable](env *Env, table keys.Table[I]) Keys[I] {
	return Keys[I]{table: table, env: env}
}

// Press gives what a key means, and the key by its name. If it means nothing now,
// the status line says why.
func (k *Keys[I]) Press(msg tea.KeyPressMsg) (intent I, key string, ok bool) {
	key = keys.Normalize(msg)
	row, state := k.table.Match(k.pending, key)
	k.pending = ""
	switch state {
	case keys.Hit:
		return row.Intent, key, true
	case keys.Waiting:
		k.pending = key
	case keys.Off:
		k.env.Warn(k.env.T(row.Why))
	default:
		k.env.Useless(msg)
	}
	return intent, key, false
}

// Pick gives what the row with this index means. If it is off, the status line says why.
func (k *Keys[I]) Pick(index int) (intent I, ok bool) {
	if index < 0 || index >= len(k.table) {
		return intent, false
	}
	row := k.table[index]
	if !row.Live() {
		k.env.Warn(k.env.T(row.Why))
		return intent, false
	}
	return row.Intent, true
}

// Entries are the rows for help and palette.
func (k *Keys[I]) Entries() []keys.Entry { return k.table.Entries(k.env.Words) }

// Footer are the rows that matter most.
func (k *Keys[I]) Footer() []keys.Entry { return k.table.Footer(k.env.Words) }

// Check says whether the rows contradict each other.
func (k *Keys[I]) Check() error { return k.table.Check() }

// Useless says in the status line that a key means nothing here.
func (e *Env) Useless(key tea.KeyPressMsg) {
	e.Warn(e.T("app.no-such-key", "Key", keys.Label(key.String(), e.Words)))
}

// notch is how many rows one notch of the mouse wheel moves.
const notch = 3

// Wheel is how many rows the mouse wheel goes on, back if negative.
func Wheel(msg tea.MouseWheelMsg) int {
	switch msg.Button {
	case tea.MouseWheelDown:
		return notch
	case tea.MouseWheelUp:
		return -notch
	}
	return 0
}
