package codebook

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
