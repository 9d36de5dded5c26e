package links

import (
	"fangtan/codebook"
	"fangtan/codebook/chain"
	"fangtan/tui/keys"
)

// neighbours are the rows around a code.
func (s *Screen) neighbours() []chain.Neighbour {
	if s.web == nil {
		return nil
	}
	return s.web.Of(s.code)
}

// count is how many rows there are.
func (s *Screen) count() int {
	if s.view == chains {
		return len(s.steps)
	}
	return len(s.neighbours())
}

// link is the link under the cursor, nil for none. Where several make one step of a
// chain it is the first that rests on words.
func (s *Screen) link() *codebook.Link {
	switch {
	case s.at >= s.count():
		return nil
	case s.view == around:
		return s.neighbours()[s.at].Link
	}
	links := s.steps[s.at].Links
	for _, l := range links {
		if _, some := l.Evidence(); some {
			return l
		}
	}
	if len(links) > 0 {
		return links[0]
	}
	return nil
}

// other is the code under the cursor, 0 for none.
func (s *Screen) other() codebook.No {
	switch {
	case s.at >= s.count():
		return 0
	case s.view == around:
		return s.neighbours()[s.at].Code
	}
	return s.steps[s.at].Code
}

// middle is the code that a new link begins at.
func (s *Screen) middle() codebook.No {
	if s.view == chains && s.other() != 0 {
		return s.other()
	}
	return s.code
}

// settle keeps the cursor on a row and in sight.
func (s *Screen) settle() {
	s.at = max(0, min(s.at, s.count()-1))
	height := s.listHeight()
	s.top = max(0, min(s.top, s.at, s.count()-height), s.at-height+1)
}

// across are the directions from left to right.
var across = []chain.Direction{chain.In, chain.Both, chain.Out}

// aside goes to the first row of the next direction that has any.
func (s *Screen) aside(i keys.Intent) {
	rows := s.neighbours()
	if s.view == chains || s.at >= len(rows) {
		return
	}
	by := 1
	if i == keys.Left {
		by = -1
	}
	here := 0
	for k, d := range across {
		if d == rows[s.at].Direction {
			here = k
		}
	}
	for k := here + by; 0 <= k && k < len(across); k += by {
		for n, b := range rows {
			if b.Direction == across[k] {
				s.at = n
				return
			}
		}
	}
}
