package links_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/links"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

func open(e *screen.Env) screen.Screen { return links.New(e) }

// woven is the sample with more links: a circle, two without direction, one of a kind
// of the user's own, some with evidence.
func woven(lang string) *screentest.Study {
	s := screentest.Sample(lang)
	for _, l := range []struct{ kind, from, to, words, note string }{
		{codebook.LinkCauses, "P1.1", "P2.1", "怎么传、帮到什么程度算完成，没有写。", "目标没写到什么程度，要求也就无从具体"},
		{codebook.LinkCauses, "P1.1", "P2.1", "我问过镇上，镇上说你们自己把握。", ""},
		{codebook.LinkCauses, "I1.3", "I3.2", "", ""},
		{codebook.LinkCauses, "I3.2", "I1.3", "", ""},
		{codebook.LinkTension, "P2.1", "I3.2", "", ""},
		{codebook.LinkSupports, "P2.1", "F2", "", ""},
		{"削弱", "F2", "P2.1", "", ""},
	} {
		row := codebook.Link{ID: s.NewID(), Kind: l.kind, From: s.CodeNamed(l.from), To: s.CodeNamed(l.to), Coder: 1, Created: screentest.Now, Note: l.note}
		if l.words != "" {
			at := strings.Index(s.Texts[2], l.words)
			row.Transcript, row.Start, row.End = 2, uint32(at), uint32(at+len(l.words))
		}
		s.Must(&codebook.PutLink{Row: row})
	}
	return s
}

func stage(t testing.TB, s *screentest.Study, lang string, width, height int) *screentest.Stage {
	t.Helper()
	st := screentest.NewStage(t, s, lang, screen.Area{Width: width, Height: height - 2}, open)
	if code, err := s.P.CodeNames().Find("P2.1"); err == nil {
		st.Run(st.Screen.(screen.Opener).Open(screen.Route{To: screen.Links, Code: code}))
		st.Tell()
	}
	return st
}

func zh(t testing.TB) *screentest.Stage { return stage(t, woven("zh"), "zh", 80, 24) }

// here is the row of the cursor, without signs and figures.
func here(st *screentest.Stage) string {
	content, cursor := st.Screen.Draw(st.Area)
	if cursor == nil {
		return ""
	}
	return strings.Join(strings.Fields(ansi.Strip(strings.Split(content, "\n")[cursor.Y])), " ")
}

func TestWalking(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"", "▸ ← 导致 ▌P1.1 目标不明确"},
		{"j j", "▸ ← 削弱 ▌F2 问题"},
		{"j j j", "▸ → 导致 ▌I1.3 分工与协同"},
		{"G", "▸ ↔ 有张力 ▌I3.2 能力不足"},
		{"l", "▸ ↔ 有张力 ▌I3.2 能力不足"},
		{"l l", "▸ → 导致 ▌I1.3 分工与协同"},
		{"l l h h", "▸ ← 导致 ▌P1.1 目标不明确"},
		{"j j j <enter>", "▸ ← 导致 ▌P2.1 要求不具体"},
		{"j j j <enter> j <enter>", "▸ ← 导致 ▌I1.3 分工与协同"},
		{"j j j <enter> j <enter> <esc>", "▸ ← 导致 ▌I3.2 能力不足"},
		{"j j j <enter> j <enter> <esc> <esc>", "▸ → 导致 ▌I1.3 分工与协同"},
		{"/ fgyxt <enter>", "▸ ← 导致 ▌P2.1 要求不具体"},
		{"/ <esc>", "▸ ← 导致 ▌P1.1 目标不明确"},
		{"<tab>", "▸▌P2.1 要求不具体"},
		{"<tab> j", "▸ ← ▌P1.1 目标不明确 依据 2"},
		{"<tab> j <enter>", "▸ → 导致 ▌P2.1 要求不具体"},
		{"<tab> j <enter> <esc> <esc>", "▸ ← 导致 ▌P1.1 目标不明确"},
		{"<tab> j j j j j j", "▸ ← ▌I1.3 分工与协同 ↺ 又回到这里"},
	} {
		st := zh(t)
		if st.Press(c.script); here(st) != c.want {
			t.Errorf("%s: on %q, want %q", c.script, here(st), c.want)
		}
	}
}

