package excerpts

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/field"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Draw gives the passages in sight:
//
//	 / P1.1 & P2.1
//
//	▸★ 周明（化名） · 第一书记 · 周明 · 话轮 2 · 甲 · P2.1 要求不具体
//	   访谈者：“传帮带”的要求，您觉得具体吗？
//	 ▌ 文件里就一句话，让我们“传经验、帮方法、带作风”。
//	   怎么传、帮到什么程度算完成，没有写。
func (s *Screen) Draw(a screen.Area) (string, *tea.Cursor) {
	s.front.Drawn()
	if a != s.area {
		s.area = a
		s.settle()
	}
	return s.sketch.Draw(a, s.lay)
}

// lay lays what is asked over the passages.
func (s *Screen) lay(a screen.Area) (string, *tea.Cursor) {
	content, cursor := s.draw(a)
	if !s.slot.Open() {
		return content, cursor
	}
	frame, cursor := s.slot.Lay(strings.Split(content, "\n"), a, cursor)
	return strings.Join(frame, "\n"), cursor
}

// top and bottom are how many lines stand above and below the passages.
func (s *Screen) top() int {
	switch {
	case s.fault != nil:
		return 4
	case s.typing:
		return 2
	}
	return 0
}

func (s *Screen) bottom() int {
	if s.command() == "" || len(s.rows()) == 0 {
		return 0
	}
	return 2
}

func (s *Screen) draw(a screen.Area) (string, *tea.Cursor) {
	lines, cursor := s.drawQuery(a.Width)
	lines = append(lines, make([]string, s.top()-len(lines))...)
	if why := s.emptiness(); why != "" && s.fault == nil {
		lines = append(lines, tables.Empty(s.env, a, why)...)
		return s.env.Ruler.Frame(lines, a.Width, a.Height), cursor
	}
	last := a.Height - s.bottom()
	for i, b := range s.window.blocks {
		if i+s.window.top == s.cursor && cursor == nil {
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(append(lines, b.lines...), "")
	}
	lines = lines[:min(len(lines), last)]
	if s.bottom() > 0 {
		lines = append(lines, make([]string, a.Height-1-len(lines))...)
		lines = append(lines, s.env.Theme.Dim.Render(" "+s.env.Ruler.Cut(s.command(), a.Width-2)))
	}
	return s.env.Ruler.Frame(lines, a.Width, a.Height), cursor
}

// drawQuery draws the field, and below it a sign at the fault with its reason.
func (s *Screen) drawQuery(width int) ([]string, *tea.Cursor) {
	if s.top() == 0 {
		return nil, nil
	}
	const mark = " / "
	s.query.Placeholder = s.env.T("excerpts.placeholder")
	view, x := s.query.View(max(1, width-len(mark)-1), s.env.Ruler, field.Styles{Text: s.env.Theme.Text, Placeholder: s.env.Theme.Dim})
	lines := []string{s.env.Theme.Dim.Render(mark) + view}
	cursor := tea.NewCursor(len(mark)+x, 0)
	if s.fault == nil {
		return lines, cursor
	}
	return append(lines,
		s.env.Theme.Warn.Render(strings.Repeat(" ", len(mark)+x)+"^"),
		s.env.Theme.Warn.Render(strings.Repeat(" ", len(mark))+s.env.Ruler.Cut(s.explain(s.fault), width-len(mark)-1)),
	), cursor
}

// emptiness says why there is nothing to show and what to do next, or nothing.
func (s *Screen) emptiness() string {
	switch {
	case len(s.rows()) > 0:
		return ""
	case s.list == nil && s.env.Study.Setting(setQuery) == "":
		return s.env.T("excerpts.ask")
	case s.list == nil && (!s.count.Has || s.count.Waiting()):
		return s.env.T("excerpts.searching")
	case s.list == nil && s.count.Answer.fault != nil:
		return s.explain(s.count.Answer.fault)
	case s.list == nil && s.count.Answer.err != nil:
		return s.env.T("excerpts.unreadable", "Why", s.count.Answer.err.Error())
	}
	return s.env.T("excerpts.none")
}
