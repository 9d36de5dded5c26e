package codes_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/lucasb-eyer/go-colorful"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/codes"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func open(e *screen.Env) screen.Screen { return codes.New(e) }

func stage(t testing.TB, s *screentest.Study, lang string, width, height int) *screentest.Stage {
	return screentest.NewStage(t, s, lang, screen.Area{Width: width, Height: height - 2}, open)
}

func zh(t testing.TB) *screentest.Stage { return stage(t, screentest.Sample("zh"), "zh", 100, 24) }

// tree is the codebook as text: a line for each code, indented, with its key.
func tree(p *codebook.Project) string {
	var b strings.Builder
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		fmt.Fprintf(&b, "%s%s", strings.Repeat(">", p.Tree().Depth[n]), c.Title("zh"))
		if c.Pin != "" {
			fmt.Fprintf(&b, "[%s]", c.Pin)
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

const before = "P 理想化政策 >P1.1 目标不明确[1] >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"

func TestTree(t *testing.T) {
	tests := []struct{ script, want string }{
		{"j K", before}, // the first among its siblings stays
		{"j J", "P 理想化政策 >P2.1 要求不具体[2] >P1.1 目标不明确[1] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j j K", "P 理想化政策 >P2.1 要求不具体[2] >P1.1 目标不明确[1] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"J", "I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 P 理想化政策 >P1.1 目标不明确[1] >P2.1 要求不具体[2] F2 问题 旧编码"},
		{"j <", "P 理想化政策 >P2.1 要求不具体[2] P1.1 目标不明确[1] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j >", before},
		{"j j >", "P 理想化政策 >P1.1 目标不明确[1] >>P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j m m G P", "P 理想化政策 I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 >P1.1 目标不明确[1] >P2.1 要求不具体[2] 旧编码"},
		{"m m G P", "I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 >P 理想化政策 >>P1.1 目标不明确[1] >>P2.1 要求不具体[2] 旧编码"},
		{"m P", before}, // the cursor went on: below itself is refused
		{"j 3", "P 理想化政策 >P1.1 目标不明确[3] >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j 2", "P 理想化政策 >P1.1 目标不明确[2] >P2.1 要求不具体 I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j 1", "P 理想化政策 >P1.1 目标不明确 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j p w", "P 理想化政策 >P1.1 目标不明确[w] >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j p <backspace>", "P 理想化政策 >P1.1 目标不明确 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j p <esc>", before},
		{"x <enter>", before},
		{"x y", "I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j m m x y", "P 理想化政策 I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"a 新 <enter> new <enter> P9 <enter>", "P 理想化政策 >P1.1 目标不明确[1] >P2.1 要求不具体[2] >P9 新 I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"A 新 <ctrl+s>", before + " 新"},
		{"a 要求不具体 <ctrl+s>", before}, // a sibling has the name
		{"j M yqbjt <enter> y", "P 理想化政策 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"j M yqbjt <enter> <enter>", before},
		{"j e 了 <ctrl+s>", "P 理想化政策 >P1.1 目标不明确了[1] >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
	}
	for _, test := range tests {
		st := zh(t)
		st.Press(test.script)
		if got := tree(st.Study.P); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s\nstatus %q", test.script, got, test.want, st.Status)
		}
		if err := st.Study.P.Invariants(); err != nil {
			t.Errorf("%s: %v", test.script, err)
		}
	}
}

// here is the title of the code under the cursor, as its row has it.
func here(st *screentest.Stage) string {
	content, cursor := st.Draw()
	if cursor == nil {
		return ""
	}
	line := []rune(ansi.Strip(strings.Split(content, "\n")[cursor.Y]))
	title, _, _ := strings.Cut(strings.TrimLeft(string(line[7:]), " "), "  ") // behind sign, stripe, key
	return title
}

func TestCursor(t *testing.T) {
	tests := []struct{ script, want string }{
		{"", "P 理想化政策"},
		{"j j", "P2.1 要求不具体"},
		{"G", "F2 问题"},
		{"G gg", "P 理想化政策"},
		{"h", "P 理想化政策 +2"},
		{"h j", "I 执行机构"},
		{"h l l", "P1.1 目标不明确"},
		{"j h", "P 理想化政策"},
		{"<space> j", "I 执行机构"},
		{"j z", "P 理想化政策 +2"},
		{"j j j j z j z", "F2 问题"},
		{"/ fgyxt <enter>", "I1.3 分工与协同"},
		{"z / I3.2 <enter>", "I3.2 能力不足"},
		{"/ zzzz <enter> <esc>", "P 理想化政策"},
		{"O G", "旧编码 · 已停用"},
		{"j o", "P2.1 要求不具体"}, // archived codes hide; the cursor stays in its row
		{"j x y", "P2.1 要求不具体"},
		{"a 新 <ctrl+s>", "新"},
		{"<pgdown>", "F2 问题"},
	}
	for _, test := range tests {
		st := zh(t)
		if st.Press(test.script); here(st) != test.want {
			t.Errorf("%s: on %q, want %q", test.script, here(st), test.want)
		}
	}
}

func TestPassages(t *testing.T) {
	tests := []struct {
		script string
		want   int
	}{
		{"<enter>", 5},         // P with its sub-codes
		{"t j <enter>", 2},     // P1.1 alone
		{"j j <enter>", 3},     // P2.1, of both coders
		{"t <enter>", 0},       // P alone has none, and says so
		{"j j j j <enter>", 2}, // I1.3
	}
	for _, test := range tests {
		st := zh(t).Press(test.script)
		got := 0
		for _, w := range st.Wishes {
			if g, ok := w.(screen.Go); ok && g.Route.To == screen.Excerpts {
				got = len(g.Route.List.Rows)
			}
		}
		if got != test.want || got == 0 && st.Status == "" {
			t.Errorf("%s: %d passages, want %d; status %q", test.script, got, test.want, st.Status)
		}
	}
}

func TestMemo(t *testing.T) {
	st := zh(t)
	memo := func() string {
		for _, m := range st.Study.P.Memos() {
			if m.Target == codebook.TargetCode && m.On == st.Study.CodeNamed("P1.1") {
				return m.Text
			}
		}
		return ""
	}
	if st.Press("j n 想一想 <enter> 再想 <ctrl+s>"); memo() != "想一想\n再想" || st.Last() != "memo.add" {
		t.Errorf("%q %s", memo(), st.Last())
	}
	if st.Press("n ！ <ctrl+s>"); memo() != "想一想\n再想！" || st.Last() != "memo.set" {
		t.Errorf("%q %s", memo(), st.Last())
	}
	if st.Press("n <ctrl+u> <backspace> <ctrl+u> <ctrl+s>"); memo() != "" || st.Last() != "memo.remove" {
		t.Errorf("%q %s", memo(), st.Last())
	}
}

// A name that is taken leaves the form open, with what was typed.
func TestRefusalKeepsForm(t *testing.T) {
	st := zh(t).Press("a 要求不具体 <ctrl+s>")
	if !st.Screen.Typing() || st.Status == "" {
		t.Errorf("status %q", st.Status)
	}
	if st.Press("二 <ctrl+s>"); st.Screen.Typing() || here(st) != "要求不具体二" {
		t.Errorf("on %q", here(st))
	}
}

func TestEditKeepsRoleAndFields(t *testing.T) {
	st := zh(t)
	old := *st.Study.P.Code(st.Study.CodeNamed("P2.1"))
	old.Fields = []codebook.Field{{Name: "强度", Kind: codebook.FieldChoice, Choices: []string{"1", "2"}}}
	old.Role = codebook.RoleResult
	st.Study.Must(&codebook.PutCode{Row: old})
	st.Press("j j e <tab> <tab> <tab> <tab> <right> <tab> <ctrl+e> 补充。 <ctrl+s>")
	now := st.Study.P.Code(old.No)
	if now.Role != old.Role || len(now.Fields) != 1 || !now.Heading || !strings.HasSuffix(now.Definition, "没有写。补充。") {
		t.Errorf("%+v; status %q", now, st.Status)
	}
}

func TestRecolour(t *testing.T) {
	st := zh(t).Press("j c j j <enter>")
	if got, want := st.Study.P.Code(st.Study.CodeNamed("P1.1")).Color, codes.Palette()[2]; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	st.Press("A 新的一级 <ctrl+s>") // beside P1.1: of its parent's colour
	if got := st.Study.P.Code(st.Study.CodeNamed("新的一级")).Color; got != "#2897ee" {
		t.Errorf("%s", got)
	}
}

// The colours can be told apart and read on black and on white.
func TestPalette(t *testing.T) {
	contrast := func(a, b colorful.Color) float64 {
		light := func(c colorful.Color) float64 {
			r, g, b := c.LinearRgb()
			return 0.2126*r + 0.7152*g + 0.0722*b + 0.05
		}
		return max(light(a)/light(b), light(b)/light(a))
	}
	black, white := colorful.Color{R: 0.12, G: 0.12, B: 0.12}, colorful.Color{R: 1, G: 1, B: 1}
	for i, a := range codes.Palette() {
		one, err := colorful.Hex(a)
		if err != nil {
			t.Fatal(err)
		}
		if contrast(one, black) < 3 || contrast(one, white) < 3 {
			t.Errorf("%s: contrast %.1f on black, %.1f on white", a, contrast(one, black), contrast(one, white))
		}
		for _, b := range codes.Palette()[:i] {
			two, _ := colorful.Hex(b)
			if d := one.DistanceCIEDE2000(two); d < 0.12 {
				t.Errorf("%s and %s are too alike: %.3f", a, b, d)
			}
		}
	}
}

func TestKeysThatCannot(t *testing.T) {
	empty := stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24)
	for _, script := range []string{"<enter>", "e", "x", "M", "/", "P", "h", "l", "z", "!", "n"} {
		if empty.Press(script); empty.Status == "" || empty.Screen.Typing() {
			t.Errorf("%s with an empty codebook says nothing", script)
		}
	}
	locked := screentest.Sample("zh")
	locked.Locked = true
	st := stage(t, locked, "zh", 80, 24)
	for _, script := range []string{"a", "A", "e", "c", "1", "p", "K", "J", "<", ">", "P", "M", "x", "n", "o"} {
		if st.Press(script); st.Status == "" || st.Screen.Typing() {
			t.Errorf("%s in a locked study: %q", script, st.Status)
		}
	}
}

// Counts of a study that has gone on are dropped and made again.
func TestStaleCounts(t *testing.T) {
	s := screentest.Sample("zh")
	env := screentest.NewEnv(s, "zh")
	sc := codes.New(env)
	sc.Update(screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 20}})
	first := sc.Update(screen.ShownMsg{})
	if again := sc.Update(screen.ShownMsg{}); again != nil {
		t.Error("a count is under way already")
	}
	answer := first()
	s.Code(3, "He taught us", "I3.2", 1)
	second := sc.Update(answer)
	if second == nil {
		t.Fatal("the stale answer should lead to a new count")
	}
	if frame, _ := sc.Draw(screen.Area{Width: 80, Height: 20}); strings.Contains(frame, " 5 ") {
		t.Error("stale counts are shown")
	}
	if sc.Update(second()) != nil {
		t.Error("one count is enough")
	}
	// Changes while nobody looks cost nothing; changes of what is looked at are counted.
	if sc.Draw(screen.Area{Width: 80, Height: 20}); sc.Update(screen.StudyChangedMsg{}) != nil {
		t.Error("nothing changed since the count")
	}
	s.Code(3, "write the reports", "I3.2", 1)
	if sc.Update(screen.StudyChangedMsg{}) != nil {
		t.Error("nobody looked since the last change")
	}
	if sc.Update(screen.ShownMsg{}) == nil {
		t.Error("shown again, it counts")
	}
}

func TestOpen(t *testing.T) {
	st := zh(t).Press("z")
	st.Screen.(screen.Opener).Open(screen.Route{To: screen.Codebook, Code: st.Study.CodeNamed("I3.2")})
	if here(st) != "I3.2 能力不足" {
		t.Errorf("on %q", here(st))
	}
}

func TestBack(t *testing.T) {
	st := zh(t)
	if st.Screen.Back() {
		t.Error("nothing to go back from")
	}
	for _, script := range []string{"a", "j M", "m", "x", "p"} {
		st.Press(script)
		if !st.Screen.Back() {
			t.Errorf("%s: one step back", script)
		}
	}
}

// What changed is said, in the words of the journal.
func TestChangesAreSaid(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"a 新 <ctrl+s>", "新建编码“新”"},
		{"j e 了 <ctrl+s>", "修改编码“P1.1 目标不明确了”"},
		{"j c j <enter>", "修改编码“P1.1 目标不明确”"},
		{"j J", "调整“P1.1 目标不明确”的次序"},
		{"j <", "移动编码“P1.1 目标不明确”到第一层"},
		{"j M yqbjt <enter> y", "把“P1.1 目标不明确”并入“P2.1 要求不具体”"},
		{"j x y", "删除编码“P1.1 目标不明确”"},
		{"j n 想 <ctrl+s>", "写备忘录"},
		{"j o", "已停用"},
	} {
		if st := zh(t).Press(c.script); !strings.Contains(st.Status, c.want) {
			t.Errorf("%s: says %q, want %q", c.script, st.Status, c.want)
		}
	}
}

