package tally

import (
	"sort"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// Coded gives the codings of a code and its descendants (0: of all codes), as
// stored, whole text. Group and speaker are those where the passage starts.
func Coded(p *codebook.Project, f Filter, code codebook.No) []codebook.Excerpt {
	var found []codebook.Excerpt
	f.eachCoding(p, func(t *codebook.Transcript, c *codebook.Codings, i int) {
		found = append(found, excerptOf(t.No, c, i))
	}, code)
	return found
}

// Shared gives, for each coding of a and each of b that share a character, the
// words they share.
func Shared(p *codebook.Project, f Filter, a, b codebook.No) []codebook.Excerpt {
	var found []codebook.Excerpt
	in := branch(p, b, true)
	sv := f.sieve(p)
	f.eachCoding(p, func(t *codebook.Transcript, c *codebook.Codings, i int) {
		for _, j := range c.Touching(c.Start[i], c.End[i]) {
			if j == i || !in[c.Code[j]] || !sv.coder[c.Coder[j]] {
				continue
			}
			e := excerptOf(t.No, c, i)
			e.Start, e.End = max(c.Start[i], c.Start[j]), min(c.End[i], c.End[j])
			e.Match = &codebook.Match{Coding: c.ID[j], Code: c.Code[j], Coder: codebook.No(c.Coder[j])}
			found = append(found, e)
		}
	}, a)
	return found
}

// eachCoding visits the codings that the filter lets through, in order.
func (f *Filter) eachCoding(p *codebook.Project, visit func(*codebook.Transcript, *codebook.Codings, int), code codebook.No) {
	sv := f.sieve(p)
	wanted := sv.code
	if code != 0 {
		wanted = branch(p, code, true)
	}
	for _, t := range p.Transcripts() {
		if !f.takesTranscript(t) {
			continue
		}
		c := p.Codings(t.No)
		for i := range c.Len() {
			if !wanted[c.Code[i]] || !sv.code[c.Code[i]] || !sv.coder[c.Coder[i]] {
				continue
			}
			speaker := SpeakerAt(p, t, c.Start[i])
			if f.takesSpeaker(t, speaker) && f.takesGroup(p.SpeakerGroup(t, speaker)) {
				visit(t, c, i)
			}
		}
	}
}

// SpeakerAt is the index of the speaker whose stretch holds the byte at, label
// included; -1 for none.
func SpeakerAt(p *codebook.Project, t *codebook.Transcript, at uint32) int {
	turns := p.Cut(t.No).Turns()
	if i := turnAt(turns, at); i >= 0 {
		return int(turns[i].Speaker)
	}
	return -1
}

// turnAt is the index of the stretch that holds the byte at, or -1.
func turnAt(turns []text.Turn, at uint32) int {
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Start > at }) - 1
	if i >= 0 && at < turns[i].End {
		return i
	}
	return -1
}
