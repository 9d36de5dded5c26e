package picker

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// shop is a small codebook and what surrounds a picker.
type shop struct {
	study *screentest.Study
	env   *screen.Env
	byNo  map[string]codebook.No
}

func newShop(tb testing.TB, lang string) *shop {
	study := screentest.NewStudy("zh", "甲")
	s := &shop{study: study, byNo: map[string]codebook.No{}, env: &screen.Env{
		Study: study, Words: locale.New(lang), Ruler: cell.Wc(), Theme: theme.New(true, colorprofile.TrueColor),
	}}
	for _, c := range []codebook.Code{
		{Number: "P", NameZh: "理想化政策", NameEn: "Idealised policy", Heading: true, Color: "#2f6fa8"},
		{Number: "P1.1", NameZh: "目标不明确", NameEn: "Unclear aims"},
		{
			Number: "P2.1", NameZh: "要求不具体", NameEn: "Assistance requirements not specific",
			Definition: "谁来做、做什么、多久一次、怎么衡量，文件没有写。", Include: "说到“怎么传、帮什么没写”", Exclude: "只说目标（P1.1）",
		},
		{Number: "P2.2", NameZh: "银行贷款", NameEn: "Bank loans"},
		{Number: "P3", NameZh: "旧编码", NameEn: "Old code", Archived: true},
		{NameZh: "没有编号"},
	} {
		if c.Number != "P" && c.Number != "" {
			c.Parent = s.byNo["P"]
		}
		s.byNo[c.Number] = study.AddCode(c)
	}
	no := study.AddTranscript(codebook.Transcript{File: "甲.txt", Title: "甲"}, "甲说一。甲说二。")
	study.Put(no, codebook.Coding{Start: 0, End: 6, Code: s.byNo["P2.1"]}, codebook.Coding{Start: 6, End: 12, Code: s.byNo["P2.1"]})
	return s
}

// press sends keys until the picker is done.
func (s *shop) press(p *Picker, script string) (result Result, done bool) {
	for _, key := range tuitest.Keys(script) {
		if done {
			break
		}
		result, done, _ = p.Update(key)
	}
	return result, done
}

// count has the codes counted.
func (s *shop) count(c *Catalogue) { c.Counted(c.Count(s.study.P)().(CountedMsg)) }

func (s *shop) said() string {
	said := ""
	for _, w := range s.env.Wishes() {
		if line, ok := w.(screen.Say); ok {
			said = line.Text
		}
	}
	return said
}

// written is a result as the tables have it.
func (s *shop) written(r Result) string {
	if r.New != "" {
		return "new " + r.New + " under " + s.number(r.Parent)
	}
	var out []string
	for _, n := range r.Codes {
		out = append(out, s.number(n))
	}
	return strings.Join(out, " ")
}

func (s *shop) number(n codebook.No) string {
	c := s.study.P.Code(n)
	switch {
	case c == nil:
		return "-"
	case c.Number == "":
		return c.NameZh
	}
	return c.Number
}

