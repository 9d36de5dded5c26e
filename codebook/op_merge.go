package codebook

import "slices"

// MergeCodes lays codes into one. Their codings become codings of Into (equal
// ones become one), their children its children, their memos and links its own;
// their words are added to its own where it has none.
type MergeCodes struct {
	From []No
	Into No
}

// Kind is "code.merge".
func (o *MergeCodes) Kind() string { return "code.merge" }

// Args are the name merged into, then those merged.
func (o *MergeCodes) Args(p *Project) []string {
	args := []string{p.codeName(o.Into)}
	for _, f := range o.From {
		args = append(args, p.codeName(f))
	}
	return args
}

// Apply refuses a code merged into itself or one of its descendants, and
// children whose names would stand twice.
func (o *MergeCodes) Apply(p *Project) (Patch, error) {
	e := p.edit()
	if err := o.check(p); err != nil {
		return e.done(err)
	}
	into, from := *p.Code(o.Into), once(o.From)
	for _, f := range from {
		into = absorb(into, p.Code(f))
	}
	if err := e.recodeAll(from, o.Into); err != nil {
		return e.done(err)
	}
	e.rehang(from, o.Into)
	for _, f := range from {
		if err := e.adopt(f, o.Into); err != nil {
			return e.done(err)
		}
		e.code(f, nil)
	}
	e.code(o.Into, &into)
	return e.done(nil)
}

func (o *MergeCodes) check(p *Project) error {
	into := p.Code(o.Into)
	if into == nil {
		return object(ThingCode, "", ErrUnknown)
	}
	if into.Heading {
		return object(ThingCode, into.Title(p.Lang), ErrNotCodable)
	}
	for _, f := range o.From {
		c := p.Code(f)
		switch {
		case c == nil:
			return object(ThingCode, "", ErrUnknown)
		case f == o.Into:
			return object(ThingCode, c.Title(p.Lang), ErrSelf)
		case p.Tree().Under(o.Into, f):
			return object(ThingCode, c.Title(p.Lang), ErrCycle)
		}
	}
	return nil
}

// once gives the codes without those that are named again.
func once(codes []No) []No {
	var first []No
	for _, c := range codes {
		if !slices.Contains(first, c) {
			first = append(first, c)
		}
	}
	return first
}

func absorb(into Code, from *Code) Code {
	for _, words := range []struct {
		have *string
		add  string
	}{
		{&into.Definition, from.Definition}, {&into.Include, from.Include}, {&into.Exclude, from.Exclude},
		{&into.Cues, from.Cues}, {&into.Examples, from.Examples},
	} {
		switch {
		case *words.have == "":
			*words.have = words.add
		case words.add != "" && words.add != *words.have:
			*words.have += "\n" + words.add
		}
	}
	if into.Pin == "" {
		into.Pin = from.Pin
	}
	for _, f := range from.Fields {
		if _, ok := into.Field(f.Name); !ok {
			into.Fields = append(slices.Clone(into.Fields), f)
		}
	}
	into.Instances = joined(into.Instances, from.Instances)
	return into
}

// recodeAll turns every coding of the codes in from into one of into.
func (e *edit) recodeAll(from []No, into No) error {
	for n := range e.p.codings {
		c := e.p.Codings(No(n))
		var out, moved []Coding
		for i, code := range c.Code {
			if slices.Contains(from, code) {
				row := c.At(i)
				out = append(out, row)
				row.Code = into
				moved = append(moved, row)
			}
		}
		if len(out) == 0 {
			continue
		}
		if err := e.codings(No(n), out, nil); err != nil {
			return err
		}
		gone, in := unite(e.p.Codings(No(n)), moved)
		if err := e.codings(No(n), gone, in); err != nil {
			return err
		}
	}
	return nil
}

// rehang moves the memos and links of the codes in from to into. A link that
// would join a code with itself goes.
func (e *edit) rehang(from []No, into No) {
	for _, m := range e.p.Memos() {
		if m.Target == TargetCode && slices.Contains(from, m.On) {
			row := *m
			row.On = into
			e.memo(m.No, &row)
		}
	}
	for _, l := range e.p.Links() {
		row := *l
		if slices.Contains(from, l.From) {
			row.From = into
		}
		if slices.Contains(from, l.To) {
			row.To = into
		}
		switch {
		case row.From == row.To:
			e.dropLink(l.No)
		case row != *l:
			e.link(l.No, &row)
		}
	}
}

// adopt hangs the children of from under into, behind its own.
func (e *edit) adopt(from, into No) error {
	for _, child := range slices.Clone(e.p.Tree().Children(from)) {
		row := *e.p.Code(child)
		row.Parent, row.Rank = into, e.p.nextRank(into)
		if err := e.p.checkCode(&row); err != nil {
			return err
		}
		e.code(child, &row)
	}
	return nil
}
