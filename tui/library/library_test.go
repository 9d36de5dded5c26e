package library_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/library"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func open(e *screen.Env) screen.Screen { return library.New(e) }

func stage(t testing.TB, s *screentest.Study, lang string, width, height int) *screentest.Stage {
	return screentest.NewStage(t, s, lang, screen.Area{Width: width, Height: height - 2}, open)
}

func zh(t testing.TB) *screentest.Stage { return stage(t, screentest.Sample("zh"), "zh", 80, 24) }

// What Enter opens after some keys tells where the cursor was.
func TestMoving(t *testing.T) {
	tests := []struct {
		script string
		want   codebook.No
	}{
		{"", 1},
		{"j", 2},
		{"j j", 3},
		{"j j j", 3},
		{"G k", 2},
		{"G g g", 1},
		{"<end> <pgup>", 1},
		{"<pgdown>", 3},
		{"o", 1},              // by title: the cursor stays on its transcript
		{"o <home>", 3},       // 村 cun, 周 zhou, 组 zu
		{"o o G", 3},          // by date
		{"o o o <home>", 2},   // by codings of this coder
		{"o o o o <home>", 3}, // by length
		{"o o o o o", 1},      // and round again
		{"/ zhou <enter>", 2},
		{"/ 青石 <enter>", 2},
		{"/ cadres <enter>", 3},
		{"/ cgb <enter>", 3},
		{"/ ding <enter>", 3},
		{"/ zzzz <enter>", 0},
		{"/ zhou <esc>", 2}, // the filter goes, the cursor stays
		{"/ zhou <enter> <esc> j", 3},
		{"/ <down>", 2},
	}
	for _, test := range tests {
		st := zh(t)
		st.Press(test.script)
		if st.Screen.Typing() {
			st.Press("<enter>")
		}
		if st.Press("<enter>"); st.Opened() != test.want {
			t.Errorf("%q: transcript %d, want %d", test.script, st.Opened(), test.want)
		}
	}
}

// A form that was left comes back, and what is saved is said.
func TestDrafts(t *testing.T) {
	study := screentest.Sample("zh")
	stage(t, study, "zh", 80, 24).Press("j e 二稿") // and the program ends
	st := stage(t, study, "zh", 80, 24).Press("j e")
	if st.Status != "上次没写完的草稿接着写" {
		t.Errorf("says %q", st.Status)
	}
	if st.Press("<ctrl+s>"); study.P.Transcript(2).Title != "周明（化名）二稿" || !strings.Contains(st.Status, "周明") {
		t.Errorf("title %q, says %q", study.P.Transcript(2).Title, st.Status)
	}
	if st.Press("e <esc>"); len(st.Said) != 0 {
		t.Errorf("after saving it says %q", st.Said)
	}
}

// What fits in one piece is not lost among what fits letter by letter, which is for those who find nothing better.
func TestFilterPrefersWhole(t *testing.T) {
	s := screentest.Sample("zh")
	for i, title := range []string{"主动说明", "知名人士"} {
		s.AddTranscript(codebook.Transcript{File: fmt.Sprint(i), Title: title}, title+"。")
	}
	for query, want := range map[string][]string{"zm": {"周明（化名）", "知名人士"}, "zdm": {"主动说明"}} {
		st := stage(t, s, "zh", 80, 24).Press("/ " + query)
		content, _ := st.Draw()
		for _, title := range []string{"周明（化名）", "知名人士", "主动说明"} {
			if strings.Contains(content, title) != slices.Contains(want, title) {
				t.Errorf("%s: %s listed, want %v", query, title, want)
			}
		}
	}
}

