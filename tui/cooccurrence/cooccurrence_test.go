package cooccurrence_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/tui/cooccurrence"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func newScreen(env *screen.Env) screen.Screen { return cooccurrence.New(env) }

func TestFrames(t *testing.T) {
	screentest.Frames(t, newScreen,
		screentest.View{Name: "matrix", Script: "<right> <right> j"},
		screentest.View{Name: "list", Script: "l j j"},
		screentest.View{Name: "tension", Script: "x <right> <right>"},
	)
}

func TestColors(t *testing.T) {
	try(t, "<right> <right> j", func(b *screentest.Stage) {
		content, _ := b.Colour().Body()
		golden.RequireEqual(t, content)
	})
}

// try runs a script on the sample in Chinese, 100 columns wide.
func try(t *testing.T, keys string, look func(*screentest.Stage)) {
	t.Helper()
	screentest.Try(t, screentest.Interviews(), "zh", screen.Area{Width: 100, Height: 30}, newScreen, func(b *screentest.Stage) {
		b.Press(keys)
		look(b)
	})
}

func TestKeysChangeTheTable(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string // pieces of one line each
	}{
		{"", []string{"fangtan cooc --unit turn --matrix", "共现 · 全部 · 单位：话轮", "P1 政策目标 与 P1.1 目标不明确 是上下级"}},
		{"u", []string{"--unit sentence"}},
		{"u u u", []string{"--unit window:2", "单位：前后 2 个话轮"}},
		{"u u u u u u u", []string{"--unit turn"}},
		{"g", []string{"--group department-heads", "共现 · 部门领导"}},
		{"g g g g g", []string{"fangtan cooc --unit turn --matrix", "共现 · 全部"}},
		{"d", []string{"--by-dimension", "P 理想化政策 × I 执行机构：n "}},
		{"s", []string{"--same-coder", "限同一编码员"}},
		{"l", []string{"fangtan cooc --unit turn", "▸ P1.1 目标不明确"}},
		{"l l", []string{"--matrix"}},
		{"x", []string{"fangtan tension --unit turn", "张力 · 按群体"}},
		{"x u", []string{"fangtan tension --unit sentence", "单位：句"}},
		{"x x", []string{"--matrix"}},
		{"x l", []string{"fangtan cooc --unit turn", "▸ P1.1"}},
		{"H", []string{" P2 政策内容与要求 ", "P1 政策目标 与 P1.1 目标不明确 是上下级"}},
		{"j <right> <right>", []string{"P1.1 目标不明确 × P2.1 要求不具体：n 4 · n_a 7 · n_b 5 · c .50", "重叠 6 对 · 回车 看这 4 处"}},
		{"j", []string{"P1.1 目标不明确：触及 7 个单位（话轮）"}},
		{"j <right> <right> <right>", []string{"P1.1 目标不明确（7）× P2.2 一刀切（1）：没有共现"}},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Shows(c.want...) })
	}
}

func TestEnterOpensWhatIsBehind(t *testing.T) {
	for _, c := range []struct {
		keys, title, command string
		rows                 int
	}{
		{"j <right> <right> <enter>", "P1.1 目标不明确 × P2.1 要求不具体 · 全部 · 4 处", "", 4},
		{"u u u u u j <right> <right> <enter>", "P1.1 目标不明确 × P2.1 要求不具体 · 全部 · 5 处", "", 5},
		{"l g g g <enter>", "P1.1 目标不明确 × I1.3 分工与协同 · 第一书记 · 3 处", "", 3},
		{"x <right> <right> <enter>", "X-PT 政策与目标群体 · 全部 · 2 处，2 参考点", "fangtan excerpts X-PT", 2},
		{"x <right> <end> <right> <right> <enter>", "X-PI 政策与执行机构 · 部门领导 · 1 处，1 参考点", "fangtan excerpts X-PI --group department-heads", 1},
		{"x <right> <right> <right> m", "P 理想化政策 × E 环境因素 · 全部 · 2 处", "", 2},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Lists(c.title, c.command, c.rows) })
	}
}

func TestKeysThatDoNothingSayWhy(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"<enter>", "这一格没有原文"},
		{"m", "两者没有共现"},
		{"x g", "按 x 回到共现"},
		{"x d", "按 x 回到共现"},
		{"x <enter>", "这一格没有原文"},
		{"x m", "两者没有共现"},
		{"q", "q 在这里没有用"},
		{"e", "fangtan cooc --unit turn --matrix -o 共现.csv"},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Says(c.want) })
	}
}

func TestCursorStaysWithItsCodes(t *testing.T) {
	for _, keys := range []string{"H", "u", "H H", "s", "l l", "x x"} {
		try(t, "j <right> <right> "+keys, func(b *screentest.Stage) {
			if b.Line("P1.1 目标不明确 × P2.1 要求不具体：") == "" {
				t.Errorf("after %q the cursor is elsewhere:\n%s", keys, b.Frame())
			}
		})
	}
}

