package reader

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// advised is a session at three sentences, beside a transcript in which much is coded, with suggestions on.
func advised(t *testing.T, here string) *session {
	t.Helper()
	s := begin(t, here)
	plain, _, codings := s.parse("问：怎么样？\n答：‹要求不具体:文件没有写怎么帮。›‹躲避:村里开会没人来。›‹分工:镇上和局里都说不归自己管。›")
	other := s.study.AddTranscript(codebook.Transcript{File: "07.txt", Title: "07 东坪村 周明"}, plain)
	s.study.Put(other, codings...)
	s.press("g =")
	if !strings.Contains(s.said.Text, "建议已打开") {
		t.Fatalf("g = says %q", s.said.Text)
	}
	return s
}

const unlike = "[文件怎么写帮，没有说。]叫人开会没人来。天晴。"

// shownProposals are the lines of proposals in a frame of that size.
func (s *session) shownProposals(width, height int) string {
	content, _ := s.frame(width, height)
	var shown []string
	for line := range strings.Lines(tuitest.Frame(content, nil)) {
		_, beside, found := strings.Cut(line, "│")
		if !found {
			beside = line
		}
		if strings.ContainsAny(beside, "=像") || strings.Contains(beside, "建议") || strings.Contains(beside, "相近") {
			shown = append(shown, strings.Join(strings.Fields(beside), " "))
		}
	}
	return strings.Join(shown, " / ")
}

func TestSuggestionsAreShown(t *testing.T) {
	const first, why = "= ▌要求不具体", "像 07 · 话轮 2：文件没有写"
	for _, c := range []struct {
		keys          string
		width, height int
		want          string
	}{
		{"", 120, 40, "建议 / " + first + " / " + why + " / "},
		{"", 120, 24, "建议 / " + first + " / " + why},
		{"", 80, 24, "建议 " + first},
		{"<tab>", 80, 24, "建议 " + first},
		{"<tab>", 80, 14, ""},
		{"z", 80, 24, ""},
		{"j j", 80, 24, "建议 没有相近的片段"},
		{"j j", 120, 40, "建议 / 没有相近的片段"},
		{"g =", 120, 40, ""},
	} {
		s := advised(t, unlike)
		s.send(screen.ResizedMsg{Area: screen.Area{Width: c.width, Height: c.height}})
		s.press(c.keys)
		if got := s.shownProposals(c.width, c.height); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q in %d×%d shows %q, want %q", c.keys, c.width, c.height, got, c.want)
		}
	}
}

func TestSuggestionsAreTaken(t *testing.T) {
	for _, c := range []struct{ keys, want, said string }{
		{"=", "[‹要求不具体:文件怎么写帮，没有说。›]叫人开会没人来。天晴。", "要求不具体"},
		{"＝", "[‹要求不具体:文件怎么写帮，没有说。›]叫人开会没人来。天晴。", "要求不具体"},
		{"; =", "‹要求不具体:文件怎么写帮，没有说。›[叫人开会没人来。]天晴。", "要求不具体"},
		{"; +", "[‹要求不具体:文件怎么写帮，没有说。›]叫人开会没人来。天晴。", "要求不具体"},
		{"; = =", "‹要求不具体:文件怎么写帮，没有说。›‹躲避:叫人开会没人来。›[天晴。]", "躲避"},
		{"<tab> ; =", "‹要求不具体:文件怎么写帮，没有说。›[叫人开会没人来。]天晴。", "要求不具体"},
		{"<tab> ; = <backspace>", "[文件怎么写帮，没有说。]叫人开会没人来。天晴。", ""},
		{"j =", "文件怎么写帮，没有说。[‹躲避:叫人开会没人来。›]天晴。", "躲避"},
		{"j j =", "文件怎么写帮，没有说。叫人开会没人来。[天晴。]", "没有相近的片段"},
		{"1 =", "", ""},
		{"g = =", "[文件怎么写帮，没有说。]叫人开会没人来。天晴。", "建议没有打开"},
		{"g =", "[文件怎么写帮，没有说。]叫人开会没人来。天晴。", "建议已关闭"},
		{"z =", "[文件怎么写帮，没有说。]叫人开会没人来。天晴。", "没有显示"},
	} {
		s := advised(t, unlike)
		s.press(c.keys)
		if got := s.marked(true); c.want != "" && got != c.want || !strings.Contains(s.said.Text, c.said) {
			t.Errorf("%q gives %q and says %q, want %q and %q", c.keys, got, s.said.Text, c.want, c.said)
		}
	}
}

