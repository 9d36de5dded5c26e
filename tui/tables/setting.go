package tables

import (
	"slices"

	"fangtan/codebook/tally"
	"fangtan/tui/screen"
)

// on is the value of a view setting that is switched on; any other is off.
const on = "on"

// On says that a view setting is switched on. It is off until somebody switches it.
func On(s screen.Study, name string) bool { return s.Setting(name) == on }

// Switched is the value that switches a setting on, or off if it is on.
func Switched(s screen.Study, name string) string {
	if On(s, name) {
		return "off"
	}
	return on
}

// After gives what follows now in a round, the first if now is none of it.
func After[T comparable](round []T, now T) T {
	return round[(slices.Index(round, now)+1)%len(round)]
}

// UnitOf is the unit that a setting names, the first of the round if it names none of it.
func UnitOf(s screen.Study, name string, round []tally.Unit) tally.Unit {
	if unit, ok := tally.ParseUnit(s.Setting(name)); ok && slices.Contains(round, unit) {
		return unit
	}
	return round[0]
}
