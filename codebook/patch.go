package codebook

import "slices"

// Change is what one record was and is. A nil Old is a record made, a nil New
// one taken away.
type Change[T any] struct {
	No       No
	Old, New *T
}

// CodingsChange is what was taken from and put into one transcript's codings.
type CodingsChange struct {
	Transcript No
	Out, In    []Coding
}

// Patch is all that one action changed, each record whole. Texts are named by
// hash in the transcripts; those that the action brings in are in NewTexts,
// which is no part of the patch's meaning and is not kept in the journal.
type Patch struct {
	Transcripts []Change[Transcript]
	Cuts        []Change[Cut]
	Codes       []Change[Code]
	Coders      []Change[Coder]
	Groups      []Change[Group]
	Attributes  []Change[Attribute]
	Memos       []Change[Memo]
	Links       []Change[Link]
	Codings     []CodingsChange

	NewTexts map[Hash]string
}

// Empty says whether the patch changes nothing.
func (q *Patch) Empty() bool {
	return len(q.Transcripts)+len(q.Cuts)+len(q.Codes)+len(q.Coders)+len(q.Groups)+
		len(q.Attributes)+len(q.Memos)+len(q.Links)+len(q.Codings) == 0
}

// Inverse is the patch read backwards.
func (q *Patch) Inverse() Patch {
	inv := Patch{
		Transcripts: inverse(q.Transcripts), Cuts: inverse(q.Cuts), Codes: inverse(q.Codes),
		Coders: inverse(q.Coders), Groups: inverse(q.Groups), Attributes: inverse(q.Attributes),
		Memos: inverse(q.Memos), Links: inverse(q.Links),
	}
	for _, c := range slices.Backward(q.Codings) {
		inv.Codings = append(inv.Codings, CodingsChange{c.Transcript, c.In, c.Out})
	}
	return inv
}

func inverse[T any](changes []Change[T]) []Change[T] {
	var inv []Change[T]
	for _, c := range slices.Backward(changes) {
		inv = append(inv, Change[T]{c.No, c.New, c.Old})
	}
	return inv
}

// apply puts the patch into p, or changes nothing and names the first record
// that is not as the patch found it.
func (p *Project) apply(q *Patch) error {
	if err := p.fits(q); err != nil {
		return err
	}
	columns := make([]*Codings, len(q.Codings))
	for i, c := range q.Codings {
		next, ok := p.Codings(c.Transcript).replace(c.Out, c.In)
		if !ok {
			return object(ThingTranscript, p.transcriptName(c.Transcript), ErrChanged)
		}
		columns[i] = next
	}
	for i, c := range q.Codings {
		p.setCodings(c.Transcript, columns[i])
	}
	for _, c := range q.Transcripts {
		p.reshelve(p.Transcript(c.No), c.New)
	}
	put(&p.transcripts, q.Transcripts)
	put(&p.codes, q.Codes)
	put(&p.coders, q.Coders)
	put(&p.groups, q.Groups)
	put(&p.attributes, q.Attributes)
	put(&p.memos, q.Memos)
	put(&p.links, q.Links)
	for _, c := range q.Cuts {
		p.setCut(c.No, c.New)
	}
	p.touched(len(q.Codes) > 0)
	return nil
}

func (p *Project) fits(q *Patch) error {
	for _, err := range []error{
		fit(&p.transcripts, q.Transcripts, ThingTranscript, func(t *Transcript) string { return t.File }),
		fit(&p.codes, q.Codes, ThingCode, func(c *Code) string { return c.Title(p.Lang) }),
		fit(&p.coders, q.Coders, ThingCoder, func(c *Coder) string { return c.Name }),
		fit(&p.groups, q.Groups, ThingGroup, func(g *Group) string { return g.Name(p.Lang) }),
		fit(&p.attributes, q.Attributes, ThingAttribute, func(a *Attribute) string { return a.Name }),
		fit(&p.memos, q.Memos, ThingMemo, func(m *Memo) string { return m.Text }),
		fit(&p.links, q.Links, ThingLink, func(l *Link) string { return l.Kind }),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func fit[T any](t *table[T], changes []Change[T], thing Thing, name func(*T) string) error {
	for _, c := range changes {
		now := t.get(c.No)
		if alike(now, c.Old) {
			continue
		}
		for _, row := range []*T{now, c.Old} {
			if row != nil {
				return object(thing, name(row), ErrChanged)
			}
		}
	}
	return nil
}

func put[T any](t *table[T], changes []Change[T]) {
	for _, c := range changes {
		t.set(c.No, c.New)
	}
}

func (p *Project) setCut(n No, c *Cut) {
	for int(n) >= len(p.cuts) {
		p.cuts = append(p.cuts, make([]Cut, int(n)+1-len(p.cuts))...)
	}
	p.cuts[n] = nil
	if c != nil {
		p.cuts[n] = *c
	}
}

func (p *Project) setCodings(n No, c *Codings) {
	for int(n) >= len(p.codings) {
		p.codings = append(p.codings, make([]*Codings, int(n)+1-len(p.codings))...)
	}
	p.codingCount += c.Len() - p.Codings(n).Len()
	p.codings[n] = c
	c.wholes = 0
	for _, f := range c.Flags {
		c.wholes += int(f & WholeSource / WholeSource)
	}
}

func (p *Project) touched(codes bool) {
	p.revision++
	if codes {
		p.tree = nil
	}
}

func (p *Project) transcriptName(n No) string {
	if t := p.Transcript(n); t != nil {
		return t.File
	}
	return ""
}
