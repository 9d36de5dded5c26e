package codebook

// edit changes a project and writes down what it changed. A record touched
// twice is one change. If the op fails, undo puts everything back.
type edit struct {
	p     *Project
	patch Patch
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

func record[T any](t *table[T], changes *[]Change[T], n No, row *T) {
	old := t.get(n)
	t.set(n, row)
	for i := range *changes {
		if (*changes)[i].No == n {
			(*changes)[i].New = row
			return
		}
	}
	*changes = append(*changes, Change[T]{n, old, row})
}

func (e *edit) transcript(n No, t *Transcript) {
	record(&e.p.transcripts, &e.patch.Transcripts, n, t)
	e.p.touched(false)
}

func (e *edit) code(n No, c *Code) {
	record(&e.p.codes, &e.patch.Codes, n, c)
	e.p.touched(true)
}

func (e *edit) coder(n No, c *Coder) {
	record(&e.p.coders, &e.patch.Coders, n, c)
	e.p.touched(false)
}

func (e *edit) group(n No, g *Group) {
	record(&e.p.groups, &e.patch.Groups, n, g)
	e.p.touched(false)
}

func (e *edit) attribute(n No, a *Attribute) {
	record(&e.p.attributes, &e.patch.Attributes, n, a)
	e.p.touched(false)
}

func (e *edit) memo(n No, m *Memo) {
	record(&e.p.memos, &e.patch.Memos, n, m)
	e.p.touched(false)
}

func (e *edit) link(n No, l *Link) {
	record(&e.p.links, &e.patch.Links, n, l)
	e.p.touched(false)
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
	e.patch.Cuts = append(e.patch.Cuts, change)
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
	for i := range e.patch.Codings {
		if c := &e.patch.Codings[i]; c.Transcript == n {
			c.Out, c.In = merged(c.Out, c.In, out, in)
			return nil
		}
	}
	e.patch.Codings = append(e.patch.Codings, CodingsChange{n, out, in})
	return nil
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
