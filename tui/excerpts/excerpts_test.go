package excerpts_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/tui/cell"
	"fangtan/tui/excerpts"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

func newScreen(env *screen.Env) screen.Screen { return excerpts.New(env) }

func TestFrames(t *testing.T) {
	screentest.Frames(t, newScreen,
		screentest.View{Name: "query", Script: "/ P1.1 <enter> j j *"},
		screentest.View{Name: "pair", Script: "/ P1.1 <space> & <space> P2.1 <enter> j"},
	)
}

func TestColors(t *testing.T) {
	try(t, "/ P1.1 <enter> j *", func(b *screentest.Stage) {
		content, _ := b.Colour().Body()
		golden.RequireEqual(t, content)
	})
}

// try runs a script on the sample in Chinese, in a common terminal.
func try(t *testing.T, keys string, look func(*screentest.Stage)) {
	t.Helper()
	on(t, screentest.Interviews(), keys, look)
}

func on(t *testing.T, study *screentest.Study, keys string, look func(*screentest.Stage)) {
	t.Helper()
	screentest.Try(t, study, "zh", screentest.Sizes[1], newScreen, func(b *screentest.Stage) {
		b.Press(keys)
		look(b)
	})
}

// open opens a list.
func open(b *screentest.Stage, list *screen.List) {
	b.Run(b.Screen.(screen.Opener).Open(screen.Route{To: screen.Excerpts, List: list}))
}

// of are the passages of a query.
func of(t *testing.T, study *screentest.Study, words string) []codebook.Excerpt {
	t.Helper()
	q, err := query.Parse(study.P, words)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := q.Run(study.P, tally.Filter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestQueries(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string // pieces of one line each
	}{
		{"", []string{"按 / 写查询"}},
		{"/", []string{" / ‸一个编码，或 A & B"}},
		{"/ P1.1 <enter>", []string{"摘录 · P1.1", "1/12", "fangtan excerpts P1.1"}},
		{"/ 要求不具体 <enter> G", []string{"摘录 · 要求不具体", "8/8"}},
		{"/ P <enter>", []string{"1/24"}},
		{"/ P1.1 <space> & <space> P2.1 <enter>", []string{"摘录 · P1.1 & P2.1", "1/6", "P1.1 目标不明确 × P2.1 要求"}},
		{"/ P1.2&T1.2 <enter>", []string{"没有这样的片段"}},
		{"/ P1.1 <enter> / <backspace> 2 <enter>", []string{"摘录 · P1.2", "1/2"}},
		{"/ P1.1 <enter> / X <esc>", []string{"摘录 · P1.1", "1/12"}},
		{"/ 没有的 <enter>", []string{" / ‸没有的", "项目中没有编码“没有的”"}},
		{"/ P1.1&没有 <enter>", []string{" / P1.1&‸没有", "        ^", "项目中没有编码“没有”"}},
		{"/ 要求不具体&& <enter>", []string{" / 要求不具体&‸&", "              ^", "这里应是编码的名称或编号"}},
		{`/ "P1 <enter>`, []string{`‸"P1`, "这里应是另一半引号"}},
		{"/ P1.1&(P2.1 <enter>", []string{"这里应是右括号"}},
		{"/ P1.1&text:/[/ <enter>", []string{"Go 的正则表达式读不懂这一条"}},
		{"/ 没有 <enter> <backspace>", []string{" / ‸没有"}},
		{"/ 没有 <enter> <delete>", []string{" / ‸有"}},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Shows(c.want...) })
	}
}

func TestFaultGoesWithTheNextKey(t *testing.T) {
	try(t, "/ 没有 <enter> <end> 的", func(b *screentest.Stage) {
		if b.Line("项目中没有编码") != "" || !b.Screen.Typing() {
			t.Errorf("the fault stays:\n%s", b.Frame())
		}
	})
}

func TestList(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "", func(b *screentest.Stage) {
		open(b, &screen.List{Title: "T1.1 · 村干部 · 2 处", Rows: of(t, study, "T1.1")})
		b.Press("j j")
		if b.Line("摘录 · T1.1 · 村干部 · 2 处", "3/6") == "" {
			t.Errorf("title and place are not shown:\n%s", b.Frame())
		}
		b.Press("e")
		if said := strings.Join(b.Said, ""); !strings.Contains(said, "没有对应的命令") {
			t.Errorf("a list without a command says so, not %q", said)
		}
		if b.Screen.Back() {
			t.Error("Esc leads back to where the list came from")
		}
		open(b, nil)
		if b.Line("摘录 · T1.1") == "" {
			t.Error("opened without a list, the last one stays")
		}
		b.Press("/ P1.1 <enter>")
		if b.Line("摘录 · P1.1", "1/12") == "" {
			t.Errorf("a query takes the list's place:\n%s", b.Frame())
		}
	})
}

func TestEnterOpensTheReader(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "/ P1.1 <enter> j j j <enter>", func(b *screentest.Stage) {
		want := of(t, study, "P1.1")[3]
		if r, ok := b.Gone(); !ok || r.To != screen.Reader || r.Passage != want.Passage {
			t.Errorf("goes to %+v, want the passage %+v", r, want.Passage)
		}
	})
}