// Forms that were left come back: another's are not touched, and a saved one begins anew.
func TestDrafts(t *testing.T) {
	study := screentest.Sample("zh")
	first := stage(t, study, "zh", 100, 24)
	first.Press("j e <tab> <tab> <tab> <tab> <tab> 没写完") // and the program ends
	first.Press("<esc> j e")
	if first.Said[len(first.Said)-1] == "上次没写完的草稿接着写" {
		t.Error("the draft came back in another code")
	}
	st := stage(t, study, "zh", 100, 24).Press("j e")
	if st.Status != "上次没写完的草稿接着写" {
		t.Errorf("says %q", st.Status)
	}
	st.Press("<ctrl+s>")
	if c := study.P.Code(study.CodeNamed("P1.1")); !strings.Contains(c.Definition, "没写完") {
		t.Errorf("definition %q", c.Definition)
	}
	if st.Press("e <esc>"); len(st.Said) != 0 {
		t.Errorf("after saving it says %q", st.Said)
	}
}

// The head says what is stored, and what it comes to where one code overlaps itself.
func TestHeadCountsAsTheColumnsDo(t *testing.T) {
	study := screentest.Sample("zh")
	st := stage(t, study, "zh", 100, 24)
	if left, _ := st.Screen.Head(); !strings.HasSuffix(left, " · 9 参考点") {
		t.Errorf("head %q", left)
	}
	study.Code(2, "怎么传、帮到什么程度算完成，没有写。", "P2.1", 1) // inside a coding of P2.1
	st.Tell()
	if left, _ := st.Screen.Head(); !strings.HasSuffix(left, " · 10 参考点，合并后 9") {
		t.Errorf("head %q", left)
	}
}

