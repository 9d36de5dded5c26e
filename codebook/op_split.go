package codebook

import "slices"

// SplitCode sorts codings of one code into others. New codes stand right behind
// the split one under its parent, in the order given; Sort may name them, or codes
// that are there, by their ids. Codings that Sort does not name stay where they
// are. A coding that meets an equal one of its new code becomes one with it.
type SplitCode struct {
	Code No
	New  []Code
	Sort []Sorted
}

// Sorted is one coding and the code it goes to.
type Sorted struct {
	Transcript No
	Coding     ID
	Into       ID
}

// Kind is "code.split".
func (o *SplitCode) Kind() string { return "code.split" }

// Args are the name of the code that is split, then those of the codes that
// something goes to.
func (o *SplitCode) Args(p *Project) []string {
	args := []string{p.codeName(o.Code)}
	for _, id := range o.targets() {
		i := slices.IndexFunc(o.New, func(c Code) bool { return c.ID == id })
		if i >= 0 {
			args = append(args, o.New[i].Title(p.Lang))
		} else {
			args = append(args, p.codeName(p.codeOf(id)))
		}
	}
	return args
}

// targets are the codes that something goes to: the new ones, then the others as
// they are first named.
func (o *SplitCode) targets() []ID {
	var ids []ID
	for i := range o.New {
		ids = append(ids, o.New[i].ID)
	}
	for _, s := range o.Sort {
		if !slices.Contains(ids, s.Into) {
			ids = append(ids, s.Into)
		}
	}
	return ids
}

// codeOf finds a code by its id; 0 for none.
func (p *Project) codeOf(id ID) No {
	for _, c := range p.codes.all() {
		if c.ID == id {
			return c.No
		}
	}
	return 0
}

// Apply refuses codings that are not of the code, targets that are not there or
// are the code itself, and what [PutCode] and [AddCodings] refuse.
func (o *SplitCode) Apply(p *Project) (Patch, error) {
	e := p.edit()
	if p.Code(o.Code) == nil {
		return e.done(object(ThingCode, "", ErrUnknown))
	}
	if err := e.addBehind(o.Code, o.New); err != nil {
		return e.done(err)
	}
	into := map[ID]No{}
	for _, id := range o.targets() {
		n := p.codeOf(id)
		switch {
		case n == 0:
			return e.done(object(ThingCode, id.String(), ErrUnknown))
		case n == o.Code:
			return e.done(object(ThingCode, p.codeName(n), ErrSelf))
		}
		into[id] = n
	}
	return e.done(e.sort(o, into))
}

// addBehind makes codes right behind another, under its parent.
func (e *edit) addBehind(code No, rows []Code) error {
	p := e.p
	for i, row := range rows {
		row.No, row.Parent = 0, p.Code(code).Parent
		q, err := (&PutCode{Row: row}).Apply(p)
		e.take(&q)
		if err != nil {
			return err
		}
		at := slices.Index(p.Tree().Children(row.Parent), code)
		q, err = (&MoveCode{Code: p.codes.last, Parent: row.Parent, Index: at + 1 + i}).Apply(p)
		e.take(&q)
		if err != nil {
			return err
		}
	}
	return nil
}

// sort recodes what the op names, transcript by transcript.
func (e *edit) sort(o *SplitCode, into map[ID]No) error {
	by := map[No][]Sorted{}
	var order []No
	for _, s := range o.Sort {
		if by[s.Transcript] == nil {
			order = append(order, s.Transcript)
		}
		by[s.Transcript] = append(by[s.Transcript], s)
	}
	for _, t := range order {
		rows, err := e.sorted(o.Code, t, by[t], into)
		if err != nil {
			return err
		}
		q, err := (&ChangeCodings{Name: "coding.recode", Transcript: t, Rows: rows}).Apply(e.p)
		e.take(&q)
		if err != nil {
			return err
		}
		e.followCodings(o.Code, t, rows)
	}
	return nil
}

// sorted are the codings of one transcript with the codes they go to.
func (e *edit) sorted(code, t No, sort []Sorted, into map[ID]No) ([]Coding, error) {
	ids := make([]ID, len(sort))
	for i, s := range sort {
		if ids[i] = s.Coding; slices.Contains(ids[:i], s.Coding) {
			return nil, object(ThingCoding, s.Coding.String(), ErrAmbiguous)
		}
	}
	rows, err := e.p.pick(t, ids)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].Code != code {
			return nil, object(ThingCoding, rows[i].ID.String(), ErrChanged)
		}
		rows[i].Code = into[sort[i].Into]
	}
	return rows, nil
}

// followCodings takes examples of a split code along with the codings on exactly
// their words, unless another coding of the code stays there.
func (e *edit) followCodings(code, t No, rows []Coding) {
	for _, r := range rows {
		from, place := *e.p.Code(code), Passage{t, r.Start, r.End}
		at := slices.Index(from.Instances, place)
		have := e.p.Codings(t)
		stays := slices.ContainsFunc(have.Touching(r.Start, r.End), func(i int) bool {
			return have.Code[i] == code && have.Start[i] == r.Start && have.End[i] == r.End
		})
		if at < 0 || stays {
			continue
		}
		from.Instances = slices.Delete(slices.Clone(from.Instances), at, at+1)
		e.code(code, &from)
		to := *e.p.Code(r.Code)
		to.Instances = joined(to.Instances, []Passage{place})
		e.code(r.Code, &to)
	}
}
