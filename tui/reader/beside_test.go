package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// across is what the cadre paired with the first secretary of page says.
const across = `访谈者：第一书记来了以后，怎么带您的？
丁：他人好，什么都肯做。可是台账、材料都是他写，我就在边上看。他说过要教我用电脑，后来忙，就没有再提。
访谈者：您自己想学吗？
丁：想学。年纪大了，学得慢，怕耽误他的事，也就不好意思开口。镇上来人只看材料齐不齐，不问是谁写的。
访谈者：他走了以后怎么办？
丁：不知道。大概等下一个来。
`

// paired is page with a cadre's transcript paired with the secretary's, or only beside it in the study.
func paired(t *testing.T, lang string, joined bool) (s *session, other codebook.No) {
	t.Helper()
	s = page(t, lang)
	row := codebook.Transcript{File: "11 村干部 丁.txt", Title: "11 村干部 丁", Group: 4}
	if joined {
		row.Pair = s.no
	}
	other = s.study.AddTranscript(row, across)
	for words, code := range map[string]string{"台账、材料都是他写，我就在边上看。": "I1.3", "年纪大了，学得慢，怕耽误他的事": "I3.2", "也就不好意思开口": "T2.1"} {
		s.study.Code(other, words, code, s.study.Me)
	}
	s.send(screen.StudyChangedMsg{})
	return s, other
}

// at shows the reader in an area.
func (s *session) at(width, height int) *session {
	s.send(screen.ResizedMsg{Area: screen.Area{Width: width, Height: height}})
	return s
}

func TestBesideFrames(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, a := range []screen.Area{{Width: 79, Height: 24}, {Width: 80, Height: 24}, {Width: 110, Height: 36}, {Width: 200, Height: 60}} {
			for _, c := range []struct{ name, keys string }{
				{"left", "j j s"}, {"right", "j j s s j j"}, {"plain", "s z"}, {"keys", "j s <tab>"}, {"picker", "s s j c yq"},
			} {
				if lang == "en" && c.name != "left" {
					continue
				}
				t.Run(fmt.Sprintf("%s/%s/%dx%d", c.name, lang, a.Width, a.Height), func(t *testing.T) {
					s, _ := paired(t, lang, true)
					s.at(a.Width, a.Height).press(c.keys)
					content, cursor := s.frame(a.Width, a.Height)
					checkSize(t, content, a)
					tuitest.Golden(t, content, cursor)
				})
			}
		}
	}
}

// where is which transcript has the focus and the words selected in it.
func (s *session) where() string {
	return s.reader.transcript().Title + ": " + s.reader.words()
}

func TestBesideKeys(t *testing.T) {
	const (
		left  = "03 周明（化名）: "
		right = "11 村干部 丁: "
	)
	cases := []struct {
		keys, where, said string
		sides             int
	}{
		{"s", left + "“传帮带”的要求，您觉得具体吗？", "右边是 11 村干部 丁", 2},
		{"s s", right + "第一书记来了以后，怎么带您的？", "", 2},
		{"s <ctrl+w> j", right + "他人好，什么都肯做。", "", 2},
		{"j s s j j s", left + "文件里就一句话，让我们“传经验、帮方法、带作风”。", "", 2},
		{"s s S", right + "第一书记来了以后，怎么带您的？", "只留 11 村干部 丁", 1},
		{"s j <esc>", left + "文件里就一句话，让我们“传经验、帮方法、带作风”。", "只留 03 周明", 1},
		{"s s <esc> s", right + "第一书记来了以后，怎么带您的？", "右边是 03 周明", 2},
		{"s v <ctrl+w> j", right + "他人好，什么都肯做。", "", 2},
		{"S", left + "“传帮带”的要求，您觉得具体吗？", "没有并排", 1},
		{"<ctrl+w>", left + "“传帮带”的要求，您觉得具体吗？", "没有并排", 1},
		{"s <tab> <ctrl+w> <down> e", right + "他人好，什么都肯做。", "已编码：I1.3", 2},
		{"s ] e <ctrl+w>", left + "文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。", "先按回车", 2},
		{"s / 忙 <enter> s / 忙 <enter>", right + "他说过要教我用电脑，后来忙，就没有再提。", "第 1 处，共 1 处", 2},
		{"s g s", left + "“传帮带”的要求，您觉得具体吗？", "只有这一篇", 2},
	}
	for _, c := range cases {
		t.Run(c.keys, func(t *testing.T) {
			s, _ := paired(t, "zh", true)
			s.at(120, 40).press(c.keys)
			if got := s.where(); got != c.where {
				t.Errorf("the focus is on %q, want %q", got, c.where)
			}
			if !strings.Contains(s.said.Text, c.said) {
				t.Errorf("it says %q, want %q", s.said.Text, c.said)
			}
			if len(s.reader.sides) != c.sides {
				t.Errorf("%d sides, want %d", len(s.reader.sides), c.sides)
			}
		})
	}
}

