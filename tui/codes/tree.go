package codes

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// plant makes the rows anew. The cursor stays on its code; when that is gone, on the row.
func (s *Screen) plant() {
	var stay codebook.No
	if s.at < len(s.rows) {
		stay = s.rows[s.at]
	}
	p := s.env.Study.Project()
	tree := p.Tree()
	s.rows = s.rows[:0]
	for i := 0; i < len(tree.Order); {
		n := tree.Order[i]
		if p.Code(n).Archived && !s.archived || !s.lint.shows(tree, n) {
			i = tree.Last[n]
			continue
		}
		s.rows = append(s.rows, n)
		i++
		if s.folded[n] && !s.lint.on() {
			i = tree.Last[n]
		}
	}
	for n := range s.marked {
		if p.Code(n) == nil {
			delete(s.marked, n)
		}
	}
	s.drag = drag{}
	if i := slices.Index(s.rows, stay); i >= 0 {
		s.at = i
	}
	s.move(0)
}

// reveal puts the cursor on a code, opening and showing whatever hides it.
func (s *Screen) reveal(n codebook.No) {
	p := s.env.Study.Project()
	for _, above := range p.Path(n) {
		if above != n {
			delete(s.folded, above)
		}
		s.archived = s.archived || p.Code(above).Archived
	}
	if s.lint.on() && !s.lint.shows(p.Tree(), n) {
		s.lint = linting{}
	}
	s.plant()
	s.at = max(0, slices.Index(s.rows, n))
	s.scroll()
}

func (s *Screen) move(by int) {
	s.at = max(0, min(s.at+by, len(s.rows)-1))
	s.scroll()
}

// scroll brings the cursor into sight.
func (s *Screen) scroll() {
	h := s.height()
	s.top = max(0, min(s.top, s.at, len(s.rows)-h), s.at-h+1)
}

// height is how many rows there is room for below the heads of the columns.
func (s *Screen) height() int { return max(1, s.area.Height-1-roomIn(s.area).below) }

// under says whether there are codes below one.
func (s *Screen) under(n codebook.No) bool { return len(s.env.Study.Project().Tree().Children(n)) > 0 }

// in opens a folded code, or goes to the first one below.
func (s *Screen) in() {
	n := s.rows[s.at]
	switch {
	case !s.under(n):
		s.env.Warn(s.env.T("codes.no-children"))
	case s.folded[n]:
		delete(s.folded, n)
		s.plant()
	default:
		s.move(1)
	}
}

// out folds an open code, or goes to the one above.
func (s *Screen) out() {
	n := s.rows[s.at]
	parent := s.env.Study.Project().Code(n).Parent
	switch {
	case s.under(n) && !s.folded[n]:
		s.folded[n] = true
		s.plant()
	case parent == 0:
		s.env.Warn(s.env.T("codes.is-top"))
	default:
		s.at = slices.Index(s.rows, parent)
		s.scroll()
	}
}

func (s *Screen) fold() {
	n := s.rows[s.at]
	if !s.under(n) {
		s.env.Warn(s.env.T("codes.no-children"))
		return
	}
	s.folded[n] = !s.folded[n]
	s.plant()
}

// foldAll folds every code that has some below, or opens all when all are folded. The cursor goes up with what it stood on.
func (s *Screen) foldAll() {
	p := s.env.Study.Project()
	top := p.Tree().Top[s.rows[s.at]]
	if len(s.rows) == len(p.Tree().Children(0)) && len(s.folded) > 0 {
		clear(s.folded)
	} else {
		for _, n := range p.Tree().Order {
			if s.under(n) {
				s.folded[n] = true
			}
		}
	}
	s.plant()
	if i := slices.Index(s.rows, top); i >= 0 && len(s.folded) > 0 {
		s.at = i
	}
	s.scroll()
}

func (s *Screen) showArchived() {
	s.archived = !s.archived
	s.plant()
	if s.archived {
		s.env.Say(s.env.T("codes.archived-shown"))
	} else {
		s.env.Say(s.env.T("codes.archived-hidden"))
	}
}

// choose puts the cursor on a row; on the one it is on already it shows the passages.
func (s *Screen) choose(i int) tea.Cmd {
	if i == s.at {
		return s.passagesCmd(s.rows[i])
	}
	s.at = i
	s.scroll()
	return nil
}
