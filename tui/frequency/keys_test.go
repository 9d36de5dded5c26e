package frequency

import (
	"testing"

	"fangtan/tui/screen"
	"fangtan/tui/tables/tablestest"
)

func TestBindings(t *testing.T) {
	if err := New(&screen.Env{Study: tablestest.Empty(t)}).keys.Table.Check(); err != nil {
		t.Error(err)
	}
}