// Where a title is cut, the sign of a pair still stands, in a column of its own.
func TestThePairSignIsNotCut(t *testing.T) {
	study := screentest.Sample("zh")
	row := *study.P.Transcript(2)
	row.Title = strings.Repeat("很长的篇名", 12)
	study.Must(&codebook.SetTranscript{Name: "transcript.set", Row: row})
	for _, width := range []int{48, 60, 80, 100} {
		st := stage(t, study, "zh", width, 24)
		long, other := st.Line("很长的"), st.Line("村干部 丁")
		if place := strings.Index(long, "↔"); place < 0 || !strings.Contains(other, "↔") {
			t.Errorf("no sign in %d columns:\n%s", width, st.Frame())
		}
		column := func(line string) int { return cell.Wc().Width(line[:max(strings.Index(line, "↔"), 0)]) }
		if strings.ReplaceAll(long, "‸", "") == long && column(long) != column(other) {
			t.Errorf("the signs do not stand below each other in %d columns:\n%s", width, st.Frame())
		}
	}
}

// Sorted by date, the dates do not give way.
func TestTheDatesStayWhereTheListIsSortedByThem(t *testing.T) {
	for _, width := range []int{88, 90, 110} {
		if head := stage(t, screentest.Sample("en"), "en", width, 24).Press("o o").Line("Title", "Read"); !strings.Contains(head, "Date↑") {
			t.Errorf("in %d columns the heads are %q", width, head)
		}
	}
}

// Where the groups take the room, the titles of pairs give way to the sign, and nothing runs over the edge.
func TestTitlesOfPairsGiveWay(t *testing.T) {
	for _, c := range []struct {
		keys string
		want string // in the line of the first secretary
	}{{"", "↔ 村干部 丁"}, {"o", "  ↔  "}} {
		study := screentest.Sample("zh")
		row := *study.P.Transcript(2)
		row.Title = strings.Repeat("很长的篇名", 12)
		study.Must(&codebook.SetTranscript{Name: "transcript.set", Row: row})
		st := stage(t, study, "en", 110, 24).Press(c.keys)
		if line := st.Line("很长的"); !strings.Contains(line, c.want) || !strings.Contains(line, "…") {
			t.Errorf("after %q there is no %q in %q", c.keys, c.want, line)
		}
		for _, width := range []int{72, 80, 88, 90, 96, 104, 110} {
			if line := stage(t, study, "en", width, 24).Press(c.keys).Line("很长的"); !strings.Contains(line, "turn 3/4") {
				t.Errorf("after %q in %d columns it is lost how far she read: %q", c.keys, width, line)
			}
		}
	}
}

// The head of a column says that the list is sorted by it.
func TestSortedColumn(t *testing.T) {
	st := zh(t)
	for _, want := range []string{"篇名↑", "", "我的/全部↓", "字数↓"} { // the dates have no room in 80 columns
		st.Press("o")
		if head := st.Line("篇名", "读到"); want != "" && !strings.Contains(head, want) || want == "" && strings.ContainsAny(head, "↑↓") {
			t.Errorf("the heads are %q, want %q", head, want)
		}
	}
}

