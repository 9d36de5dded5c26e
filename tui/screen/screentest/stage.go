package screentest

import (
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// Sizes are the areas that [Frames] looks at a screen in.
var Sizes = []screen.Area{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 200, Height: 60}}

// Stage shows one screen over a study.
type Stage struct {
	T      testing.TB
	Study  *Study
	Env    *screen.Env
	Screen screen.Screen
	Area   screen.Area // the screen's; head and footer stand outside of it

	Status  string        // what the status line shows
	Said    []string      // what it showed since the last Press began
	Refused error         // why a change was refused, last since then
	Wishes  []screen.Wish // left since then, words aside

	pressed string // the script of the last Press
	told    uint64 // the revision that the screen knows
}

// NewEnv makes surroundings without colours in a language.
func NewEnv(s *Study, lang string) *screen.Env {
	return &screen.Env{Study: s, Words: locale.New(lang), Theme: theme.New(true, colorprofile.Ascii), Ruler: cell.Wc()}
}

// NewStage shows a screen in an area.
func NewStage(t testing.TB, s *Study, lang string, a screen.Area, open func(*screen.Env) screen.Screen) *Stage {
	t.Helper()
	env := NewEnv(s, lang)
	st := &Stage{T: t, Study: s, Env: env, Screen: open(env), Area: a, told: s.P.Revision()}
	st.Send(screen.ResizedMsg{Area: a})
	st.Send(screen.ShownMsg{})
	return st
}

// Try tries a screen in a bubble in which waiting takes no time: for those that have timers.
func Try(t *testing.T, s *Study, lang string, a screen.Area, open func(*screen.Env) screen.Screen, try func(*Stage)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { try(NewStage(t, s, lang, a, open)) })
}

// Send gives a message and runs what it leads to.
func (st *Stage) Send(msg tea.Msg) {
	st.T.Helper()
	st.Run(st.Update(msg))
}

// Run runs a command of the screen and what it leads to.
func (st *Stage) Run(cmd tea.Cmd) {
	st.T.Helper()
	tuitest.Drain(st.T, st.Update, cmd)
}

// Press sends the keys of a script. Esc goes back one step, as the root has it.
func (st *Stage) Press(script string) *Stage {
	st.T.Helper()
	st.pressed, st.Said, st.Refused, st.Wishes = script, nil, nil, nil
	for _, key := range tuitest.Keys(script) {
		st.Status = ""
		if key.Code == tea.KeyEscape && !st.Screen.Typing() {
			st.Screen.Back()
			continue
		}
		st.Send(key)
	}
	return st
}

// Update gives a message to the screen, takes its wishes, tells it what has changed
// and draws it. The command is the caller's.
func (st *Stage) Update(msg tea.Msg) tea.Cmd {
	cmd := st.Screen.Update(msg)
	said, others := st.Study.Grant(st.Env.Wishes())
	st.Wishes = append(st.Wishes, others...)
	for _, w := range said {
		st.say(w)
	}
	if now := st.Study.P.Revision(); now != st.told {
		st.told = now
		cmd = tea.Batch(cmd, st.Screen.Update(screen.StudyChangedMsg{Revision: now}))
	}
	st.Screen.Draw(st.Area)
	return cmd
}

func (st *Stage) say(w screen.Say) {
	st.Status = w.Text
	if w.Err != nil {
		st.Status, st.Refused = w.Err.Error(), w.Err
	}
	st.Said = append(st.Said, st.Status)
}

// Tell tells the screen of a change that the test made.
func (st *Stage) Tell() { st.Send(nil) }

// Colour gives the screen a dark terminal of all colours.
func (st *Stage) Colour() *Stage {
	st.Env.Theme = theme.New(true, colorprofile.TrueColor)
	st.Send(screen.SurroundingsChangedMsg{})
	return st
}

// Last is the kind of the last action, or "".
func (st *Stage) Last() string {
	if len(st.Study.Done) == 0 {
		return ""
	}
	return st.Study.Done[len(st.Study.Done)-1].Kind
}

// Gone is the route last asked for since the last Press began.
func (st *Stage) Gone() (screen.Route, bool) {
	g, ok := wished[screen.Go](st)
	return g.Route, ok
}

// Copied is what was last put on the clipboard since the last Press began.
func (st *Stage) Copied() string {
	c, _ := wished[screen.Copy](st)
	return c.Text
}

// Opened is the transcript that the reader was last asked to open since the last Press began, 0 for none.
func (st *Stage) Opened() codebook.No {
	if r, ok := st.Gone(); ok && r.To == screen.Reader {
		return r.Passage.Transcript
	}
	return 0
}

// wished is the last wish of a kind.
func wished[W screen.Wish](st *Stage) (last W, ok bool) {
	for _, w := range st.Wishes {
		if w, is := w.(W); is {
			last, ok = w, true
		}
	}
	return last, ok
}
