package memos

import (
	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// room is how an area is parted between the list and the memo under the cursor:
//
//	wide                         narrow
//	 list        │ memo           list
//	             │                ──────
//	             │                memo
type room struct {
	list, detail screen.Area
	beside       bool
}

const (
	lead       = 3 // the cursor's sign before a line
	besideFrom = 100
	wall       = 3 // the line between list and memo, and the blanks beside it
	widestText = 84
)

func roomIn(a screen.Area) room {
	if a.Width >= besideFrom {
		list := max(a.Width*11/20, a.Width-widestText-wall)
		return room{screen.Area{Width: list, Height: a.Height}, screen.Area{Width: a.Width - list - wall, Height: a.Height}, true}
	}
	height := max(1, a.Height/2)
	return room{screen.Area{Width: a.Width, Height: height}, screen.Area{Width: max(1, a.Width-2), Height: max(1, a.Height-height-1)}, false}
}

// above is how many lines stand above the list's.
func (s *Screen) above() int {
	if s.filtering || s.filter.Value() != "" {
		return 1
	}
	return 0
}

// rows is how many lines of the list are in sight.
func (s *Screen) rows() int { return max(1, roomIn(s.area).list.Height-s.above()) }

// settle brings the cursor into sight, with the head of its group where that is next.
func (s *Screen) settle() {
	first := s.at
	if s.at == 1 && s.lines[0].entry == nil {
		first = 0
	}
	s.top = max(0, min(s.top, first, len(s.lines)-s.rows()), s.at-s.rows()+1)
}

// scroll is how far the memo under the cursor was scrolled.
type scroll struct {
	memo codebook.No
	top  int
}

// scrollDetail scrolls the memo by half of what is in sight.
func (s *Screen) scrollDetail(down bool) {
	m, r := s.current(), roomIn(s.area)
	step := max(1, r.detail.Height/2)
	if !down {
		step = -step
	}
	if s.detail.memo != m.No {
		s.detail = scroll{memo: m.No}
	}
	s.detail.top = max(0, min(s.detail.top+step, len(s.tell(m, r.detail.Width))-r.detail.Height))
}

// detailed are the lines of a memo in sight; an ellipsis says that more follow.
func (s *Screen) detailed(m *codebook.Memo) []string {
	r := roomIn(s.area)
	lines := s.tell(m, r.detail.Width)
	if s.detail.memo == m.No {
		lines = lines[min(s.detail.top, len(lines)):]
	}
	if len(lines) > r.detail.Height {
		lines = append(append([]string(nil), lines[:r.detail.Height-1]...), s.env.Theme.Dim.Render(cell.Ellipsis))
	}
	return lines
}

// mostQuoted is how many lines of a passage are shown above its memo.
const mostQuoted = 4

// tell says what a memo hangs on, whose it is, and all that it says.
func (s *Screen) tell(m *codebook.Memo, width int) []string {
	p, t := s.env.Study.Project(), s.env.Theme
	a := aside.New(s.env.Ruler, t, width, 0)
	style := t.Text
	if color, ok := s.color(m); ok {
		style = t.CodeStyle(color)
	}
	a.Heading(s.on(m), style)
	if _, ok := placeOf(p, m); ok {
		a.Quote(s.quoted(m), mostQuoted)
	}
	by := s.coder(m) + s.env.T("tables.separator") + day(m)
	if m.Target == codebook.TargetProject {
		by += s.env.T("tables.separator") + s.env.Study.Name()
	}
	a.Dim(by)
	a.Gap()
	a.Markdown(m.Text)
	return a.Lines()
}

// quoted are the words that a memo hangs on, or dots while they are being read.
func (s *Screen) quoted(m *codebook.Memo) string {
	if words := s.passages.of(s.env.Study.Project(), m); words != "" {
		return words
	}
	return cell.Ellipsis
}
