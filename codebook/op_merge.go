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
	into := *p.Code(o.Into)
	for _, f := range o.From {
		into = absorb(into, p.Code(f))
	}
	if err := e.recodeAll(o.From, o.Into); err != nil {
		return e.done(err)
	}
	e.rehang(o.From, o.Into)
	for _, f := range o.From {
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

func (e *edit) dropLink(n No) {
	for _, m := range e.p.Memos() {
		if m.Target == TargetLink && m.On == n {
			e.memo(m.No, nil)
		}
	}
	e.link(n, nil)
}

// RemoveCodes deletes codes with all their descendants, codings, links and
// memos; [Project.Weigh] says beforehand what goes along.
type RemoveCodes struct{ Codes []No }

// Kind is "code.remove".
func (o *RemoveCodes) Kind() string { return "code.remove" }

// Args are the names and, last, the number of codings that go along.
func (o *RemoveCodes) Args(p *Project) []string {
	var args []string
	for _, c := range o.Codes {
		args = append(args, p.codeName(c))
	}
	return append(args, count(p.Weigh(o.Codes).Codings))
}

// Apply refuses codes that are not there.
func (o *RemoveCodes) Apply(p *Project) (Patch, error) {
	e := p.edit()
	for _, c := range o.Codes {
		if p.Code(c) == nil {
			return e.done(object(ThingCode, "", ErrUnknown))
		}
	}
	gone := p.branches(o.Codes)
	for n := range p.codings {
		var out []Coding
		c := p.Codings(No(n))
		for i, code := range c.Code {
			if gone[code] {
				out = append(out, c.At(i))
			}
		}
		if err := e.codings(No(n), out, nil); err != nil {
			return e.done(err)
		}
	}
	for _, l := range p.Links() {
		if gone[l.From] || gone[l.To] {
			e.dropLink(l.No)
		}
	}
	for _, m := range p.Memos() {
		if m.Target == TargetCode && gone[m.On] {
			e.memo(m.No, nil)
		}
	}
	for _, c := range p.codes.all() {
		if gone[c.No] {
			e.code(c.No, nil)
		}
	}
	return e.done(nil)
}

func (p *Project) branches(codes []No) []bool {
	in := make([]bool, p.CodeLimit())
	for _, c := range codes {
		if p.Code(c) == nil {
			continue
		}
		for _, d := range p.Tree().Branch(c) {
			in[d] = true
		}
	}
	return in
}

// Weight is what hangs on some codes.
type Weight struct {
	Codes, Codings, Transcripts, Links, Memos int
}

// Weigh counts what would go along if these codes were removed.
func (p *Project) Weigh(codes []No) Weight {
	var w Weight
	in := p.branches(codes)
	for _, gone := range in {
		if gone {
			w.Codes++
		}
	}
	for n := range p.codings {
		before := w.Codings
		for _, code := range p.Codings(No(n)).Code {
			if in[code] {
				w.Codings++
			}
		}
		if w.Codings > before {
			w.Transcripts++
		}
	}
	for _, l := range p.Links() {
		if in[l.From] || in[l.To] {
			w.Links++
		}
	}
	for _, m := range p.Memos() {
		if m.Target == TargetCode && in[m.On] {
			w.Memos++
		}
	}
	return w
}
