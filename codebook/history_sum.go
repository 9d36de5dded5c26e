package codebook

import "slices"

// Sum is what several successive patches change together: of every record what
// stood before the first of them and what stands after the last. The zero value
// is the sum of none.
type Sum struct {
	e       edit
	codings map[No]*codingSum
}

// codingSum is what became of one transcript's codings: those that are gone, as
// they were before the first patch, and those that came, as they are after the last.
type codingSum struct{ out, in map[ID]Coding }

// Add takes the next patch in, in the order in which they were made.
func (s *Sum) Add(q *Patch) {
	records := *q
	records.Codings, records.NewTexts = nil, nil
	s.e.take(&records)
	for _, c := range q.Codings {
		s.addCodings(c)
	}
}

func (s *Sum) addCodings(c CodingsChange) {
	if s.codings == nil {
		s.codings = map[No]*codingSum{}
	}
	t := s.codings[c.Transcript]
	if t == nil {
		t = &codingSum{map[ID]Coding{}, map[ID]Coding{}}
		s.codings[c.Transcript] = t
	}
	for _, r := range c.Out {
		if _, came := t.in[r.ID]; came {
			delete(t.in, r.ID)
		} else {
			t.out[r.ID] = r
		}
	}
	for _, r := range c.In {
		t.in[r.ID] = r
	}
}

// Patch is the sum; what was changed and changed back is not in it. It ends the sum.
func (s *Sum) Patch() Patch {
	q := s.e.patch
	q.Transcripts, q.Codes, q.Coders = differing(q.Transcripts), differing(q.Codes), differing(q.Coders)
	q.Groups, q.Attributes, q.Memos, q.Links = differing(q.Groups), differing(q.Attributes), differing(q.Memos), differing(q.Links)
	q.Cuts = slices.DeleteFunc(q.Cuts, func(c Change[Cut]) bool { return sameCut(c.Old, c.New) })
	for n, t := range s.codings {
		if c := t.change(n); len(c.Out)+len(c.In) > 0 {
			q.Codings = append(q.Codings, c)
		}
	}
	slices.SortFunc(q.Codings, func(a, b CodingsChange) int { return int(a.Transcript) - int(b.Transcript) })
	return q
}

func (t *codingSum) change(n No) CodingsChange {
	return CodingsChange{n, unlike(t.out, t.in), unlike(t.in, t.out)}
}

// unlike are the rows that the other side does not have just so, in order.
func unlike(rows, other map[ID]Coding) []Coding {
	var kept []Coding
	for id, r := range rows {
		if o, ok := other[id]; !ok || !r.equal(&o) {
			kept = append(kept, r)
		}
	}
	slices.SortFunc(kept, func(a, b Coding) int { return compareCodings(&a, &b) })
	return kept
}

func differing[T any](changes []Change[T]) []Change[T] {
	return slices.DeleteFunc(changes, func(c Change[T]) bool { return alike(c.Old, c.New) })
}

func sameCut(a, b *Cut) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	return x == y || x.Version() == y.Version() && slices.Equal(x.Turns(), y.Turns()) &&
		slices.Equal(x.Paragraphs(), y.Paragraphs()) && slices.Equal(x.Sentences(), y.Sentences())
}
