package memos

import (
	"testing"

	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func TestBindings(t *testing.T) {
	if err := New(&screen.Env{Study: screentest.Bare()}).keys.Check(); err != nil {
		t.Error(err)
	}
}
