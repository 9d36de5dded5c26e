package tally

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// hit is a coding that the filter lets through: a run of its own, not yet united
// with others.
type hit struct {
	run
	coder uint16
	index int32 // among the transcript's codings
}

// take collects the hits of the transcript and counts them.
func (s *scope) take(t *codebook.Transcript, c *codebook.Codings, turns []text.Turn) {
	s.sieve.settle(t, c)
	s.hits = slices.Grow(s.hits[:0], c.Len())[:c.Len()]
	codes, coders, ends, flags := c.Code[:c.Len()], c.Coder[:c.Len()], c.EndCh[:c.Len()], c.Flags[:c.Len()]
	n, at, pieces, byVoice := 0, 0, s.pieces, s.filter.byVoice()
	for i, start := range c.StartCh[:c.Len()] {
		if !s.sieve.code[codes[i]] || !s.sieve.coder[coders[i]] {
			continue
		}
		for at < len(pieces) && pieces[at].to <= start {
			at++
		}
		h := &s.hits[n]
		h.start, h.end, h.code, h.at, h.whole = start, ends[i], codes[i], int32(at), false
		h.coder, h.index = coders[i], int32(i)
		if flags[i]&codebook.WholeSource != 0 {
			h.whole, h.start, h.end, h.at = true, 0, t.Chars, 0
		}
		h.in = int(h.at) < len(pieces) && h.start < h.end && pieces[h.at].from < h.end
		if !h.in {
			if byVoice && !s.filter.takesVoice(s.p, t, SpeakerIn(turns, c.Start[i])) {
				continue
			}
			s.outside++
		}
		n++
	}
	s.hits = s.hits[:n]
	s.stored += n
}

// shares says whether two passages share a character.
func (h *hit) shares(o *hit) bool { return max(h.start, o.start) < min(h.end, o.end) }
