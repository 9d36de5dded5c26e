package journal

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// move moves the cursor by so many lines, past the days.
func (s *Screen) move(by int) {
	lines := s.listed.lines
	if len(lines) == 0 || by == 0 {
		return
	}
	s.at = max(0, min(s.at+by, len(lines)-1))
	if lines[s.at].day && by < 0 && s.at > 0 {
		s.at--
	}
}

// settle keeps the cursor on an action and in sight, its day with it where that
// stands right above, and has what the action changed looked up if that is shown.
func (s *Screen) settle() tea.Cmd {
	lines := s.listed.lines
	s.at = max(0, min(s.at, len(lines)-1))
	if len(lines) == 0 {
		s.top = 0
		return nil
	}
	if lines[s.at].day { // an action of the day always follows
		s.at++
	}
	first := s.at
	if lines[first-1].day {
		first--
	}
	rows := max(1, s.rows())
	s.top = max(min(s.top, first), s.at-rows+1, 0)
	s.top = min(s.top, max(0, len(lines)-rows))
	return s.look()
}

// rows is how many lines of the list are in sight.
func (s *Screen) rows() int { return roomIn(s.area, s.pane.state).height - s.headLines() }

// headLines is how many lines stand above the list.
func (s *Screen) headLines() int {
	if s.filtering || s.narrowed() {
		return 1
	}
	return 0
}

// coderAfter is the coder after another in the round of all; 0 is any.
func (s *Screen) coderAfter(n codebook.No) codebook.No {
	for _, c := range s.env.Study.Project().Coders() {
		if c.No > n {
			return c.No
		}
	}
	return 0
}
