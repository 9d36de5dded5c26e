package main

import (
	"strings"
	"testing"
)

func TestRuns(t *testing.T) {
	var pen look
	runs := split("a\x1b[1;38;2;1;2;3m要求\x1b[0m b", &pen)
	want := []run{
		{"a", 0, 1, look{}},
		{"要求", 1, 4, look{ink: "#010203", bold: true}},
		{" b", 5, 2, look{}},
	}
	if len(runs) != len(want) {
		t.Fatalf("%d runs, want %d: %+v", len(runs), len(want), runs)
	}
	for i := range want {
		if runs[i] != want[i] {
			t.Errorf("run %d is %+v, want %+v", i, runs[i], want[i])
		}
	}
}

func TestDraw(t *testing.T) {
	got := draw([]string{"\x1b[7m<a>\x1b[0m"}, "x & y", true)
	for _, want := range []string{"<title>x &amp; y</title>", "&lt;a&gt;", `fill="#1b1d21">&lt;a`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}
