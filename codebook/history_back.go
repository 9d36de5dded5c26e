package codebook

import "strconv"

// KindRewind is the kind of a [Rewind].
const KindRewind = "undo.to"

// Rewind takes back everything that was done after an action, as one action that
// can be undone like any other.
type Rewind struct {
	To      uint64 // the last action that stays
	Actions int    // how many entries of the journal are taken back
	Patch   Patch  // what these changed together, see [Sum]
}

// Kind is [KindRewind].
func (o *Rewind) Kind() string { return KindRewind }

// Args are the number of the action that stays last and how many are taken back.
func (o *Rewind) Args(*Project) []string {
	return []string{strconv.FormatUint(o.To, 10), count(o.Actions)}
}

// Apply refuses a patch that does not end with the study as it is.
func (o *Rewind) Apply(p *Project) (Patch, error) {
	back := o.Patch.Inverse()
	if err := p.enact(&back); err != nil {
		return Patch{}, err
	}
	return back, nil
}

// Rewound says to which action a [Rewind] went back; ok is false for other kinds.
func (h *Header) Rewound() (to uint64, ok bool) {
	if h.Kind != KindRewind || len(h.Args) == 0 {
		return 0, false
	}
	to, err := strconv.ParseUint(h.Args[0], 10, 64)
	return to, err == nil && to < h.No
}

// Stand makes p the study that it was before a patch, without an action: it is
// for studies that are only looked at. It is refused with [ErrChanged] if the
// patch does not end with the study as it is.
func (p *Project) Stand(before *Patch) error {
	back := before.Inverse()
	return p.apply(&back)
}

// Restore is [Project.Revert] of one older action alone: it is refused, too, when
// the study would then have two things of a kind that it has one of: a name, a
// key of a code, an equal coding. What it cannot bring back it names.
func (p *Project) Restore(h Header, patch Patch, s Stamp) (Action, error) {
	back := patch.Inverse()
	a, err := p.Revert(KindUndo, h, back, s)
	if err != nil {
		return a, err
	}
	if err := p.clash(&back); err != nil {
		if failed := p.Retract(&a); failed != nil {
			return Action{}, failed
		}
		return Action{}, err
	}
	return a, nil
}

// enact applies a patch that was not made of p, or changes nothing and says why.
func (p *Project) enact(q *Patch) error {
	if err := p.apply(q); err != nil {
		return err
	}
	err := p.refers(q)
	if err == nil {
		return nil
	}
	inv := q.Inverse()
	if back := p.apply(&inv); back != nil {
		return back
	}
	return err
}
