package reader

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

func TestSearch(t *testing.T) {
	const source = "甲说 KPI。乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。"
	run(t, []step{
		{source, "/ kpi <enter>", "[甲说 KPI。]乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。", "第 1 处，共 3 处"},
		{source, "/ kpi <enter> n", "甲说 KPI。乙说表格。[丙说ＫＰＩ，又说kpi。]丁说别的。", "第 2 处，共 3 处"},
		{source, "/ kpi <enter> n n", "甲说 KPI。乙说表格。[丙说ＫＰＩ，又说kpi。]丁说别的。", "第 3 处，共 3 处"},
		{source, "/ kpi <enter> n n n", "[甲说 KPI。]乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。", "第 1 处，共 3 处"},
		{source, "/ kpi <enter> N", "甲说 KPI。乙说表格。[丙说ＫＰＩ，又说kpi。]丁说别的。", "第 3 处，共 3 处"},
		{source, "／ 表格 <enter>", "甲说 KPI。[乙说表格。]丙说ＫＰＩ，又说kpi。丁说别的。", "“表格” 第 1 处，共 1 处"},
		{source, "/ kpi <enter> G n", "[甲说 KPI。]乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。", "第 1 处"},
		{source, "/ kpi <enter> G N", "甲说 KPI。乙说表格。[丙说ＫＰＩ，又说kpi。]丁说别的。", "第 3 处"},
		{source, "/ 没有 <enter>", "[甲说 KPI。]乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。", "没有找到“没有”"},
		{source, "/ 表格 <esc> j", "甲说 KPI。[乙说表格。]丙说ＫＰＩ，又说kpi。丁说别的。", ""},
		{source, "n", "[甲说 KPI。]乙说表格。丙说ＫＰＩ，又说kpi。丁说别的。", "先按 /"},
		{"问：说完了？\n答：没有。", "/ 答 <enter>", "问：说完了？\n[答]：没有。", "第 1 处"},
	})
}

func TestFindAll(t *testing.T) {
	cases := []struct {
		source, query string
		want          []span
	}{
		{"aaaa", "aa", []span{{0, 2}, {2, 4}}},
		{"ABC abc", "b", []span{{1, 2}, {5, 6}}},
		{"Ａb", "ab", []span{{0, 4}}},
		{"甲 乙", "甲　乙", []span{{0, 7}}},
		{"É é", "é", []span{{0, 2}, {3, 5}}},
		{"甲", "甲乙", nil},
		{"甲", "", nil},
	}
	for _, c := range cases {
		got := findAll(c.source, c.query)
		if len(got) != len(c.want) {
			t.Errorf("findAll(%q, %q) = %v, want %v", c.source, c.query, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("findAll(%q, %q) = %v, want %v", c.source, c.query, got, c.want)
			}
		}
	}
}

func TestMemo(t *testing.T) {
	s := begin(t, "他说[我不知道]。")
	memos := func() (list []string) {
		for _, m := range s.study.P.Memos() {
			list = append(list, s.study.Texts[s.no][m.Start:m.End]+": "+m.Text)
		}
		return list
	}
	expect := func(keys string, want ...string) {
		t.Helper()
		s.press(keys)
		if got := strings.Join(memos(), " | "); got != strings.Join(want, " | ") {
			t.Errorf("after %q the memos are %q, want %q", keys, got, want)
		}
	}
	expect("m <ctrl+s>")
	if !s.said.Warn {
		t.Error("an empty memo is not mentioned")
	}
	expect("m 想 <esc>")
	if !strings.Contains(s.said.Text, "草稿") {
		t.Errorf("a draft left behind is not mentioned: %q", s.said.Text)
	}
	s.reader = New(s.env) // the program ended and began again
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 24}})
	s.open(codebook.Passage{Transcript: s.no, Start: 6, End: 18})
	if s.press("m"); !strings.Contains(s.said.Text, "草稿接着写") {
		t.Errorf("a draft that is back is not mentioned: %q", s.said.Text)
	}
	expect("<esc>")
	expect("m 清楚 <enter> 再问 <ctrl+s>", "我不知道: 想清楚\n再问")
	expect("m <backspace> <backspace> <backspace> <ctrl+s>", "我不知道: 想清楚")
	expect("u", "我不知道: 想清楚\n再问")
	expect("<ctrl+r> m <ctrl+u> <ctrl+s>")
	s.study.Me = s.study.AddCoder("乙")
	expect("u m 乙也想 <ctrl+s>", "我不知道: 想清楚", "我不知道: 乙也想")
	s.press("m")
	content, _ := s.frame(80, 24)
	if frame := tuitest.Frame(content, nil); !strings.Contains(frame, "甲  想清楚") || len(s.reader.Footer()) == 0 {
		t.Errorf("the other coder's memo or the keys do not show:\n%s", frame)
	}
	s.send(tea.PasteMsg{Content: "一\r\n二"})
	expect("<ctrl+s>", "我不知道: 想清楚", "我不知道: 乙也想一\n二")
	s.press("m 草")
	s.reader.Back()
	expect("m <ctrl+s>", "我不知道: 想清楚", "我不知道: 乙也想一\n二草")
}

