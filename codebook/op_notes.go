package codebook

import "strings"

// PutMemo writes a memo (Row.No == 0) or replaces its text, range and time.
type PutMemo struct{ Row Memo }

// Kind is "memo.add" or "memo.set".
func (o *PutMemo) Kind() string { return addOrSet("memo", o.Row.No) }

// Args are what the memo hangs on and its first line.
func (o *PutMemo) Args(p *Project) []string { return p.memoArgs(&o.Row) }

// Apply refuses an empty memo and one on a thing that is not there.
func (o *PutMemo) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.Row
	if strings.TrimSpace(row.Text) == "" {
		return e.done(object(ThingMemo, "", ErrEmpty))
	}
	if err := p.memoRefers(&row); err != nil {
		return e.done(err)
	}
	return e.done(write(&p.memos, ThingMemo, &row.No, &row, e.memo, func(old *Memo) {
		row.ID, row.Created = old.ID, old.Created
	}))
}

// RemoveMemo deletes a memo.
type RemoveMemo struct{ Memo No }

// Kind is "memo.remove".
func (o *RemoveMemo) Kind() string { return "memo.remove" }

// Args are what the memo hangs on and its first line.
func (o *RemoveMemo) Args(p *Project) []string { return p.memoArgs(p.Memo(o.Memo)) }

// Apply refuses a memo that is not there.
func (o *RemoveMemo) Apply(p *Project) (Patch, error) {
	e := p.edit()
	if p.Memo(o.Memo) == nil {
		return e.done(object(ThingMemo, "", ErrUnknown))
	}
	e.memo(o.Memo, nil)
	return e.done(nil)
}

func (p *Project) memoArgs(m *Memo) []string {
	if m == nil {
		return nil
	}
	on := ""
	switch m.Target {
	case TargetCode:
		on = p.codeName(m.On)
	case TargetPassage, TargetTranscript:
		on = p.transcriptName(m.On)
	case TargetLink:
		if l := p.Link(m.On); l != nil {
			on = p.codeName(l.From) + " → " + p.codeName(l.To)
		}
	}
	first, _, _ := strings.Cut(m.Text, "\n")
	return []string{on, first}
}

// PutLink makes a link between two codes (Row.No == 0) or replaces one.
type PutLink struct{ Row Link }

// Kind is "link.add" or "link.set".
func (o *PutLink) Kind() string { return addOrSet("link", o.Row.No) }

// Args are the kind and the two codes.
func (o *PutLink) Args(p *Project) []string { return p.linkArgs(&o.Row) }

// Apply refuses a link without a kind, one of a code with itself, and one that
// adds nothing to another that is there.
func (o *PutLink) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.Row
	if row.Kind = strings.TrimSpace(row.Kind); row.Kind == "" {
		return e.done(object(ThingLink, "", ErrNoName))
	}
	if err := p.linkRefers(&row); err != nil {
		return e.done(err)
	}
	for _, l := range p.Links() {
		if l.No != row.No && row.repeats(l) {
			return e.done(object(ThingLink, p.codeName(l.From)+" – "+p.codeName(l.To), ErrExists))
		}
	}
	return e.done(write(&p.links, ThingLink, &row.No, &row, e.link, func(old *Link) {
		row.ID, row.Created = old.ID, old.Created
	}))
}

// RemoveLink deletes a link with its memos.
type RemoveLink struct{ Link No }

// Kind is "link.remove".
func (o *RemoveLink) Kind() string { return "link.remove" }

// Args are the kind and the two codes.
func (o *RemoveLink) Args(p *Project) []string { return p.linkArgs(p.Link(o.Link)) }

// Apply refuses a link that is not there.
func (o *RemoveLink) Apply(p *Project) (Patch, error) {
	e := p.edit()
	if p.Link(o.Link) == nil {
		return e.done(object(ThingLink, "", ErrUnknown))
	}
	e.dropLink(o.Link)
	return e.done(nil)
}

// dropLink deletes a link and the memos on it.
func (e *edit) dropLink(n No) {
	for _, m := range e.p.Memos() {
		if m.Target == TargetLink && m.On == n {
			e.memo(m.No, nil)
		}
	}
	e.link(n, nil)
}

func (p *Project) linkArgs(l *Link) []string {
	if l == nil {
		return nil
	}
	return []string{l.Kind, p.codeName(l.From), p.codeName(l.To)}
}

// PutAttribute makes an attribute (Row.No == 0: last in order) or replaces one.
type PutAttribute struct{ Row Attribute }

// Kind is "attribute.add" or "attribute.set".
func (o *PutAttribute) Kind() string { return addOrSet("attribute", o.Row.No) }

// Args are the name.
func (o *PutAttribute) Args(*Project) []string { return []string{strings.TrimSpace(o.Row.Name)} }

// Apply refuses an empty name and one that another attribute has.
func (o *PutAttribute) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.Row
	if row.Name = strings.TrimSpace(row.Name); row.Name == "" {
		return e.done(object(ThingAttribute, "", ErrNoName))
	}
	for _, a := range p.attributes.all() {
		if a.Name == row.Name && a.No != row.No {
			return e.done(object(ThingAttribute, row.Name, ErrExists))
		}
	}
	row.Rank = int32(p.attributes.count)
	return e.done(write(&p.attributes, ThingAttribute, &row.No, &row, e.attribute, func(old *Attribute) {
		row.ID, row.Rank = old.ID, old.Rank
	}))
}
