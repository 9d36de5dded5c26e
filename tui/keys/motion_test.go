package keys_test

import (
	"testing"

	"fangtan/tui/keys"
)

func TestSteps(t *testing.T) {
	for intent, want := range map[keys.Intent]int{
		keys.Up: -1, keys.Down: 1, keys.PageUp: -9, keys.PageDown: 9, keys.First: -40, keys.Last: 40, keys.Left: 0, keys.RowEnd: 0, keys.Own: 0, keys.Own + 1: 0, 0: 0,
	} {
		if got := intent.Steps(9, 40); got != want {
			t.Errorf("intent %d: %d steps, want %d", intent, got, want)
		}
	}
}