// Without a pair, one is chosen by typing; the pair itself stays none.
func TestBesideWithoutAPair(t *testing.T) {
	s, other := paired(t, "zh", false)
	s.study.AddTranscript(codebook.Transcript{File: "12 戊.txt", Title: "12 戊"}, three)
	s.at(120, 40).press("s cgb <enter>")
	if len(s.reader.sides) != 2 || s.reader.sides[1].doc.no != other {
		t.Fatalf("typing does not find the transcript; said %q", s.said.Text)
	}
	if p := s.study.P; p.Transcript(s.no).Pair != 0 || p.Transcript(other).Pair != 0 {
		t.Error("reading side by side has made a pair")
	}
	s.press("g s wu <enter>")
	if len(s.reader.sides) != 2 || s.reader.sides[1].transcript().Title != "12 戊" {
		t.Errorf("another does not take the place of the one beside")
	}
}

// Each side codes its own transcript, and undo in code keys returns to the side where it was coded.
func TestBesideCodes(t *testing.T) {
	s, other := paired(t, "zh", true)
	had, hers := s.study.P.Codings(s.no).Len(), s.study.P.Codings(other).Len()
	s.at(120, 40).press("s <tab> t <ctrl+w> <down> t")
	if a, b := s.study.P.Codings(s.no).Len(), s.study.P.Codings(other).Len(); a != had+1 || b != hers+1 {
		t.Fatalf("%d and %d codings, want %d and %d", a, b, had+1, hers+1)
	}
	s.press("<ctrl+w> <down> <backspace>")
	if got, want := s.where(), "11 村干部 丁: 他人好，什么都肯做。"; got != want {
		t.Errorf("taking back leads to %q, want %q", got, want)
	}
	if b := s.study.P.Codings(other).Len(); b != hers {
		t.Errorf("%d codings on the right, want %d", b, hers)
	}
}

// Both places are kept.
func TestBesidePlaces(t *testing.T) {
	s, other := paired(t, "zh", true)
	s.at(120, 40).press("j j s s j")
	if at := s.study.Place(s.no).At; int(at) != strings.Index(interview, "怎么传") {
		t.Errorf("the place at the left is %d", at)
	}
	if at := s.study.Place(other).At; int(at) != strings.Index(across, "他人好") {
		t.Errorf("the place at the right is %d", at)
	}
}

// Where lines would be too short it says why; what is open already stays, one at a time.
func TestBesideNeedsRoom(t *testing.T) {
	s, _ := paired(t, "zh", true)
	s.at(78, 24).press("s")
	if len(s.reader.sides) != 1 || !strings.Contains(s.said.Text, "需要 79 列") {
		t.Errorf("%d sides in 78 columns, saying %q", len(s.reader.sides), s.said.Text)
	}
	s.at(79, 24).press("s")
	if len(s.reader.shown()) != 2 {
		t.Fatal("79 columns are not enough")
	}
	s.at(78, 24)
	content, _ := s.frame(78, 24)
	if strings.Contains(content, "怎么带您的") || !strings.Contains(content, "您觉得具体吗") {
		t.Error("in 78 columns the side with the focus is not alone")
	}
	if s.press("s"); !strings.HasPrefix(s.where(), "11") || !s.said.Warn {
		t.Errorf("s in 78 columns leads to %q saying %q", s.where(), s.said.Text)
	}
}

