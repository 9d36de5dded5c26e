package journal_test

import (
	"fmt"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/tui/journal"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func init() { time.Local = time.FixedZone("", 8*60*60) } // frames show local times

func newScreen(env *screen.Env) screen.Screen { return journal.New(env) }

// worked is the interviews after some work over two days: a code added and used, a
// merge, a removal, an undo.
func worked() *screentest.Study {
	s := screentest.Interviews()
	s.Pace = 9 * 60 * 1000
	do := func(op codebook.Op) {
		if err := s.Do(op); err != nil {
			panic(err)
		}
	}
	do(&codebook.PutCode{Row: codebook.Code{ID: s.NewID(), Parent: s.CodeNamed("P"), Number: "P9", NameZh: "考核压力", NameEn: "Pressure of assessment"}})
	row := s.P.Codings(1).At(0)
	row.ID, row.Code = s.NewID(), s.CodeNamed("P9")
	do(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{row}})
	do(&codebook.RemoveCodes{Codes: []codebook.No{s.CodeNamed("P1.2")}})
	do(&codebook.PutMemo{Row: codebook.Memo{ID: s.NewID(), Target: codebook.TargetCode, On: s.CodeNamed("P9"), Coder: s.Me, Text: "与 T1.1 比较"}})
	s.Grant([]screen.Wish{screen.Undo{}})
	return s
}

func try(t *testing.T, lang string, a screen.Area, keys string, look func(*screentest.Stage)) {
	t.Helper()
	screentest.Try(t, worked(), lang, a, newScreen, func(b *screentest.Stage) {
		b.Press(keys)
		look(b)
	})
}

var common = screen.Area{Width: 80, Height: 22}

func TestFrames(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, a := range []screen.Area{common, {Width: 110, Height: 34}, {Width: 60, Height: 14}} {
			for _, v := range []screentest.View{{Name: "list"}, {Name: "removal", Script: "j j <enter>"}, {Name: "undo-to", Script: "j j j U"}, {Name: "narrowed", Script: "t t / P9 <enter>"}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", v.Name, lang, a.Width, a.Height), func(t *testing.T) {
					try(t, lang, a, v.Script, func(b *screentest.Stage) { b.Golden() })
				})
			}
		}
	}
}

func TestUndoToIsOneAction(t *testing.T) {
	try(t, "zh", common, "j j j U", func(b *screentest.Stage) {
		b.Shows("撤销到这里", "3 步？", "编码：增加 1", "这算一步操作")
		b.Press("<enter>")
		if b.Last() == codebook.KindRewind {
			t.Fatal("Enter takes No")
		}
		b.Press("U y")
		if b.Last() != codebook.KindRewind || b.Study.P.Code(b.Study.CodeNamed("P1.2")) == nil {
			t.Errorf("the last action is %s", b.Last())
		}
		b.Shows("撤销到第")
		b.Press("u")
		if _, err := b.Study.P.CodeNames().Find("P1.2"); err == nil {
			t.Error("one undo does not bring all of it back")
		}
	})
}

func TestUndoToTheNewestIsNothing(t *testing.T) {
	try(t, "zh", common, "U", func(b *screentest.Stage) { b.Says("此后没有操作") })
	try(t, "zh", common, "j U", func(b *screentest.Stage) { b.Shows("撤销到这里", "备忘录：增加 1") })
	try(t, "zh", common, "j j U", func(b *screentest.Stage) { b.Says("没有需要改动") })
}

// What a removal took away comes back alone; what was done since stays.
func TestRestore(t *testing.T) {
	try(t, "zh", common, "j j R", func(b *screentest.Stage) {
		if _, err := b.Study.P.CodeNames().Find("P1.2"); err != nil {
			t.Errorf("the code did not come back: %v", err)
		}
		b.Shows("已撤销")
		b.Press("g g j j j R")
		b.Says("已经撤销")
		b.Press("g g R")
		b.Says("不能撤销")
	})
}

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string
	}{
		{"/ 考核 <enter>", []string{"显示 4 步", "新建编码“P9 考核压力”"}},
		{"/ 撤销 <enter>", []string{"显示 1 步"}},
		{"/ 删除 <space> P1.2 <enter>", []string{"显示 1 步", "删除编码"}},
		{"/ 没有这样的", []string{"没有符合的操作"}},
		{"t t t", []string{"访谈稿", "显示 7 步"}},
		{"c c", []string{"乙", "没有符合的操作"}},
		{"/ 考核 <enter> <esc>", []string{"撤销：写备忘录"}},
	} {
		try(t, "zh", common, c.keys, func(b *screentest.Stage) { b.Shows(c.want...) })
	}
}

func TestPane(t *testing.T) {
	try(t, "zh", common, "j j j <enter>", func(b *screentest.Stage) {
		b.Shows("参考点：增加 1", "+ P9 考核压力", "第 ")
		b.Press("o")
		if r, ok := b.Gone(); !ok || r.To != screen.Reader || r.Passage.Transcript != 1 || r.Passage.End == 0 {
			t.Errorf("goes to %+v", r)
		}
		b.Press("<esc>")
		if b.Line("参考点：增加 1") != "" {
			t.Error("Esc does not close the pane")
		}
	})
	try(t, "zh", screen.Area{Width: 110, Height: 34}, "j", func(b *screentest.Stage) {
		b.Shows("由第") // beside the list from the start
		b.Press("<enter>")
		if b.Line("│") != "" {
			t.Error("Enter does not close the pane")
		}
	})
}

func TestLockedStudy(t *testing.T) {
	s := worked()
	s.Locked = true
	screentest.Try(t, s, "zh", common, newScreen, func(b *screentest.Stage) {
		b.Press("j U")
		b.Says("只读")
		b.Press("R")
		b.Says("只读")
	})
}

// TestManyActions: a long journal is scrolled by what is in sight, and its newest
// page shows before the rest is read.
func TestManyActions(t *testing.T) {
	s := screentest.Bare()
	s.Pace = 60_000
	for i := range 3000 {
		s.Must(&codebook.PutCode{Row: codebook.Code{ID: s.NewID(), NameZh: fmt.Sprint("码", i)}})
	}
	screentest.Try(t, s, "zh", common, newScreen, func(b *screentest.Stage) {
		b.Shows("码2999")
		b.Press("G")
		b.Shows("添加编码员“甲”", "3,006 步")
		b.Press("<pgup>")
		b.Press("g g")
		b.Shows("码2999")
	})
}

// Signs of colour take no room: the line of the cursor is set as all others are.
func TestColourTakesNoRoom(t *testing.T) {
	try(t, "zh", common, "j", func(b *screentest.Stage) {
		plain := b.Frame()
		if coloured := b.Colour().Frame(); coloured != plain {
			t.Errorf("in colour\n%s\nwithout\n%s", coloured, plain)
		}
	})
}
