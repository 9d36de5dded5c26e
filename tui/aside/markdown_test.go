package aside_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"fangtan/tui/aside"
	"fangtan/tui/cell"
	"fangtan/tui/theme"
)

// set gives the lines of a text without their styles; those between ⟨ and ⟩ are bold.
func set(text string, width int) []string {
	a := aside.New(cell.Wc(), theme.New(true, colorprofile.Ascii), width, 0)
	a.Markdown(text)
	lines := slices.Clone(a.Lines())
	for i, line := range lines {
		line = strings.NewReplacer("\x1b[1m", "⟨", "\x1b[3m", "⟪").Replace(line)
		lines[i] = ansi.Strip(line)
	}
	return lines
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"一二三四五六", 8, []string{"一二三四", "五六"}},
		{"# 标题\n\n\n正文", 20, []string{"⟨标题", "", "正文"}},
		{"#没有空格", 20, []string{"#没有空格"}},
		{"- 一二三四五\n  - 六七八九", 8, []string{"- 一二三", "  四五", "  - 六七", "    八九"}},
		{"12. 一二三四五六\n1999. 年", 12, []string{"12. 一二三四", "    五六", "1999. 年"}},
		{"> 一二三四\n后", 6, []string{"│ 一二", "│ 三四", "后"}},
		{"**重点：**后文", 20, []string{"⟨重点：后文"}},
		{"一 *斜* 二", 20, []string{"一 ⟪斜 二"}},
		{"2*3*4 与 a_b_c", 30, []string{"2⟪34 与 a_b_c"}},
		{"**不闭合 * 星 \\*号\\*", 30, []string{"**不闭合 * 星 *号*"}},
		{"`a*b*c`", 20, []string{"a*b*c"}},
		{"---\n****", 20, []string{"────────────", "────────────"}},
		{"```\nx := *p\n```\n完", 20, []string{"  x := *p", "完"}},
		{"尾白  \r\n二", 20, []string{"尾白", "二"}},
		{"\x1b[31m红", 20, []string{"␛[31m红"}},
		{"", 20, nil},
	} {
		if got := set(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q:\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

// No line is wider than asked for, whatever the text and however narrow it is.
func TestMarkdownKeepsItsWidth(t *testing.T) {
	text := "# **标题** 很长很长很长\n- 一二三 four five\n  - 六\n      1. 七八\n> 引 *用* 原话\n```\n代码代码代码\n```\n---"
	for width := 12; width < 40; width++ {
		for _, line := range set(text, width) {
			line = strings.NewReplacer("⟨", "", "⟪", "").Replace(line)
			if w := cell.Wc().Width(line); w > width {
				t.Errorf("width %d: %q takes %d", width, line, w)
			}
		}
	}
}

func TestBare(t *testing.T) {
	for text, want := range map[string]string{
		"## 小标题": "小标题", "- **要点**：一": "要点：一", "> 原话": "原话", "平常": "平常", "---": "",
	} {
		if got := aside.Bare(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("**a*b_ `c` \\")
	f.Fuzz(func(t *testing.T, text string) {
		for _, line := range set(text, 20) {
			if w := cell.Wc().Width(strings.NewReplacer("⟨", "", "⟪", "").Replace(line)); w > 20 {
				t.Errorf("%q", line)
			}
		}
	})
}
