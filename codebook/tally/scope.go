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
	unit     int32 // number of the unit within the transcript, from 0, rising
}

// scope finds the pieces of one transcript after another, reusing its memory.
type scope struct {
	p      *codebook.Project
	filter *Filter
	unit   UnitKind
	column func(t *codebook.Transcript, speaker int) int32

	pieces []piece
	spare  []piece
	units  int // in the transcript
}

// of cuts transcript t; the pieces are valid until the next call.
func (s *scope) of(t *codebook.Transcript) []piece {
	s.pieces = s.pieces[:0]
	s.units = 0
	if !s.filter.takesTranscript(t) {
		return nil
	}
	cut := s.p.Cut(t.No)
	turns := cut.Turns()
	if len(turns) == 0 {
		s.add(t, 0, t.Chars, -1, 0)
	}
	var end uint32
	number := int32(0)
	for i := range turns {
		turn := &turns[i]
		if s.filter.WithInterviewer {
			s.add(t, end, turn.StartCh, -1, number)
		}
		if !turn.Same {
			number++
		}
		end = turn.EndCh
		if s.filter.WithInterviewer || t.Speakers[turn.Speaker].Role != text.RoleInterviewer {
			s.add(t, turn.TextCh, turn.EndCh, int(turn.Speaker), number)
		}
	}
	if s.filter.WithInterviewer && len(turns) > 0 {
		s.add(t, end, t.Chars, -1, number+1)
	}
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
	s.renumber()
	return s.pieces
}

func (s *scope) add(t *codebook.Transcript, from, to uint32, speaker int, unit int32) {
	if from >= to || !s.filter.takesSpeaker(t, speaker) || !s.filter.takesGroup(s.p.SpeakerGroup(t, speaker)) {
		return
	}
	s.pieces = append(s.pieces, piece{from, to, s.column(t, speaker), int32(speaker), unit})
}

// cross cuts the pieces at the marks; what lies in no mark is dropped.
func (s *scope) cross(marks []text.Mark) {
	out := s.spare[:0]
	m := 0
	for _, pc := range s.pieces {
		for m > 0 && marks[m-1].EndCh > pc.from {
			m--
		}
		for ; m < len(marks) && marks[m].StartCh < pc.to; m++ {
			from, to := max(marks[m].StartCh, pc.from), min(marks[m].EndCh, pc.to)
			if from < to {
				out = append(out, piece{from, to, pc.column, pc.speaker, int32(m)})
			}
		}
	}
	s.spare, s.pieces = s.pieces, out
}

// renumber makes the units count from 0 without gaps.
func (s *scope) renumber() {
	last, n := int32(-1), int32(-1)
	for i := range s.pieces {
		if s.pieces[i].unit != last {
			last = s.pieces[i].unit
			n++
		}
		s.pieces[i].unit = n
	}
	s.units = int(n + 1)
}

// Columns are what a table is broken down by.
type Columns struct {
	By    string   // "group", "transcript", "speaker" or an attribute's name
	Heads []string // the name of each column in files
	Nos   []codebook.No
	of    func(t *codebook.Transcript, speaker int) int32
}

// ByGroup breaks down by stakeholder group, in the groups' order; a last column
// takes what has none, if anything has.
func ByGroup(p *codebook.Project) Columns {
	groups := p.Groups()
	c := Columns{By: "group"}
	index := make([]int32, maxNo(groups, func(g *codebook.Group) codebook.No { return g.No })+1)
	for i, g := range groups {
		c.Heads, c.Nos = append(c.Heads, g.Key), append(c.Nos, g.No)
		index[g.No] = int32(i)
	}
	index[0] = int32(len(groups))
	c.of = func(t *codebook.Transcript, speaker int) int32 { return index[p.SpeakerGroup(t, speaker)] }
	return c.withNone()
}

// ByTranscript breaks down by transcript, in their order.
func ByTranscript(p *codebook.Project) Columns {
	c := Columns{By: "transcript"}
	all := p.Transcripts()
	index := make([]int32, maxNo(all, func(t *codebook.Transcript) codebook.No { return t.No })+1)
	for i, t := range all {
		c.Heads, c.Nos = append(c.Heads, t.File), append(c.Nos, t.No)
		index[t.No] = int32(i)
	}
	c.of = func(t *codebook.Transcript, _ int) int32 { return index[t.No] }
	return c
}

// BySpeaker breaks down by respondent, in the order of transcripts and of first
// words; the attribute person joins speakers across transcripts.
func BySpeaker(p *codebook.Project) Columns {
	c := Columns{By: "speaker"}
	persons := map[string]int32{}
	index := map[[2]int32]int32{}
	for _, t := range p.Transcripts() {
		for i := range t.Speakers {
			s := &t.Speakers[i]
			if s.Role == text.RoleInterviewer {
				continue
			}
			at, known := persons[s.Person]
			if !known || s.Person == "" {
				at = int32(len(c.Heads))
				c.Heads, c.Nos = append(c.Heads, speakerHead(t, s)), append(c.Nos, t.No)
				persons[s.Person] = at
			}
			index[[2]int32{int32(t.No), int32(i)}] = at
		}
	}
	none := int32(len(c.Heads))
	c.of = func(t *codebook.Transcript, speaker int) int32 {
		if at, ok := index[[2]int32{int32(t.No), int32(speaker)}]; ok {
			return at
		}
		return none
	}
	return c.withNone()
}

func speakerHead(t *codebook.Transcript, s *codebook.Speaker) string {
	if s.Person != "" {
		return s.Person
	}
	return s.Shown() + " · " + t.File
}

// ByAttribute breaks down by the values of an attribute, sorted.
func ByAttribute(p *codebook.Project, a *codebook.Attribute) Columns {
	c := Columns{By: a.Name}
	for _, t := range p.Transcripts() {
		if v, ok := t.Value(a.No); ok && v != "" && !slices.Contains(c.Heads, v) {
			c.Heads = append(c.Heads, v)
		}
	}
	slices.Sort(c.Heads)
	index := map[string]int32{}
	for i, v := range c.Heads {
		index[v] = int32(i)
	}
	c.Nos = make([]codebook.No, len(c.Heads))
	none := int32(len(c.Heads))
	c.of = func(t *codebook.Transcript, _ int) int32 {
		if v, ok := t.Value(a.No); ok && v != "" {
			return index[v]
		}
		return none
	}
	return c.withNone()
}

// NoneHead heads the column of what belongs to no other.
const NoneHead = "(none)"

func (c Columns) withNone() Columns {
	c.Heads, c.Nos = append(c.Heads, NoneHead), append(c.Nos, 0)
	return c
}

func maxNo[T any](rows []*T, no func(*T) codebook.No) codebook.No {
	var m codebook.No
	for _, r := range rows {
		m = max(m, no(r))
	}
	return m
}
