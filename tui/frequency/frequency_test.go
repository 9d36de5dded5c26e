package frequency_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/frequency"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

func newScreen(env *screen.Env) screen.Screen { return frequency.New(env) }

func TestFrames(t *testing.T) {
	screentest.Frames(t, newScreen,
		screentest.View{Name: "groups", Script: "j j l l"},
		screentest.View{Name: "transcripts", Script: "b c c c j j $"},
		screentest.View{Name: "filter", Script: "r / goals"},
	)
}

func TestColors(t *testing.T) {
	screentest.Try(t, screentest.Interviews(), "zh", screentest.Sizes[1], newScreen, func(b *screentest.Stage) {
		b.Press("j j l l")
		content, _ := b.Colour().Body()
		golden.RequireEqual(t, content)
	})
}

// try runs a script on the sample in Chinese, 100 columns wide.
func try(t *testing.T, keys string, look func(*screentest.Stage)) {
	t.Helper()
	screentest.Try(t, screentest.Interviews(), "zh", screen.Area{Width: 100, Height: 40}, newScreen, func(b *screentest.Stage) {
		b.Press(keys)
		look(b)
	})
}

func TestKeysChangeTheTable(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string // pieces of one line each
	}{
		{"", []string{"fangtan freq --by group --measure codings", "编码频次 · 按群体"}},
		{"c", []string{"--measure transcripts", "3/3 100%"}},
		{"c c", []string{"--measure units", "单位：话轮"}},
		{"c c u", []string{"--measure units --unit sentence", "单位：句"}},
		{"c c c c c c c c c", []string{"--measure codings"}},
		{"c c c c c c c", []string{"--measure residual", "残差 z"}},
		{"b", []string{"--by transcript", "按访谈稿", "副部长 甲"}},
		{"b b", []string{"--by speaker", "按受访者"}},
		{"b b b", []string{"--by 村", "编码频次 · 村", "东岭", "未填"}},
		{"b b b b", []string{"--by group"}},
		{"r", []string{"--measure codings --rollup", "编码频次 · 按群体 · 汇总"}},
		{"j j l l", []string{"P1.1 目标不明确 · 第一书记：6 参考点 · 3/3 人 · 3/3 篇 · 覆盖"}},
		{"j j $", []string{"P1.1 目标不明确 · 合计：10 参考点 · 6/7 人 · 6/7 篇"}},
		{"/ yqbjt", []string{" / yqbjt‸", "1 个编码"}},
		{"c c c c c c c $", []string{"残差 z：无（没有可比的"}},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Shows(c.want...) })
	}
}

func TestRows(t *testing.T) {
	number := regexp.MustCompile(`(?m)^ +‸?([PITEXF][-.A-Z0-9]*) `)
	for _, c := range []struct{ keys, want string }{
		{"H", "P1 P1.1 P1.2 P2.1 P2.2 I1.3 I3.2 T1.1 T1.2 E1.1 X-PI X-PT X-IT F"},
		{"r H / zhengce <enter>", "P P1 P2 X-PI X-PT"},
		{"H o", "P1.1 I1.3 P1 P2.1 E1.1 X-PI P1.2 P2.2 I3.2 T1.1 T1.2 X-PT X-IT F"},
		{"H l l o", "P1.1 P2.1 I1.3 F T1.1 X-PI P1.2 I3.2 T1.2 E1.1 X-PT X-IT P1 P2.2"},
		{"H l l o o", "P1 P1.1 P1.2 P2.1 P2.2 I1.3 I3.2 T1.1 T1.2 E1.1 X-PI X-PT X-IT F"},
		{"/ yqbjt", "P2.1"},
		{"/ goals <enter>", "P1 P1.1 P1.2"},
		{"H / yqbjt <esc>", "P1 P1.1 P1.2 P2.1 P2.2 I1.3 I3.2 T1.1 T1.2 E1.1 X-PI X-PT X-IT F"},
	} {
		try(t, c.keys, func(b *screentest.Stage) {
			table, _, _ := strings.Cut(b.Frame(), "\n\n\n")
			var got []string
			for _, m := range number.FindAllStringSubmatch(table, -1) {
				got = append(got, m[1])
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%q: rows %s, want %s", c.keys, strings.Join(got, " "), c.want)
			}
		})
	}
}

func TestBackLeavesFilterThenOrder(t *testing.T) {
	try(t, "o / yq <enter>", func(b *screentest.Stage) {
		if b.Screen.Typing() {
			t.Error("Enter leaves the field")
		}
		for i, want := range []bool{true, true, false} {
			if got := b.Screen.Back(); got != want {
				t.Errorf("step %d back: %v, want %v", i, got, want)
			}
		}
	})
}

func TestEnterOpensWhatIsBehind(t *testing.T) {
	for _, c := range []struct {
		keys, title, command string
		rows                 int
	}{
		{"j j l l <enter>", "P1.1 目标不明确 · 第一书记 · 6 处，7 参考点", "fangtan excerpts P1.1 --group secretaries", 7},
		{"j j $ <enter>", "P1.1 目标不明确 · 合计 · 10 处，12 参考点", "fangtan excerpts P1.1", 12},
		{"r l l <enter>", "P 理想化政策 · 第一书记 · 8 处，12 参考点", "fangtan excerpts P --group secretaries", 12},
		{"j <enter>", "P1 政策目标 · 部门领导 · 1 处，1 参考点", "", 1},
		{"b j j <enter>", "P1.1 目标不明确 · 组织部 副部长 甲 · 2 处，2 参考点", "fangtan excerpts P1.1 --transcript 部门领导/01.txt", 2},
		{"b b j j l l l <enter>", "P1.1 目标不明确 · 周明 · 第一书记/04.txt · 3 处，3 参考点", "fangtan excerpts P1.1 --speaker 周明 --transcript 第一书记/04.txt", 3},
		{"b b b j j l l l <enter>", "P1.1 目标不明确 · 未填 · 2 处，2 参考点", "", 2},
		{"b b b j j l <enter>", "P1.1 目标不明确 · 南坪 · 1 处，1 参考点", "fangtan excerpts P1.1 --attr 村=南坪", 1},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Lists(c.title, c.command, c.rows) })
	}
}

