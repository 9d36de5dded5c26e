package codebook

// Extent is how much a patch changes, by sorts of things.
type Extent struct {
	Codes, Codings, Transcripts, Memos, Links, Coders, Groups, Attributes Moves
}

// Moves are how many things of a sort came, went, and stayed but changed.
type Moves struct{ In, Out, Changed int }

// Any says whether anything moved.
func (m Moves) Any() bool { return m.In+m.Out+m.Changed > 0 }

// Extent counts what the patch changes.
func (q *Patch) Extent() Extent {
	x := Extent{
		Codes: moves(q.Codes), Transcripts: moves(q.Transcripts), Memos: moves(q.Memos), Links: moves(q.Links),
		Coders: moves(q.Coders), Groups: moves(q.Groups), Attributes: moves(q.Attributes),
	}
	for _, c := range q.Codings {
		stayed := make(map[ID]bool, len(c.In))
		for i := range c.In {
			stayed[c.In[i].ID] = true
		}
		both := 0
		for i := range c.Out {
			if stayed[c.Out[i].ID] {
				both++
			}
		}
		x.Codings.In += len(c.In) - both
		x.Codings.Out += len(c.Out) - both
		x.Codings.Changed += both
	}
	return x
}

func moves[T any](changes []Change[T]) (m Moves) {
	for _, c := range changes {
		switch {
		case c.Old == nil && c.New == nil:
		case c.Old == nil:
			m.In++
		case c.New == nil:
			m.Out++
		default:
			m.Changed++
		}
	}
	return m
}
