package memos_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/memos"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func open(e *screen.Env) screen.Screen { return memos.New(e) }

// noted is the sample study with memos on a thing of every kind, beside the one that its code P2.1 has.
func noted() *screentest.Study {
	s := screentest.Sample("zh")
	s.Must(&codebook.PutLink{Row: codebook.Link{
		ID: s.NewID(), Kind: codebook.LinkCauses, From: s.CodeNamed("P1.1"), To: s.CodeNamed("P2.1"), Coder: s.Me,
	}})
	const hour = 3600_000
	put := func(m codebook.Memo, age int64) {
		m.ID, m.Created, m.Changed = s.NewID(), screentest.Now-age*24*hour, screentest.Now-age*24*hour
		if m.Coder == 0 {
			m.Coder = s.Me
		}
		s.Must(&codebook.PutMemo{Row: m})
	}
	words := s.Texts[2]
	start := strings.Index(words, "怎么传")
	end := strings.Index(words, "我问过镇上")
	put(codebook.Memo{Target: codebook.TargetLink, On: s.P.Last().Links, Text: "先看目标。"}, 5)
	put(codebook.Memo{Target: codebook.TargetPassage, On: 2, Start: uint32(start), End: uint32(end), Coder: 2,
		Text: "## 没有写的是什么\n\n- **怎么传**：方式\n- 到什么程度：*标准*\n\n> 镇上说你们自己把握\n\nＡＢＣ 与别的第一书记比。"}, 4)
	put(codebook.Memo{Target: codebook.TargetPassage, On: 3, Start: 0, End: 0, Text: "从这里起用英文。"}, 3)
	put(codebook.Memo{Target: codebook.TargetTranscript, On: 2, Text: "访谈在村部，书记有些拘谨。"}, 2)
	put(codebook.Memo{Target: codebook.TargetProject, Text: "研究问题：传帮带的要求有多具体？"}, 1)
	return s
}

func stage(t testing.TB, s *screentest.Study, lang string, width, height int) *screentest.Stage {
	return screentest.NewStage(t, s, lang, screen.Area{Width: width, Height: height - 2}, open)
}

func zh(t testing.TB) *screentest.Stage { return stage(t, noted(), "zh", 80, 24) }

func TestFrames(t *testing.T) {
	for _, view := range []struct{ name, script string }{
		{"place", ""}, {"passage", "j j"}, {"kind", "o o G"}, {"filter", "/ 要求 <enter>"}, {"on-what", "n p2"}, {"edit", "j j e"},
	} {
		for _, lang := range locale.Languages() {
			for _, size := range [][2]int{{80, 24}, {110, 36}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", view.name, lang, size[0], size[1]), func(t *testing.T) {
					stage(t, noted(), lang, size[0], size[1]).Press(view.script).Golden()
				})
			}
		}
	}
	for _, lang := range locale.Languages() {
		t.Run("empty-"+lang, func(t *testing.T) { stage(t, screentest.Bare(), lang, 80, 24).Golden() })
	}
}

// Enter leads to what the memo hangs on.
func TestVisit(t *testing.T) {
	s := noted()
	at := func(words string) uint32 { return uint32(strings.Index(s.Texts[2], words)) }
	for script, want := range map[string]screen.Route{
		"j":         {To: screen.Reader, Passage: codebook.Passage{Transcript: 2}},
		"j j":       {To: screen.Reader, Passage: codebook.Passage{Transcript: 2, Start: at("怎么传"), End: at("我问过镇上")}},
		"j j j":     {To: screen.Reader, Passage: codebook.Passage{Transcript: 3, End: 1}},
		"j j j j":   {To: screen.Codebook, Code: s.CodeNamed("P2.1")},
		"G":         {To: screen.Codebook, Code: s.CodeNamed("P1.1")},
		"o o G k k": {To: screen.Reader, Passage: codebook.Passage{Transcript: 3, End: 1}},
		"o <home>":  {}, // by date: the project's is the newest but for the code's
	} {
		st := stage(t, noted(), "zh", 80, 24)
		st.Press(script + " <enter>")
		got, ok := st.Gone()
		if want.To == "" {
			want = screen.Route{To: screen.Codebook, Code: s.CodeNamed("P2.1")}
		}
		if !ok || got != want {
			t.Errorf("%q: %+v, want %+v", script, got, want)
		}
	}
}

// The filter is held against the memo, what it hangs on and the words of the passage, width and case aside.
func TestFilter(t *testing.T) {
	for query, want := range map[string]int{
		"要求": 3, "abc": 1, "帮到什么程度": 1, "周明": 2, "话轮": 2, "周航": 1, "项目": 1, "关系": 1, "要求 目标": 2, "下雪": 0, "": 6,
	} {
		st := zh(t)
		st.Press("/")
		for _, r := range query {
			key := string(r)
			if r == ' ' {
				key = "<space>"
			}
			st.Press(key)
		}
		st.Press("<enter>")
		got := strings.Count(st.Frame(), "2026-02-2") - 1 // the memo's own line has its day too
		if want == 0 {
			st.Shows("没有符合“" + query + "”的备忘录")
			continue
		}
		if got != want {
			t.Errorf("%q leaves %d, want %d\n%s", query, got, want, st.Frame())
		}
	}
}

