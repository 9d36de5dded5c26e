package prompt_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/tuitest"
)

// press gives the keys of a script to a part until it is decided.
func press(p prompt.Part, script string) prompt.Result {
	for _, key := range tuitest.Keys(script) {
		if r, _ := p.Update(key); r != prompt.Open {
			return r
		}
	}
	return prompt.Open
}

func env(lang string) *screen.Env {
	return screentest.NewEnv(screentest.NewStudy(lang, "林岚"), lang)
}

func question() prompt.Question {
	return prompt.Question{
		Title: "删除编码", Text: "删除“P2.1 要求不具体”吗？", Yes: "删除", No: "保留",
		Along: []string{"参考点 17 处，在 5 篇访谈稿里", "备忘录 2 篇"}, Lines: []string{"可以撤销。"},
	}
}

func TestConfirm(t *testing.T) {
	tests := []struct {
		script   string
		harmless bool
		want     prompt.Result
	}{
		{"<enter>", false, prompt.Left},
		{"<enter>", true, prompt.Accepted},
		{"y", false, prompt.Accepted},
		{"n", true, prompt.Left},
		{"<esc>", true, prompt.Left},
		{"<left> <enter>", false, prompt.Accepted},
		{"<tab> h <space>", false, prompt.Left},
		{"ｙ", false, prompt.Accepted},
		{"z", false, prompt.Open},
	}
	for _, test := range tests {
		q := question()
		q.Harmless = test.harmless
		if got := press(prompt.NewConfirm(env("zh"), q), test.script); got != test.want {
			t.Errorf("%s, harmless %v: %d, want %d", test.script, test.harmless, got, test.want)
		}
	}
}

func TestUselessKeySaysSo(t *testing.T) {
	e := env("en")
	press(prompt.NewConfirm(e, question()), "z")
	wishes := e.Wishes()
	if len(wishes) != 1 || !wishes[0].(screen.Say).Warn {
		t.Errorf("%+v", wishes)
	}
}

func form(e *screen.Env) (*prompt.Form, *prompt.Line, *prompt.Choice, *prompt.Text) {
	name := prompt.NewLine("名称", "周明")
	group := prompt.NewChoice("群体", []string{"（无）", "部门领导", "监督者", "第一书记", "村干部"}, 0)
	note := prompt.NewText("备忘录", "第一段。")
	date := prompt.NewLine("日期", "").Checked(func(_ *screen.Env, v string) string {
		if v == "x" {
			return "not a date"
		}
		return ""
	})
	return prompt.NewForm(e, "一份表", name, group, note, date), name, group, note
}

func TestForm(t *testing.T) {
	tests := []struct {
		script string
		want   prompt.Result
		values string
	}{
		{"（化名） <ctrl+s>", prompt.Accepted, "周明（化名）|0|第一段。"},
		{"<enter> <right> <right> <ctrl+s>", prompt.Accepted, "周明|2|第一段。"},
		{"<enter> <left> <ctrl+s>", prompt.Accepted, "周明|4|第一段。"},
		{"<enter> dysj <ctrl+s>", prompt.Accepted, "周明|3|第一段。"},
		{"<tab> 村 <tab> <tab> <enter>", prompt.Accepted, "周明|4|第一段。"},
		{"<tab> <tab> <end> <enter> 第二段。 <ctrl+s>", prompt.Accepted, "周明|0|第一段。\n第二段。"},
		{"<shift+tab> x <enter> <ctrl+s>", prompt.Open, "周明|0|第一段。"},
		{"a b c <esc>", prompt.Left, "周明abc|0|第一段。"},
		{"<down> <down> <tab> <tab> ！ <ctrl+s>", prompt.Accepted, "周明！|0|第一段。"},
	}
	for _, test := range tests {
		f, name, group, note := form(env("zh"))
		got := press(f, test.script)
		values := fmt.Sprintf("%s|%d|%s", name.Value(), group.At(), note.Value())
		if got != test.want || values != test.values {
			t.Errorf("%s: %d %q, want %d %q", test.script, got, values, test.want, test.values)
		}
	}
}

func TestFormTakesPaste(t *testing.T) {
	f, name, _, _ := form(env("zh"))
	f.Update(tea.PasteMsg{Content: "\n粘贴"})
	if name.Value() != "周明 粘贴" {
		t.Errorf("%q", name.Value())
	}
}

// The cursor of a text stands behind what was typed, counted in columns.
func TestTextCursor(t *testing.T) {
	f, _, _, _ := form(env("zh"))
	press(f, "<tab> <tab> <end> <enter> 访谈")
	b := f.Draw(screen.Area{Width: 60, Height: 14})
	line := b.Lines[b.Cursor.Y]
	if !strings.Contains(line, "访谈") {
		t.Fatalf("cursor in line %q", line)
	}
	if want := 2 + 6 + 2 + 4; b.Cursor.X != want {
		t.Errorf("column %d, want %d", b.Cursor.X, want)
	}
}

func items(n int) []prompt.Item {
	list := make([]prompt.Item, n)
	for i := range list {
		list[i] = prompt.Item{Number: fmt.Sprint("P", i), Text: "编码", Note: fmt.Sprint(i)}
	}
	list[3] = prompt.Item{Number: "P3", Text: "要求不具体", Other: "Requirements not specific", Note: "12"}
	return list
}

