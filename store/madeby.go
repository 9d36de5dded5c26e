package store

import (
	"slices"

	"fangtan/codebook"
)

// nos is a set of objects of one kind.
type nos map[codebook.No]bool

// makings are the objects that an action made, which others may refer to.
type makings struct {
	codes, coders, groups, attributes, transcripts, links nos
}

func madeBy(q *codebook.Patch) makings {
	return makings{
		codes: fresh(q.Codes), coders: fresh(q.Coders), groups: fresh(q.Groups),
		attributes: fresh(q.Attributes), transcripts: fresh(q.Transcripts), links: fresh(q.Links),
	}
}

func fresh[T any](changes []codebook.Change[T]) nos {
	made := nos{}
	for _, c := range changes {
		if c.Old == nil && c.New != nil {
			made[c.No] = true
		}
	}
	return made
}

// users are the records of a study that refer to what was made.
func (m makings) users(p *codebook.Project) map[touch]bool {
	all := map[touch]bool{}
	use := func(bucket string, n codebook.No, refers bool) {
		if refers {
			all[touch{bucket: bucket, key: string(noKey(n))}] = true
		}
	}
	for _, n := range p.Tree().Order {
		use(bucketCodes, n, m.codes[p.Code(n).Parent])
	}
	for _, c := range p.Coders() {
		use(bucketCoders, c.No, m.coders[c.Of])
	}
	for _, x := range p.Memos() {
		use(bucketMemos, x.No, m.coders[x.Coder] || m.targets(x.Target)[x.On])
	}
	for _, l := range p.Links() {
		use(bucketLinks, l.No, m.codes[l.From] || m.codes[l.To] || m.coders[l.Coder] || m.transcripts[l.Transcript])
	}
	for _, t := range p.Transcripts() {
		use(bucketTranscripts, t.No, m.inTranscript(t))
		m.codings(p.Codings(t.No), t.No, all)
	}
	return all
}

// targets are the things made that a memo of this kind may hang on.
func (m makings) targets(t codebook.Target) nos {
	switch t {
	case codebook.TargetTranscript, codebook.TargetPassage:
		return m.transcripts
	case codebook.TargetCode:
		return m.codes
	case codebook.TargetLink:
		return m.links
	}
	return nil
}

func (m makings) inTranscript(t *codebook.Transcript) bool {
	return m.groups[t.Group] || m.transcripts[t.Pair] ||
		slices.ContainsFunc(t.Speakers, func(s codebook.Speaker) bool { return m.groups[s.Group] }) ||
		slices.ContainsFunc(t.Values, func(v codebook.Value) bool { return m.attributes[v.Attribute] }) ||
		slices.ContainsFunc(t.Finished, func(c codebook.No) bool { return m.coders[c] })
}

func (m makings) codings(c *codebook.Codings, transcript codebook.No, into map[touch]bool) {
	for i := range c.Len() {
		if m.transcripts[transcript] || m.codes[c.Code[i]] || m.coders[codebook.No(c.Coder[i])] {
			into[touch{bucketCodings, string(noKey(transcript)), c.ID[i]}] = true
		}
	}
}