func TestChanging(t *testing.T) {
	transcript := func(st *screentest.Stage, n codebook.No) *codebook.Transcript { return st.Study.P.Transcript(n) }
	tests := []struct {
		name, script, last string
		holds              func(st *screentest.Stage) bool
	}{
		{"finish", "j f", "transcript.finish", func(st *screentest.Stage) bool { return transcript(st, 2).FinishedBy(1) }},
		{"not finished", "f", "transcript.finish", func(st *screentest.Stage) bool { return !transcript(st, 1).FinishedBy(1) }},
		{"title", "e （新） <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 1).Title == "组织部 副部长 甲（新）"
		}},
		{"group by typing", "e <tab> cgb <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool { return transcript(st, 1).Group == 4 }},
		{"date refused", "e <tab> <tab> x <ctrl+s>", "coding.add", func(st *screentest.Stage) bool { return st.Screen.Typing() }},
		{"kind", "e <tab> <tab> <tab> <right> <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 1).Kind == codebook.KindFocusGroup
		}},
		{"pair both ways", "e <tab> <tab> <tab> <tab> <right> <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 1).Pair == 2 && transcript(st, 2).Pair == 1 && transcript(st, 3).Pair == 0
		}},
		{"pair dissolved", "j e <tab> <tab> <tab> <tab> <left> <left> <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 2).Pair == 0 && transcript(st, 3).Pair == 0
		}},
		{"role", "e <tab> <tab> <tab> <tab> <tab> <right> <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 1).Speakers[0].Role == 2
		}},
		{"speaker's group", "e <shift+tab> <right> <right> <ctrl+s>", "transcript.set", func(st *screentest.Stage) bool {
			return transcript(st, 1).Speakers[1].Group == 2
		}},
		{"nothing changed", "e <ctrl+s>", "coding.add", func(st *screentest.Stage) bool { return !st.Screen.Typing() && st.Status == "" }},
		{"memo", "j n 记一笔 <ctrl+s>", "memo.add", func(st *screentest.Stage) bool {
			memos := st.Study.P.Memos()
			m := memos[len(memos)-1]
			return m.Target == codebook.TargetTranscript && m.On == 2 && m.Text == "记一笔"
		}},
		{"no is the default", "D <enter>", "coding.add", func(st *screentest.Stage) bool { return transcript(st, 1) != nil }},
		{"remove", "j D y", "transcript.remove", func(st *screentest.Stage) bool {
			return transcript(st, 2) == nil && transcript(st, 3).Pair == 0
		}},
	}
	for _, test := range tests {
		st := zh(t).Press(test.script)
		if st.Last() != test.last || !test.holds(st) {
			t.Errorf("%s: last action %s, want %s; status %q", test.name, st.Last(), test.last, st.Status)
		}
	}
}

func TestWishes(t *testing.T) {
	for script, want := range map[string]string{
		"i": "screen.Bring", "u": "screen.Undo", "<ctrl+r>": "screen.Redo", "<enter>": "screen.Go",
	} {
		st := zh(t).Press(script)
		if len(st.Wishes) != 1 || fmt.Sprintf("%T", st.Wishes[0]) != want {
			t.Errorf("%s: %T, want %s", script, st.Wishes, want)
		}
	}
}

func TestKeysThatCannot(t *testing.T) {
	empty := stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24)
	for _, script := range []string{"<enter>", "e", "D", "f", "/", "o", "!"} {
		if empty.Press(script); empty.Status == "" {
			t.Errorf("%s in an empty study says nothing", script)
		}
	}
	locked := screentest.Sample("zh")
	locked.Locked = true
	st := stage(t, locked, "zh", 80, 24)
	for _, script := range []string{"e", "D", "f", "i"} {
		if st.Press(script); st.Status == "" || st.Screen.Typing() || len(st.Wishes) > 0 {
			t.Errorf("%s in a locked study: %q", script, st.Status)
		}
	}
}

func TestBack(t *testing.T) {
	st := zh(t)
	if st.Screen.Back() {
		t.Error("nothing to go back from")
	}
	for _, script := range []string{"/ 周 <enter>", "e", "D"} {
		st.Press(script)
		if !st.Screen.Back() || st.Screen.Back() {
			t.Errorf("%s: exactly one step back", script)
		}
	}
}

func TestSortIsKept(t *testing.T) {
	s := screentest.Sample("zh")
	stage(t, s, "zh", 80, 24).Press("o o")
	if s.Settings["library/sort"] != "date" {
		t.Errorf("%v", s.Settings)
	}
	if _, right := stage(t, s, "zh", 80, 24).Screen.Head(); right != "按日期" {
		t.Errorf("%q", right)
	}
}

func TestMouse(t *testing.T) {
	st := zh(t)
	click := tea.MouseClickMsg{Button: tea.MouseLeft, X: 5, Y: 4} // head of columns, group, row, group, row
	st.Send(click)
	if st.Opened() != 0 {
		t.Error("the first click only chooses")
	}
	if st.Send(click); st.Opened() != 2 {
		t.Errorf("the second click opens, got %d", st.Opened())
	}
	st.Wishes = nil
	st.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if st.Press("<enter>"); st.Opened() != 1 {
		t.Errorf("wheel: %d", st.Opened())
	}
}

