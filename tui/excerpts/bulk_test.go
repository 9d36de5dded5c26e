package excerpts_test

import (
	"slices"
	"strings"
	"testing"

	"fangtan/tui/screen/screentest"
)

func TestBulkFrames(t *testing.T) {
	screentest.Frames(t, newScreen,
		screentest.View{Name: "code-all", Script: "/ P1.1 <enter> c P2.1 <enter>"},
		screentest.View{Name: "which-code", Script: "/ P1.1 <enter> c yq"},
	)
}

// What is shown is coded, and cleared, as a whole: the count comes first, and each is one action.
func TestCodeAll(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "/ P1.1 <enter> c P2.1 <enter>", func(b *screentest.Stage) {
		shown, had, changes := of(t, study, "P1.1"), len(of(t, study, "P2.1")), study.P.Revision()
		b.Shows("会给", "个片段加上编码“P2.1 要求不具体”")
		b.Press("n")
		if len(of(t, study, "P2.1")) != had {
			t.Error("no was said, and it was done")
		}
		b.Press("c P2.1 <enter> y")
		if got := len(of(t, study, "P2.1")); got <= had || got > had+len(shown) {
			t.Errorf("%d codings of P2.1, before %d, shown %d", got, had, len(shown))
		}
		if changes == study.P.Revision() || b.Screen.Typing() {
			t.Error("nothing was done, or the question stays open")
		}
		b.Press("u")
		if got := len(of(t, study, "P2.1")); got != had {
			t.Errorf("taken back, %d codings of P2.1, before %d", got, had)
		}
		b.Press("c P2.1 <enter> y c P2.1 <enter>")
		if !slices.Contains(b.Said, "这些片段都已有这个编码") {
			t.Errorf("asked a second time: %q", b.Said)
		}
		b.Press("x P2.1 <enter> y")
		for _, e := range of(t, study, "P2.1") {
			for _, at := range shown {
				if e.Passage == at.Passage && e.Coder == study.Coder() {
					t.Errorf("%+v is still there", e.Passage)
				}
			}
		}
		b.Press("x P2.1 <enter>")
		if !slices.Contains(b.Said, "这些片段上没有您加的这个编码") {
			t.Errorf("asked a second time: %q", b.Said)
		}
	})
}

func TestCodeAllIsRefused(t *testing.T) {
	study := screentest.Interviews()
	study.Locked = true
	on(t, study, "/ P1.1 <enter> c P2.1 <enter> y", func(b *screentest.Stage) {
		if !strings.Contains(b.Frame(), "会给") {
			t.Errorf("a refusal leaves the question open:\n%s", b.Frame())
		}
		if !b.Screen.Back() || b.Screen.Typing() {
			t.Error("Esc leaves it")
		}
	})
}
