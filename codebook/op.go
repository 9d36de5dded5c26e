package codebook

// Op is a change to a study as a value: it carries all it needs, the ids it
// makes included. Nothing else changes a project.
type Op interface {
	// Kind names the sort of change in the journal, for example "coding.add".
	Kind() string
	// Args are the names of what is changed, for people who read the journal;
	// it is asked before the change is made.
	Args(p *Project) []string
	// Apply checks the op against p and makes the change, or changes nothing
	// and says why, as an [Objection].
	Apply(p *Project) (Patch, error)
}

// Stamp is what an action has from outside: its identity, who and when.
type Stamp struct {
	ID    ID
	Coder No
	Time  int64 // Unix milliseconds; a label, never an order
}

// Action is one change as the journal keeps it.
type Action struct {
	Header
	Patch Patch
}

// Header is a journal entry without its patch.
type Header struct {
	No       uint64 // given by the store, in order, from 1; 0 before that
	ID       ID
	Copy     ID // the copy of the study it was made in
	Coder    No
	Time     int64 // Unix milliseconds
	Kind     string
	Args     []string
	Reverses uint64 // the action that an undo or redo takes back
}

// The kinds of action that are not ops.
const (
	KindNew  = "project.new"
	KindUndo = "undo"
	KindRedo = "redo"
)

// Do applies op to p and gives the action to be written. If the op changes
// nothing the error is [ErrNothing].
func (p *Project) Do(op Op, s Stamp) (Action, error) {
	args := op.Args(p)
	patch, err := op.Apply(p)
	if err != nil {
		return Action{}, err
	}
	if patch.Empty() {
		return Action{}, object(ThingAction, op.Kind(), ErrNothing)
	}
	return Action{Header{ID: s.ID, Copy: p.Copy, Coder: s.Coder, Time: s.Time, Kind: op.Kind(), Args: args}, patch}, nil
}

// Revert applies a patch that takes action h back (KindUndo, with the inverse
// of h's patch) or brings it again (KindRedo, with the patch itself). It is
// refused with [ErrChanged] or [ErrInUse] if a later action stands in the way.
func (p *Project) Revert(kind string, h Header, patch Patch, s Stamp) (Action, error) {
	if err := p.standsOnText(h, &patch); err != nil {
		return Action{}, err
	}
	if err := p.enact(&patch); err != nil {
		return Action{}, err
	}
	return Action{Header{
		ID: s.ID, Copy: p.Copy, Coder: s.Coder, Time: s.Time, Kind: kind,
		Args: append([]string{h.Kind}, h.Args...), Reverses: h.No,
	}, patch}, nil
}

// Retract takes back in memory what could not be written. Actions are retracted
// last first.
func (p *Project) Retract(a *Action) error {
	inv := a.Patch.Inverse()
	return p.apply(&inv)
}

// Batch is several ops as one action. All are made, or none.
type Batch struct {
	Name  string
	Names []string
	Ops   []Op
}

// Kind is the name given.
func (b *Batch) Kind() string { return b.Name }

// Args are the names given.
func (b *Batch) Args(*Project) []string { return b.Names }

// Apply makes the ops in order; one that changes nothing is passed over.
func (b *Batch) Apply(p *Project) (Patch, error) {
	e := p.edit()
	for _, op := range b.Ops {
		q, err := op.Apply(p)
		e.take(&q)
		if err != nil {
			return e.done(err)
		}
	}
	return e.done(nil)
}

// take adds what another op has already done to p.
func (e *edit) take(q *Patch) {
	join(&e.patch.Transcripts, &e.at.transcripts, q.Transcripts)
	join(&e.patch.Codes, &e.at.codes, q.Codes)
	join(&e.patch.Coders, &e.at.coders, q.Coders)
	join(&e.patch.Groups, &e.at.groups, q.Groups)
	join(&e.patch.Attributes, &e.at.attributes, q.Attributes)
	join(&e.patch.Memos, &e.at.memos, q.Memos)
	join(&e.patch.Links, &e.at.links, q.Links)
	join(&e.patch.Cuts, &e.at.cuts, q.Cuts)
	for _, c := range q.Codings {
		e.noteCodings(c)
	}
	for h, s := range q.NewTexts {
		e.text(h, s)
	}
}

func join[T any](into *[]Change[T], at *map[No]int, from []Change[T]) {
	for _, c := range from {
		note(into, at, c)
	}
}