func TestBindings(t *testing.T) {
	if err := library.Check(library.New(screentest.NewEnv(screentest.Sample("zh"), "zh"))); err != nil {
		t.Error(err)
	}
	screentest.Worded(t, stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24).Screen.Entries())
}

func TestFrames(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for _, lang := range []string{"zh", "en"} {
			t.Run(fmt.Sprintf("list-%s-%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				stage(t, screentest.Sample(lang), lang, size[0], size[1]).Press("j").Golden()
			})
		}
	}
	for name, script := range map[string]string{
		"filter": "/ 书记", "nothing": "/ zzzz <enter>", "form": "j e <tab> dysj", "remove": "j D", "sorted": "o o o",
	} {
		t.Run(name+"-zh-80x24", func(t *testing.T) { zh(t).Press(script).Golden() })
	}
	t.Run("form-en-60x16", func(t *testing.T) { stage(t, screentest.Sample("en"), "en", 60, 16).Press("e").Golden() })
	t.Run("empty-zh-80x24", func(t *testing.T) { stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24).Golden() })
	t.Run("empty-en-60x16", func(t *testing.T) { stage(t, screentest.NewStudy("en", "林岚"), "en", 60, 16).Golden() })
}

func TestColours(t *testing.T) {
	content, _ := zh(t).Colour().Draw()
	golden.RequireEqual(t, content)
}

// Whatever a transcript is called, no line is wider than the screen and none is missing (the stage sees to that).
func TestHostileNames(t *testing.T) {
	s := screentest.Sample("zh")
	for i, name := range screentest.Hostile {
		row := *s.P.Transcript(codebook.No(1 + i%3))
		row.No, row.File, row.Title = 0, name, name
		n := s.AddTranscript(row, name+"：甲乙丙。\n问："+name+"？\n")
		named := *s.P.Transcript(n)
		named.Values = []codebook.Value{{Attribute: 1, Text: name}}
		s.Must(&codebook.SetTranscript{Name: "transcript.set", Row: named})
	}
	for _, ruler := range []cell.Ruler{cell.Wc(), cell.Grapheme()} {
		for _, size := range [][2]int{{60, 16}, {80, 24}, {121, 30}, {200, 60}} {
			st := stage(t, s, "zh", size[0], size[1])
			st.Env.Ruler = ruler
			st.Send(screen.SurroundingsChangedMsg{})
			for range screentest.Hostile {
				st.Press("j e")
				st.Draw()
				st.Press("<esc> D")
				st.Draw()
				st.Press("<esc>")
			}
		}
	}
}

// crowd is a study of n transcripts.
func crowd(n int) *screentest.Study {
	s := screentest.Sample("zh")
	for i := range n {
		s.AddTranscript(codebook.Transcript{
			File: fmt.Sprintf("更多/%04d.txt", i), Title: fmt.Sprintf("受访者 %04d", i), Group: codebook.No(1 + i%4),
		}, fmt.Sprintf("问：第%d个问题是什么？\n答：没有写清楚，第%d次。\n", i, i))
	}
	return s
}

func BenchmarkKeyToDraw(b *testing.B) {
	st := stage(b, crowd(4000), "zh", 200, 60)
	for b.Loop() {
		st.Press("j")
		st.Draw()
	}
}

func BenchmarkChangeToDraw(b *testing.B) {
	st := stage(b, crowd(4000), "zh", 200, 60)
	for b.Loop() {
		st.Send(screen.StudyChangedMsg{})
		st.Draw()
	}
}

func BenchmarkFilterToDraw(b *testing.B) {
	st := stage(b, crowd(4000), "zh", 200, 60)
	st.Press("/ s")
	for b.Loop() {
		st.Press("f <backspace>")
		st.Draw()
	}
}
