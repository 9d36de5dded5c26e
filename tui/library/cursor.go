package library

import tea "charm.land/bubbletea/v2"

// move goes on by so many transcripts.
func (s *Screen) move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for ; by != 0; by -= step {
		if !s.settle(s.at+step, step) {
			break
		}
	}
	s.scroll()
}

// settle puts the cursor on the first transcript from line i on in the direction of step, and says whether there is one.
func (s *Screen) settle(i, step int) bool {
	for ; i >= 0 && i < len(s.lines); i += step {
		if s.lines[i].entry != nil {
			s.at = i
			s.scroll()
			return true
		}
	}
	return false
}

// click chooses a transcript; a click on the chosen one opens it.
func (s *Screen) click(msg tea.MouseClickMsg) tea.Cmd {
	i := s.top + msg.Y - s.headLines()
	switch {
	case s.slot.Open() || msg.Button != tea.MouseLeft || msg.Y < s.headLines() || i >= len(s.lines) || s.lines[i].entry == nil:
		return nil
	case i == s.at:
		return s.follow(read)
	}
	s.at = i
	s.scroll()
	return nil
}

// scroll brings the cursor into sight, and the heading right above it.
func (s *Screen) scroll() {
	first := s.at
	if first > 0 && s.lines[first-1].entry == nil {
		first--
	}
	rows := s.rows()
	s.top = max(0, min(s.top, first, len(s.lines)-rows), s.at-rows+1)
}

// headLines is how many lines stand above the list: the filter, if there is one, and the heads of the columns.
func (s *Screen) headLines() int {
	if s.filtering || s.filter.Value() != "" {
		return 2
	}
	return 1
}

// rows is how many lines of the list there is room for.
func (s *Screen) rows() int { return max(1, s.area.Height-s.headLines()) }