func TestStar(t *testing.T) {
	study := screentest.Interviews()
	starred := func(b *screentest.Stage, e codebook.Excerpt) bool {
		c := study.P.Codings(e.Transcript)
		return c.Flags[c.Find(e.Coding)]&codebook.Starred != 0
	}
	on(t, study, "/ P2.1 <enter> j *", func(b *screentest.Stage) {
		e := of(t, study, "P2.1")[1]
		if !starred(b, e) || b.Line("‸▸★ 乡镇副书记 乙") == "" || !slices.Contains(b.Said, "已标为关键引文") {
			t.Errorf("not starred:\n%s", b.Frame())
		}
		b.Press("*")
		if starred(b, e) || b.Line("★") != "" || !slices.Contains(b.Said, "不再是关键引文") {
			t.Errorf("still starred:\n%s", b.Frame())
		}
		study.Locked = true
		b.Press("*")
		if starred(b, e) || !errors.Is(b.Refused, screentest.ErrLocked) {
			t.Error("a refusal changes nothing and is shown")
		}
	})
}

func TestCopy(t *testing.T) {
	try(t, "/ P2.1 <enter> j y", func(b *screentest.Stage) {
		const want = "“要求是有的，就是不具体。”（乡镇副书记 乙 · 监督者 · 李副书记 · 话轮 2）"
		if got := b.Copied(); got != want {
			t.Errorf("copied %q, want %q", got, want)
		}
	})
}

// Whose coding it is stands in the list only where several people code.
func TestCoders(t *testing.T) {
	study := screentest.NewStudy("zh", "甲")
	code := study.AddCode(codebook.Code{NameZh: "分工"})
	no := study.AddTranscript(codebook.Transcript{File: "周明.txt", Title: "周明"}, "甲说一。乙说二。")
	study.Put(no, codebook.Coding{Start: 0, End: 12, Code: code})
	on(t, study, "/ 分工 <enter>", func(b *screentest.Stage) {
		if line := b.Line("周明"); !strings.HasSuffix(strings.TrimSpace(line), "周明 · 分工") {
			t.Errorf("alone she is named: %q", line)
		}
	})
	study.Put(no, codebook.Coding{Start: 0, End: 12, Code: code, Coder: study.AddCoder("小陈")})
	on(t, study, "/ 分工 <enter>", func(b *screentest.Stage) {
		if b.Line("周明 · 甲 · 分工") == "" || b.Line("周明 · 小陈 · 分工") == "" {
			t.Errorf("the coders are not named:\n%s", b.Frame())
		}
	})
}

// Where the command is cut on the screen, it is copied whole.
func TestCopyCommand(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "", func(b *screentest.Stage) {
		long := "fangtan excerpts P2.1 --transcript '" + strings.Repeat("很长的名字/", 12) + "甲.txt'"
		open(b, &screen.List{Title: "一份清单", Rows: of(t, study, "P2.1"), Command: long})
		if line := b.Line("fangtan excerpts P2.1"); !strings.HasSuffix(strings.TrimSpace(line), "…") {
			t.Errorf("the command is not cut: %q", line)
		}
		b.Press("Y")
		if got := b.Copied(); got != long {
			t.Errorf("copied %q", got)
		}
	})
}

func TestRemovedCodingSaysSo(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "", func(b *screentest.Stage) {
		rows := of(t, study, "P2.2")
		open(b, &screen.List{Title: "一份清单", Rows: rows})
		study.Must(&codebook.RemoveCodings{Transcript: rows[0].Transcript, IDs: []codebook.ID{rows[0].Coding}})
		b.Tell()
		if b.Line("乡镇副书记 乙", "这处编码已不在") == "" {
			t.Errorf("the removed coding looks as before:\n%s", b.Frame())
		}
		b.Press("*")
		if said := b.Said; !slices.Contains(said, "这处编码已不在") {
			t.Errorf("says %q", said)
		}
	})
}

func TestQueryIsAskedAgainAfterAChange(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "/ P2.2 <enter>", func(b *screentest.Stage) {
		e := of(t, study, "P2.1")[0]
		add := &codebook.AddCodings{Transcript: e.Transcript, Rows: []codebook.Coding{{
			ID: study.NewID(), Start: e.Start, End: e.End, StartCh: 1, EndCh: 9, Code: of(t, study, "P2.2")[0].Code, Coder: 1,
		}}}
		study.Must(add)
		b.Tell()
		if b.Line("摘录 · P2.2", "2/2") == "" {
			t.Errorf("the cursor stays with its passage, now the second:\n%s", b.Frame())
		}
	})
}

