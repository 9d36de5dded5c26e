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
	target   map[uint64]uint64 // undo action → the action it took back
}

type reversal struct{ undo, action uint64 }

// NewHistory makes an empty history for the copy self.
func NewHistory(self ID) *History { return &History{self: self, target: map[uint64]uint64{}} }

// Push takes the next journal entry in.
func (h *History) Push(e Header) {
	h.last = max(h.last, e.No)
	if e.Copy != h.self {
		return
	}
	switch e.Kind {
	case KindNew:
	case KindUndo:
		h.undoable = slices.DeleteFunc(h.undoable, func(n uint64) bool { return n == e.Reverses })
		h.redoable = append(h.redoable, reversal{e.No, e.Reverses})
		h.target[e.No] = e.Reverses
	case KindRedo:
		h.redoable = slices.DeleteFunc(h.redoable, func(r reversal) bool { return r.undo == e.Reverses })
		if n, ok := h.target[e.Reverses]; ok {
			h.undoable = append(h.undoable, n)
		}
	default:
		h.undoable = append(h.undoable, e.No)
		h.redoable = nil
	}
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
func (h *History) Undoable(action uint64) bool { return slices.Contains(h.undoable, action) }

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
	return false
}