// click presses a button on a place of the screen and lets it go, by way of others.
func click(st *screentest.Stage, x, y int, by ...[2]int) {
	st.Send(tea.MouseClickMsg{Button: tea.MouseLeft, X: x, Y: y})
	for _, at := range by {
		x, y = at[0], at[1]
		st.Send(tea.MouseMotionMsg{Button: tea.MouseLeft, X: x, Y: y})
	}
	st.Send(tea.MouseReleaseMsg{Button: tea.MouseLeft, X: x, Y: y})
}

func TestMouse(t *testing.T) {
	st := zh(t)
	if click(st, 8, 3); here(st) != "P2.1 要求不具体" {
		t.Errorf("on %q", here(st))
	}
	if click(st, 8, 3); len(st.Wishes) != 1 {
		t.Error("a second click shows the passages")
	}
}

// A code that is dragged over a name goes below it, over a margin before it, past the end to the end.
func TestDrag(t *testing.T) {
	for _, c := range []struct {
		name   string
		script string
		y      int
		by     [][2]int
		says   string
		want   string
	}{
		{"into", "", 2, [][2]int{{12, 5}, {12, 7}}, "松开后“P1.1 目标不明确”归到“F2 问题”之下",
			"P 理想化政策 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 >P1.1 目标不明确[1] 旧编码"},
		{"before, elsewhere", "", 2, [][2]int{{3, 6}}, "排在“I3.2 能力不足”之前",
			"P 理想化政策 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >P1.1 目标不明确[1] >I3.2 能力不足 F2 问题 旧编码"},
		{"before, a sibling", "", 3, [][2]int{{3, 2}}, "之前",
			"P 理想化政策 >P2.1 要求不具体[2] >P1.1 目标不明确[1] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码"},
		{"to the end", "", 2, [][2]int{{3, 15}}, "第一层末尾",
			"P 理想化政策 >P2.1 要求不具体[2] I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 旧编码 P1.1 目标不明确[1]"},
		{"the marked ones", "j m m", 3, [][2]int{{12, 7}}, "归到“F2 问题”之下",
			"P 理想化政策 I 执行机构 >I1.3 分工与协同[q] >I3.2 能力不足 F2 问题 >P1.1 目标不明确[1] >P2.1 要求不具体[2] 旧编码"},
		{"below itself", "", 1, [][2]int{{14, 2}}, "would become its own ancestor", before},
		{"and back again", "", 2, [][2]int{{12, 5}, {12, 2}}, "", before},
	} {
		st := zh(t).Press(c.script)
		click(st, 12, c.y, c.by...)
		if got := tree(st.Study.P); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		if said := strings.Join(st.Said, "\n") + st.Status; !strings.Contains(said, c.says) {
			t.Errorf("%s: says %q, want %q", c.name, said, c.says)
		}
	}
}

