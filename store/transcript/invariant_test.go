package transcript

import (
	"testing"
	"unicode/utf8"

	"fangtan/codebook/text"
)

// checkSource holds what is true of every Source, whatever the file was.
func checkSource(t *testing.T, src *Source) {
	t.Helper()
	if canonical, _ := text.Canonical(src.Text); canonical != src.Text {
		t.Errorf("text is not canonical: %.200q", src.Text)
	}
	before := 0
	for _, h := range src.Hints {
		if h.Start < before || h.Start >= h.End || h.End > len(src.Text) {
			t.Fatalf("hint %+v out of order or outside of %d bytes", h, len(src.Text))
		}
		if !utf8.RuneStart(src.Text[h.Start]) || h.End < len(src.Text) && !utf8.RuneStart(src.Text[h.End]) {
			t.Fatalf("hint %+v cuts a character", h)
		}
		before = h.Start
	}
}