func TestChoosing(t *testing.T) {
	many := Options{Many: true, Create: true}
	cases := []struct {
		options Options
		keys    string
		want    string // "open": not done
		said    string
	}{
		{many, "yqb <enter>", "P2.1", ""},
		{many, "ｙｑｂ <enter>", "P2.1", ""},
		{many, "yaoqiu <enter>", "P2.1", ""},
		{many, "p2.1 <enter>", "P2.1", ""},
		{many, "aims <enter>", "P1.1", ""},
		{many, "yinhang <enter>", "P2.2", ""},
		{many, "yh <enter>", "P2.2", ""},
		{many, "<enter>", "P1.1", ""},
		{many, "<down> <enter>", "P2.1", ""},
		{many, "<down> <up> <up> <enter>", "P1.1", ""},
		{many, "<pgdown> <enter>", "没有编号", ""},
		{many, "yqb <esc>", "", ""},
		{many, "没这个 <enter>", "open", "没有可选"},
		{many, "<tab> <down> <tab> <enter>", "P1.1 P2.1", ""},
		{many, "<tab> <tab> <down> <enter>", "P2.1", ""},
		{many, "yqb <tab> <ctrl+u> yh <enter>", "P2.1 P2.2", ""},
		{many, "yqb <tab> <enter>", "P2.1", ""},
		{many, "心里没底 <ctrl+n>", "new 心里没底 under -", ""},
		{many, "要求 <ctrl+n>", "new 要求 under P", ""},
		{many, "<ctrl+n>", "open", "先输入"},
		{Options{}, "yqb <tab>", "open", "只能选一个"},
		{Options{}, "新的 <ctrl+n>", "open", "不能新建"},
		{Options{}, "jiu <enter>", "open", "没有可选"},
		{Options{Whole: true}, "jiu <enter>", "P3", ""},
		{Options{Whole: true}, "<enter>", "P", ""},
	}
	for _, c := range cases {
		t.Run(c.keys, func(t *testing.T) {
			s := newShop(t, "zh")
			p := New(s.env, "编码", c.options)
			result, done := s.press(p, c.keys)
			got := s.written(result)
			if !done {
				got = "open"
			}
			if got != c.want {
				t.Errorf("chose %q, want %q", got, c.want)
			}
			if said := s.said(); !strings.Contains(said, c.said) || c.said == "" && said != "" {
				t.Errorf("said %q, want %q", said, c.said)
			}
		})
	}
}

func TestRecentCodesStandFirst(t *testing.T) {
	s := newShop(t, "zh")
	catalogue := new(Catalogue)
	recent := Options{Catalogue: catalogue, Recent: []codebook.No{s.byNo["P2.2"], s.byNo["P2.1"], 99}}
	if r, _ := s.press(New(s.env, "", recent), "<enter>"); s.written(r) != "P2.2" {
		t.Errorf("without a query the code used last is not first: %s", s.written(r))
	}
	if r, _ := s.press(New(s.env, "", recent), "<down> <down> <enter>"); s.written(r) != "P1.1" {
		t.Errorf("behind the recent codes the codebook does not begin: %s", s.written(r))
	}
	// Both begin with P2: equal fits, so the one used last stands first.
	if r, _ := s.press(New(s.env, "", recent), "p2. <enter>"); s.written(r) != "P2.2" {
		t.Errorf("among equal fits the code used last is not first: %s", s.written(r))
	}
	without := Options{Catalogue: catalogue, Without: func(n codebook.No) bool { return n == s.byNo["P2.1"] }}
	if _, done := s.press(New(s.env, "", without), "yqbjt <enter>"); done {
		t.Error("a code that was left out can be chosen")
	}
	made := s.study.AddCode(codebook.Code{NameZh: "要求不具体二"})
	if r, _ := s.press(New(s.env, "", Options{Catalogue: catalogue}), "yqbjte <enter>"); len(r.Codes) != 1 || r.Codes[0] != made {
		t.Error("a code made since the last opening is not found")
	}
}

func TestFrame(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, a := range []screen.Area{{Width: 60, Height: 13}, {Width: 80, Height: 22}, {Width: 120, Height: 38}} {
			for _, c := range []struct{ name, keys string }{{"all", "<tab> <down>"}, {"query", "req"}, {"none", "没这个"}} {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", c.name, lang, a.Width, a.Height), func(t *testing.T) {
					s := newShop(t, lang)
					p := New(s.env, "编码", Options{Many: true, Create: true, Recent: []codebook.No{s.byNo["P2.2"]}})
					s.count(p.options.Catalogue)
					s.press(p, c.keys)
					box, w, h, cursor := p.Draw(a)
					lines := strings.Split(box, "\n")
					if len(lines) != h || h > a.Height || w > a.Width {
						t.Errorf("%d lines in a box of %d×%d for %v", len(lines), w, h, a)
					}
					for i, l := range lines {
						if got := ansi.WcWidth.StringWidth(l); got != w {
							t.Errorf("line %d has %d columns, want %d", i, got, w)
						}
					}
					tuitest.Golden(t, box, cursor)
				})
			}
		}
	}
}