func TestBindings(t *testing.T) {
	if err := codes.Check(codes.New(screentest.NewEnv(screentest.Sample("zh"), "zh"))); err != nil {
		t.Error(err)
	}
	screentest.Worded(t, stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24).Screen.Entries())
}

// Every row does something or says why.
func TestRun(t *testing.T) {
	n := len(zh(t).Screen.Entries())
	for i := range n {
		st := zh(t)
		st.Press("j j")
		e := st.Screen.Entries()[i]
		st.Screen.Run(e.Index)
		st.Draw()
	}
}

func TestFrames(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for _, lang := range []string{"zh", "en"} {
			t.Run(fmt.Sprintf("tree-%s-%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				stage(t, screentest.Sample(lang), lang, size[0], size[1]).Press("j j").Golden()
			})
		}
	}
	for _, size := range [][2]int{{80, 24}, {110, 36}, {200, 60}} {
		for _, lang := range []string{"zh", "en"} {
			for name, script := range map[string]string{
				"split": "j j S <tab> 没写 <enter> <tab> 自己定 <enter>", "lint": "v j <enter>", "detail": "j j <tab> j", "splitting": "j j S <tab> 没写 <enter> <enter>",
			} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1]), func(t *testing.T) {
					stage(t, screentest.Sample(lang), lang, size[0], size[1]).Press(script).Golden()
				})
			}
		}
	}
	for name, script := range map[string]string{
		"marked": "O j m m h t", "edit": "j j e", "remove": "x", "merge": "j M yq", "merging": "j M yq <enter>", "colour": "j c", "pin": "j p", "memo": "j j n",
		"add": "a 新",
	} {
		t.Run(name+"-zh-80x24", func(t *testing.T) { stage(t, screentest.Sample("zh"), "zh", 80, 24).Press(script).Golden() })
	}
	t.Run("edit-en-60x16", func(t *testing.T) { stage(t, screentest.Sample("en"), "en", 60, 16).Press("j j e").Golden() })
	t.Run("edit-zh-120x40", func(t *testing.T) { stage(t, screentest.Sample("zh"), "zh", 120, 40).Press("j j e").Golden() })
	t.Run("empty-zh-80x24", func(t *testing.T) { stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24).Golden() })
	t.Run("empty-en-60x16", func(t *testing.T) { stage(t, screentest.NewStudy("en", "林岚"), "en", 60, 16).Golden() })
}

