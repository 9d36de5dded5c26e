package codebook

import "slices"

// History knows which actions of this copy can be undone and redone. It is fed
// every journal entry in order. Undo takes back the last action not yet undone;
// a new action empties what can be redone.
type History struct {
	self     ID
	last     uint64
	undoable []uint64
	redoable []reversal
	target   map[uint64]uint64   // undo action → the action it took back
	rewinds  map[uint64][]uint64 // rewind → what could be undone at the point it went back to
	steps    []step
}

type reversal struct{ undo, action uint64 }

// step is an entry of this copy: what a later rewind needs to know of it.
type step struct {
	sort         stepSort
	no, reverses uint64 // of a rewind: the last action that stayed
}

type stepSort uint8

const (
	stepDone stepSort = iota
	stepUndone
	stepRedone
	stepRewound
)

// NewHistory makes an empty history for the copy self.
func NewHistory(self ID) *History {
	return &History{self: self, target: map[uint64]uint64{}, rewinds: map[uint64][]uint64{}}
}

// Push takes the next journal entry in.
func (h *History) Push(e Header) {
	h.last = max(h.last, e.No)
	if e.Copy != h.self || e.Kind == KindNew {
		return
	}
	s := step{no: e.No, reverses: e.Reverses}
	switch e.Kind {
	case KindUndo:
		s.sort = stepUndone
	case KindRedo:
		s.sort = stepRedone
	}
	if to, ok := e.Rewound(); ok {
		s.sort, s.reverses = stepRewound, to
	}
	h.steps = append(h.steps, s)
	h.take(s)
}

func (h *History) take(s step) {
	switch s.sort {
	case stepUndone:
		h.undoable = slices.DeleteFunc(h.undoable, func(n uint64) bool { return n == s.reverses })
		h.redoable = append(h.redoable, reversal{s.no, s.reverses})
		h.target[s.no] = s.reverses
		return
	case stepRedone:
		h.redoable = slices.DeleteFunc(h.redoable, func(r reversal) bool { return r.undo == s.reverses })
		if n, ok := h.target[s.reverses]; ok {
			h.undoable = append(h.undoable, n)
		}
		return
	case stepRewound:
		h.rewinds[s.no] = h.standingAt(s.reverses)
	}
	h.undoable = append(h.undoable, s.no)
	h.redoable = nil
}

// standingAt is what stood and could be undone after an action.
func (h *History) standingAt(to uint64) []uint64 {
	then := NewHistory(h.self)
	for _, s := range h.steps {
		if s.no <= to {
			then.steps = append(then.steps, s)
			then.take(s)
		}
	}
	return then.standing()
}

// standing are the actions that stand and can be undone by themselves, oldest
// first: what a rewind took back is not among them.
func (h *History) standing() []uint64 {
	for i, no := range slices.Backward(h.undoable) {
		if stood, ok := h.rewinds[no]; ok {
			return slices.Concat(stood, h.undoable[i:])
		}
	}
	return h.undoable
}

// Last is the number of the last entry taken in, of any copy.
func (h *History) Last() uint64 { return h.last }

// Undo names the action that undo would take back.
func (h *History) Undo() (action uint64, ok bool) {
	if len(h.undoable) == 0 {
		return 0, false
	}
	return h.undoable[len(h.undoable)-1], true
}

// Redo names the action that redo would bring again and the undo it reverses.
func (h *History) Redo() (action, undo uint64, ok bool) {
	if len(h.redoable) == 0 {
		return 0, 0, false
	}
	r := h.redoable[len(h.redoable)-1]
	return r.action, r.undo, true
}

// Undoable says whether the action stands and can be undone by itself.
func (h *History) Undoable(action uint64) bool { return slices.Contains(h.standing(), action) }

// Undone says whether the action was taken back in this copy and not brought again.
func (h *History) Undone(action uint64) bool {
	if h.Undoable(action) {
		return false
	}
	for _, taken := range h.target {
		if taken == action {
			return true
		}
	}
	return slices.Contains(h.undoable, action) // a rewind took it back
}
