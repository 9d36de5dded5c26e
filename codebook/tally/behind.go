package tally

import (
	"fangtan/codebook"
)

// Behind gives the codings behind a cell of a frequency table, as stored, in the
// order of transcripts and of the text: those of the code (rolled up: of its
// branch) that share a character with the column's scope. Column [Total] takes all.
func Behind(p *codebook.Project, f Filter, by Columns, rollup bool, code codebook.No, column int) []codebook.Excerpt {
	var found []codebook.Excerpt
	sv := f.sieve(p)
	s := scope{p: p, filter: &f, unit: Turn, column: by.of}
	wanted := branch(p, code, rollup)
	for _, t := range p.Transcripts() {
		pieces := s.of(t)
		c := p.Codings(t.No)
		at := 0
		for i := range c.Len() {
			if !wanted[c.Code[i]] || !sv.code[c.Code[i]] || !sv.coder[c.Coder[i]] || !inScope(pieces, &at, c.StartCh[i], c.EndCh[i]) {
				continue
			}
			if column == Total || inColumn(pieces[at:], int32(column), c.StartCh[i], c.EndCh[i]) {
				found = append(found, excerptOf(t.No, c, i))
			}
		}
	}
	return found
}

func inColumn(pieces []piece, column int32, start, end uint32) bool {
	for i := 0; i < len(pieces) && pieces[i].from < end; i++ {
		if pieces[i].column == column && pieces[i].to > start {
			return true
		}
	}
	return false
}

func branch(p *codebook.Project, code codebook.No, all bool) []bool {
	in := make([]bool, p.CodeLimit())
	in[code] = true
	if all {
		for _, d := range p.Tree().Branch(code) {
			in[d] = true
		}
	}
	return in
}

func excerptOf(t codebook.No, c *codebook.Codings, i int) codebook.Excerpt {
	return codebook.Excerpt{
		Passage: codebook.Passage{Transcript: t, Start: c.Start[i], End: c.End[i]},
		Coding:  c.ID[i], Code: c.Code[i], Coder: codebook.No(c.Coder[i]),
	}
}

// BehindPair gives one excerpt for each unit in which two codes meet: the
// stretch from the first to the last of their codings there, with the first
// coding of either. Their number is the pair's N for every unit but the window,
// whose units overlap, and the character.
func BehindPair(p *codebook.Project, f Filter, o CoocOptions, a, b codebook.No) []codebook.Excerpt {
	var found []codebook.Excerpt
	sv := f.sieve(p)
	s := scope{p: p, filter: &f, unit: o.Unit.Kind, column: func(*codebook.Transcript, int) int32 { return 0 }}
	deep := o.Rollup || o.ByDimension
	as, bs := branch(p, a, deep), branch(p, b, deep)
	for _, t := range p.Transcripts() {
		pieces := s.of(t)
		if len(pieces) == 0 {
			continue
		}
		m := meeting{t: t.No, c: p.Codings(t.No), options: o, first: make([]met, s.units)}
		at := 0
		for i := range m.c.Len() {
			code := m.c.Code[i]
			if (as[code] || bs[code]) && sv.code[code] && sv.coder[m.c.Coder[i]] && inScope(pieces, &at, m.c.StartCh[i], m.c.EndCh[i]) {
				m.take(i, as[code], bs[code], pieces[at:])
			}
		}
		found = append(found, m.excerpts()...)
	}
	return found
}

// met is what was found of the two codes in one unit: indices of codings + 1.
type met struct{ as, bs []int }

type meeting struct {
	t       codebook.No
	c       *codebook.Codings
	options CoocOptions
	first   []met
}

func (m *meeting) take(i int, a, b bool, pieces []piece) {
	last := int32(-1)
	for j := 0; j < len(pieces) && pieces[j].from < m.c.EndCh[i]; j++ {
		if pieces[j].unit == last {
			continue
		}
		last = pieces[j].unit
		for u := max(0, int(last)-m.options.Unit.K); u <= min(len(m.first)-1, int(last)+m.options.Unit.K); u++ {
			if a {
				m.first[u].as = append(m.first[u].as, i)
			}
			if b {
				m.first[u].bs = append(m.first[u].bs, i)
			}
		}
	}
}

func (m *meeting) excerpts() []codebook.Excerpt {
	var found []codebook.Excerpt
	for _, u := range m.first {
		if i, j, ok := m.pick(u); ok {
			e := excerptOf(m.t, m.c, i)
			e.Start, e.End = min(e.Start, m.c.Start[j]), max(e.End, m.c.End[j])
			e.Match = &codebook.Match{Coding: m.c.ID[j], Code: m.c.Code[j], Coder: codebook.No(m.c.Coder[j])}
			found = append(found, e)
		}
	}
	return found
}

// pick chooses the codings to show: the two that lie nearest, by one coder where
// that is asked for, sharing a character where the unit is a run of characters.
func (m *meeting) pick(u met) (i, j int, ok bool) {
	best := int64(-1)
	for _, a := range u.as {
		for _, b := range u.bs {
			if m.options.SameCoder && m.c.Coder[a] != m.c.Coder[b] {
				continue
			}
			gap := max(0, int64(max(m.c.StartCh[a], m.c.StartCh[b]))-int64(min(m.c.EndCh[a], m.c.EndCh[b])))
			if gap > 0 && (m.options.Unit.Kind == Overlap || m.options.Unit.Kind == Character) {
				continue
			}
			if !ok || gap < best {
				i, j, best, ok = a, b, gap, true
			}
		}
	}
	return i, j, ok
}
