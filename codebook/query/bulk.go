package query

import (
	"strconv"

	"fangtan/codebook"
)

// Bulk is a code put on, or taken off, all passages of a list: one action.
type Bulk struct {
	Op       codebook.Op // nil where nothing would change
	Changes  int         // passages that it is put on, or codings taken off
	Passages int         // different ones in the list, those without words apart
}

// CodeAll puts a code on each passage found, as row says but for the place, unless
// row's coder has it there already.
func CodeAll(p *codebook.Project, found []codebook.Excerpt, row codebook.Coding, newID func() codebook.ID) Bulk {
	var b batch
	b.each(p, found, func(t codebook.No, place codebook.Coding, there []codebook.ID) {
		if len(there) > 0 {
			return
		}
		add, ok := b.last().(*codebook.AddCodings)
		if !ok || add.Transcript != t {
			add = &codebook.AddCodings{Transcript: t}
			b.ops = append(b.ops, add)
		}
		row.ID, row.Start, row.End, row.StartCh, row.EndCh = newID(), place.Start, place.End, place.StartCh, place.EndCh
		add.Rows = append(add.Rows, row)
		b.changes++
	}, row.Code, row.Coder)
	return b.bulk(p)
}

// UncodeAll takes a coder's codings of a code off exactly the passages found.
func UncodeAll(p *codebook.Project, found []codebook.Excerpt, code, coder codebook.No) Bulk {
	var b batch
	b.each(p, found, func(t codebook.No, _ codebook.Coding, there []codebook.ID) {
		if len(there) == 0 {
			return
		}
		take, ok := b.last().(*codebook.RemoveCodings)
		if !ok || take.Transcript != t {
			take = &codebook.RemoveCodings{Transcript: t}
			b.ops = append(b.ops, take)
		}
		take.IDs = append(take.IDs, there...)
		b.changes += len(there)
	}, code, coder)
	return b.bulk(p)
}

// batch gathers ops, one for each transcript.
type batch struct {
	ops      []codebook.Op
	changes  int
	passages int
}

func (b *batch) last() codebook.Op {
	if len(b.ops) == 0 {
		return nil
	}
	return b.ops[len(b.ops)-1]
}

// each visits the different passages found that have words, with the codings of
// code by coder that stand on exactly them.
func (b *batch) each(p *codebook.Project, found []codebook.Excerpt, visit func(codebook.No, codebook.Coding, []codebook.ID), code, coder codebook.No) {
	seen := map[codebook.Passage]bool{}
	at := map[codebook.No]*standing{}
	for i := range found {
		e := &found[i]
		if at[e.Transcript] == nil {
			at[e.Transcript] = stand(p.Codings(e.Transcript), e.Transcript, code, coder)
		}
		place, ok := at[e.Transcript].place(e)
		if seen[e.Passage] || !ok {
			continue
		}
		seen[e.Passage] = true
		b.passages++
		visit(e.Transcript, place, at[e.Transcript].there[e.Passage])
	}
}

// bulk makes one action of the ops.
func (b *batch) bulk(p *codebook.Project) Bulk {
	done := Bulk{Changes: b.changes, Passages: b.passages}
	switch len(b.ops) {
	case 0:
	case 1:
		done.Op = b.ops[0]
	default:
		args := b.ops[0].Args(p)
		done.Op = &codebook.Batch{Name: b.ops[0].Kind(), Names: []string{args[0], args[1] + " …", strconv.Itoa(b.changes)}, Ops: b.ops}
	}
	return done
}

// standing is what stands in one transcript: its codings by id, and where somebody's
// codings of a code are.
type standing struct {
	codings *codebook.Codings
	index   map[codebook.ID]int
	there   map[codebook.Passage][]codebook.ID
}

func stand(c *codebook.Codings, t, code, coder codebook.No) *standing {
	s := &standing{c, make(map[codebook.ID]int, c.Len()), map[codebook.Passage][]codebook.ID{}}
	for i := range c.Len() {
		s.index[c.ID[i]] = i
		if c.Code[i] == code && codebook.No(c.Coder[i]) == coder && c.Flags[i]&codebook.WholeSource == 0 {
			at := codebook.Passage{Transcript: t, Start: c.Start[i], End: c.End[i]}
			s.there[at] = append(s.there[at], c.ID[i])
		}
	}
	return s
}

// place gives where an excerpt stands, in bytes and characters: it begins where one
// of its codings does, and ends where one does. It is false where they are gone, or
// name the transcript as a whole.
func (s *standing) place(e *codebook.Excerpt) (place codebook.Coding, ok bool) {
	place.Start, place.End = e.Start, e.End
	begins, ends := false, false
	look := func(id codebook.ID) {
		i, there := s.index[id]
		if !there || s.codings.Flags[i]&codebook.WholeSource != 0 {
			return
		}
		if s.codings.Start[i] == e.Start {
			place.StartCh, begins = s.codings.StartCh[i], true
		}
		if s.codings.End[i] == e.End {
			place.EndCh, ends = s.codings.EndCh[i], true
		}
	}
	look(e.Coding)
	for m := e.Match; m != nil; m = m.Next {
		look(m.Coding)
	}
	return place, begins && ends
}
