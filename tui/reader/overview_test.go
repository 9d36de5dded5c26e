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

func TestOverviewFrames(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, a := range []screen.Area{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 110, Height: 36}} {
			t.Run(fmt.Sprintf("%s/%dx%d", lang, a.Width, a.Height), func(t *testing.T) {
				s := page(t, lang)
				s.at(a.Width, a.Height).press("j j O j")
				content, cursor := s.frame(a.Width, a.Height)
				checkSize(t, content, a)
				tuitest.Golden(t, content, cursor)
			})
		}
	}
}

func TestOverviewGoesThere(t *testing.T) {
	const source = "甲说一。‹分工:甲说二。›甲说三。‹躲避:甲说四。›甲说五。甲说六。‹分工:甲说七。›甲说八。"
	bare := strings.NewReplacer("‹分工:", "", "‹躲避:", "", "›", "").Replace(source)
	cases := []struct{ keys, words, said string }{
		{"O ] <enter>", "甲说二。", ""},
		{"O ] ] <enter>", "甲说七。", ""},
		{"O ] ] [ <enter>", "甲说二。", ""},
		{"O ] ] ] <esc>", "甲说一。", "没有已编码的片段"},
		{"O j ] <enter>", "甲说四。", ""},
		{"O j j j ] <enter>", "甲说四。", ""},
		{"O <end> <enter>", "甲说八。", ""},
		{"O <end> <home> <enter>", "甲说一。", ""},
		{"O ] <esc>", "甲说一。", ""},
		{"O ] x <esc>", "甲说一。", "没有用处"},
		{"j O <enter>", "甲说二。", ""},
	}
	for _, c := range cases {
		t.Run(c.keys, func(t *testing.T) {
			s := begin(t, source)
			var said []string
			for _, key := range strings.Fields(c.keys) {
				s.press(key)
				said = append(said, s.said.Text)
			}
			if got := s.reader.words(); got != c.words {
				t.Errorf("it leads to %q of %q, want %q", got, bare, c.words)
			}
			if !strings.Contains(strings.Join(said, "\n"), c.said) {
				t.Errorf("it says %q, want %q", said, c.said)
			}
		})
	}
	s := begin(t, three)
	if s.press("O"); s.reader.panel != nil || !strings.Contains(s.said.Text, "还没有编码") {
		t.Errorf("with nothing coded it says %q", s.said.Text)
	}
}

// Looking a place up in the overview does not count as having read up to there.
func TestOverviewKeepsThePlace(t *testing.T) {
	s := begin(t, "甲说一。甲说二。甲说三。‹分工:甲说四。›")
	s.press("j O ] <enter>")
	if got, want := s.study.Place(s.no), (screen.Place{At: 12, Read: 24}); got != want || s.reader.words() != "甲说四。" {
		t.Errorf("at %q the place is %v, want %v", s.reader.words(), got, want)
	}
}

// Every byte of a transcript has a column, and columns follow the bytes.
func TestOverviewColumns(t *testing.T) {
	for _, length := range []int{1, 7, 60, 1000} {
		s := begin(t, strings.Repeat("a", length))
		for _, width := range []int{1, 40, 100} {
			o := &overview{width: width}
			for off, last := 0, 0; off < length; off++ {
				c := o.columnOf(s.reader, off)
				if in := o.stretch(s.reader, c); off < in.start || off >= in.end || c < last {
					t.Fatalf("byte %d of %d is in column %d of %d, which is %v", off, length, c, width, in)
				}
				last = c
			}
		}
	}
}

func TestOverviewMouse(t *testing.T) {
	s := begin(t, "甲说一。‹分工:甲说二。›甲说三。‹躲避:甲说四。›甲说五。")
	s.press("O")
	o := s.reader.panel.(*overview)
	drawn := o.draw(s.reader)
	x := drawn.x + o.names + overviewCount + 2 + o.columnOf(s.reader, 40)
	s.send(tea.MouseClickMsg(tea.Mouse{X: x, Y: drawn.y + 2, Button: tea.MouseLeft}))
	if got := s.reader.words(); got != "甲说四。" || s.reader.panel != nil {
		t.Errorf("a click on the second code leads to %q", got)
	}
}

// Eight codes on one sentence: what has no room in the margin is counted, and a lists them all.
func TestManyCodesOnOneSentence(t *testing.T) {
	s := newSession(t, "zh")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "甲.txt", Title: "甲"}, three)
	second := s.study.AddCoder("乙")
	for i := range 8 {
		code := s.study.AddCode(codebook.Code{Number: fmt.Sprintf("P%d", i+1), NameZh: fmt.Sprintf("第%d个编码", i+1)})
		row := codebook.Coding{Start: 0, End: 12, Code: code}
		if i == 7 {
			row.Coder = second
		}
		s.study.Put(s.no, row)
	}
	s.open(codebook.Passage{Transcript: s.no})
	for _, a := range []screen.Area{{Width: 80, Height: 24}, {Width: 110, Height: 36}} {
		s.at(a.Width, a.Height)
		content, cursor := s.frame(a.Width, a.Height)
		checkSize(t, content, a)
		t.Run(fmt.Sprintf("%dx%d", a.Width, a.Height), func(t *testing.T) { tuitest.Golden(t, content, cursor) })
	}
	s.press("a")
	content, _ := s.frame(80, 24)
	for i := range 8 {
		if name := fmt.Sprintf("P%d 第%d个编码", i+1, i+1); !strings.Contains(tuitest.Frame(content, nil), name) {
			t.Errorf("%q is not in the list", name)
		}
	}
	drawn := s.reader.panel.draw(s.reader)
	s.send(tea.MouseClickMsg(tea.Mouse{X: drawn.x + 4, Y: drawn.y + 3, Button: tea.MouseLeft}))
	if s.said.Text != "P3 第3个编码 · 甲" || s.reader.panel != nil {
		t.Errorf("a click on the third says %q", s.said.Text)
	}
	if s.press("a 8"); s.said.Text != "P8 第8个编码 · 乙" {
		t.Errorf("choosing the last says %q", s.said.Text)
	}
}
