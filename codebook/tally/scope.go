package tally

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// piece is a stretch of scope within one unit, one speaker and one column, in
// counted characters. The pieces of a transcript are disjoint and in order.
type piece struct {
	from, to uint32
	column   int32
	speaker  int32 // index in the transcript's speakers, -1 for none
	unit     int32 // number of the unit within the transcript, from 0, rising; or noUnit
}

// noUnit is the unit of text that lies in none: between turns, in a label.
const noUnit = -1

// scope reads one transcript after another, reusing its memory: its pieces, and
// its codings that the filter lets through.
//
//	turns    ├问├───答───┤├问├──答──┤
//	pieces       ├───────┤    ├─────┤    each in its unit
//	hits          ├──┤  ├───────┤        each with the first piece that it can touch
type scope struct {
	p      *codebook.Project
	filter *Filter
	unit   UnitKind
	column func(t *codebook.Transcript, speaker int) int32
	sieve  sieve
	runs   *runs // cuts the pieces further, where the unit asks for it

	pieces []piece
	spare  []piece
	seats  []seat
	units  int // in the transcript
	hits   []hit

	stored, outside int // over all transcripts read
}

// seat is what one speaker's words come to.
type seat struct {
	taken  bool
	column int32
}

func newScope(p *codebook.Project, f *Filter, unit UnitKind, column func(*codebook.Transcript, int) int32) scope {
	return scope{p: p, filter: f, unit: unit, column: column, sieve: f.sieve(p)}
}

// oneColumn is for those who do not break down.
func oneColumn(*codebook.Transcript, int) int32 { return 0 }

// read takes in transcript t; it is false where the filter leaves it out. What
// was read is valid until the next call.
func (s *scope) read(t *codebook.Transcript) bool {
	if !s.lay(t) {
		return false
	}
	s.hit(t)
	return true
}

// lay finds the pieces of transcript t.
func (s *scope) lay(t *codebook.Transcript) bool {
	if !s.filter.takesTranscript(t) {
		return false
	}
	cut := s.p.Cut(t.No)
	turns := cut.Turns()
	s.units = 0
	s.seat(t)
	s.pieces = s.speech(s.pieces[:0], turns, t.Chars)
	switch s.unit {
	case Sentence:
		s.cross(cut.Sentences())
	case Paragraph:
		s.cross(cut.Paragraphs())
	case Whole:
		for i := range s.pieces {
			s.pieces[i].unit = 0
		}
	}
	return true
}

// hit finds the codings that the filter lets through, and numbers the units.
func (s *scope) hit(t *codebook.Transcript) {
	s.take(t, s.p.Codings(t.No), s.p.Cut(t.No).Turns())
	if s.runs != nil {
		s.spare, s.pieces = s.pieces, s.runs.cut(s.spare[:0], s.pieces, s.hits)
		s.place()
	}
	s.renumber()
}

// hears says whether anybody, or text of nobody, in t can be let through.
func (s *scope) hears(t *codebook.Transcript) bool {
	s.seat(t)
	return slices.ContainsFunc(s.seats, func(at seat) bool { return at.taken })
}

// seat looks up once what the words of each speaker, and of none, come to.
func (s *scope) seat(t *codebook.Transcript) {
	s.seats = s.seats[:0]
	for i := -1; i < len(t.Speakers); i++ {
		asks := i >= 0 && t.Speakers[i].Role == text.RoleInterviewer && !s.filter.WithInterviewer
		s.seats = append(s.seats, seat{!asks && s.filter.takesVoice(s.p, t, i), s.column(t, i)})
	}
}

// speech cuts the text at its turns. With the interviewer all text is taken:
// labels go with their turns, what lies between turns is in none.
func (s *scope) speech(out []piece, turns []text.Turn, chars uint32) []piece {
	if len(turns) == 0 {
		return s.add(out, 0, chars, -1, 0)
	}
	all := s.filter.WithInterviewer
	end, number := uint32(0), int32(-1)
	for i := range turns {
		turn := &turns[i]
		if !turn.Same || number < 0 {
			number++
		}
		from := turn.TextCh
		if all {
			out = s.add(out, end, turn.StartCh, -1, noUnit)
			from, end = turn.StartCh, turn.EndCh
		}
		out = s.add(out, from, turn.EndCh, int(turn.Speaker), number)
	}
	if all {
		out = s.add(out, end, chars, -1, noUnit)
	}
	return out
}

func (s *scope) add(out []piece, from, to uint32, speaker int, unit int32) []piece {
	if speaker+1 >= len(s.seats) {
		speaker = -1
	}
	if at := &s.seats[speaker+1]; from < to && at.taken {
		out = append(out, piece{from, to, at.column, int32(speaker), unit})
	}
	return out
}

// cross cuts the pieces at the marks; what lies in no mark is in no unit.
func (s *scope) cross(marks []text.Mark) {
	out := s.spare[:0]
	m := 0
	for _, pc := range s.pieces {
		for ; m < len(marks) && marks[m].StartCh < pc.to; m++ {
			if marks[m].EndCh <= pc.from {
				continue
			}
			out = pc.split(out, marks[m].StartCh, noUnit)
			out = pc.split(out, marks[m].EndCh, int32(m))
			if marks[m].EndCh > pc.to {
				break
			}
		}
		out = pc.split(out, pc.to, noUnit)
	}
	s.spare, s.pieces = s.pieces, out
}

// split moves what of the piece lies before at to out, as part of unit.
func (pc *piece) split(out []piece, at uint32, unit int32) []piece {
	at = min(at, pc.to)
	if pc.from >= at {
		return out
	}
	part := *pc
	part.to, part.unit = at, unit
	pc.from = at
	return append(out, part)
}

// renumber makes the units count from 0 without gaps.
func (s *scope) renumber() {
	last, n := int32(noUnit), int32(-1)
	for i := range s.pieces {
		pc := &s.pieces[i]
		if pc.unit == noUnit {
			continue
		}
		if pc.unit != last {
			last = pc.unit
			n++
		}
		pc.unit = n
	}
	s.units = int(n + 1)
}

// place finds the first piece of every hit again, once the pieces are cut further.
func (s *scope) place() {
	at := 0
	for i := range s.hits {
		h := &s.hits[i]
		if h.whole {
			continue
		}
		for at < len(s.pieces) && s.pieces[at].to <= h.start {
			at++
		}
		h.at = int32(at)
	}
}

// has says whether h shares a character with the column, or with any for [Total].
func (s *scope) has(h *hit, column int) bool {
	return slices.ContainsFunc(s.touched(h), func(pc piece) bool { return column == Total || int(pc.column) == column })
}

// touched are the pieces that share a character with h.
func (s *scope) touched(h *hit) []piece {
	if !h.in {
		return nil
	}
	from := s.pieces[h.at:]
	n := 0
	for n < len(from) && from[n].from < h.end {
		n++
	}
	return from[:n]
}

// join takes in what was counted of another part of the study.
func (s *scope) join(o *scope) {
	s.stored += o.stored
	s.outside += o.outside
}
