package tuitest_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/tuitest"
)

func TestKeys(t *testing.T) {
	var got []string
	for _, key := range tuitest.Keys("j J <enter> <ctrl+z> 要求 gg <space> <shift+down> <f2> : <ctrl+pgup> ｊ < <shift+tab> <esc> <ctrl+space> >") {
		got = append(got, key.String())
	}
	want := []string{
		"j", "J", "enter", "ctrl+z", "要", "求", "g", "g", "space", "shift+down", "f2", ":", "ctrl+pgup", "ｊ", "<", "shift+tab", "esc", "ctrl+space", ">",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if key := tuitest.Keys("<ctrl+a>")[0]; key.Text != "" {
		t.Errorf("ctrl with a letter has no text, got %q", key.Text)
	}
	if key := tuitest.Keys("要")[0]; key.Text != "要" || key.Code != '要' {
		t.Errorf("%+v", key)
	}
}

func TestKeysThatAreNone(t *testing.T) {
	for _, script := range []string{"<nokey>", "<hyper+a>"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was taken", script)
				}
			}()
			tuitest.Keys(script)
		}()
	}
}

func TestFrame(t *testing.T) {
	const drawn = "\x1b[31m访谈\x1b[m 编码   \nab  "
	tests := []struct {
		x, y int
		want string
	}{
		{0, 0, "‸访谈 编码\nab\n"},
		{4, 0, "访谈‸ 编码\nab\n"},
		{9, 0, "访谈 编码‸\nab\n"},
		{6, 1, "访谈 编码\nab    ‸\n"},
		{0, 2, "访谈 编码\nab\n‸\n"},
	}
	for _, test := range tests {
		if got := tuitest.Frame(drawn, tea.NewCursor(test.x, test.y)); got != test.want {
			t.Errorf("cursor %d,%d: %q, want %q", test.x, test.y, got, test.want)
		}
	}
	if got := tuitest.Frame(drawn, nil); got != "访谈 编码\nab\n" {
		t.Errorf("no cursor: %q", got)
	}
}

func TestGolden(t *testing.T) {
	tuitest.Golden(t, "代码> \x1b[1m访谈编码\x1b[m", tea.NewCursor(14, 0))
}

// note is a message that a test can look for.
type note string

func say(s string) tea.Cmd { return func() tea.Msg { return note(s) } }

func TestDrain(t *testing.T) {
	var seen []string
	update := func(msg tea.Msg) tea.Cmd {
		if n, ok := msg.(note); ok {
			seen = append(seen, string(n))
			if n == "b" {
				return say("from b")
			}
		}
		return nil
	}
	quit := tuitest.Drain(t, update, nil, tea.Sequence(say("a"), tea.Batch(say("b"), nil, say("c"))), func() tea.Msg { return nil }, say("d"))
	if want := []string{"a", "b", "c", "d", "from b"}; !slices.Equal(seen, want) || quit {
		t.Errorf("seen %q, quit %v; want %q", seen, quit, want)
	}
	if !tuitest.Drain(t, update, tea.Batch(say("x"), tea.Quit)) {
		t.Error("asked to quit, and nobody noticed")
	}
}

func TestDrainTimers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ticks := 0
		update := func(msg tea.Msg) tea.Cmd {
			if ticks++; ticks == 3 {
				return nil
			}
			return tea.Tick(time.Hour, func(time.Time) tea.Msg { return note("tick") })
		}
		tuitest.Drain(t, update, say("start"))
		if ticks != 3 {
			t.Errorf("%d ticks, want 3", ticks)
		}
	})
}

func TestPress(t *testing.T) {
	var seen string
	update := func(msg tea.Msg) tea.Cmd {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			seen += msg.String()
			if msg.String() == "q" {
				return tea.Quit
			}
			return say("!")
		case note:
			seen += string(msg)
		}
		return nil
	}
	if tuitest.Press(t, update, "a b") || seen != "a!b!" {
		t.Errorf("seen %q", seen)
	}
	if !tuitest.Press(t, update, "q a") || seen != "a!b!qa!" {
		t.Errorf("seen %q", seen)
	}
}
