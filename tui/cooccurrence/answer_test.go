package cooccurrence

import (
	"strings"
	"testing"

	"fangtan/codebook/tally"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
)

func TestShadesGoByTheRoot(t *testing.T) {
	glyphs := theme.New(true, 0).Glyphs
	for _, c := range []struct {
		most int
		want string // the shades of 0, 1, 2 …
	}{
		{4, " ░▒▓█"}, {16, " ░▒▒▒▓▓▓▓▓███████"}, {6, " ░▒▓███"}, {2, " ░█"}, {1, " █"},
	} {
		a := &answer{pairs: []tally.Pair{{N: c.most}}}
		var got strings.Builder
		for n := range c.most + 1 {
			got.WriteString(a.shade(glyphs, n))
		}
		if got.String() != c.want {
			t.Errorf("up to %d: %q, want %q", c.most, got.String(), c.want)
		}
	}
	if got := (&answer{}).shade(glyphs, 0); got != " " {
		t.Errorf("nothing at all: %q", got)
	}
}

func TestLegend(t *testing.T) {
	for most, want := range map[int]string{
		1: "█ 1", 2: "░ 1  █ 2", 3: "░ 1  ▒ 2  █ 3", 6: "░ 1  ▒ 2  ▓ 3  █ 4–6", 60: "░ 1–3  ▒ 4–15  ▓ 16–33  █ 34–60", 0: "",
	} {
		env := &screen.Env{Study: screentest.Bare(), Theme: theme.New(true, 0)}
		s := New(env)
		s.figures.Has, s.figures.Answer = true, &answer{cooc: &tally.Cooccurrence{}}
		if most > 0 {
			s.figures.Answer.pairs = []tally.Pair{{N: most}}
		}
		if got := s.legend(); got != want {
			t.Errorf("up to %d: %q, want %q", most, got, want)
		}
	}
}