func TestStarFinishCopy(t *testing.T) {
	s := begin(t, "问：怎么样？\n答：他说[‹分工:我不知道›]。")
	starred := func() bool { return s.study.P.Codings(s.no).Flags[0]&codebook.Starred != 0 }
	if s.press("*"); !starred() {
		t.Error("* does not mark a key quote")
	}
	if s.press("*"); starred() {
		t.Error("a second * does not take the mark away")
	}
	if s.press("f"); !s.study.P.Transcript(s.no).FinishedBy(s.study.Me) {
		t.Error("f does not mark the transcript as finished")
	}
	if _, right := s.reader.Head(); !strings.HasSuffix(right, " · 已完成") {
		t.Errorf("the head of a finished transcript says %q", right)
	}
	if s.press("f"); s.study.P.Transcript(s.no).FinishedBy(s.study.Me) {
		t.Error("a second f does not take it back")
	}
	s.press("y")
	want := screen.Copy{Text: "我不知道\n——周明 · 答 · 第 2 话轮"}
	if len(s.wishes) != 1 || s.wishes[0] != want {
		t.Errorf("y wishes %v, want %v", s.wishes, want)
	}
	if s.press("k *"); !strings.Contains(s.said.Text, "先编码") {
		t.Errorf("* where nothing is coded says %q", s.said.Text)
	}
}

func TestShownCodings(t *testing.T) {
	s := begin(t, "[‹分工:甲说一。›]甲说二。")
	other := s.study.AddCoder("乙")
	s.study.Put(s.no, codebook.Coding{Start: 12, End: 24, Code: s.codes["躲避"], Coder: other})
	s.study.Set(setRecent, "3")
	shown := func() string {
		var names []string
		for _, i := range s.reader.marks.shown {
			names = append(names, s.reader.title(s.reader.marks.codings.Code[i]))
		}
		return strings.Join(names, " ")
	}
	s.send(screen.StudyChangedMsg{})
	for _, c := range []struct{ keys, said, shown, head string }{
		{"", "", "分工 躲避", "已编码 50%"},
		{"d j <enter>", "只看我的", "分工", "只看我的 · 已编码 50%"},
		{"d j <enter>", "只看 乙 的", "躲避", "只看 乙 的 · 已编码 50%"},
		{"d j <enter>", "只看 分工", "分工", "只看 分工 · 已编码 50%"},
		{"d G <enter> 没有 <enter>", "只看 没有键", "", "只看 没有键 · 已编码 50%"},
		{"d G <enter> 分工 <tab> <ctrl+u> 躲避 <tab> <enter>", "只看 分工 · 躲避", "分工 躲避", "只看 分工 · 躲避 · 已编码 50%"},
		{"d g g <enter>", "显示全部编码", "分工 躲避", "已编码 50%"},
		{"d j <enter> d <esc>", "", "分工", "只看我的 · 已编码 50%"},
		{"d G <enter> <esc>", "", "分工", "只看我的 · 已编码 50%"},
		{"d k <enter>", "显示全部编码", "分工 躲避", "已编码 50%"},
	} {
		s.press(c.keys)
		if _, right := s.reader.Head(); !strings.Contains(s.said.Text, c.said) || shown() != c.shown || right != c.head {
			t.Errorf("%q: said %q, shows %q, head %q; want %q, %q, %q", c.keys, s.said.Text, shown(), right, c.said, c.shown, c.head)
		}
	}
	s.press("z")
	content, _ := s.frame(80, 24)
	if strings.ContainsAny(content, "▌│") || !strings.Contains(content, "甲说二") {
		t.Errorf("z does not leave the text alone:\n%s", content)
	}
	if s.press("s"); !strings.Contains(s.said.Text, "只有这一篇") || !s.said.Warn {
		t.Errorf("s says %q", s.said.Text)
	}
}