// Again on the same passage the next is taken, until nothing is left; what was taken never is taken off.
func TestTheNextSuggestion(t *testing.T) {
	s := advised(t, unlike)
	var had []string
	for range 4 {
		list, known := s.reader.proposals()
		if !known || len(list) == 0 {
			break
		}
		name := s.study.P.Code(list[0].Code).NameZh
		if slices.Contains(had, name) {
			t.Fatalf("%s is proposed again", name)
		}
		had = append(had, name)
		s.press("=")
		if !strings.Contains(s.marked(false), name+":") {
			t.Errorf("= does not put %s on: %s", name, s.marked(false))
		}
	}
	if len(had) < 2 {
		t.Fatalf("proposed were %v only", had)
	}
	before := s.marked(false)
	if s.press("="); s.marked(false) != before || !strings.Contains(s.said.Text, "没有相近") {
		t.Errorf("= when all are taken gives %q and says %q", s.marked(false), s.said.Text)
	}
}

// An answer for another passage is not shown and cannot be taken.
func TestSuggestionsForAnotherPassage(t *testing.T) {
	s := advised(t, unlike)
	late := s.ask("j")
	if list, known := s.reader.proposals(); known {
		t.Errorf("before the answer there are %v", list)
	}
	if s.update(tuitest.Keys("=")[0]); s.marked(false) != strings.Trim(strings.ReplaceAll(unlike, "]", ""), "[") || !strings.Contains(s.said.Text, "还在找") {
		t.Errorf("= before the answer gives %q and says %q", s.marked(false), s.said.Text)
	}
	s.press("k") // goes back while the answer is under way
	s.send(late)
	if got := s.shownProposals(80, 24); !strings.Contains(got, "要求不具体") {
		t.Errorf("after a late answer %q is shown", got)
	}
	if s.reader.advice.about.Start != 0 {
		t.Errorf("the answer kept is about %v", s.reader.advice.about)
	}
}

// ask presses a key and gives the answer that is under way, not yet sent.
func (s *session) ask(key string) tea.Msg {
	s.t.Helper()
	cmd := s.update(tuitest.Keys(key)[0])
	var found tea.Msg
	var look func(tea.Cmd)
	look = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				look(c)
			}
		case advisedMsg:
			found = msg
		}
	}
	look(cmd)
	if found == nil {
		s.t.Fatalf("%s asks for nothing", key)
	}
	return found
}

// Undo and codings of others are followed; where only her own codings show, only they speak.
func TestSuggestionsFollowTheStudy(t *testing.T) {
	first := func(s *session) string {
		list, known := s.reader.proposals()
		if !known || len(list) == 0 {
			return ""
		}
		return s.study.P.Code(list[0].Code).NameZh + " " + list[0].words
	}
	s := advised(t, "[天晴了，路好走。]今天天晴，路好走。")
	if got := first(s); got != "" {
		t.Errorf("proposed is %q", got)
	}
	s.press("2 j")
	if got := first(s); got != "目标不明确 天晴了，路好走。" {
		t.Errorf("after coding %q is proposed", got)
	}
	s.press("u")
	if got := first(s); got != "" {
		t.Errorf("after undo %q is proposed", got)
	}

	s = advised(t, unlike)
	s.study.Me = s.study.AddCoder("乙")
	if s.send(screen.StudyChangedMsg{}); !strings.HasPrefix(first(s), "要求不具体") {
		t.Errorf("what another coded elsewhere proposes %q", first(s))
	}
	if s.press("d j <enter>"); first(s) != "" {
		t.Errorf("with only her own codings %q is proposed", first(s))
	}
}

func TestSuggestionsReadOnly(t *testing.T) {
	s := advised(t, unlike)
	s.study.Locked = true
	before := s.study.P.Revision()
	for _, key := range []string{"=", "+"} {
		if s.press(key); s.study.P.Revision() != before || !strings.Contains(s.said.Text, "只读") {
			t.Errorf("%s says %q", key, s.said.Text)
		}
	}
}
