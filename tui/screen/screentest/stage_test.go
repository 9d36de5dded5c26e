package screentest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// notes is a screen that writes down what it is told.
type notes struct {
	env  *screen.Env
	seen []string
}

func (n *notes) Update(msg tea.Msg) tea.Cmd {
	n.seen = append(n.seen, strings.TrimPrefix(fmt.Sprintf("%T", msg), "screen."))
	key, _ := msg.(tea.KeyPressMsg)
	switch key.String() {
	case "a":
		n.env.Object(n.env.Study.Do(&codebook.PutCoder{Row: codebook.Coder{ID: n.env.Study.NewID(), Name: "丙"}}))
	case "u":
		n.env.Wish(screen.Undo{})
	case "y":
		n.env.Wish(screen.Copy{Text: "原文"})
	}
	return nil
}

func (n *notes) Draw(screen.Area) (string, *tea.Cursor) { return "访谈", tea.NewCursor(2, 0) }
func (n *notes) Head() (left, right string)             { return "左", "右" }
func (n *notes) Typing() bool                           { return false }
func (n *notes) Entries() []keys.Entry                  { return nil }
func (n *notes) Footer() []keys.Entry                   { return nil }
func (n *notes) Run(int) tea.Cmd                        { return nil }
func (n *notes) Back() bool                             { n.seen = append(n.seen, "back"); return true }

func TestStageDoesWhatTheRootWould(t *testing.T) {
	var n *notes
	st := NewStage(t, NewStudy("zh", "甲"), "zh", screen.Area{Width: 10, Height: 1}, func(e *screen.Env) screen.Screen {
		n = &notes{env: e}
		return n
	})
	coders := func() int { return len(st.Study.P.Coders()) }
	if st.Press("a"); coders() != 2 || st.Last() != "coder.add" {
		t.Errorf("%d coders, last %s", coders(), st.Last())
	}
	if st.Press("u <esc>"); coders() != 1 || len(st.Wishes) != 1 {
		t.Errorf("%d coders after undo, wishes %v", coders(), st.Wishes)
	}
	want := []string{"ResizedMsg", "ShownMsg", "tea.KeyPressMsg", "StudyChangedMsg", "tea.KeyPressMsg", "StudyChangedMsg", "back"}
	if !slices.Equal(n.seen, want) {
		t.Errorf("the screen was told %q, want %q", n.seen, want)
	}
	if st.Press("y"); st.Copied() != "原文" || len(st.Said) != 0 {
		t.Errorf("copied %q, said %q", st.Copied(), st.Said)
	}
	st.Study.Locked = true
	if st.Press("a"); st.Refused != ErrLocked || st.Status != ErrLocked.Error() {
		t.Errorf("refused %v, status %q", st.Refused, st.Status)
	}
	if got, want := st.Frame(), " 左    右\n访‸谈\n"; got != want {
		t.Errorf("frame %q, want %q", got, want)
	}
}

func TestMarks(t *testing.T) {
	words, marks := unmark("问：一？\n答：二{A B/乙}三{C}四")
	want := []mark{{19, 22, "A"}, {19, 22, "B/乙"}, {22, 25, "C"}}
	if words != "问：一？\n答：二三四\n" || !slices.Equal(marks, want) {
		t.Errorf("%q %v, want %v", words, marks, want)
	}
}
