package codebook

// edit changes a project and writes down what it changed. A record touched
// twice is one change. If the op fails, undo puts everything back.
type edit struct {
	p     *Project
	patch Patch
	at    places
}

// places say where in each list of the patch a record's change stands.
type places struct {
	transcripts, cuts, codes, coders, groups, attributes, memos, links, codings map[No]int
}

func (p *Project) edit() *edit { return &edit{p: p} }

// done ends an op: its patch, or nothing changed and the error.
func (e *edit) done(err error) (Patch, error) {
	e.tidy()
	if err == nil {
		return e.patch, nil
	}
	inv := e.patch.Inverse()
	if back := e.p.apply(&inv); back != nil {
		return Patch{}, back
	}
	return Patch{}, err
}

// tidy drops changes that changed nothing in the end.
func (e *edit) tidy() {
	q := &e.patch
	q.Transcripts, q.Codes, q.Coders = real(q.Transcripts), real(q.Codes), real(q.Coders)
	q.Groups, q.Attributes, q.Memos, q.Links = real(q.Groups), real(q.Attributes), real(q.Memos), real(q.Links)
	q.Cuts = real(q.Cuts)
	kept := q.Codings[:0]
	for _, c := range q.Codings {
		if c = cancelled(c); len(c.Out)+len(c.In) > 0 {
			kept = append(kept, c)
		}
	}
	q.Codings = kept
}

func real[T any](changes []Change[T]) []Change[T] {
	kept := changes[:0]
	for _, c := range changes {
		if c.Old != c.New {
			kept = append(kept, c)
		}
	}
	return kept
}

// cancelled drops rows that were put in and taken out again within one op.
func cancelled(c CodingsChange) CodingsChange {
	if len(c.Out) == 0 || len(c.In) == 0 {
		return c
	}
	in := make(map[ID]int, len(c.In))
	for i := range c.In {
		in[c.In[i].ID] = i
	}
	drop := make(map[ID]bool)
	for i := range c.Out {
		if j, ok := in[c.Out[i].ID]; ok && c.Out[i].equal(&c.In[j]) {
			drop[c.Out[i].ID] = true
		}
	}
	if len(drop) == 0 {
		return c
	}
	return CodingsChange{c.Transcript, without(c.Out, drop), without(c.In, drop)}
}

func without(rows []Coding, drop map[ID]bool) []Coding {
	var kept []Coding
	for _, r := range rows {
		if !drop[r.ID] {
			kept = append(kept, r)
		}
	}
	return kept
}

// note writes a change down; of a record touched twice the last state counts.
func note[T any](changes *[]Change[T], at *map[No]int, c Change[T]) {
	if i, known := (*at)[c.No]; known {
		(*changes)[i].New = c.New
		return
	}
	place(at, c.No, len(*changes))
	*changes = append(*changes, c)
}

func place(at *map[No]int, n No, i int) {
	if *at == nil {
		*at = map[No]int{}
	}
	(*at)[n] = i
}

func record[T any](e *edit, t *table[T], changes *[]Change[T], at *map[No]int, n No, row *T) {
	note(changes, at, Change[T]{n, t.get(n), row})
	t.set(n, row)
	e.p.touched(false)
}

// One for each kind of row: it is n's from now on, or n has none if it is nil.

func (e *edit) coder(n No, c *Coder) { record(e, &e.p.coders, &e.patch.Coders, &e.at.coders, n, c) }
func (e *edit) group(n No, g *Group) { record(e, &e.p.groups, &e.patch.Groups, &e.at.groups, n, g) }
func (e *edit) memo(n No, m *Memo)   { record(e, &e.p.memos, &e.patch.Memos, &e.at.memos, n, m) }
func (e *edit) link(n No, l *Link)   { record(e, &e.p.links, &e.patch.Links, &e.at.links, n, l) }

func (e *edit) attribute(n No, a *Attribute) {
	record(e, &e.p.attributes, &e.patch.Attributes, &e.at.attributes, n, a)
}

func (e *edit) code(n No, c *Code) {
	record(e, &e.p.codes, &e.patch.Codes, &e.at.codes, n, c)
	e.p.tree = nil
}

func (e *edit) transcript(n No, t *Transcript) {
	e.p.reshelve(e.p.Transcript(n), t)
	record(e, &e.p.transcripts, &e.patch.Transcripts, &e.at.transcripts, n, t)
}

// write puts row where the row with number *n was, or takes a number for it if *n
// is 0, and records it unless it is as before. keep is called with the row that
// was there, for what an op does not change.
func write[T any](t *table[T], thing Thing, n *No, row *T, record func(No, *T), keep func(old *T)) error {
	old := t.get(*n)
	switch {
	case *n == 0:
		*n = t.take()
	case old == nil:
		return object(thing, count(int(*n)), ErrUnknown)
	default:
		keep(old)
	}
	if !alike(old, row) {
		record(*n, row)
	}
	return nil
}

func (e *edit) cut(n No, c Cut) {
	change := Change[Cut]{No: n}
	if old := e.p.Cut(n); old != nil {
		change.Old = &old
	}
	if c != nil {
		change.New = &c
	}
	e.p.setCut(n, change.New)
	note(&e.patch.Cuts, &e.at.cuts, change)
	e.p.touched(false)
}

func (e *edit) text(h Hash, s string) {
	if e.patch.NewTexts == nil {
		e.patch.NewTexts = map[Hash]string{}
	}
	e.patch.NewTexts[h] = s
}

// codings takes out and puts in rows of transcript n.
func (e *edit) codings(n No, out, in []Coding) error {
	if len(out)+len(in) == 0 {
		return nil
	}
	next, ok := e.p.Codings(n).replace(out, in)
	if !ok {
		return object(ThingTranscript, e.p.transcriptName(n), ErrChanged)
	}
	e.p.setCodings(n, next)
	e.p.touched(false)
	e.noteCodings(CodingsChange{n, out, in})
	return nil
}

// noteCodings writes down what was taken from and put into one transcript.
func (e *edit) noteCodings(c CodingsChange) {
	i, known := e.at.codings[c.Transcript]
	if !known {
		place(&e.at.codings, c.Transcript, len(e.patch.Codings))
		e.patch.Codings = append(e.patch.Codings, c)
		return
	}
	d := &e.patch.Codings[i]
	d.Out, d.In = merged(d.Out, d.In, c.Out, c.In)
}

// merged joins two successive changes of the same rows into one.
func merged(out1, in1, out2, in2 []Coding) (out, in []Coding) {
	made := make(map[ID]bool, len(in1))
	for i := range in1 {
		made[in1[i].ID] = true
	}
	unmade := map[ID]bool{}
	out = out1
	for i := range out2 {
		if made[out2[i].ID] {
			unmade[out2[i].ID] = true
			continue
		}
		out = append(out, out2[i])
	}
	return out, append(without(in1, unmade), in2...)
}
