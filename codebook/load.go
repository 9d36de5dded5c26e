package codebook

// Loader fills an empty project with rows read from a file, without ops. The
// rows belong to the project from then on.
type Loader struct{ p *Project }

// Load begins to fill p.
func Load(p *Project) *Loader { return &Loader{p} }

// Transcript puts a transcript in with its cut.
func (l *Loader) Transcript(t *Transcript, c Cut) {
	l.p.transcripts.set(t.No, t)
	l.p.setCut(t.No, &c)
}

// Code puts a code in.
func (l *Loader) Code(c *Code) { l.p.codes.set(c.No, c) }

// Coder puts a coder in.
func (l *Loader) Coder(c *Coder) { l.p.coders.set(c.No, c) }

// Group puts a group in.
func (l *Loader) Group(g *Group) { l.p.groups.set(g.No, g) }

// Attribute puts an attribute in.
func (l *Loader) Attribute(a *Attribute) { l.p.attributes.set(a.No, a) }

// Memo puts a memo in.
func (l *Loader) Memo(m *Memo) { l.p.memos.set(m.No, m) }

// Link puts a link in.
func (l *Loader) Link(k *Link) { l.p.links.set(k.No, k) }

// Codings puts the codings of a transcript in.
func (l *Loader) Codings(transcript No, c *Codings) { l.p.setCodings(transcript, c) }

// Last are the highest numbers ever given out, so that none is used again.
type Last struct{ Transcripts, Codes, Coders, Groups, Attributes, Memos, Links No }

// Last sets the highest numbers given out in the file.
func (l *Loader) Last(n Last) {
	p := l.p
	p.transcripts.last = max(p.transcripts.last, n.Transcripts)
	p.codes.last = max(p.codes.last, n.Codes)
	p.coders.last = max(p.coders.last, n.Coders)
	p.groups.last = max(p.groups.last, n.Groups)
	p.attributes.last = max(p.attributes.last, n.Attributes)
	p.memos.last = max(p.memos.last, n.Memos)
	p.links.last = max(p.links.last, n.Links)
	p.touched(true)
}

// Last gives the highest numbers given out.
func (p *Project) Last() Last {
	return Last{
		p.transcripts.last, p.codes.last, p.coders.last, p.groups.last, p.attributes.last, p.memos.last, p.links.last,
	}
}
