package tally

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// hit is a coding that the filter lets through, in counted characters.
type hit struct {
	start, end uint32
	code       codebook.No
	coder      uint16
	whole      bool  // names the transcript and no words in it
	in         bool  // shares a character with the scope
	at         int32 // the first piece that ends behind its start
	index      int32 // among the transcript's codings
}

// take collects the hits of the transcript and counts them.
func (s *scope) take(t *codebook.Transcript, c *codebook.Codings, turns []text.Turn) {
	s.sieve.settle(t, c)
	s.hits = slices.Grow(s.hits[:0], c.Len())[:c.Len()]
	n, at, pieces, byVoice := 0, 0, s.pieces, s.filter.byVoice()
	for i, start := range c.StartCh {
		if !s.sieve.lets(c, i) {
			continue
		}
		for at < len(pieces) && pieces[at].to <= start {
			at++
		}
		h := &s.hits[n]
		*h = hit{start: start, end: c.EndCh[i], code: c.Code[i], coder: c.Coder[i], at: int32(at), index: int32(i)}
		if c.Flags[i]&codebook.WholeSource != 0 {
			h.whole, h.start, h.end, h.at = true, 0, t.Chars, 0
		}
		h.in = int(h.at) < len(pieces) && h.start < h.end && pieces[h.at].from < h.end
		if !h.in {
			if byVoice && !s.filter.takesVoice(s.p, t, speakerAt(turns, c.Start[i])) {
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