// pairs are the links as text.
func pairs(p *codebook.Project) string {
	var all []string
	for _, l := range p.Links() {
		s := fmt.Sprintf("%s %s %s", p.Code(l.From).Number, l.Kind, p.Code(l.To).Number)
		if l.Transcript != 0 {
			s += fmt.Sprintf(" @%d:%d-%d", l.Transcript, l.Start, l.End-l.Start)
		}
		if l.Note != "" {
			s += " " + l.Note
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestChanging(t *testing.T) {
	last := func(p *codebook.Project) string {
		all := strings.Split(pairs(p), "; ")
		return all[len(all)-1]
	}
	for _, c := range []struct{ script, want string }{
		{"a <enter> yjjg <enter> <enter>", "F2 削弱 P2.1"}, // nothing fits: nothing is made
		{"a <enter> nlbz <enter> <enter>", "I3.2 causes P2.1"},
		{"a j <enter> nlbz <enter> <enter>", "P2.1 causes I3.2"},
		{"a j j <enter> fgyxt <enter> <enter>", "P2.1 in tension with I1.3"},
		{"a j j j <enter> fgyxt <enter> j <enter>", "P2.1 contradicts I1.3 @2:169-48"}, // both codes are on it
		{"a G <enter> 掩盖 <enter> fgyxt <enter> <enter>", "P2.1 掩盖 I1.3"},
		{"a G <enter> Part-Of <enter> fgyxt <enter> <enter>", "P2.1 part of I1.3"},
		{"a <enter> nlbz <enter> <esc>", "F2 削弱 P2.1"},
		{"a <esc>", "F2 削弱 P2.1"},
		{"j j x", "P2.1 supports F2"},
		{"j j x u", "F2 削弱 P2.1"},
		{"j j n 因为烦 <ctrl+s>", "F2 削弱 P2.1 因为烦"},
		{"j j K g g <enter>", "F2 causes P2.1"},
		{"j j K G <enter> 抵消 <enter>", "F2 抵消 P2.1"},
		{"a j <enter> fgyxt <enter> <enter>", "F2 削弱 P2.1"}, // there already
	} {
		st := zh(t)
		st.Press(c.script)
		if got := last(st.Study.P); got != c.want {
			t.Errorf("%s: %s, want %s (said %q)", c.script, got, c.want, st.Said)
		}
		if err := st.Study.P.Invariants(); err != nil {
			t.Errorf("%s: %v", c.script, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	st := zh(t)
	if st.Press("a j <enter> fgyxt <enter> <enter>"); st.Refused == nil || !strings.Contains(st.Refused.Error(), codebook.ErrExists.Error()) {
		t.Errorf("refused %v", st.Refused)
	}
	before := pairs(st.Study.P)
	st = zh(t)
	st.Study.Locked = true
	st.Press("a x K n")
	if pairs(st.Study.P) != before {
		t.Error("a locked study was changed")
	}
	st = stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24)
	st.Press("a x K n e <enter> <tab> j k E <tab>")
	if len(st.Study.P.Links()) != 0 {
		t.Error("links out of nothing")
	}
}

// The passage read last is offered first.
func TestEvidenceReadLast(t *testing.T) {
	s := woven("zh")
	s.Settings["app/last-transcript"] = s.P.Transcript(2).ID.String()
	st := stage(t, s, "zh", 80, 24)
	at := uint32(strings.Index(s.Texts[2], "说实话"))
	st.Study.SetPlace(2, screen.Place{At: at + 3})
	st.Press("a j <enter> nlbz <enter> j <enter>")
	l := st.Study.P.Links()[len(st.Study.P.Links())-1]
	if got := s.Texts[2][l.Start:l.End]; !strings.HasPrefix(got, "说实话") && !strings.HasPrefix(got, "周明：说实话") {
		t.Errorf("evidence %q", got)
	}
}

func TestGoingElsewhere(t *testing.T) {
	st := zh(t)
	st.Press("e")
	if r, _ := st.Gone(); r.To != screen.Reader || st.Study.Texts[2][r.Passage.Start:r.Passage.End] != "怎么传、帮到什么程度算完成，没有写。" {
		t.Errorf("went to %+v", r)
	}
	if st.Press("c"); true {
		if r, _ := st.Gone(); r.To != screen.Codebook || r.Code != st.Study.CodeNamed("P2.1") {
			t.Errorf("went to %+v", r)
		}
	}
	if st.Press("Y"); st.Copied() != "fangtan links export 关系图.svg" {
		t.Errorf("copied %q", st.Copied())
	}
	if st.Press("<tab> E"); !strings.Contains(st.Status, "--kind causes") {
		t.Errorf("said %q", st.Status)
	}
}

// Clicks choose a row, in a list and in the picture.
func TestMouse(t *testing.T) {
	for _, width := range []int{80, 110} {
		st := stage(t, woven("zh"), "zh", width, 24)
		st.Send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 3})
		st.Send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 3})
		if left, _ := st.Screen.Head(); !strings.Contains(left, "P1.1") {
			t.Errorf("%d: %s", width, left)
		}
	}
}

func TestFrames(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {110, 36}} {
		for _, lang := range []string{"zh", "en"} {
			for name, script := range map[string]string{"around": "j", "chains": "<tab> j", "other": "j j j <enter>"} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1]), func(t *testing.T) {
					stage(t, woven(lang), lang, size[0], size[1]).Press(script).Golden()
				})
			}
		}
	}
	for name, script := range map[string]string{"add": "a", "picker": "a <enter> n", "evidence": "a <enter> nlbz <enter>", "note": "n"} {
		t.Run(name+"-zh-80x24", func(t *testing.T) { stage(t, woven("zh"), "zh", 80, 24).Press(script).Golden() })
	}
	t.Run("empty-zh-80x24", func(t *testing.T) { stage(t, screentest.NewStudy("zh", "林岚"), "zh", 80, 24).Golden() })
	t.Run("none-en-110x36", func(t *testing.T) {
		s := screentest.Sample("en")
		s.Must(&codebook.RemoveLink{Link: s.P.Links()[0].No})
		stage(t, s, "en", 110, 36).Golden()
	})
}

