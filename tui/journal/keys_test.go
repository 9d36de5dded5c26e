package journal

import (
	"testing"

	"fangtan/tui/screen/screentest"
)

func TestBindings(t *testing.T) {
	s := New(screentest.NewEnv(screentest.Bare(), "zh"))
	if err := s.keys.Check(); err != nil {
		t.Error(err)
	}
	screentest.Worded(t, append(s.Entries(), s.Footer()...))
}