func TestColours(t *testing.T) {
	content, _ := stage(t, screentest.Sample("zh"), "zh", 80, 16).Colour().Press("j j").Draw()
	golden.RequireEqual(t, content)
}

// Whatever a code is called and however deep it lies, no line is wider than the screen.
func TestHostileNames(t *testing.T) {
	s := screentest.Sample("zh")
	parent := codebook.No(0)
	for i, name := range append(screentest.Hostile, screentest.Hostile...) {
		id := s.NewID()
		s.Must(&codebook.PutCode{Row: codebook.Code{
			ID: id, Parent: parent, NameZh: fmt.Sprint(name, i), NameEn: name, Definition: name, Include: name, Examples: name, Archived: i%5 == 4,
		}})
		children := s.P.Tree().Children(parent)
		parent = children[len(children)-1]
	}
	for _, ruler := range []cell.Ruler{cell.Wc(), cell.Grapheme()} {
		for _, size := range [][2]int{{60, 16}, {121, 30}} {
			st := stage(t, s, "zh", size[0], size[1])
			st.Env.Ruler = ruler
			st.Send(screen.SurroundingsChangedMsg{})
			st.Press("O G")
			for range len(screentest.Hostile) {
				for _, open := range []string{"e", "x", "/", "m", "<space>"} {
					st.Press(open)
					st.Draw()
					st.Press("<esc>")
				}
				st.Press("k")
			}
		}
	}
}

// crowd is a codebook of n codes more.
func crowd(n int) *screentest.Study {
	s := screentest.Sample("zh")
	var parent codebook.No
	for i := range n {
		row := codebook.Code{ID: s.NewID(), Parent: parent, NameZh: fmt.Sprintf("编码%04d", i), NameEn: fmt.Sprintf("code %d", i), Color: "#2897ee"}
		if i%50 == 0 {
			row.Parent = 0
		}
		s.Must(&codebook.PutCode{Row: row})
		if i%50 == 0 {
			parent = s.CodeNamed(row.NameZh)
		}
	}
	return s
}

func BenchmarkKeyToDraw(b *testing.B) {
	st := stage(b, crowd(5000), "zh", 200, 60)
	b.ResetTimer()
	for b.Loop() {
		st.Press("j")
	}
}

func BenchmarkFoldToDraw(b *testing.B) {
	st := stage(b, crowd(5000), "zh", 200, 60)
	b.ResetTimer()
	for b.Loop() {
		st.Press("<space>")
	}
}

func BenchmarkFindToDraw(b *testing.B) {
	st := stage(b, crowd(5000), "zh", 200, 60)
	st.Press("/")
	b.ResetTimer()
	for b.Loop() {
		st.Press("b <backspace>")
	}
}