func TestNothingIsChangedReadOnly(t *testing.T) {
	s := begin(t, "[‹分工:甲说一。›]甲说二。")
	s.study.Locked = true
	before := s.study.P.Revision()
	for _, key := range []string{"1", "<enter>", "c", ".", "r", "i", "x", "e", "m", "*", "f", "u", "<ctrl+r>", "<tab>"} {
		s.press(key)
		if s.study.P.Revision() != before || !s.said.Warn || !strings.Contains(s.said.Text, "只读") {
			t.Errorf("%s in a read-only study says %q", key, s.said.Text)
		}
	}
	if s.press("j"); s.marked(true) != "‹分工:甲说一。›[甲说二。]" {
		t.Error("a read-only study cannot be read")
	}
}

func TestEveryKeyActsOrSaysWhy(t *testing.T) {
	for _, before := range []string{three, "[‹分工:甲说一。›]甲说二。", talk} {
		for _, row := range begin(t, before).reader.tables[modeReading] {
			for _, key := range row.Keys {
				s := begin(t, before)
				script := ""
				for _, press := range strings.Fields(key) {
					if len(press) > 1 {
						press = "<" + press + ">"
					}
					script += press + " "
				}
				r := s.reader
				state := func() string {
					content, _ := s.frame(80, 24)
					return content + s.marked(true) + string(rune('0'+r.mode)) + s.study.Setting(setMoveOn)
				}
				was := state()
				wished := len(s.wishes)
				s.press(script)
				undo := key == "u" || strings.HasPrefix(key, "ctrl+z") || key == "ctrl+r" || key == "ctrl+y" // the root answers these
				if was == state() && s.said.Text == "" && len(s.wishes) == wished && !undo {
					t.Errorf("%s at %q does nothing and says nothing", key, before)
				}
			}
		}
	}
	s := begin(t, three)
	if s.press("Q"); !strings.Contains(s.said.Text, "没有用处") {
		t.Errorf("a key without a meaning says %q", s.said.Text)
	}
	s.send(tea.PasteMsg{Content: "1"})
	if s.marked(false) != three || !strings.Contains(s.said.Text, "粘贴") {
		t.Errorf("a paste was taken as a command, or ignored: %q", s.said.Text)
	}
}

func TestTablesDoNotContradictThemselves(t *testing.T) {
	for i, table := range begin(t, three).reader.tables {
		if err := table.Check(); err != nil {
			t.Errorf("table %d: %v", i, err)
		}
	}
}

func TestRunDoesWhatTheKeyDoes(t *testing.T) {
	s := begin(t, three)
	index := map[string]int{}
	for _, e := range s.reader.Entries() {
		index[e.Keys] = e.Index
	}
	run := func(keys string) {
		t.Helper()
		i, ok := index[keys]
		if !ok {
			t.Fatalf("no entry has the keys %q: %v", keys, index)
		}
		s.said = screen.Say{}
		s.send(nil)
		tuitest.Drain(t, s.update, s.reader.Run(i))
		s.send(nil)
	}
	if run("↓ / j"); s.marked(true) != "甲说一。[甲说二。]甲说三。" {
		t.Errorf("next sentence gives %q", s.marked(true))
	}
	if run("1–9"); !strings.Contains(s.said.Text, "数字键") {
		t.Errorf("pins say %q", s.said.Text)
	}
	s.press("m 草稿")
	if run("↓ / j"); s.reader.panel != nil || !slices.Contains(slices.Collect(maps.Values(s.study.Settings)), `{"0":"草稿"}`) {
		t.Error("what was typed into a memo is lost when another action is chosen")
	}
	s.study.Locked = true
	if run("回车 / c"); !strings.Contains(s.said.Text, "只读") {
		t.Errorf("coding in a read-only study says %q", s.said.Text)
	}
	tuitest.Drain(t, s.update, s.reader.Run(-1))
	tuitest.Drain(t, s.update, s.reader.Run(1000))
}

