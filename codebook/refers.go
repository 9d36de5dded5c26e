package codebook

import (
	"fmt"
	"slices"
)

// refers checks every reference that a patch may have broken: those out of the
// rows it put in, and those into the rows it took away.
func (p *Project) refers(q *Patch) error {
	for _, c := range q.Codes {
		if c.New != nil {
			if err := p.codeRefers(c.New); err != nil {
				return err
			}
		}
	}
	for _, c := range q.Transcripts {
		if c.New != nil {
			if err := p.transcriptRefers(c.New); err != nil {
				return err
			}
		}
	}
	for _, c := range q.Codings {
		for i := range c.In {
			if err := p.codingRefers(c.Transcript, &c.In[i]); err != nil {
				return err
			}
		}
	}
	for _, c := range q.Memos {
		if c.New != nil {
			if err := p.memoRefers(c.New); err != nil {
				return err
			}
		}
	}
	for _, c := range q.Links {
		if c.New != nil {
			if err := p.linkRefers(c.New); err != nil {
				return err
			}
		}
	}
	if !takesAway(q) {
		return nil
	}
	return p.Invariants()
}

func takesAway(q *Patch) bool {
	return lost(q.Codes) || lost(q.Coders) || lost(q.Groups) || lost(q.Attributes) || lost(q.Transcripts) || lost(q.Links)
}

func lost[T any](changes []Change[T]) bool {
	return slices.ContainsFunc(changes, func(c Change[T]) bool { return c.New == nil })
}

// Invariants checks that every reference in the study resolves, that the codes
// form a tree and that every coding lies in its text. The error is an
// [Objection] with [ErrInUse], [ErrCycle] or [ErrOutside] that names the first
// fault.
func (p *Project) Invariants() error {
	for _, c := range p.codes.all() {
		if err := p.codeRefers(c); err != nil {
			return err
		}
	}
	if len(p.Tree().Order) != p.codes.count {
		return object(ThingCode, "", ErrCycle)
	}
	for _, t := range p.transcripts.all() {
		if err := p.transcriptRefers(t); err != nil {
			return err
		}
		if p.Cut(t.No) == nil {
			return object(ThingTranscript, t.File, ErrEmpty)
		}
	}
	for n := range p.codings {
		c := p.Codings(No(n))
		for i := range c.Len() {
			if p.codingStands(No(n), c, i) {
				continue
			}
			row := c.At(i)
			if err := p.codingRefers(No(n), &row); err != nil {
				return err
			}
		}
	}
	for _, m := range p.Memos() {
		if err := p.memoRefers(m); err != nil {
			return err
		}
	}
	for _, l := range p.Links() {
		if err := p.linkRefers(l); err != nil {
			return err
		}
	}
	return nil
}

func (p *Project) transcriptRefers(t *Transcript) error {
	bad := t.Group != 0 && p.Group(t.Group) == nil ||
		t.Pair != 0 && (p.Transcript(t.Pair) == nil || t.Pair == t.No)
	for i := range t.Speakers {
		bad = bad || t.Speakers[i].Group != 0 && p.Group(t.Speakers[i].Group) == nil
	}
	for _, v := range t.Values {
		bad = bad || p.Attribute(v.Attribute) == nil
	}
	for _, c := range t.Finished {
		bad = bad || p.Coder(c) == nil
	}
	if bad {
		return object(ThingTranscript, t.File, ErrInUse)
	}
	return nil
}

// codingStands is codingRefers without making a row: there may be a million.
func (p *Project) codingStands(n No, c *Codings, i int) bool {
	t := p.Transcript(n)
	return t != nil && p.Code(c.Code[i]) != nil && p.Coder(No(c.Coder[i])) != nil && c.Start[i] < c.End[i] && c.End[i] <= t.Bytes
}

func (p *Project) codingRefers(n No, r *Coding) error {
	t := p.Transcript(n)
	if t == nil {
		return object(ThingTranscript, count(int(n)), ErrInUse)
	}
	if p.Code(r.Code) == nil || p.Coder(r.Coder) == nil {
		return object(ThingCoding, fmt.Sprintf("%s %d-%d", t.File, r.Start, r.End), ErrInUse)
	}
	if r.Start >= r.End || r.End > t.Bytes {
		return object(ThingCoding, fmt.Sprintf("%s %d-%d", t.File, r.Start, r.End), ErrOutside)
	}
	return nil
}

func (p *Project) memoRefers(m *Memo) error {
	ok := p.Coder(m.Coder) != nil
	switch m.Target {
	case TargetTranscript:
		ok = ok && p.Transcript(m.On) != nil
	case TargetPassage:
		t := p.Transcript(m.On)
		ok = ok && t != nil && m.Start <= m.End && m.End <= t.Bytes
	case TargetCode:
		ok = ok && p.Code(m.On) != nil
	case TargetLink:
		ok = ok && p.Link(m.On) != nil
	}
	if !ok {
		return object(ThingMemo, m.Text, ErrInUse)
	}
	return nil
}

func (p *Project) linkRefers(l *Link) error {
	switch {
	case l.From == l.To:
		return object(ThingCode, p.codeName(l.From), ErrSelf)
	case p.Code(l.From) == nil || p.Code(l.To) == nil || p.Coder(l.Coder) == nil:
		return object(ThingLink, l.Kind, ErrInUse)
	case l.Transcript == 0:
		return nil
	}
	t := p.Transcript(l.Transcript)
	if t == nil || l.Start > l.End || l.End > t.Bytes {
		return object(ThingLink, l.Kind, ErrInUse)
	}
	return nil
}
