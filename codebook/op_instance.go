package codebook

import "slices"

// MarkInstance makes a passage an example of a code, or with Off no longer one.
// The code keeps where the words stand, not the words: an example is a link to a
// passage.
type MarkInstance struct {
	Code    No
	Passage Passage
	Off     bool
}

// Kind is "code.instance" or "code.instance-off".
func (o *MarkInstance) Kind() string {
	if o.Off {
		return "code.instance-off"
	}
	return "code.instance"
}

// Args are the code's name and the transcript's.
func (o *MarkInstance) Args(p *Project) []string {
	return []string{p.codeName(o.Code), p.transcriptName(o.Passage.Transcript)}
}

// Apply refuses a passage outside the text, and to take away what is no example.
func (o *MarkInstance) Apply(p *Project) (Patch, error) {
	e := p.edit()
	code := p.Code(o.Code)
	if code == nil {
		return e.done(object(ThingCode, "", ErrUnknown))
	}
	row, at := *code, slices.Index(code.Instances, o.Passage)
	switch {
	case o.Off && at < 0:
		return e.done(object(ThingPassage, row.Title(p.Lang), ErrUnknown))
	case o.Off:
		row.Instances = slices.Delete(slices.Clone(row.Instances), at, at+1)
	case at >= 0:
		return e.done(nil)
	default:
		row.Instances = append(slices.Clone(row.Instances), o.Passage)
	}
	if err := p.codeRefers(&row); err != nil {
		return e.done(err)
	}
	e.code(row.No, &row)
	return e.done(nil)
}

// joined are the passages of a, then those of b that a lacks.
func joined(a, b []Passage) []Passage {
	all := slices.Clone(a)
	for _, p := range b {
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// codeRefers checks what a code refers to: its parent, and the passages that are
// its examples.
func (p *Project) codeRefers(c *Code) error {
	if c.Parent != 0 && p.Code(c.Parent) == nil {
		return object(ThingCode, c.Title(p.Lang), ErrInUse)
	}
	for _, in := range c.Instances {
		t := p.Transcript(in.Transcript)
		if t == nil {
			return object(ThingCode, c.Title(p.Lang), ErrInUse)
		}
		if in.Start >= in.End || in.End > t.Bytes {
			return object(ThingPassage, c.Title(p.Lang), ErrOutside)
		}
	}
	return nil
}

// moveInstances follows a change of texts: moved gives the new place of a
// passage, or says that its words are gone. Ops that change a text call it as
// part of themselves.
func (e *edit) moveInstances(moved func(Passage) (Passage, bool)) {
	for _, c := range e.p.codes.all() {
		var kept []Passage
		for _, in := range c.Instances {
			if now, stays := moved(in); stays && !slices.Contains(kept, now) {
				kept = append(kept, now)
			}
		}
		if !slices.Equal(kept, c.Instances) {
			row := *c
			row.Instances = kept
			e.code(c.No, &row)
		}
	}
}
