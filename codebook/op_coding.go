package codebook

import "slices"

// AddCodings puts codings on one transcript. Equal ones (coder, code, passage)
// become one, the fields of both kept. With Quiet, codings that are there
// already are no error; the action may then be empty.
type AddCodings struct {
	Transcript No
	Rows       []Coding
}

// Kind is "coding.add".
func (o *AddCodings) Kind() string { return "coding.add" }

// Args are the code's name (the first), the transcript's and the count.
func (o *AddCodings) Args(p *Project) []string { return codingArgs(p, o.Transcript, o.Rows) }

// Apply refuses passages outside the text or empty, unknown codes and coders, and headings.
func (o *AddCodings) Apply(p *Project) (Patch, error) {
	e := p.edit()
	t := p.Transcript(o.Transcript)
	if t == nil {
		return e.done(object(ThingTranscript, "", ErrUnknown))
	}
	for i := range o.Rows {
		if err := p.checkCoding(t, &o.Rows[i]); err != nil {
			return e.done(err)
		}
	}
	out, in := unite(p.Codings(t.No), o.Rows)
	return e.done(e.codings(t.No, out, in))
}

// unite folds rows into those that are equal to them, among themselves too.
func unite(have *Codings, rows []Coding) (out, in []Coding) {
	type key struct {
		start, end  uint32
		code, coder No
	}
	fresh := make(map[key]int)
	for _, r := range rows {
		k := key{r.Start, r.End, r.Code, r.Coder}
		if i, ok := fresh[k]; ok {
			in[i].Fields = mergeFields(in[i].Fields, r.Fields)
			in[i].Flags |= r.Flags
			continue
		}
		if i := have.same(&r); i >= 0 {
			old := have.At(i)
			r, r.Fields, r.Flags = old, mergeFields(old.Fields, r.Fields), old.Flags|r.Flags
			if r.equal(&old) {
				continue
			}
			out = append(out, old)
		}
		fresh[k] = len(in)
		in = append(in, r)
	}
	return out, in
}

// same finds a coding equal to r, or -1.
func (c *Codings) same(r *Coding) int {
	first, _ := slices.BinarySearch(c.Start, r.Start)
	for i := first; i < c.Len() && c.Start[i] == r.Start; i++ {
		if c.End[i] == r.End && c.Code[i] == r.Code && No(c.Coder[i]) == r.Coder {
			return i
		}
	}
	return -1
}

// mergeFields keeps the values of a and adds those of b that a lacks.
func mergeFields(a, b []FieldValue) []FieldValue {
	m := slices.Clone(a)
	for _, f := range b {
		if !slices.ContainsFunc(a, func(g FieldValue) bool { return g.Name == f.Name && g.Value != "" }) {
			m = slices.DeleteFunc(m, func(g FieldValue) bool { return g.Name == f.Name })
			m = append(m, f)
		}
	}
	return m
}

func (p *Project) checkCoding(t *Transcript, r *Coding) error {
	code := p.Code(r.Code)
	switch {
	case code == nil:
		return object(ThingCode, "", ErrUnknown)
	case code.Heading:
		return object(ThingCode, code.Title(p.Lang), ErrNotCodable)
	case p.Coder(r.Coder) == nil:
		return object(ThingCoder, "", ErrUnknown)
	case r.Start >= r.End || r.End > t.Bytes:
		return object(ThingCoding, code.Title(p.Lang), ErrOutside)
	}
	for _, v := range r.Fields {
		if f, ok := code.Field(v.Name); ok && !f.Takes(v.Value) {
			return object(ThingField, v.Name+"="+v.Value, ErrField)
		}
	}
	return nil
}

// RemoveCodings takes codings off one transcript.
type RemoveCodings struct {
	Transcript No
	IDs        []ID
}

// Kind is "coding.remove".
func (o *RemoveCodings) Kind() string { return "coding.remove" }

// Args are the code's name (the first), the transcript's and the count.
func (o *RemoveCodings) Args(p *Project) []string {
	rows, _ := p.pick(o.Transcript, o.IDs)
	return codingArgs(p, o.Transcript, rows)
}

// Apply refuses ids that the transcript does not have.
func (o *RemoveCodings) Apply(p *Project) (Patch, error) {
	e := p.edit()
	rows, err := p.pick(o.Transcript, o.IDs)
	if err != nil {
		return e.done(err)
	}
	return e.done(e.codings(o.Transcript, rows, nil))
}

// ChangeCodings replaces codings of one transcript by others with the same ids:
// other ends, another code, other fields or marks. Name says which in the journal.
type ChangeCodings struct {
	Name       string // "coding.recode", "coding.ends", "coding.fields", "coding.star"
	Transcript No
	Rows       []Coding
}

// Kind is the name given.
func (o *ChangeCodings) Kind() string { return o.Name }

// Args are the code's name (the first), the transcript's and the count.
func (o *ChangeCodings) Args(p *Project) []string { return codingArgs(p, o.Transcript, o.Rows) }

// Apply refuses what [AddCodings] refuses. A row that becomes equal to another
// coding is united with it: the one that was there stays.
func (o *ChangeCodings) Apply(p *Project) (Patch, error) {
	e := p.edit()
	t := p.Transcript(o.Transcript)
	if t == nil {
		return e.done(object(ThingTranscript, "", ErrUnknown))
	}
	ids := make([]ID, len(o.Rows))
	for i := range o.Rows {
		if err := p.checkCoding(t, &o.Rows[i]); err != nil {
			return e.done(err)
		}
		ids[i] = o.Rows[i].ID
	}
	old, err := p.pick(t.No, ids)
	if err != nil {
		return e.done(err)
	}
	if err := e.codings(t.No, old, nil); err != nil {
		return e.done(err)
	}
	out, in := unite(p.Codings(t.No), o.Rows)
	return e.done(e.codings(t.No, out, in))
}

// pick gives the codings of transcript n with these ids, in the order asked.
func (p *Project) pick(n No, ids []ID) ([]Coding, error) {
	have := p.Codings(n)
	rows := make([]Coding, 0, len(ids))
	for _, id := range ids {
		i := have.Find(id)
		if i < 0 {
			return nil, object(ThingCoding, id.String(), ErrUnknown)
		}
		rows = append(rows, have.At(i))
	}
	return rows, nil
}

func codingArgs(p *Project, t No, rows []Coding) []string {
	name := ""
	if len(rows) > 0 {
		if c := p.Code(rows[0].Code); c != nil {
			name = c.Title(p.Lang)
		}
	}
	return []string{name, p.transcriptName(t), count(len(rows))}
}
