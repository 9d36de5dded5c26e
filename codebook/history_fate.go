package codebook

import "slices"

// Standing is what became of an action.
type Standing uint8

// An action stands, was taken back, or was taken back and brought again.
const (
	Stands Standing = iota
	Undone
	Redone
)

// Fate is what became of an action, and the entry of the journal that saw to it
// last; 0 for none.
type Fate struct {
	Standing Standing
	By       uint64
}

// Fates says what became of each action. headers are all of a journal without
// gaps, oldest first.
func Fates(headers []Header) []Fate {
	f := fates{headers: headers, all: make([]Fate, len(headers)), before: map[uint64][]Fate{}}
	for i := range headers {
		f.push(&headers[i])
	}
	return f.all
}

// fates follow a journal. A rewind makes of every earlier action what it was at
// the point gone back to; before keeps what they were until then.
type fates struct {
	headers []Header
	all     []Fate
	before  map[uint64][]Fate // by rewind
}

// at gives the index of an entry, or false if it is not in the journal.
func (f *fates) at(no uint64) (int, bool) {
	if len(f.headers) == 0 || no < f.headers[0].No || no-f.headers[0].No >= uint64(len(f.headers)) {
		return 0, false
	}
	return int(no - f.headers[0].No), true
}

func (f *fates) push(h *Header) {
	switch h.Kind {
	case KindUndo:
		if i, ok := f.at(h.Reverses); ok {
			f.comeBack(h.Reverses)
			f.all[i] = Fate{Undone, h.No}
		}
	case KindRedo:
		undo, ok := f.at(h.Reverses)
		if !ok {
			return
		}
		if i, ok := f.at(f.headers[undo].Reverses); ok {
			f.rewind(&f.headers[i])
			f.all[i] = Fate{Redone, h.No}
		}
	default:
		f.rewind(h)
	}
}

// rewind takes back what lies between the point gone back to and h, if h is a rewind.
func (f *fates) rewind(h *Header) {
	to, ok := h.Rewound()
	at, here := f.at(h.No)
	last, there := f.at(to)
	if !ok || !here || !there {
		return
	}
	f.before[h.No] = slices.Clone(f.all[:at])
	copy(f.all, Fates(f.headers[:last+1]))
	for i := last + 1; i < at; i++ {
		f.all[i] = Fate{Undone, h.No}
	}
}

// comeBack makes of every earlier action what it was before a rewind.
func (f *fates) comeBack(rewind uint64) {
	copy(f.all, f.before[rewind])
	delete(f.before, rewind)
}
