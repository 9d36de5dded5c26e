package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

func count(n int) string { return strconv.Itoa(n) }

// PutCode makes a code (Row.No == 0, with Row.ID) or replaces the words, colour,
// pin, role and fields of one. Where it stands is changed by [MoveCode] alone; a
// new code comes last under its parent.
type PutCode struct{ Row Code }

// Kind is "code.add" or "code.set".
func (o *PutCode) Kind() string {
	if o.Row.No == 0 {
		return "code.add"
	}
	return "code.set"
}

// Args are the old name (of a code that is there) and the new one.
func (o *PutCode) Args(p *Project) []string {
	row := o.row()
	if old := p.Code(row.No); old != nil {
		return []string{old.Title(p.Lang), row.Title(p.Lang)}
	}
	return []string{row.Title(p.Lang)}
}

// row is the row with names that neither begin nor end with a space.
func (o *PutCode) row() Code {
	row := o.Row
	row.NameZh, row.NameEn = strings.TrimSpace(row.NameZh), strings.TrimSpace(row.NameEn)
	return row
}

// Apply refuses a code without a name, with the name of a sibling, the number
// of another code, a wrong pin or colour; a pin in use goes over to this code.
func (o *PutCode) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.row()
	if row.No == 0 {
		if row.Parent != 0 && p.Code(row.Parent) == nil {
			return e.done(object(ThingCode, "", ErrUnknown))
		}
		row.No, row.Rank = p.codes.take(), p.nextRank(row.Parent)
	} else {
		old := p.Code(row.No)
		if old == nil {
			return e.done(object(ThingCode, "", ErrUnknown))
		}
		row.ID, row.Parent, row.Rank = old.ID, old.Parent, old.Rank
	}
	if err := cmp.Or(p.checkCode(&row), p.codeRefers(&row)); err != nil {
		return e.done(err)
	}
	e.freePin(row.Pin, row.No)
	if old := p.Code(row.No); !alike(old, &row) {
		e.code(row.No, &row)
	}
	return e.done(nil)
}

func (p *Project) nextRank(parent No) int32 {
	next := int32(0)
	for _, c := range p.Tree().Children(parent) {
		next = max(next, p.Code(c).Rank+1)
	}
	return next
}

func (p *Project) checkCode(row *Code) error {
	title := row.Title(p.Lang)
	switch {
	case row.NameZh == "" && row.NameEn == "":
		return object(ThingCode, title, ErrNoName)
	case !ValidPin(row.Pin):
		return object(ThingCode, row.Pin, ErrPin)
	case !ValidColor(row.Color):
		return object(ThingCode, row.Color, ErrColor)
	}
	for _, c := range p.codes.all() {
		if c.No == row.No {
			continue
		}
		if c.Parent == row.Parent && sameName(c, row) {
			return object(ThingCode, c.Name(p.Lang), ErrSameName)
		}
		if row.Number != "" && c.Number == row.Number {
			return object(ThingCode, row.Number, ErrExists)
		}
	}
	return nil
}

func sameName(a, b *Code) bool {
	return a.NameZh != "" && a.NameZh == b.NameZh || a.NameEn != "" && a.NameEn == b.NameEn
}

// freePin takes the pin away from any code but keep.
func (e *edit) freePin(pin string, keep No) {
	if pin == "" {
		return
	}
	for _, c := range e.p.codes.all() {
		if c.Pin == pin && c.No != keep {
			free := *c
			free.Pin = ""
			e.code(c.No, &free)
		}
	}
}

// MoveCode puts a code under another parent (0: level 1) at an index among the
// siblings there; an index past the end means last.
type MoveCode struct {
	Code, Parent No
	Index        int
}

// Kind is "code.move".
func (o *MoveCode) Kind() string { return "code.move" }

// Args are the code's name and the new parent's; the name alone if it stays
// under its parent.
func (o *MoveCode) Args(p *Project) []string {
	if c := p.Code(o.Code); c != nil && c.Parent == o.Parent {
		return []string{p.codeName(o.Code)}
	}
	return []string{p.codeName(o.Code), p.codeName(o.Parent)}
}

// Apply refuses a code under itself and a name that the siblings have.
func (o *MoveCode) Apply(p *Project) (Patch, error) {
	e := p.edit()
	c := p.Code(o.Code)
	if c == nil || o.Parent != 0 && p.Code(o.Parent) == nil {
		return e.done(object(ThingCode, "", ErrUnknown))
	}
	if o.Parent != 0 && p.Tree().Under(o.Parent, o.Code) {
		return e.done(object(ThingCode, c.Title(p.Lang), ErrCycle))
	}
	moved := *c
	moved.Parent = o.Parent
	if err := p.checkCode(&moved); err != nil {
		return e.done(err)
	}
	siblings := slices.DeleteFunc(slices.Clone(p.Tree().Children(o.Parent)), func(s No) bool { return s == o.Code })
	at := min(max(o.Index, 0), len(siblings))
	siblings = slices.Insert(siblings, at, o.Code)
	for rank, s := range siblings {
		row := *p.Code(s)
		if s == o.Code {
			row = moved
		}
		if old := p.Code(s); old.Rank != int32(rank) || old.Parent != row.Parent {
			row.Rank = int32(rank)
			e.code(s, &row)
		}
	}
	return e.done(nil)
}

func (p *Project) codeName(n No) string {
	if c := p.Code(n); c != nil {
		return c.Title(p.Lang)
	}
	return ""
}