// A passage of either side goes to that side; another transcript is read alone.
func TestBesideOpensPassages(t *testing.T) {
	s, other := paired(t, "zh", true)
	third := s.study.AddTranscript(codebook.Transcript{File: "12 戊.txt", Title: "12 戊"}, three)
	s.at(120, 40).press("s")
	at := uint32(strings.Index(across, "不知道"))
	s.open(codebook.Passage{Transcript: other, Start: at, End: at + 9})
	if got := s.where(); got != "11 村干部 丁: 不知道" || len(s.reader.sides) != 2 {
		t.Errorf("the passage is %q of %d sides", got, len(s.reader.sides))
	}
	s.open(codebook.Passage{Transcript: third})
	if got := s.where(); got != "12 戊: 甲说一。" || len(s.reader.sides) != 1 {
		t.Errorf("the other transcript is %q of %d sides", got, len(s.reader.sides))
	}
}

// A transcript that leaves the study leaves its side.
func TestBesideTakenAway(t *testing.T) {
	for _, focus := range []string{"s", "s s"} {
		s, other := paired(t, "zh", true)
		s.at(120, 40).press(focus)
		if err := s.study.Do(&codebook.RemoveTranscripts{Transcripts: []codebook.No{other}}); err != nil {
			t.Fatal(err)
		}
		s.send(screen.StudyChangedMsg{})
		if len(s.reader.sides) != 1 || s.reader.doc.no != s.no || !strings.Contains(s.said.Text, "不在项目中") {
			t.Errorf("after %q: %d sides, saying %q", focus, len(s.reader.sides), s.said.Text)
		}
		s.frame(120, 40)
	}
}

func TestBesideMouse(t *testing.T) {
	s, _ := paired(t, "zh", true)
	s.at(80, 24).press("s")
	right := s.reader.sides[1]
	x := right.sheet.left + right.sheet.text
	s.mouse("wheel-down", x, 5)
	if s.reader.calm || s.reader.doc.no != s.no || right.top == (place{}) || s.reader.top != (place{}) {
		t.Errorf("the wheel scrolls to %v and %v", s.reader.top, right.top)
	}
	s.mouse("wheel-up", x, 5)
	s.mouse("down", x, 5)
	s.mouse("up", x, 5)
	if got, want := s.where(), "11 村干部 丁: 他人好，什么都肯做。"; got != want {
		t.Errorf("a click leads to %q, want %q", got, want)
	}
	left := s.reader.sides[0].sheet.text
	s.mouse("down", left+2, 2)
	s.mouse("drag", left+5, 2)
	s.mouse("up", left+5, 2)
	if got, want := s.where(), "03 周明（化名）: 传帮带"; got != want {
		t.Errorf("a drag selects %q, want %q", got, want)
	}
	s.send(tea.MouseReleaseMsg{})
}

// A calm column is not drawn anew with every key; what is kept is what would be drawn.
func TestBesideKeepsOnlyWhatIsUnchanged(t *testing.T) {
	s, other := paired(t, "zh", true)
	s.at(110, 36).press("j s")
	check := func(what string) {
		t.Helper()
		kept, _ := s.frame(110, 36)
		for _, one := range s.reader.sides {
			one.drawn = drawn{}
		}
		s.reader.dirty = true
		if anew, _ := s.frame(110, 36); anew != kept {
			t.Errorf("after %s the frame is\n%s\nwant\n%s", what, tuitest.Frame(kept, nil), tuitest.Frame(anew, nil))
		}
	}
	for _, keys := range []string{"j", "1", "<ctrl+w>", "j j", "<tab> t <ctrl+w>", "<down>", "<tab>", "d j <enter>", "d k <enter>", "z", "z", "/ 忙 <enter>", "s", "u"} {
		s.press(keys)
		check(keys)
	}
	row := *s.study.P.Transcript(other)
	row.Title = "改名"
	if err := s.study.Do(&codebook.SetTranscript{Name: "transcript.set", Row: row}); err != nil {
		t.Fatal(err)
	}
	s.send(screen.StudyChangedMsg{})
	check("a new title")
	s.send(screen.SurroundingsChangedMsg{})
	check("other surroundings")
	s.mouse("wheel-down", 70, 9)
	check("the wheel")
}

// A click on the other side makes that place hers.
func TestBesideClickKeepsThePlace(t *testing.T) {
	s, other := paired(t, "zh", true)
	s.at(80, 24).press("s")
	right := s.reader.sides[1]
	x := right.sheet.left + right.sheet.text
	s.mouse("down", x, 5)
	s.mouse("up", x, 5)
	if at := s.study.Place(other).At; int(at) != strings.Index(across, "他人好") {
		t.Errorf("the place at the right is %d", at)
	}
}