func TestFooterAndTyping(t *testing.T) {
	s := begin(t, three)
	footer := func() string {
		keys := []string{}
		for _, e := range s.reader.Footer() {
			keys = append(keys, e.Keys+" "+s.env.T(e.Help))
		}
		return strings.Join(keys, ", ")
	}
	for _, c := range []struct {
		keys, footer string
		typing       bool
	}{
		{"", "回车 编码, 1–9 常用, . 重复, Tab 编码键盘, u 撤销, m 备忘", false},
		{"<tab>", "空格 下一句, ↑ 上一句, 回车 编码, 退格 撤销, ; 自动前移, Tab 退出键盘", true},
		{"<esc> c", "", true},
		{"<esc> 1 e", "J 多选一句, K 少选一句, w 右移一词, b 左移一词, o 换移动的一端, 回车 保留", false},
	} {
		s.press(c.keys)
		if got := footer(); got != c.footer || s.reader.Typing() != c.typing {
			t.Errorf("after %q the footer is %q and typing %v, want %q and %v", c.keys, got, s.reader.Typing(), c.footer, c.typing)
		}
	}
}

func TestStripCountsTheCurrentCode(t *testing.T) {
	s := begin(t, "问：你好吗？\n答：[‹分工:还好›]很好。")
	strip := func() string {
		content, _ := s.frame(120, 30)
		lines := strings.Split(tuitest.Frame(content, nil), "\n")
		for i, l := range lines {
			if strings.Contains(l, "各群体") {
				return strings.Join(strings.Fields(strings.ReplaceAll(l+lines[i+1], "│", "")), " ")
			}
		}
		return ""
	}
	s.send(screen.StudyChangedMsg{})
	if got := strip(); got != "分工 各群体 未分群体 1 · 1/1 人" {
		t.Errorf("before anything is coded the strip says %q", got)
	}
	s.press("2")
	if got := strip(); got != "目标不明确 各群体 未分群体 1 · 1/1 人" {
		t.Errorf("after coding the strip says %q", got)
	}
	s.press("u")
	if got := strip(); got != "目标不明确 各群体 未分群体 0 · 0/1 人" {
		t.Errorf("after undo the strip says %q", got)
	}
}

func TestNewCodeInAnEnglishProject(t *testing.T) {
	s := begin(t, three)
	s.study.P.Lang = "en"
	s.press("i <ctrl+u> unsure <enter>")
	if c := s.study.P.Code(s.study.P.Last().Codes); c.NameEn != "unsure" || c.NameZh != "" {
		t.Errorf("the new code is called %q and %q", c.NameEn, c.NameZh)
	}
}

func TestPlaceIsKept(t *testing.T) {
	s := begin(t, three)
	s.press("j j k")
	if got, want := s.study.Place(s.no), (screen.Place{At: 12, Read: 36}); got != want {
		t.Errorf("the place is %v, want %v", got, want)
	}
	again := New(s.env)
	tuitest.Drain(t, again.Update, again.Update(screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 24}}))
	tuitest.Drain(t, again.Update, again.Open(screen.Route{Passage: codebook.Passage{Transcript: s.no}}))
	if again.sel.span != (span{12, 24}) {
		t.Errorf("opened again, the selection is %v", again.sel)
	}
	tuitest.Drain(t, again.Update, again.Open(screen.Route{Passage: codebook.Passage{Transcript: s.no, Start: 3, End: 9}}))
	if again.sel.span != (span{3, 9}) {
		t.Errorf("opened at a passage, the selection is %v", again.sel)
	}
	if got, want := s.study.Place(s.no), (screen.Place{At: 12, Read: 36}); got != want {
		t.Errorf("looking a passage up moved the place to %v", got)
	}
	left, right := again.Head()
	if left != "驻村传帮带 · 周明" || right != "已编码 0%" {
		t.Errorf("the head is %q, %q", left, right)
	}
}

