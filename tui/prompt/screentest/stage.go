package screentest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// Stage shows one screen over a study.
type Stage struct {
	T      testing.TB
	Study  *Study
	Env    *screen.Env
	Screen screen.Screen
	Wishes []screen.Wish // left since the last Press, words aside
	Status string        // what the status line would say
	Width  int
	Height int
}

// NewEnv makes surroundings without colours in a language.
func NewEnv(s *Study, lang string) *screen.Env {
	return &screen.Env{Study: s, Words: locale.New(lang), Theme: theme.New(true, colorprofile.Ascii), Ruler: cell.Wc()}
}

// NewStage puts a screen on a stage of width columns and height lines, of which head and footer take one each.
func NewStage(t testing.TB, s *Study, lang string, width, height int, open func(*screen.Env) screen.Screen) *Stage {
	env := NewEnv(s, lang)
	st := &Stage{T: t, Study: s, Env: env, Screen: open(env), Width: width, Height: height}
	st.Study.changed = false
	st.Send(screen.ResizedMsg{Area: st.Area()})
	st.Send(screen.ShownMsg{})
	return st
}

// Area is the screen's.
func (st *Stage) Area() screen.Area { return screen.Area{Width: st.Width, Height: st.Height - 2} }

// Send gives a message and drains what it leads to.
func (st *Stage) Send(msg tea.Msg) {
	st.T.Helper()
	tuitest.Drain(st.T, st.update, st.update(msg))
	st.Screen.Draw(st.Area())
}

// Press sends the keys of a script. Esc goes back one step, as the root has it.
func (st *Stage) Press(script string) *Stage {
	st.T.Helper()
	st.Wishes = nil
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

func (st *Stage) update(msg tea.Msg) tea.Cmd {
	cmd := st.Screen.Update(msg)
	for _, w := range st.Env.Wishes() {
		st.grant(w)
	}
	if st.Study.changed {
		st.Study.changed = false
		cmd = tea.Batch(cmd, st.Screen.Update(screen.StudyChangedMsg{Revision: st.Study.P.Revision()}))
	}
	return cmd
}

func (st *Stage) grant(w screen.Wish) {
	say, ok := w.(screen.Say)
	switch {
	case !ok:
		st.Wishes = append(st.Wishes, w)
	case say.Err != nil:
		st.Status = say.Err.Error()
	default:
		st.Status = say.Text
	}
}

// Last is the kind of the last action, or "".
func (st *Stage) Last() string {
	if len(st.Study.Done) == 0 {
		return ""
	}
	return st.Study.Done[len(st.Study.Done)-1].Kind
}

// Undo takes the last action back, as the root would.
func (st *Stage) Undo() {
	st.T.Helper()
	last := st.Study.Done[len(st.Study.Done)-1]
	if err := st.Study.P.Retract(&last); err != nil {
		st.T.Fatal(err)
	}
	st.Study.Done = st.Study.Done[:len(st.Study.Done)-1]
	st.Send(screen.StudyChangedMsg{Revision: st.Study.P.Revision()})
}

// Draw gives the whole frame: head, screen, and footer or status.
func (st *Stage) Draw() (string, *tea.Cursor) {
	body, cursor := st.Screen.Draw(st.Area())
	st.check(body)
	if cursor != nil {
		cursor.Y++
	}
	return strings.Join([]string{st.head(), body, st.foot()}, "\n"), cursor
}

// check holds the screen to its area.
func (st *Stage) check(body string) {
	st.T.Helper()
	lines := strings.Split(body, "\n")
	if len(lines) != st.Area().Height {
		st.T.Errorf("%d lines, want %d", len(lines), st.Area().Height)
	}
	for i, line := range lines {
		if w := st.Env.Ruler.Width(ansi.Strip(line)); w > st.Width {
			st.T.Errorf("line %d is %d columns wide, want at most %d: %q", i, w, st.Width, line)
		}
	}
}

func (st *Stage) head() string {
	left, right := st.Screen.Head()
	room := st.Width - 2 - st.Env.Ruler.Width(right)
	return " " + st.Env.Ruler.Fit(left, room) + right
}

func (st *Stage) foot() string {
	if st.Status != "" {
		return " " + st.Env.Ruler.Cut(st.Status, st.Width-2)
	}
	var words []string
	for _, e := range st.Screen.Footer() {
		words = append(words, e.Keys+" "+st.Env.T(e.Help))
	}
	return " " + st.Env.Ruler.Cut(strings.Join(words, "   "), st.Width-2)
}

// Golden compares the whole frame with the test's golden file.
func (st *Stage) Golden() {
	st.T.Helper()
	content, cursor := st.Draw()
	tuitest.Golden(st.T, content, cursor)
}

// Rows are the entries of a screen's help; every one must have words in both languages.
func Rows(t testing.TB, entries []keys.Entry) {
	t.Helper()
	for _, lang := range locale.Languages() {
		words := locale.New(lang)
		for _, e := range entries {
			for _, id := range []string{e.Help, e.Group, e.Why} {
				if id != "" && strings.Contains(words.T(id), "⟦") {
					t.Errorf("%s: no words for %q", lang, id)
				}
			}
		}
	}
}

// CodeNamed finds a code of the study by number or name.
func (s *Study) CodeNamed(name string) codebook.No {
	no, err := s.P.CodeNames().Find(name)
	if err != nil {
		panic(err)
	}
	return no
}