func texts(s *screentest.Study) []string {
	var all []string
	for _, m := range s.P.Memos() {
		all = append(all, fmt.Sprintf("%s %s", m.Target, strings.SplitN(m.Text, "\n", 2)[0]))
	}
	return all
}

func TestWriting(t *testing.T) {
	for _, c := range []struct {
		script, has, hasNot string
		status              string
	}{
		{"n <enter> 新想法 <ctrl+s>", "project 新想法", "", "写备忘录：新想法"},
		{"n p1.1 <enter> 界线 <enter> 二 <ctrl+s>", "code 界线", "", "P1.1"},
		{"n zhou <enter> 气氛 <ctrl+s>", "transcript 气氛", "", "周明"},
		{"n <enter> 没写完 <esc>", "", "project 没写完", "草稿留着，下次打开接着写"},
		{"n <enter> 没写完 <esc> n <enter> 的 <ctrl+s>", "project 没写完的", "", "没写完的"},
		{"n <enter> <ctrl+s>", "", "project ", ""},
		{"e ！ <ctrl+s>", "project 研究问题：传帮带的要求有多具体？！", "", "修改备忘录"},
		{"e <ctrl+s>", "project 研究问题：传帮带的要求有多具体？", "", ""},
		{"x", "", "project 研究问题：传帮带的要求有多具体？", "已删除备忘录（项目）；按 u 撤销"},
		{"x u", "project 研究问题：传帮带的要求有多具体？", "", ""},
		{"x u <ctrl+r>", "", "project 研究问题：传帮带的要求有多具体？", ""},
	} {
		st := zh(t)
		st.Press(c.script)
		have := texts(st.Study)
		if c.has != "" && !slices.Contains(have, c.has) {
			t.Errorf("%q: no %q in %q", c.script, c.has, have)
		}
		if c.hasNot != "" && slices.Contains(have, c.hasNot) {
			t.Errorf("%q: %q in %q", c.script, c.hasNot, have)
		}
		if !strings.Contains(st.Status, c.status) {
			t.Errorf("%q says %q, want %q", c.script, st.Status, c.status)
		}
	}
}

// A change is seen at once, without another key.
func TestAChangeIsSeenAtOnce(t *testing.T) {
	st := zh(t)
	if st.Press("x"); st.Line("研究问题") != "" {
		t.Errorf("a memo that is gone is listed:\n%s", st.Frame())
	}
	st.Press("u").Shows("研究问题")
	st.Press("n <enter> 新想法 <ctrl+s>").Shows("新想法")
}

// A screen that nobody sees reads nothing.
func TestHiddenScreenReadsNothing(t *testing.T) {
	env := screentest.NewEnv(noted(), "zh")
	s := memos.New(env)
	for _, msg := range []any{screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 22}}, screen.SurroundingsChangedMsg{}, screen.StudyChangedMsg{}} {
		if s.Update(msg) != nil {
			t.Errorf("%T has it read texts", msg)
		}
	}
}

// The cursor goes to a memo that is new, and else stays on its own.
func TestCursor(t *testing.T) {
	for script, want := range map[string]string{
		"n p1.1 <enter> 界线 <ctrl+s> y": "界线", "j o y": "访谈在村部，书记有些拘谨。", "j j x y": "从这里起用英文。",
		"G x y": "与 P1.1 常在同一片段，考虑以“目标”还是“任务”为界。", "j / 访谈 <esc> y": "访谈在村部，书记有些拘谨。",
	} {
		if st := zh(t).Press(script); !strings.HasSuffix(st.Copied(), "\n"+want+"\n") {
			t.Errorf("%q: on %q, want %q", script, st.Copied(), want)
		}
	}
	if st := zh(t).Press("j j y"); !strings.HasPrefix(st.Copied(), "“怎么传、帮到什么程度算完成，没有写。”\n备忘录 · 周明（化名） · 话轮 2 · 周航 · 2026-02-21\n## 没有写") {
		t.Errorf("%q", st.Copied())
	}
	st := zh(t)
	st.Run(st.Screen.(screen.Opener).Open(screen.Route{To: screen.Memos, Memo: 3}))
	if st.Press("y"); !strings.Contains(st.Copied(), "没有写的是什么") {
		t.Errorf("%q", st.Copied())
	}
	st.Run(st.Screen.(screen.Opener).Open(screen.Route{To: screen.Memos, Write: true}))
	if st.Press("一 <ctrl+s>"); !slices.Contains(texts(st.Study), "project 一") {
		t.Error("no memo on the project")
	}
}

// Nothing can be written into a study that is locked.
func TestReadOnly(t *testing.T) {
	st := zh(t)
	st.Study.Locked = true
	for _, key := range []string{"n", "e", "x", "<enter>"} {
		if st.Press(key); st.Screen.Typing() || st.Status == "" {
			t.Errorf("%s: says %q", key, st.Status)
		}
	}
	st.Run(st.Screen.(screen.Opener).Open(screen.Route{To: screen.Memos, Write: true}))
	if st.Screen.Typing() {
		t.Error("a memo on the project is asked for")
	}
}

// A text that cannot be read leaves dots in its place; the memo itself is shown.
func TestUnreadableText(t *testing.T) {
	s := noted()
	delete(s.Texts, 2)
	st := stage(t, s, "zh", 80, 24).Press("j j")
	st.Shows("│ …", "没有写的是什么")
}

func TestWords(t *testing.T) { screentest.Worded(t, zh(t).Screen.Entries()) }