// The figures are those of the codebook: where two people coded alike, one coding.
func TestFiguresAreUnited(t *testing.T) {
	s := newShop(t, "zh")
	other := s.study.AddCoder("乙")
	s.study.Put(1, codebook.Coding{Start: 3, End: 12, Code: s.byNo["P2.2"], Coder: other},
		codebook.Coding{Start: 6, End: 12, Code: s.byNo["P2.2"]}, codebook.Coding{Start: 0, End: 3, Code: s.byNo["P2.2"]})
	catalogue := new(Catalogue)
	p := New(s.env, "", Options{Catalogue: catalogue})
	figure := func() string {
		box, _, _, _ := p.Draw(screen.Area{Width: 80, Height: 24})
		for _, line := range strings.Split(ansi.Strip(box), "\n") {
			if strings.Contains(line, "P2.2") {
				fields := strings.Fields(line)
				return fields[len(fields)-1]
			}
		}
		return ""
	}
	if got := figure(); got != "loans" {
		t.Errorf("before it is counted there is a figure: %q", got)
	}
	s.count(catalogue)
	if got := figure(); got != "2" {
		t.Errorf("P2.2 has %q codings, want 2", got)
	}
	if catalogue.Count(s.study.P) != nil {
		t.Error("what was counted is counted again")
	}
	s.study.Put(1, codebook.Coding{Start: 0, End: 3, Code: s.byNo["P1.1"]})
	if again := catalogue.Count(s.study.P); again == nil || catalogue.Count(s.study.P) != nil {
		t.Error("a change is counted once")
	}
	if got := figure(); got != "2" {
		t.Errorf("while it counts anew the figures are gone: %q", got)
	}
}

// What the query stands for is underlined, in the name that fits.
func TestHighlight(t *testing.T) {
	s := newShop(t, "zh")
	p := New(s.env, "", Options{})
	s.press(p, "bujuti")
	box, _, _, _ := p.Draw(screen.Area{Width: 80, Height: 24})
	if want := s.env.Theme.Match.Render("不具体"); !strings.Contains(box, want) {
		t.Errorf("%q is not in %q", want, box)
	}
}

func TestTheCursorStandsBehindWhatIsTyped(t *testing.T) {
	s := newShop(t, "zh")
	p := New(s.env, "", Options{})
	for _, c := range []struct {
		keys string
		x    int
	}{{"", 2}, {"要求", 6}, {"x", 7}, {"<left> <left>", 4}} {
		s.press(p, c.keys)
		if _, _, _, cursor := p.Draw(screen.Area{Width: 80, Height: 24}); cursor.X != c.x || cursor.Y != 1 {
			t.Errorf("after %q the cursor is at %d,%d, want %d,1", c.keys, cursor.X, cursor.Y, c.x)
		}
	}
	p.Update(tea.PasteMsg{Content: "甲\n乙"})
	if got := p.field.Value(); got != "要甲 乙求x" {
		t.Errorf("a paste gave %q", got)
	}
}

// BenchmarkKeystroke is a key to the list, with 5,000 codes.
func BenchmarkKeystroke(b *testing.B) {
	s := newShop(b, "zh")
	for i := range 5000 {
		s.study.AddCode(codebook.Code{
			Number: fmt.Sprintf("Q%d.%d", i/10+1, i%10+1), NameZh: fmt.Sprintf("要求%c%c第%d条", '一'+rune(i%4000), '丁'+rune(i*7%5000), i), NameEn: fmt.Sprintf("Requirement number %d", i),
		})
	}
	p := New(s.env, "", Options{Catalogue: new(Catalogue)})
	for _, script := range []string{"y", "yq", "yqbj", "number 4", "要求"} {
		b.Run(script, func(b *testing.B) {
			keys := tuitest.Keys(script)
			for _, key := range keys[:len(keys)-1] {
				p.Update(key)
			}
			for b.Loop() {
				p.Update(keys[len(keys)-1])
				p.Draw(screen.Area{Width: 120, Height: 40})
				b.StopTimer()
				p.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
				b.StartTimer()
			}
			p.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
		})
	}
}
