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
	in := branch(p, code, true)
	f.Each(p, func(t *codebook.Transcript, c *codebook.Codings, lets func(int) bool) {
		for i := range c.Len() {
			if in[c.Code[i]] && lets(i) {
				found = append(found, excerptOf(t.No, c, i))
			}
		}
	})
	return found
}

// Shared gives, for each coding of a and each of b that share a character, the
// words they share. Codings that name a transcript as a whole have no words.
func Shared(p *codebook.Project, f Filter, a, b codebook.No) []codebook.Excerpt {
	var found []codebook.Excerpt
	as, bs := branch(p, a, true), branch(p, b, true)
	f.Each(p, func(t *codebook.Transcript, c *codebook.Codings, lets func(int) bool) {
		var left, right []int
		for i := range c.Len() {
			a, b := as[c.Code[i]], bs[c.Code[i]]
			if !a && !b || c.Flags[i]&codebook.WholeSource != 0 || !lets(i) {
				continue
			}
			if a {
				left = append(left, i)
			}
			if b {
				right = append(right, i)
			}
		}
		found = append(found, meetings(t.No, c, left, right)...)
	})
	return found
}

// meetings gives the words that one of left and one of right share, in the order
// of left, then of right.
func meetings(t codebook.No, c *codebook.Codings, left, right []int) []codebook.Excerpt {
	var found []codebook.Excerpt
	for _, i := range left {
		for _, j := range right {
			if c.StartCh[j] >= c.EndCh[i] {
				break
			}
			if i == j || max(c.StartCh[i], c.StartCh[j]) >= min(c.EndCh[i], c.EndCh[j]) {
				continue
			}
			e := excerptOf(t, c, i)
			e.Start, e.End = max(c.Start[i], c.Start[j]), min(c.End[i], c.End[j])
			e.Match = matchOf(c, j)
			found = append(found, e)
		}
	}
	return found
}

// Each visits the transcripts that the filter lets through, in their order, with
// their codings and a test that says which of them it lets through.
func (f *Filter) Each(p *codebook.Project, visit func(t *codebook.Transcript, c *codebook.Codings, lets func(i int) bool)) {
	sv := f.sieve(p)
	for _, t := range p.Transcripts() {
		if !f.takesTranscript(t) {
			continue
		}
		c := p.Codings(t.No)
		sv.settle(t, c)
		var turns []text.Turn
		if f.byVoice() {
			turns = p.Cut(t.No).Turns()
		}
		visit(t, c, func(i int) bool {
			return sv.lets(c, i) && (!f.byVoice() || f.takesVoice(p, t, SpeakerIn(turns, c.Start[i])))
		})
	}
}

// SpeakerAt is the index of the speaker whose stretch holds the byte at, label
// included; -1 for none.
func SpeakerAt(p *codebook.Project, t *codebook.Transcript, at uint32) int {
	return SpeakerIn(p.Cut(t.No).Turns(), at)
}

// SpeakerIn is [SpeakerAt] for who has the turns at hand.
func SpeakerIn(turns []text.Turn, at uint32) int {
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Start > at }) - 1
	if i >= 0 && at < turns[i].End {
		return int(turns[i].Speaker)
	}
	return -1
}
