package screen_test

import (
	"testing"

	"fangtan/tui/screen"
)

func TestFront(t *testing.T) {
	var f screen.Front
	steps := []struct {
		drawn, want bool
	}{{false, false}, {true, true}, {true, true}, {false, false}, {false, false}, {true, true}}
	for i, s := range steps {
		if s.drawn {
			f.Drawn()
		}
		if got := f.Changed(); got != s.want {
			t.Errorf("step %d: in front %v, want %v", i, got, s.want)
		}
	}
}
