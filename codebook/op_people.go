package codebook

import (
	"slices"
	"strings"
)

// PutCoder makes a coder (Row.No == 0) or replaces one.
type PutCoder struct{ Row Coder }

// Kind is "coder.add" or "coder.set".
func (o *PutCoder) Kind() string { return addOrSet("coder", o.Row.No) }

// Args are the name.
func (o *PutCoder) Args(*Project) []string { return []string{strings.TrimSpace(o.Row.Name)} }

// Apply refuses an empty name and one that another coder has.
func (o *PutCoder) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.Row
	if row.Name = strings.TrimSpace(row.Name); row.Name == "" {
		return e.done(object(ThingCoder, "", ErrNoName))
	}
	for _, c := range p.Coders() {
		if c.Name == row.Name && c.No != row.No {
			return e.done(object(ThingCoder, row.Name, ErrExists))
		}
	}
	if row.Of != 0 && p.Coder(row.Of) == nil {
		return e.done(object(ThingCoder, row.Name, ErrUnknown))
	}
	return e.done(write(&p.coders, ThingCoder, &row.No, &row, e.coder, func(old *Coder) { row.ID = old.ID }))
}

// RemoveCoder deletes a coder who has nothing in the study.
type RemoveCoder struct{ Coder No }

// Kind is "coder.remove".
func (o *RemoveCoder) Kind() string { return "coder.remove" }

// Args are the name.
func (o *RemoveCoder) Args(p *Project) []string {
	if c := p.Coder(o.Coder); c != nil {
		return []string{c.Name}
	}
	return nil
}

// Apply refuses a coder with codings, memos, links or finished transcripts.
func (o *RemoveCoder) Apply(p *Project) (Patch, error) {
	e := p.edit()
	c := p.Coder(o.Coder)
	if c == nil {
		return e.done(object(ThingCoder, "", ErrUnknown))
	}
	if p.coderInUse(o.Coder) {
		return e.done(object(ThingCoder, c.Name, ErrInUse))
	}
	e.coder(o.Coder, nil)
	return e.done(nil)
}

func (p *Project) coderInUse(n No) bool {
	for t := range p.codings {
		if slices.Contains(p.Codings(No(t)).Coder, uint16(n)) {
			return true
		}
	}
	for _, m := range p.Memos() {
		if m.Coder == n {
			return true
		}
	}
	for _, l := range p.Links() {
		if l.Coder == n {
			return true
		}
	}
	for _, t := range p.transcripts.all() {
		if t.FinishedBy(n) {
			return true
		}
	}
	return slices.ContainsFunc(p.Coders(), func(c *Coder) bool { return c.Of == n })
}

// PutGroup makes a group (Row.No == 0: last in order) or replaces one; its rank
// is changed by [MoveGroup] alone.
type PutGroup struct{ Row Group }

// Kind is "group.add" or "group.set".
func (o *PutGroup) Kind() string { return addOrSet("group", o.Row.No) }

// Args are the name.
func (o *PutGroup) Args(p *Project) []string {
	row := o.row()
	return []string{row.Name(p.Lang)}
}

// row is the row with a key and names that neither begin nor end with a space.
func (o *PutGroup) row() Group {
	row := o.Row
	for _, name := range []*string{&row.Key, &row.NameZh, &row.NameEn} {
		*name = strings.TrimSpace(*name)
	}
	return row
}

// Apply refuses a group without a key and a key or name that another has.
func (o *PutGroup) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.row()
	if row.Key == "" {
		return e.done(object(ThingGroup, row.Name(p.Lang), ErrNoName))
	}
	for _, g := range p.groups.all() {
		if g.No != row.No && (g.Key == row.Key || g.NameZh != "" && g.NameZh == row.NameZh || g.NameEn != "" && g.NameEn == row.NameEn) {
			return e.done(object(ThingGroup, row.Name(p.Lang), ErrExists))
		}
	}
	row.Rank = int32(p.groups.count)
	return e.done(write(&p.groups, ThingGroup, &row.No, &row, e.group, func(old *Group) {
		row.ID, row.Rank = old.ID, old.Rank
	}))
}

// MoveGroup puts a group at an index in the order.
type MoveGroup struct {
	Group No
	Index int
}

// Kind is "group.move".
func (o *MoveGroup) Kind() string { return "group.move" }

// Args are the name.
func (o *MoveGroup) Args(p *Project) []string { return p.groupArgs(o.Group) }

// Apply refuses a group that is not there.
func (o *MoveGroup) Apply(p *Project) (Patch, error) {
	e := p.edit()
	g := p.Group(o.Group)
	if g == nil {
		return e.done(object(ThingGroup, "", ErrUnknown))
	}
	order := slices.DeleteFunc(p.Groups(), func(h *Group) bool { return h.No == g.No })
	order = slices.Insert(order, min(max(o.Index, 0), len(order)), g)
	for rank, h := range order {
		if h.Rank != int32(rank) {
			row := *h
			row.Rank = int32(rank)
			e.group(h.No, &row)
		}
	}
	return e.done(nil)
}

// RemoveGroup deletes a group; its transcripts and speakers then have none.
type RemoveGroup struct{ Group No }

// Kind is "group.remove".
func (o *RemoveGroup) Kind() string { return "group.remove" }

// Args are the name.
func (o *RemoveGroup) Args(p *Project) []string { return p.groupArgs(o.Group) }

// Apply refuses a group that is not there.
func (o *RemoveGroup) Apply(p *Project) (Patch, error) {
	e := p.edit()
	if p.Group(o.Group) == nil {
		return e.done(object(ThingGroup, "", ErrUnknown))
	}
	for _, t := range p.transcripts.all() {
		row := *t
		row.Speakers = slices.Clone(t.Speakers)
		changed := row.Group == o.Group
		if changed {
			row.Group = 0
		}
		for i := range row.Speakers {
			if row.Speakers[i].Group == o.Group {
				row.Speakers[i].Group, changed = 0, true
			}
		}
		if changed {
			e.transcript(t.No, &row)
		}
	}
	e.group(o.Group, nil)
	return e.done(nil)
}

func (p *Project) groupArgs(n No) []string {
	if g := p.Group(n); g != nil {
		return []string{g.Name(p.Lang)}
	}
	return nil
}

func addOrSet(thing string, n No) string {
	if n == 0 {
		return thing + ".add"
	}
	return thing + ".set"
}