func TestList(t *testing.T) {
	tests := []struct {
		script string
		typed  bool
		want   prompt.Result
		chosen int
	}{
		{"j j <enter>", false, prompt.Accepted, 2},
		{"G <enter>", false, prompt.Accepted, 29},
		{"G gg j <enter>", false, prompt.Accepted, 1},
		{"<pgdown> k <enter>", false, prompt.Accepted, 9},
		{"k <enter>", false, prompt.Accepted, 0},
		{"<esc>", false, prompt.Left, 0},
		{"yqbjt <enter>", true, prompt.Accepted, 3},
		{"specific <enter>", true, prompt.Accepted, 3},
		{"P12 <enter>", true, prompt.Accepted, 12},
		{"zzz <enter>", true, prompt.Open, -1},
		{"<down> <down> <enter>", true, prompt.Accepted, 2},
	}
	for _, test := range tests {
		l := prompt.NewList(env("zh"), "选", items(30), 0)
		if test.typed {
			l = prompt.NewTypedList(env("zh"), "选", "名称、编号或拼音", items(30))
		}
		if got := press(l, test.script); got != test.want || l.Chosen() != test.chosen {
			t.Errorf("%s: %d, item %d, want %d, %d", test.script, got, l.Chosen(), test.want, test.chosen)
		}
	}
}

func TestPress(t *testing.T) {
	takes := func(key string) bool { return key >= "1" && key <= "9" }
	p := prompt.NewPress(env("zh"), "常用键", takes, "按 1–9。")
	if got := press(p, "x ５"); got != prompt.Accepted || p.Key() != "5" {
		t.Errorf("%d %q", got, p.Key())
	}
	if got := press(p, "<esc>"); got != prompt.Left {
		t.Errorf("%d", got)
	}
}

func TestSlot(t *testing.T) {
	e := env("zh")
	s := prompt.NewSlot(e)
	asked := 0
	refusal := errors.New("no")
	s.Ask(prompt.NewConfirm(e, question()), func() error { asked++; return refusal })
	yes := tuitest.Keys("y")[0]
	s.Update(yes)
	if !s.Open() || asked != 1 || e.Wishes()[0].(screen.Say).Err != refusal {
		t.Error("a refused answer leaves the part open and is told")
	}
	refusal = codebook.ErrNothing
	s.Update(yes)
	if s.Open() || len(e.Wishes()) != 0 {
		t.Error("an answer that changes nothing closes the part quietly")
	}
	s.Ask(prompt.NewConfirm(e, question()), func() error {
		s.Ask(prompt.NewConfirm(e, question()), func() error { return nil })
		return nil
	})
	s.Update(yes)
	if !s.Open() {
		t.Error("a part that was asked in answer to another stays")
	}
	if s.Update(tuitest.Keys("<esc>")[0]); s.Open() {
		t.Error("esc leaves")
	}
	if s.Close() {
		t.Error("nothing was open")
	}
}

func TestFrames(t *testing.T) {
	sizes := []screen.Area{{Width: 60, Height: 14}, {Width: 80, Height: 22}}
	parts := map[string]func(e *screen.Env) prompt.Part{
		"confirm": func(e *screen.Env) prompt.Part { return prompt.NewConfirm(e, question()) },
		"form": func(e *screen.Env) prompt.Part {
			f, _, _, _ := form(e)
			press(f, "<enter> 书记")
			return f
		},
		"text": func(e *screen.Env) prompt.Part {
			f, _, _, _ := form(e)
			press(f, "<tab> <tab> <end> <enter> 第二段，写得长一些，要折行才看得完：“传经验、帮方法、带作风”，谁来传，怎么帮，都没有写。")
			return f
		},
		"list": func(e *screen.Env) prompt.Part {
			l := prompt.NewTypedList(e, "并入哪个编码", "名称、编号或拼音", items(30))
			press(l, "yq")
			return l
		},
		"press": func(e *screen.Env) prompt.Part {
			return prompt.NewPress(e, "常用键", func(string) bool { return true }, "按 1–9 或 a–z；退格取消。", "现在：2")
		},
	}
	for name, part := range parts {
		for _, a := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", name, a.Width, a.Height), func(t *testing.T) {
				e := env("zh")
				frame := strings.Split(strings.Repeat(strings.Repeat("·", a.Width)+"\n", a.Height-1)+strings.Repeat("·", a.Width), "\n")
				lines, cursor := part(e).Draw(a).Over(e.Ruler, frame, a)
				if len(lines) != a.Height {
					t.Errorf("%d lines", len(lines))
				}
				tuitest.Golden(t, strings.Join(lines, "\n"), cursor)
			})
		}
	}
}

func TestWords(t *testing.T) {
	e := env("zh")
	f, _, _, _ := form(e)
	for _, p := range []prompt.Part{
		f, prompt.NewConfirm(e, question()), prompt.NewList(e, "", items(5), 0), prompt.NewTypedList(e, "", "", items(5)),
		prompt.NewPress(e, "", func(string) bool { return false }),
	} {
		screentest.Worded(t, p.Entries())
		if len(p.Footer()) == 0 {
			t.Errorf("%T names no keys in the footer", p)
		}
	}
}
