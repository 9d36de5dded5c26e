package cooccurrence

import (
	"slices"
	"testing"
)

func TestSigns(t *testing.T) {
	for _, c := range []struct {
		label string
		want  []string
	}{
		{"P2.1", []string{"P", "2", ".", "1"}},
		{"X-PI", []string{"X", "-", "P", "I"}},
		{"要求不具体", []string{"要", "求", "不", "具", "体"}},
		{"要求不具体吗", []string{"要", "求", "不", "具", "…"}},
		{"Cafe\u0301", []string{"C", "a", "f", "e\u0301"}},
	} {
		if got := signs(c.label); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.label, got, c.want)
		}
	}
}

func TestTensionIndex(t *testing.T) {
	view, n := tension{parts: 4}, 0
	for i := range 4 {
		for j := i; j < 4; j++ {
			if got := view.index(i, j); got != n {
				t.Errorf("pair %d,%d is number %d, want %d", i, j, got, n)
			}
			n++
		}
	}
}
