package main

import (
	"slices"
	"strings"
	"testing"

	"fangtan/tui/locale"
)

// front is how a screen of the sample study is known, by its function key.
type front struct{ key, zh, en string }

var fronts = []front{
	{"F3", " · 已编码 ", "% coded"},
	{"F4", " · 编码本 · ", " · Codebook · "},
	{"F5", "编码频次 · ", "Code frequency · "},
	{"F6", "共现 · ", "Co-occurrence · "},
	{"F7", "摘录  ", "Excerpts  "},
	{"F9", " · 操作记录 · ", " · Journal · "},
	{"F1", "帮助  ", "Help  "},
	{"F2", "篇名", "Title"},
}

// known is what tells the screen from the others, in a language.
func (f front) known(lang string) string {
	if lang == locale.Chinese {
		return f.zh
	}
	return f.en
}

// TestTerminalScreens walks through every screen of the sample study: keys, palette,
// the way back, the other language.
func TestTerminalScreens(t *testing.T) {
	sizes := []struct {
		name          string
		width, height int
	}{{"80x24", 80, 24}, {"200x60", 200, 60}}
	for _, size := range sizes {
		for _, lang := range []string{locale.Chinese, locale.English} {
			t.Run(size.name+" "+lang, func(t *testing.T) {
				term := openTerminal(t, size.width, size.height, map[string]string{"zh": "zh_CN.UTF-8", "en": "C.UTF-8"}[lang])
				walkScreens(term, locale.New(lang), size.height)
			})
		}
	}
}

func walkScreens(term *terminal, words *locale.Words, height int) {
	term.t.Helper()
	term.Type("fangtan demo", "Enter")
	term.Wait("01 ", words.T("app.saved"))
	for _, f := range fronts {
		arrive := func() {
			term.t.Helper()
			known := f.known(words.Lang())
			term.until(known+" and the keys at "+f.key, func(screen string) bool {
				return strings.Contains(screen, known) && framed(screen, height, words.T("app.all-keys"))
			})
		}
		term.Type(f.key)
		if arrive(); f.key == "F1" {
			continue
		}
		term.Type("?")
		term.Wait(words.T("app.help") + "  ")
		term.Type("G")
		term.Wait(words.T("app.language")) // which is among the last
		term.Type("Escape")
		arrive()
		term.Type("C-p")
		term.Wait(words.T("app.palette-hint"))
		term.Type("qqqq")
		term.Wait("qqqq", words.T("app.palette-none")) // all of it: Esc and the next key must not come as one
		term.Type("Escape")
		term.Gone("qqqq")
		arrive()
	}
	other := map[string]string{locale.Chinese: locale.English, locale.English: locale.Chinese}[words.Lang()]
	for _, lang := range []string{other, words.Lang()} {
		term.Type("C-g")
		term.Wait(locale.New(lang).T("app.saved"), fronts[len(fronts)-1].known(lang))
	}
	term.Type("F8")
	term.Wait(words.T("app.agreement-later"))
	term.Type("C-q")
	term.Wait("ready>")
}

// framed says that a screen has its head in the first line and its keys in the last.
func framed(screen string, height int, keys string) bool {
	lines := strings.Split(strings.TrimSuffix(screen, "\n"), "\n")
	return len(lines) == height && strings.TrimSpace(lines[0]) != "" && strings.Contains(lines[height-1], keys)
}

// same waits until the screen is as it was.
func (term *terminal) same(before string) {
	term.t.Helper()
	term.until("what it showed before:\n"+before, func(screen string) bool { return screen == before })
}

// The window of an input method opens at the terminal's cursor: it has to stand
// behind what is typed, in every field.
func TestTerminalCursorStandsWhereOneTypes(t *testing.T) {
	term := openTerminal(t, 80, 24, "zh_CN.UTF-8")
	term.Type("fangtan demo", "Enter")
	term.Wait("部门领导", "已保存")
	fields := []struct{ name, screen, key string }{
		{"filter", "F2", "/"}, {"picker", "F3", "Enter"}, {"search", "F3", "/"}, {"memo", "F3", "m"},
		{"codebook", "F4", "/"}, {"excerpts", "F7", "/"}, {"palette", "F2", "C-p"},
	}
	for _, f := range fields {
		t.Run(f.name, func(t *testing.T) {
			term := *term
			term.t = t
			term.Type(f.screen)
			known := fronts[slices.IndexFunc(fronts, func(s front) bool { return s.key == f.screen })].zh
			term.until(known, func(screen string) bool { return strings.Contains(screen, known) && framed(screen, 24, "全部按键") })
			term.Type(f.key)
			for _, typed := range []string{"要", "求a具", "体"} {
				term.Type(typed)
			}
			term.until("the cursor behind 要求a具体", func(string) bool { return strings.HasSuffix(term.beforeCursor(), "要求a具体") })
			if term.State("cursor_flag") != "1" {
				t.Error("the cursor is hidden")
			}
			term.Type("Left", "Left", "小")
			term.until("the cursor behind 要求a小", func(string) bool {
				return strings.HasSuffix(term.beforeCursor(), "要求a小") && strings.HasPrefix(term.atCursor(), "具体")
			})
			term.Type("Escape")
			term.Gone("要求a小具体")
		})
	}
}

func TestTerminalTooSmall(t *testing.T) {
	term := openTerminal(t, 50, 12, "zh_CN.UTF-8")
	const message = "窗口太小：至少需要 60×16"
	term.Type("fangtan demo", "Enter")
	term.Wait(message)
	term.Resize(80, 24)
	screen := term.Wait("部门领导", "已保存", "▸ 01")
	if strings.Contains(screen, message) {
		t.Error("the message stays although there is room")
	}
	term.Type("F3")
	reading := term.Wait("话轮", "本段")
	for _, size := range [][2]int{{59, 24}, {80, 15}, {30, 8}} {
		term.Resize(size[0], size[1])
		term.Wait("窗口太小：")
		term.Resize(80, 24)
		term.same(reading)
	}
	term.Resize(60, 16)
	term.Wait("话轮", "本段")
	term.Resize(50, 12)
	term.Wait(message)
	term.Type("C-q")
	term.Wait("ready>")
}

func TestTerminalIsMissing(t *testing.T) {
	term := openTerminal(t, 80, 24, "zh_CN.UTF-8")
	aStudy(term)
	for _, args := range [][]string{{}, {"study.fangtan"}, {"demo"}} {
		out, said, err := term.Try(args...)
		if codeOf(err) != 1 || out != "" || strings.Count(said, "\n") > 2 || !strings.Contains(said, "终端") {
			t.Errorf("fangtan %v without a terminal: %v, printed %q, said %q", args, err, out, said)
		}
	}
	term.Type("clear; fangtan study.fangtan < /dev/null; echo ended with $?", "Enter")
	term.Wait("终端", "ended with 1")
	term.Type("clear; fangtan study.fangtan | cat; echo ended", "Enter")
	term.Wait("终端", "ended")
}
