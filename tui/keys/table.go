package keys

import (
	"fmt"
	"strings"
)

// Row binds keys to an intent.
type Row[I comparable] struct {
	// Keys are the keys, any of which will do, the first being the one shown first. Names are those of
	// Normalize ("j", "J", "shift+down", "space"); a blank separates the two keys of a sequence ("g g").
	Keys   []string
	Intent I
	// Help is the id of the message that says what the intent does. An empty Help keeps the row off
	// every list: for second ways that need no explaining.
	Help string
	// Group is the id of the heading under which help shows the row.
	Group string
	// Show replaces the keys on the lists where there are too many of them: "1–9".
	Show string
	// Footer puts the row into the footer while it is on.
	Footer bool
	// On tells whether the intent can be followed now; nil is always. It is asked on every key and every
	// frame and has to be cheap.
	On func() bool
	// Why is the id of the message that says why the intent cannot be followed.
	Why string
}

// Live tells whether the row is on.
func (r Row[I]) Live() bool { return r.On == nil || r.On() }

// Table lists the bindings of one screen, in the order in which help shows them.
type Table[I comparable] []Row[I]

// State is what came of a key.
type State uint8

// What may come of a key.
const (
	None    State = iota // no row has this key
	Waiting              // the key begins a sequence: keep it and pass it as pending with the next
	Hit                  // the row is meant
	Off                  // the row is meant but off: show its Why
)

// Match looks up a key, pressed after pending (the first key of a sequence, or nothing). When several rows have the key, the
// first that is on is meant. A pending key that the new one does not complete is forgotten, and the new one counts alone.
func (t Table[I]) Match(pending, key string) (Row[I], State) {
	if pending != "" {
		if row, state := t.find(pending + " " + key); state != None {
			return row, state
		}
	}
	return t.find(key)
}

func (t Table[I]) find(keys string) (Row[I], State) {
	var found Row[I]
	state := None
	for _, row := range t {
		for _, k := range row.Keys {
			switch {
			case k == keys && row.Live():
				return row, Hit
			case k == keys && state != Off:
				found, state = row, Off
			case state == None && strings.HasPrefix(k, keys+" "):
				state = Waiting
			}
		}
	}
	return found, state
}

// Check returns an error for a table that contradicts itself: a key bound twice without a condition, a key that also begins a
// sequence, a row that may be off but does not say why. Every screen's tests call it.
func (t Table[I]) Check() error {
	bound := map[string]int{}
	for i, row := range t {
		if row.On != nil && row.Why == "" {
			return fmt.Errorf("row %d (%s) may be off but does not say why", i, strings.Join(row.Keys, ", "))
		}
		for _, k := range row.Keys {
			if j, twice := bound[k]; twice && (i == j || t[j].On == nil) {
				return fmt.Errorf("key %q is bound by rows %d and %d, and the second can never be meant", k, j, i)
			}
			bound[k] = i
		}
	}
	for k := range bound {
		if first, _, two := strings.Cut(k, " "); two {
			if j, alone := bound[first]; alone {
				return fmt.Errorf("key %q of row %d also begins the sequence %q", first, j, k)
			}
		}
	}
	return nil
}