// The cursor of the tension view goes from cell to cell and from block to block.
func TestTensionCursor(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"", "P 理想化政策 × P 理想化政策（没有张力编码） · 全部："},
		{"<right>", "X-PI 政策与执行机构 · 全部：4 参考点，4 人提出"},
		{"<right> j", "I 执行机构 × I 执行机构（没有张力编码） · 全部："},
		{"<right> j <right>", "X-IT 执行机构与目标群体 · 全部：2 参考点"},
		{"<end> <right> <right>", "X-PI 政策与执行机构 · 部门领导：1 参考点，1 人提出"},
		{"<end> <right> <right> <left> <left>", "P 理想化政策 × E 环境因素（没有张力编码） · 全部："},
		{"<right> j j", "X-PI 政策与执行机构 · 监督者：1 参考点"},
		{"<right> <pgdown>", "X-PI 政策与执行机构 · 监督者：1 参考点"},
		{"<right> <pgdown> <pgup>", "X-PI 政策与执行机构 · 全部："},
		{"G", "E 环境因素 × E 环境因素（没有张力编码） · 村干部："},
		{"G <", "P 理想化政策 × P 理想化政策（没有张力编码） · 全部："},
	} {
		screentest.Try(t, screentest.Interviews(), "zh", screen.Area{Width: 80, Height: 30}, newScreen, func(b *screentest.Stage) {
			b.Press("x " + c.keys)
			if b.Line(c.want) == "" {
				t.Errorf("%q: nowhere %q in\n%s", c.keys, c.want, b.Frame())
			}
		})
	}
}

func TestTensionSaysWhatElseThereIs(t *testing.T) {
	try(t, "x <right>", func(b *screentest.Stage) {
		frame := strings.ReplaceAll(b.Frame(), "\n ", "")
		for _, piece := range []string{"有张力关系的编码共现 2 处", "最常共现的一对："} {
			if !strings.Contains(frame, piece) {
				t.Errorf("nowhere %q in\n%s", piece, b.Frame())
			}
		}
	})
	try(t, "x <end> <right> <right>", func(b *screentest.Stage) {
		if !strings.Contains(strings.ReplaceAll(b.Frame(), "\n ", ""), "不足五人，只看个数") {
			t.Errorf("a group of one voice is small:\n%s", b.Frame())
		}
	})
}

func TestCopy(t *testing.T) {
	for _, c := range []struct {
		keys string
		row  int
		want string
	}{
		{"x y", 0, "A\tB\t部门领导\t监督者\t第一书记\t村干部\t合计"},
		{"x y", 2, "P 理想化政策\tI 执行机构\t1\t1\t2\t0\t4"},
		{"l y", 0, "A\tB\tn\tn_a\tn_b\tc\tb|a\ta|b\t提升\t重叠"},
		{"l y", 1, "P1.1 目标不明确\tP2.1 要求不具体\t4\t7\t5\t0.500000\t0.571429\t0.800000\t1.485714\t6"},
		{"l Y", 0, "fangtan cooc --unit turn"},
		{"x Y", 0, "fangtan tension --unit turn"},
		{"d y", 1, "P 理想化政策\t9\t5\t5\t2\t6\t2"},
	} {
		try(t, c.keys, func(b *screentest.Stage) {
			if rows := strings.Split(b.Copied(), "\n"); len(rows) <= c.row || rows[c.row] != c.want {
				t.Errorf("%q copies\n%s\nwant %q in row %d", c.keys, strings.Join(rows, "\n"), c.want, c.row)
			}
		})
	}
}

func TestEmptyStudies(t *testing.T) {
	codes := screentest.Bare()
	codes.Must(&codebook.PutCode{Row: codebook.Code{NameZh: "想法"}})
	silent := screentest.Interviews()
	silent.Must(&codebook.PutGroup{Row: codebook.Group{Key: "villagers", NameZh: "村民"}})
	for _, c := range []struct {
		study      *screentest.Study
		keys, want string
	}{
		{screentest.Bare(), "", "编码本还是空的"},
		{screentest.Bare(), "x j y m <enter>", "编码本还是空的"},
		{codes, "j <enter> y", "还没有参考点"},
		{codes, "x", "没有“要素”编码"},
		{silent, "g g g g g", "这个群体还没有参考点"},
		{silent, "l", "没有哪两个编码共现"},
	} {
		screentest.Try(t, c.study, "zh", screentest.Sizes[0], newScreen, func(b *screentest.Stage) {
			b.Press(c.keys)
			if b.Line(c.want) == "" {
				t.Errorf("%q: nowhere %q in\n%s", c.keys, c.want, b.Frame())
			}
		})
	}
}

func TestMouse(t *testing.T) {
	try(t, "x", func(b *screentest.Stage) {
		b.Send(tea.MouseClickMsg{X: 15, Y: 2, Button: tea.MouseLeft})
		if b.Line("X-PI 政策与执行机构 · 全部：") == "" {
			t.Errorf("a click puts the cursor on a cell:\n%s", b.Frame())
		}
	})
	try(t, "", func(b *screentest.Stage) {
		b.Send(tea.MouseClickMsg{X: 32, Y: 2, Button: tea.MouseLeft})
		if b.Line("P1.1 目标不明确 × P1.2 目标冲突或过高：") == "" && b.Line("P1.1 目标不明确：触及") == "" {
			t.Errorf("a click puts the cursor on a cell:\n%s", b.Frame())
		}
	})
}

func TestOpenAtACode(t *testing.T) {
	try(t, "x", func(b *screentest.Stage) {
		b.Screen.(screen.Opener).Open(screen.Route{To: screen.Cooccurrence, Code: b.Study.CodeNamed("T1.1")})
		b.Send(screen.ShownMsg{})
		if b.Line("P1.1 目标不明确 × T1.1 躲避与观望：n 3") == "" {
			t.Errorf("the cursor is elsewhere:\n%s", b.Frame())
		}
	})
}