// The places kept in the file may arrive after the first frame.
func TestPlaceThatComesLater(t *testing.T) {
	s := begin(t, three)
	s.study.SetPlace(s.no, screen.Place{At: 24, Read: 36})
	s.send(screen.SurroundingsChangedMsg{})
	if s.reader.sel.span != (span{24, 36}) {
		t.Errorf("the reader stays at %v", s.reader.sel)
	}
	s = begin(t, three)
	s.press("j")
	s.study.SetPlace(s.no, screen.Place{At: 24, Read: 36})
	s.send(screen.SurroundingsChangedMsg{})
	if s.reader.sel.span != (span{12, 24}) {
		t.Errorf("a place that comes late takes the reader away to %v", s.reader.sel)
	}
}

// The root moves the cursor that it is given; the next frame has it where it was.
func TestTheCursorIsTheCallers(t *testing.T) {
	s := begin(t, three)
	_, first := s.frame(80, 24)
	was := *first
	first.Y += 2
	if _, again := s.frame(80, 24); *again != was {
		t.Errorf("the cursor has moved from %v to %v", was.Position, again.Position)
	}
}

// Without any colour the selection can still be told from the rest.
func TestSelectionWithoutColour(t *testing.T) {
	s := begin(t, three)
	s.env.Theme = theme.New(true, colorprofile.Ascii)
	s.send(screen.SurroundingsChangedMsg{})
	content, _ := s.frame(80, 24)
	if !strings.Contains(content, "\x1b[7m甲说一。\x1b[m") {
		t.Errorf("the selection is not reversed: %q", content[:200])
	}
}

func TestHeadCountsTurnsAndCodedText(t *testing.T) {
	s := begin(t, "问：你好吗？\n答：[‹分工:还好›]很好。")
	left, right := s.reader.Head()
	if left != "驻村传帮带 · 周明" || right != "话轮 2/2 · 已编码 40%" {
		t.Errorf("the head is %q, %q", left, right)
	}
}

func TestNothingToRead(t *testing.T) {
	s := newSession(t, "zh")
	content, cursor := s.frame(60, 16)
	if !strings.Contains(content, "F2") || cursor != nil {
		t.Errorf("without a transcript the frame is %q", content)
	}
	if s.press("j"); !s.said.Warn {
		t.Error("without a transcript a key says nothing")
	}
	s.open(codebook.Passage{Transcript: 99})
	if !errors.Is(s.said.Err, codebook.ErrUnknown) {
		t.Errorf("a text that cannot be read says %v", s.said.Err)
	}
	if content, _ = s.frame(60, 16); !strings.Contains(content, "没能打开") {
		t.Errorf("the frame is %q", content)
	}
	s = begin(t, "问：")
	for _, row := range s.reader.tables[modeReading] {
		for _, key := range row.Keys {
			if len(key) == 1 {
				s.press(key + " <esc>")
			}
		}
	}
	s.frame(60, 16)
}

func TestTranscriptThatIsTakenAway(t *testing.T) {
	s := begin(t, three)
	if err := s.study.Do(&codebook.RemoveTranscripts{Transcripts: []codebook.No{s.no}}); err != nil {
		t.Fatal(err)
	}
	s.send(screen.StudyChangedMsg{})
	if !strings.Contains(s.said.Text, "不在项目中") {
		t.Errorf("said %q", s.said.Text)
	}
	if content, _ := s.frame(60, 16); strings.Contains(content, "甲说") {
		t.Error("the text is still shown")
	}
}

func TestStaleTextIsDropped(t *testing.T) {
	s := begin(t, three)
	s.send(screen.TextReadMsg{Transcript: s.no + 1, Text: "别的。"})
	if s.reader.doc.source != three {
		t.Error("an answer that nobody asked for was taken")
	}
}
