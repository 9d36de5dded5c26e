package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

func (s *session) mouse(kind string, x, y int) {
	m := tea.Mouse{X: x, Y: y, Button: tea.MouseLeft}
	switch kind {
	case "down":
		s.send(tea.MouseClickMsg(m))
	case "drag":
		s.send(tea.MouseMotionMsg(m))
	case "up":
		s.send(tea.MouseReleaseMsg(m))
	case "wheel-down", "wheel-up":
		m.Button = tea.MouseWheelDown
		if kind == "wheel-up" {
			m.Button = tea.MouseWheelUp
		}
		s.send(tea.MouseWheelMsg(m))
	}
}

func TestMouse(t *testing.T) {
	const text = "甲‹分工:说一›。甲说二。\n丙说三。"
	at := begin(t, text).reader.sheet.text
	cases := []struct {
		name    string
		actions []string
		cells   [][2]int
		want    string
	}{
		{"a click selects the sentence", []string{"down", "up"}, [][2]int{{at + 10, 0}, {at + 10, 0}}, "甲‹分工:说一›。[甲说二。]\n丙说三。"},
		{"right of the text is its end", []string{"down", "up"}, [][2]int{{at + 40, 0}, {at + 40, 0}}, "甲‹分工:说一›。[甲说二。]\n丙说三。"},
		{"a drag selects characters", []string{"down", "drag", "up"}, [][2]int{{at + 2, 0}, {at + 5, 0}, {at + 5, 0}}, "甲[‹分工:说一›]。甲说二。\n丙说三。"},
		{"a drag backwards", []string{"down", "drag", "up"}, [][2]int{{at + 5, 0}, {at + 2, 0}, {at + 2, 0}}, "甲[‹分工:说一›]。甲说二。\n丙说三。"},
		{"a drag over lines", []string{"down", "drag", "up"}, [][2]int{{at + 8, 0}, {at + 1, 1}, {at + 1, 1}}, "甲‹分工:说一›。[甲说二。\n丙]说三。"},
		{"a drag out of the frame", []string{"down", "drag", "up"}, [][2]int{{at, 1}, {at + 2, 99}, {at + 2, 99}}, "甲‹分工:说一›。甲说二。\n[丙说三。]"},
		{"half a character is the whole", []string{"down", "drag", "up"}, [][2]int{{at + 3, 0}, {at + 4, 0}, {at + 4, 0}}, "甲[‹分工:说一›]。甲说二。\n丙说三。"},
		{"a stripe opens its coding", []string{"down", "up"}, [][2]int{{0, 0}, {0, 0}}, "甲[‹分工:说一›]。甲说二。\n丙说三。"},
		{"a name opens its coding", []string{"down", "up"}, [][2]int{{at + 58, 0}, {at + 58, 0}}, "甲[‹分工:说一›]。甲说二。\n丙说三。"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, text)
			for i, action := range c.actions {
				s.mouse(action, c.cells[i][0], c.cells[i][1])
			}
			if got := s.marked(true); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	s := begin(t, text)
	if s.mouse("down", 0, 0); s.said.Text != "分工 · 甲" {
		t.Errorf("a click on a stripe says %q", s.said.Text)
	}
	if s.mouse("down", 2, 0); !strings.Contains(s.said.Text, "没有编码") {
		t.Errorf("a click beside the stripes says %q", s.said.Text)
	}
}

func TestWheelScrollsAndTheNextKeyReturns(t *testing.T) {
	s := newSession(t, "zh")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "长谈.txt", Title: "长谈"}, longTalk(4000))
	s.open(codebook.Passage{Transcript: s.no})
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 24}})
	shown := func(words string) bool {
		content, _ := s.frame(80, 24)
		return strings.Contains(content, words)
	}
	before := s.reader.sel
	for range 10 {
		s.mouse("wheel-down", 10, 10)
	}
	if shown("第0个问题") || !shown("第4个问题") || s.reader.sel != before {
		t.Error("the wheel does not scroll, or moves the selection")
	}
	for range 20 {
		s.mouse("wheel-up", 10, 10)
	}
	if !shown("第0个问题") {
		t.Error("the wheel does not scroll back to the first row")
	}
	for range 10 {
		s.mouse("wheel-down", 10, 10)
	}
	if s.press("j"); !shown("文件里写了一句话") || !shown("做了0次") {
		t.Error("a key does not bring the selection back into sight")
	}
}

// A transcript without a full stop is one sentence; it can be paged through and coded all the same.
func TestASentenceLongerThanTheScreen(t *testing.T) {
	s := begin(t, strings.Repeat("嗯就是说我们那个村里面的情况吧就是这样子的没有什么别的办法然后呢", 300))
	s.frame(80, 24)
	s.press("<pgdown> <pgdown>")
	top := s.reader.offsetIn(s.reader.top)
	if top < 1000 || s.reader.sel.start != 0 {
		t.Fatalf("two pages on, the first row shows byte %d and the selection begins at %d", top, s.reader.sel.start)
	}
	s.press("v l 1")
	c := s.study.P.Codings(s.no)
	if c.Len() != 1 || int(c.Start[0]) != top || int(c.End[0]) != top+6 {
		t.Errorf("the coding is %v to %v, want %d to %d", c.Start, c.End, top, top+6)
	}
	s.press("<esc> <pgup> <pgup> <pgup> <pgup>")
	if s.reader.top != (place{}) {
		t.Errorf("paging back ends at %v", s.reader.top)
	}
	if s.press("<pgup>"); !strings.Contains(s.said.Text, "已到开头") {
		t.Errorf("at the first row a page up says %q", s.said.Text)
	}
}
