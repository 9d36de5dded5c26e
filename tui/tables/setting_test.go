package tables_test

import (
	"testing"

	"fangtan/codebook/tally"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/tables"
)

func TestSwitches(t *testing.T) {
	s := screentest.Bare()
	for i, want := range []bool{false, true, false} {
		if got := tables.On(s, "a/b"); got != want {
			t.Errorf("switched %d times: %v, want %v", i, got, want)
		}
		s.Set("a/b", tables.Switched(s, "a/b"))
	}
}

func TestAfter(t *testing.T) {
	round := []string{"a", "b", "c"}
	for now, want := range map[string]string{"a": "b", "c": "a", "x": "a"} {
		if got := tables.After(round, now); got != want {
			t.Errorf("after %s: %s, want %s", now, got, want)
		}
	}
}

func TestUnitOf(t *testing.T) {
	s := screentest.Bare()
	round := []tally.Unit{{Kind: tally.Turn}, {Kind: tally.Sentence}}
	for value, want := range map[string]tally.Unit{"": round[0], "sentence": round[1], "paragraph": round[0], "?": round[0]} {
		s.Set("u", value)
		if got := tables.UnitOf(s, "u", round); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}
