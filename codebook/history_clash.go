package codebook

// clash names the first row that a patch put in beside another that it cannot
// stand with.
func (p *Project) clash(q *Patch) error {
	for _, check := range []func(*Patch) error{p.codesClash, p.transcriptsClash, p.peopleClash, p.codingsClash} {
		if err := check(q); err != nil {
			return err
		}
	}
	return nil
}

func (p *Project) codesClash(q *Patch) error {
	for _, c := range q.Codes {
		if c.New == nil {
			continue
		}
		if err := p.checkCode(c.New); err != nil {
			return err
		}
		for _, other := range p.codes.all() {
			if c.New.Pin != "" && other.Pin == c.New.Pin && other.No != c.No {
				return object(ThingCode, other.Title(p.Lang), ErrPinTaken)
			}
		}
	}
	return nil
}

func (p *Project) transcriptsClash(q *Patch) error {
	for _, c := range q.Transcripts {
		if c.New == nil {
			continue
		}
		for _, other := range p.transcripts.all() {
			if other.No != c.No && (other.File == c.New.File || other.Text == c.New.Text) {
				return object(ThingTranscript, other.File, ErrDuplicate)
			}
		}
	}
	return nil
}

func (p *Project) peopleClash(q *Patch) error {
	if name, ok := twice(q.Coders, p.coders.all(), func(c *Coder) (No, string) { return c.No, c.Name }); ok {
		return object(ThingCoder, name, ErrExists)
	}
	if key, ok := twice(q.Groups, p.groups.all(), func(g *Group) (No, string) { return g.No, g.Key }); ok {
		return object(ThingGroup, key, ErrExists)
	}
	if name, ok := twice(q.Attributes, p.attributes.all(), func(a *Attribute) (No, string) { return a.No, a.Name }); ok {
		return object(ThingAttribute, name, ErrExists)
	}
	return nil
}

// twice gives a name that a row put in has and another row has, too.
func twice[T any](changes []Change[T], all []*T, named func(*T) (No, string)) (string, bool) {
	for _, c := range changes {
		if c.New == nil {
			continue
		}
		_, name := named(c.New)
		for _, row := range all {
			if no, other := named(row); no != c.No && other == name {
				return name, true
			}
		}
	}
	return "", false
}

func (p *Project) codingsClash(q *Patch) error {
	for _, c := range q.Codings {
		have := p.Codings(c.Transcript)
		for i := range c.In {
			if have.sameAs(&c.In[i]) > 1 {
				return object(ThingCoding, p.codeName(c.In[i].Code), ErrExists)
			}
		}
	}
	return nil
}

// sameAs counts the codings equal to r.
func (c *Codings) sameAs(r *Coding) (n int) {
	for i := c.same(r); i >= 0 && i < c.Len() && c.Start[i] == r.Start && c.End[i] == r.End && c.Code[i] == r.Code && No(c.Coder[i]) == r.Coder; i++ {
		n++
	}
	return n
}
