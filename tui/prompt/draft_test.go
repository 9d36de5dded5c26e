package prompt_test

import (
	"fmt"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/tuitest"
)

// said are the words left for the status line since the last look.
func said(e *screen.Env) string {
	var words []string
	for _, w := range e.Wishes() {
		if say, ok := w.(screen.Say); ok {
			words = append(words, say.Text)
		}
	}
	return strings.Join(words, " | ")
}

// What was written comes back in the next form of the same name, however the first one ended, unless it was thrown away.
func TestDrafts(t *testing.T) {
	tests := []struct {
		script string
		want   prompt.Result
		again  string // the values of the next form
		word   string // what that one says
	}{
		{"（化名）", prompt.Open, "周明（化名）|0|第一段。", "上次没写完的草稿接着写"}, // the program ended
		{"（化名） <esc>", prompt.Left, "周明（化名）|0|第一段。", "上次没写完的草稿接着写"},
		{"<tab> dysj <tab> <end> 二 <enter> 三 <esc>", prompt.Left, "周明|3|第一段。二\n三", "上次没写完的草稿接着写"},
		{"<tab> <tab> <ctrl+u> <esc>", prompt.Left, "周明|0|", "上次没写完的草稿接着写"},
		{"<esc>", prompt.Left, "周明|0|第一段。", ""},
		{"x <backspace> <esc>", prompt.Left, "周明|0|第一段。", ""},
		{"x <ctrl+x>", prompt.Open, "周明x|0|第一段。", "上次没写完的草稿接着写"},
		{"x <ctrl+x> y <ctrl+x>", prompt.Open, "周明xy|0|第一段。", "上次没写完的草稿接着写"},
		{"x <ctrl+x> <ctrl+x>", prompt.Left, "周明|0|第一段。", ""},
	}
	for _, test := range tests {
		e := env("zh")
		f, _, _, _ := form(e)
		if got := press(f.Keep("一"), test.script); got != test.want {
			t.Errorf("%s: result %d, want %d", test.script, got, test.want)
		}
		other, name, _, _ := form(e)
		if other.Keep("二"); name.Value() != "周明" {
			t.Errorf("%s: the draft came back elsewhere", test.script)
		}
		said(e)
		next, name, group, note := form(e)
		next.Keep("一")
		if values := fmt.Sprintf("%s|%d|%s", name.Value(), group.At(), note.Value()); values != test.again {
			t.Errorf("%s: then %q, want %q", test.script, values, test.again)
		}
		if word := said(e); word != test.word {
			t.Errorf("%s: then it says %q, want %q", test.script, word, test.word)
		}
	}
}

// Esc puts aside what was written and says so; without anything written there is nothing to put aside or throw away.
func TestDraftKeysSayWhatTheyDo(t *testing.T) {
	e := env("zh")
	f, _, _, _ := form(e)
	f.Keep("一")
	footer := func() string {
		var keys []string
		for _, entry := range f.Footer() {
			keys = append(keys, e.T(entry.Help))
		}
		return strings.Join(keys, " ")
	}
	if got := footer(); !strings.Contains(got, "不改了") || strings.Contains(got, "先放着") || strings.Contains(got, "不要了") {
		t.Errorf("untouched: %q", got)
	}
	press(f, "x")
	if got := footer(); strings.Contains(got, "不改了") || !strings.Contains(got, "先放着") || !strings.Contains(got, "不要了") {
		t.Errorf("written: %q", got)
	}
	if press(f, "<esc>"); said(e) != "草稿留着，下次打开接着写" {
		t.Error("leaving a draft goes without a word")
	}
}

// A draft that no longer fits the form does no harm.
func TestOldDrafts(t *testing.T) {
	for _, old := range []string{"", "{", "[1]", `{"9":"x"}`, `{"-1":"x"}`, `{"1":"不再有的群体"}`} {
		e := env("zh")
		e.Study.Set("draft/一", old)
		f, name, group, note := form(e)
		f.Keep("一")
		if name.Value() != "周明" || group.At() != 0 || note.Value() != "第一段。" || said(e) != "" {
			t.Errorf("%s: %q %d %q", old, name.Value(), group.At(), note.Value())
		}
	}
}

// A memo left in the middle, closed from outside, comes back until it is saved.
func TestMemoDraft(t *testing.T) {
	study := screentest.Sample("zh")
	e := screentest.NewEnv(study, "zh")
	study.Me = study.AddCoder("乙") // who has no memo there yet
	code := study.CodeNamed("P2.1")
	s := prompt.NewSlot(e)
	ask := func(script string) {
		s.AskMemo("备忘录", codebook.TargetCode, code)
		for _, key := range tuitest.Keys(script) {
			s.Update(key)
		}
		s.Close()
	}
	memo := func() string {
		if have := prompt.Memos(e, codebook.TargetCode, code); have[0].Coder == study.Me {
			return have[0].Text
		}
		return ""
	}
	ask("想法一")
	if memo() != "" {
		t.Fatalf("%q was saved", memo())
	}
	if ask("，二 <ctrl+s>"); memo() != "想法一，二" {
		t.Errorf("saved %q", memo())
	}
	if said(e); e.Study.Setting("draft/memo/code/"+e.Study.Project().Code(code).ID.String()) != "" {
		t.Error("the draft of a saved memo is still there")
	}
	if ask(""); said(e) != "" {
		t.Error("a saved memo came back as a draft")
	}
}

// A name that nothing fits is no answer: the keys stay, and so does the old value.
func TestChoiceThatNothingFits(t *testing.T) {
	tests := []struct {
		script string
		want   prompt.Result
		at     int
		word   string
	}{
		{"<tab> dysjzzz <enter>", prompt.Open, 0, "没有符合的"},
		{"<tab> <right> dysjzzz <tab>", prompt.Open, 1, "没有符合的"},
		{"<tab> <right> dysjzzz <shift+tab>", prompt.Open, 1, "没有符合的"},
		{"<tab> <right> dysjzzz <ctrl+s>", prompt.Open, 1, "没有符合的"},
		{"<tab> dysjz <enter> <backspace> <ctrl+s>", prompt.Accepted, 3, "没有符合的"},
		{"<tab> <right> d <backspace> <ctrl+s>", prompt.Accepted, 1, ""},
	}
	for _, test := range tests {
		e := env("zh")
		f, _, group, _ := form(e)
		if got := press(f, test.script); got != test.want || group.At() != test.at {
			t.Errorf("%s: result %d, option %d, want %d, %d", test.script, got, group.At(), test.want, test.at)
		}
		if word := said(e); word != test.word {
			t.Errorf("%s: says %q, want %q", test.script, word, test.word)
		}
	}
}
