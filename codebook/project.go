package codebook

import (
	"cmp"
	"slices"
)

// Project is one study in memory: everything but the texts. It is changed by
// ops alone and is not safe for use by several goroutines; a [Project.Snapshot]
// may be read by another one.
type Project struct {
	ID   ID     // of the study, the same in all its copies
	Copy ID     // of this copy
	Lang string // "zh" or "en": the language of names in files

	revision    uint64
	transcripts table[Transcript]
	codes       table[Code]
	coders      table[Coder]
	groups      table[Group]
	attributes  table[Attribute]
	memos       table[Memo]
	links       table[Link]
	cuts        []Cut      // by transcript number
	codings     []*Codings // by transcript number
	codingCount int
	tree        *Tree  // built when asked for
	shelf       *shelf // likewise
}

// New makes an empty project.
func New(id, copyID ID, lang string) *Project {
	return &Project{ID: id, Copy: copyID, Lang: lang}
}

// Revision grows with every change in memory; caches compare it.
func (p *Project) Revision() uint64 { return p.revision }

// Follow gives p a revision after that of the same study read earlier, so that
// whoever keeps things by revision looks at p anew.
func (p *Project) Follow(earlier *Project) { p.revision = max(p.revision, earlier.revision+1) }

// Snapshot is the project as it is now; later changes to p do not show in it.
func (p *Project) Snapshot() *Project {
	q := *p
	q.shelf = nil
	q.transcripts, q.codes, q.coders = p.transcripts.clone(), p.codes.clone(), p.coders.clone()
	q.groups, q.attributes = p.groups.clone(), p.attributes.clone()
	q.memos, q.links = p.memos.clone(), p.links.clone()
	q.cuts, q.codings = slices.Clone(p.cuts), slices.Clone(p.codings)
	q.Tree()
	return &q
}

// Transcript gives transcript n, or nil.
func (p *Project) Transcript(n No) *Transcript { return p.transcripts.get(n) }

// Transcripts gives all transcripts in their order: by group, rank and number.
func (p *Project) Transcripts() []*Transcript {
	all := p.transcripts.all()
	slices.SortStableFunc(all, func(a, b *Transcript) int {
		return cmp.Or(cmp.Compare(p.groupRank(a.Group), p.groupRank(b.Group)), cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.No, b.No))
	})
	return all
}

func (p *Project) groupRank(n No) int32 {
	if g := p.groups.get(n); g != nil {
		return g.Rank
	}
	return 1 << 30
}

// Cut gives how transcript n is cut, or nil.
func (p *Project) Cut(n No) Cut {
	if int(n) < len(p.cuts) {
		return p.cuts[n]
	}
	return nil
}

// Codings gives the codings of transcript n; never nil.
func (p *Project) Codings(n No) *Codings {
	if int(n) < len(p.codings) && p.codings[n] != nil {
		return p.codings[n]
	}
	return noCodings
}

// CodingCount is the number of codings as stored, of all coders.
func (p *Project) CodingCount() int { return p.codingCount }

// Code gives code n, or nil.
func (p *Project) Code(n No) *Code { return p.codes.get(n) }

// CodeCount is the number of codes; CodeLimit is above every code's number.
func (p *Project) CodeCount() int { return p.codes.count }

// CodeLimit is above the number of every code: the size of an array by number.
func (p *Project) CodeLimit() int { return len(p.codes.rows) }

// Coder gives coder n, or nil.
func (p *Project) Coder(n No) *Coder { return p.coders.get(n) }

// Coders gives all coders in the order they came.
func (p *Project) Coders() []*Coder { return p.coders.all() }

// Group gives group n, or nil.
func (p *Project) Group(n No) *Group { return p.groups.get(n) }

// Groups gives all groups in their order.
func (p *Project) Groups() []*Group {
	all := p.groups.all()
	slices.SortStableFunc(all, func(a, b *Group) int { return cmp.Compare(a.Rank, b.Rank) })
	return all
}

// Attribute gives attribute n, or nil.
func (p *Project) Attribute(n No) *Attribute { return p.attributes.get(n) }

// Attributes gives all attributes in their order.
func (p *Project) Attributes() []*Attribute {
	all := p.attributes.all()
	slices.SortStableFunc(all, func(a, b *Attribute) int { return cmp.Compare(a.Rank, b.Rank) })
	return all
}

// Memo gives memo n, or nil.
func (p *Project) Memo(n No) *Memo { return p.memos.get(n) }

// Memos gives all memos in the order they came.
func (p *Project) Memos() []*Memo { return p.memos.all() }

// Link gives link n, or nil.
func (p *Project) Link(n No) *Link { return p.links.get(n) }

// Links gives all links in the order they came.
func (p *Project) Links() []*Link { return p.links.all() }

// SpeakerGroup is the group that a speaker of transcript t belongs to: her own,
// else the transcript's; 0 for none. Text without a speaker takes index -1.
func (p *Project) SpeakerGroup(t *Transcript, speaker int) No {
	if speaker >= 0 && speaker < len(t.Speakers) && t.Speakers[speaker].Group != 0 {
		return t.Speakers[speaker].Group
	}
	return t.Group
}
