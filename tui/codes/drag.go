package codes

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// drag is a code on its way by mouse. Over the name of another it goes into that code, elsewhere in a row before it, below the
// last row to the end of level 1.
type drag struct {
	on    bool // the button is down on a row
	moved bool // and the mouse has left it
	from  int  // that row
	over  int  // the row the mouse is on, len(rows) below the last
	into  bool
}

// sign says what letting go would do.
func (d *drag) sign() string {
	if d.into {
		return "→"
	}
	return "▔"
}

// rowAt is the row of the tree at a line of the screen, len(rows) below the last one in sight.
func (s *Screen) rowAt(y int) int { return min(max(s.top+y-1, 0), len(s.rows)) }

// grab takes a code up. Nothing is done until the button is let go.
func (s *Screen) grab(msg tea.MouseClickMsg) {
	i := s.top + msg.Y - 1
	if s.slot.Open() || msg.Button != tea.MouseLeft || msg.Y < 1 || i >= len(s.rows) || msg.X >= roomIn(s.area).tree {
		return
	}
	s.drag = drag{on: true, from: i, over: i}
}

// pull shows where the code would land.
func (s *Screen) pull(msg tea.MouseMotionMsg) {
	d := &s.drag
	if !d.on || s.env.Study.ReadOnly() {
		return
	}
	d.over = s.rowAt(msg.Y)
	d.into = d.over < len(s.rows) && msg.X >= s.nameStart(d.over) && msg.X < lead+s.layout(roomIn(s.area).tree).name
	if d.moved = d.moved || d.over != d.from; d.moved {
		s.env.Say(s.landing())
	}
}

// nameStart is the column in which a row's name begins.
func (s *Screen) nameStart(row int) int {
	return lead + 4 + 2*s.env.Study.Project().Tree().Depth[s.rows[row]]
}

// landing says in words where the code would land.
func (s *Screen) landing() string {
	code := s.subject(s.dragged())
	switch d := &s.drag; {
	case d.over >= len(s.rows):
		return s.env.T("codes.drop-end", "Code", code)
	case d.into:
		return s.env.T("codes.drop-into", "Code", code, "Other", s.titleOf(s.rows[d.over]))
	default:
		return s.env.T("codes.drop-before", "Code", code, "Other", s.titleOf(s.rows[d.over]))
	}
}

func (s *Screen) titleOf(n codebook.No) string { return s.title(s.env.Study.Project().Code(n)) }

// dragged are the codes on their way: all marked ones if the one taken up is marked.
func (s *Screen) dragged() []codebook.No {
	n := s.rows[s.drag.from]
	if s.marked[n] {
		return s.subjects()
	}
	return []codebook.No{n}
}

// drop lets go: of a code that was moved, into its new place; else it is a click.
func (s *Screen) drop() tea.Cmd {
	d := s.drag
	if !d.on || d.from >= len(s.rows) {
		s.drag = drag{}
		return nil
	}
	if !d.moved {
		s.drag = drag{}
		return s.choose(d.from)
	}
	if d.over != d.from {
		s.land(s.dragged())
	}
	s.drag = drag{}
	return nil
}

// land moves codes to where they were dropped, in one action.
func (s *Screen) land(codes []codebook.No) {
	p := s.env.Study.Project()
	parent, before := s.target()
	var ops []codebook.Op
	for _, n := range codes {
		ops = append(ops, &codebook.MoveCode{Code: n, Parent: parent, Index: s.indexBefore(parent, before, codes) + len(ops)})
	}
	op := ops[0]
	if len(ops) > 1 {
		name := ""
		if above := p.Code(parent); above != nil {
			name = s.title(above)
		}
		op = &codebook.Batch{Name: op.Kind(), Names: []string{s.subject(codes), name}, Ops: ops}
	}
	if s.do(op) {
		delete(s.folded, parent)
		clear(s.marked)
		s.reveal(codes[0])
	}
}

// target is the parent to land under, and the sibling to land before, 0 for the end.
func (s *Screen) target() (parent, before codebook.No) {
	d := &s.drag
	switch {
	case d.over >= len(s.rows):
		return 0, 0
	case d.into:
		return s.rows[d.over], 0
	}
	c := s.env.Study.Project().Code(s.rows[d.over])
	return c.Parent, c.No
}

// indexBefore is the place of a sibling once the codes on their way are taken out.
func (s *Screen) indexBefore(parent, before codebook.No, moving []codebook.No) int {
	siblings := slices.DeleteFunc(slices.Clone(s.env.Study.Project().Tree().Children(parent)), func(n codebook.No) bool {
		return n != before && slices.Contains(moving, n)
	})
	if i := slices.Index(siblings, before); i >= 0 {
		return i
	}
	return len(siblings)
}
