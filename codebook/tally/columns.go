package tally

import (
	"maps"
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// Columns are what a table is broken down by.
type Columns struct {
	By    string        // "group", "transcript", "speaker" or an attribute's name
	Heads []string      // the name of each column in files
	Nos   []codebook.No // the group's or the transcript's number; 0 for other columns
	none  bool          // the last column is for what belongs to no other
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
	index := map[string]int32{}
	for _, t := range p.Transcripts() {
		if v, ok := t.Value(a.No); ok && v != "" {
			index[v] = 0
		}
	}
	c.Heads = slices.Sorted(maps.Keys(index))
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
	c.Heads, c.Nos, c.none = append(c.Heads, NoneHead), append(c.Nos, 0), true
	return c
}

// withoutNone drops that last column again.
func (c Columns) withoutNone() Columns {
	last := len(c.Heads) - 1
	c.Heads, c.Nos, c.none = c.Heads[:last], c.Nos[:last], false
	return c
}

func maxNo[T any](rows []*T, no func(*T) codebook.No) codebook.No {
	var m codebook.No
	for _, r := range rows {
		m = max(m, no(r))
	}
	return m
}
