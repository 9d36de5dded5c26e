package tables

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Keys are a screen's bindings with the first key of a sequence that waits for its second.
type Keys struct {
	Table   keys.Table[Intent]
	pending string
}

// Press looks a key up. If nothing is to be done because of it, it says why.
func (k *Keys) Press(env *screen.Env, msg tea.KeyPressMsg) (Intent, bool) {
	key := keys.Normalize(msg)
	row, state := k.Table.Match(k.pending, key)
	k.pending = ""
	switch state {
	case keys.Hit:
		return row.Intent, true
	case keys.Waiting:
		k.pending = key
	case keys.Off:
		env.Warn(env.T(row.Why))
	default:
		env.Warn(env.T("tables.no-such-key", "Key", keys.Label(key, env.Words)))
	}
	return 0, false
}

// Pick is the intent of the row with this index. If it is off, it says why.
func (k *Keys) Pick(env *screen.Env, index int) (Intent, bool) {
	if index < 0 || index >= len(k.Table) {
		return 0, false
	}
	row := k.Table[index]
	if !row.Live() {
		env.Warn(env.T(row.Why))
		return 0, false
	}
	return row.Intent, true
}