func TestTheLastQueryIsKept(t *testing.T) {
	study := screentest.Interviews()
	study.Set("excerpts/query", "P2.2")
	on(t, study, "", func(b *screentest.Stage) {
		if b.Line("摘录 · P2.2", "1/1") == "" {
			t.Errorf("the query of last time is not shown:\n%s", b.Frame())
		}
	})
	study = screentest.Interviews()
	study.Set("excerpts/query", "改名了")
	on(t, study, "", func(b *screentest.Stage) {
		if b.Line("项目中没有编码“改名了”") == "" {
			t.Errorf("a query that has become faulty says so:\n%s", b.Frame())
		}
	})
}

// Only the texts of what is in sight are read, each once, and dots stand for them.
func TestTextsAreReadWhenNeeded(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "", func(b *screentest.Stage) {
		rows := of(t, study, "P1.1") // in transcripts 1, 1, 3, 3, 4, 4, 4, 5, …
		cmd := b.Screen.(screen.Opener).Open(screen.Route{List: &screen.List{Title: "清单", Rows: rows}})
		if b.Line("   …") == "" {
			t.Errorf("no dots for what is not read:\n%s", b.Frame())
		}
		b.Press("y")
		if said := b.Said; !slices.Contains(said, "原文还没读到，稍等再复制") {
			t.Errorf("says %q", said)
		}
		b.Run(cmd)
		b.Press("j j k k")
		if b.Line("但是带到什么程度，我们也说不清楚。") == "" {
			t.Errorf("the text has not come:\n%s", b.Frame())
		}
		once := slices.Compact(slices.Sorted(slices.Values(study.Reads)))
		if slices.Contains(once, 7) || len(once) != len(study.Reads) {
			t.Errorf("transcripts %v were read; each once, and not the last one", study.Reads)
		}
	})
}

func TestTextsThatNobodyAskedForAreDropped(t *testing.T) {
	study := screentest.Interviews()
	on(t, study, "", func(b *screentest.Stage) {
		b.Send(screen.TextReadMsg{Transcript: 1, Text: "别的文字"})
		b.Press("/ P1.1 <enter>")
		if b.Line("别的文字") != "" || b.Line("但是带到什么程度") == "" {
			t.Errorf("a text from elsewhere was taken:\n%s", b.Frame())
		}
	})
}

func TestUnreadableTextSaysSo(t *testing.T) {
	study := screentest.Interviews()
	delete(study.Texts, 1)
	on(t, study, "/ P1.1 <enter>", func(b *screentest.Stage) {
		if b.Line("读不出原文：transcript 1 has no text") == "" || b.Line("村里没有收入") == "" {
			t.Errorf("the one is unreadable, the others are not:\n%s", b.Frame())
		}
	})
}

func TestLongLists(t *testing.T) {
	study := screentest.Interviews()
	rows := slices.Repeat(of(t, study, "P"), 1000)
	on(t, study, "", func(b *screentest.Stage) {
		open(b, &screen.List{Title: "很多", Rows: rows})
		for _, c := range []struct{ keys, want string }{
			{"G", "24,000/24,000"}, {"<pgup>", "23,996"}, {"g g", "1/24,000"}, {"<pgdown>", "/24,000"}, {"k k k k k k k k", "1/24,000"},
		} {
			b.Press(c.keys)
			if b.Line("摘录 · 很多", c.want) == "" || b.Line("‸▸") == "" {
				t.Errorf("after %q the cursor is not at %s in sight:\n%s", c.keys, c.want, b.Frame())
			}
		}
	})
}

func TestMouse(t *testing.T) {
	try(t, "/ P1.1 <enter>", func(b *screentest.Stage) {
		b.Send(tea.MouseClickMsg{X: 10, Y: 6, Button: tea.MouseLeft})
		if b.Line("2/12") == "" {
			t.Errorf("a click chooses a passage:\n%s", b.Frame())
		}
		b.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
		if b.Line("3/12") == "" {
			t.Errorf("the wheel goes on:\n%s", b.Frame())
		}
	})
}

func BenchmarkMove(b *testing.B) {
	study := screentest.Interviews()
	q, err := query.Parse(study.P, "P")
	if err != nil {
		b.Fatal(err)
	}
	rows, err := q.Run(study.P, tally.Filter{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	env := &screen.Env{Study: study, Words: locale.New("zh"), Theme: theme.New(true, colorprofile.TrueColor), Ruler: cell.Wc()}
	s := excerpts.New(env)
	area := screen.Area{Width: 200, Height: 60}
	s.Update(screen.ResizedMsg{Area: area})
	tuitest.Drain(b, s.Update, s.Open(screen.Route{List: &screen.List{Rows: slices.Repeat(rows, 1000)}}))
	down := tuitest.Keys("j")[0]
	for b.Loop() {
		tuitest.Drain(b, s.Update, s.Update(down))
		s.Draw(area)
	}
}

func TestOpenAtACode(t *testing.T) {
	try(t, "", func(b *screentest.Stage) {
		b.Run(b.Screen.(screen.Opener).Open(screen.Route{To: screen.Excerpts, Code: b.Study.CodeNamed("T1.1")}))
		if b.Line("摘录 · T1.1", "1/6") == "" {
			t.Errorf("not the code's passages:\n%s", b.Frame())
		}
	})
}