func TestKeysThatDoNothingSayWhy(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"<enter>", "这一格没有参考点"},
		{"u", "单位只影响"},
		{"q", "q 在这里没有用"},
		{"/ zzz <enter> o", "没有这样的编码"},
		{"l o", "按“监督者”从多到少"},
		{"l o o", "按编码本顺序"},
		{"e", "fangtan freq --by group --measure codings -o 频次.csv"},
	} {
		try(t, c.keys, func(b *screentest.Stage) { b.Says(c.want) })
	}
}

func TestCopy(t *testing.T) {
	try(t, "/ P1.1 <enter> y", func(b *screentest.Stage) {
		const want = "编码\t部门领导\t监督者\t第一书记\t村干部\t合计\nP1.1 目标不明确\t2\t1\t6\t1\t10\n"
		if got := b.Copied(); got != want {
			t.Errorf("copied %q, want %q", got, want)
		}
	})
	try(t, "c c c c c / P1.1 <enter> y", func(b *screentest.Stage) {
		const want = "P1.1 目标不明确\t0.200000\t0.100000\t0.600000\t0.100000\t1.000000\n"
		if _, got, _ := strings.Cut(b.Copied(), "\n"); got != want {
			t.Errorf("copied %q, want %q", got, want)
		}
	})
}

func TestCopyCommand(t *testing.T) {
	try(t, "r Y", func(b *screentest.Stage) {
		if got, want := b.Copied(), "fangtan freq --by group --measure codings --rollup"; got != want {
			t.Errorf("copied %q, want %q", got, want)
		}
	})
}

func TestUndefinedSaysWhy(t *testing.T) {
	study := screentest.Interviews()
	study.Must(&codebook.PutGroup{Row: codebook.Group{Key: "villagers", NameZh: "村民"}})
	screentest.Try(t, study, "zh", screen.Area{Width: 100, Height: 40}, newScreen, func(b *screentest.Stage) {
		b.Press("c c c j j l l l l")
		if b.Line("P1.1 目标不明确", "–") == "" || b.Line("覆盖率：无（这一列没有受访者的话）") == "" {
			t.Errorf("a column without text has no coverage:\n%s", b.Frame())
		}
	})
}

func TestChangesAreCountedInFrontOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		study := screentest.Interviews()
		env := &screen.Env{Study: study, Words: locale.New("zh"), Theme: theme.New(true, 0), Ruler: cell.Wc()}
		s := frequency.New(env)
		tuitest.Drain(t, s.Update, s.Update(screen.ShownMsg{}))
		s.Draw(screen.Area{Width: 80, Height: 24})
		change := func() tea.Cmd {
			study.Must(&codebook.PutCoder{Row: codebook.Coder{Name: study.NewID().String()}})
			return s.Update(screen.StudyChangedMsg{Revision: study.P.Revision()})
		}
		if cmd := change(); cmd == nil {
			t.Error("in front a change is counted")
		}
		if cmd := change(); cmd != nil {
			t.Error("not drawn since the last change, so it is hidden and counts nothing")
		}
		if cmd := s.Update(screen.ShownMsg{}); cmd == nil {
			t.Error("shown again it counts what changed")
		}
	})
}

func TestEmptyStudies(t *testing.T) {
	screentest.Try(t, screentest.Bare(), "zh", screentest.Sizes[0], newScreen, func(b *screentest.Stage) {
		b.Press("j l <enter> o y r c b / x <esc>")
		if b.Line("编码本还是空的") == "" {
			t.Errorf("an empty codebook says so:\n%s", b.Frame())
		}
	})
}

func TestMouse(t *testing.T) {
	try(t, "", func(b *screentest.Stage) {
		b.Send(tea.MouseClickMsg{X: 52, Y: 3, Button: tea.MouseLeft})
		if b.Line("P1.1 目标不明确 · 第一书记：6 参考点") == "" {
			t.Errorf("a click puts the cursor on a cell:\n%s", b.Frame())
		}
	})
}

func TestFormerTableStaysUntilTheNewOneComes(t *testing.T) {
	try(t, "", func(b *screentest.Stage) {
		cmds := b.Update(tuitest.Keys("b")[0])().(tea.BatchMsg)
		if b.Line("正在计数") != "" || b.Line("P1.1 目标不明确", "3/3") == "" {
			t.Errorf("at first nothing changes:\n%s", b.Frame())
		}
		b.Send(cmds[1]())
		if b.Line("正在计数…") == "" || b.Line("P1.1 目标不明确", "3/3") == "" {
			t.Errorf("late: the former table with a word:\n%s", b.Frame())
		}
		b.Send(cmds[0]())
		if b.Line("正在计数") != "" || b.Line("组织委员 丙", "周明（化名）") == "" {
			t.Errorf("the new table is there:\n%s", b.Frame())
		}
	})
}

func TestOpenAtACode(t *testing.T) {
	try(t, "", func(b *screentest.Stage) {
		b.Screen.(screen.Opener).Open(screen.Route{To: screen.Frequency, Code: b.Study.CodeNamed("T1.1")})
		if b.Line("T1.1 躲避与观望 · 部门领导：") == "" {
			t.Errorf("the cursor is elsewhere:\n%s", b.Frame())
		}
	})
}
