package codes

import (
	"slices"

	"fangtan/codebook"
)

// place is where a code stands: its siblings and its index among them.
func (s *Screen) place(c *codebook.Code) (siblings []codebook.No, at int) {
	siblings = s.env.Study.Project().Tree().Children(c.Parent)
	return siblings, slices.Index(siblings, c.No)
}

// shift moves the code here among its siblings, past those that are hidden.
func (s *Screen) shift(by int) {
	c := s.current()
	siblings, at := s.place(c)
	to := at + by
	for to >= 0 && to < len(siblings) && !slices.Contains(s.rows, siblings[to]) {
		to += by
	}
	if to < 0 || to >= len(siblings) {
		s.env.Warn(s.env.T("codes.at-edge"))
		return
	}
	if s.do(&codebook.MoveCode{Code: c.No, Parent: c.Parent, Index: to}) {
		s.reveal(c.No)
	}
}

// moveOut puts the code here beside its parent, right behind it.
func (s *Screen) moveOut() {
	c := s.current()
	parent := s.env.Study.Project().Code(c.Parent)
	if parent == nil {
		s.env.Warn(s.env.T("codes.is-top"))
		return
	}
	_, at := s.place(parent)
	if s.do(&codebook.MoveCode{Code: c.No, Parent: parent.Parent, Index: at + 1}) {
		s.reveal(c.No)
	}
}

// moveIn puts the code here under the sibling before it, last.
func (s *Screen) moveIn() {
	c := s.current()
	siblings, at := s.place(c)
	for at--; at >= 0 && !slices.Contains(s.rows, siblings[at]); {
		at--
	}
	if at < 0 {
		s.env.Warn(s.env.T("codes.no-sibling"))
		return
	}
	before := siblings[at]
	if s.do(&codebook.MoveCode{Code: c.No, Parent: before, Index: s.env.Study.Project().CodeCount()}) {
		s.reveal(c.No)
	}
}

// mark marks the code here for what comes next, or takes the mark off.
func (s *Screen) mark() {
	n := s.rows[s.at]
	if s.marked[n] {
		delete(s.marked, n)
	} else {
		s.marked[n] = true
	}
	s.move(1)
}

// subjects are the marked codes in codebook order, else the one here. What lies below another subject goes with it.
func (s *Screen) subjects() []codebook.No {
	if len(s.marked) == 0 {
		return []codebook.No{s.rows[s.at]}
	}
	tree := s.env.Study.Project().Tree()
	var codes []codebook.No
	for i := 0; i < len(tree.Order); {
		n := tree.Order[i]
		if s.marked[n] {
			codes = append(codes, n)
			i = tree.Last[n]
			continue
		}
		i++
	}
	return codes
}

// paste puts the marked codes under the one here, last.
func (s *Screen) paste() {
	p, here := s.env.Study.Project(), s.current()
	var ops []codebook.Op
	for _, n := range s.subjects() {
		ops = append(ops, &codebook.MoveCode{Code: n, Parent: here.No, Index: p.CodeCount()})
	}
	op := ops[0]
	if len(ops) > 1 {
		op = &codebook.Batch{Name: op.Kind(), Names: []string{s.subject(s.subjects()), s.title(here)}, Ops: ops}
	}
	if s.do(op) {
		clear(s.marked)
		delete(s.folded, here.No)
		s.plant()
	}
}