// Whatever codes and kinds are called, no line is wider than the screen.
func TestHostileNames(t *testing.T) {
	for _, name := range screentest.Hostile {
		for _, width := range []int{60, 80, 100, 200} {
			s := woven("zh")
			row := *s.P.Code(s.CodeNamed("P1.1"))
			row.NameZh = name + "甲"
			s.Must(&codebook.PutCode{Row: row})
			l := *s.P.Links()[1]
			l.Kind, l.Note = name+"乙", name
			s.Must(&codebook.PutLink{Row: l})
			st := stage(t, s, "zh", width, 24)
			for _, script := range []string{"", "<tab>", "<enter>", "a", "n"} {
				st.Press(script)
				content, _ := st.Screen.Draw(st.Area)
				for _, line := range strings.Split(content, "\n") {
					if w := cell.Wc().Width(ansi.Strip(line)); w > width {
						t.Fatalf("%q at %d after %q: a line of %d columns", name, width, script, w)
					}
				}
				st.Press("<esc>")
			}
		}
	}
}

func TestBindings(t *testing.T) {
	st := zh(t)
	screentest.Worded(t, st.Screen.Entries())
	for i := range 40 {
		st = zh(t)
		st.Run(st.Screen.Run(i))
	}
	if strings.Contains(st.Frame(), "\x1b") {
		t.Error("escapes in a frame without colours")
	}
}
