package suggest

import (
	"errors"

	"fangtan/codebook"
)

// Follow takes in what changed in the study since it was last followed: all of it the
// first time. The study is not to change while the model has it; a snapshot is meant.
// text gives a transcript's text; it is asked for those with new passages. If it fails,
// the transcript is left as one without codings, the rest is followed, and the errors
// are joined; the next Follow tries again.
func (m *Model) Follow(p *codebook.Project, text func(transcript codebook.No) (string, error)) error {
	m.study = p
	var errs []error
	limit := max(int(p.Last().Transcripts)+1, len(m.seen))
	m.seen = append(m.seen, make([]seen, limit-len(m.seen))...)
	for n := range m.seen {
		if err := m.follow(codebook.No(n), text); err != nil {
			errs = append(errs, err)
		}
	}
	m.sweep()
	return errors.Join(errs...)
}

// follow takes in what changed in one transcript.
func (m *Model) follow(n codebook.No, text func(codebook.No) (string, error)) error {
	was, now := m.seen[n], seen{codings: m.study.Codings(n)}
	if t := m.study.Transcript(n); t != nil {
		now.text = t.Text
	} else {
		now.codings = nil
	}
	if was == now {
		return nil
	}
	old := was.codings
	if was.text != now.text { // other words: all of them anew
		m.dropAll(n, old)
		old = nil
	}
	gone, come := difference(passages(old), passages(now.codings))
	for _, at := range gone {
		m.drop(at.in(n))
	}
	m.seen[n] = now
	if len(come) == 0 {
		return nil
	}
	words, err := text(n)
	if err != nil {
		m.dropAll(n, now.codings)
		m.seen[n] = seen{}
		return err
	}
	for _, at := range come {
		if int(at.end) <= len(words) {
			m.add(at.in(n), gramsOf(words[at.start:at.end]))
		}
	}
	return nil
}

// dropAll forgets the passages of a transcript.
func (m *Model) dropAll(n codebook.No, c *codebook.Codings) {
	for _, at := range passages(c) {
		m.drop(at.in(n))
	}
}

// stretch is a passage of a transcript that is known.
type stretch struct{ start, end uint32 }

func (s stretch) in(n codebook.No) codebook.Passage {
	return codebook.Passage{Transcript: n, Start: s.start, End: s.end}
}

// passages gives the different passages of some codings, in the order of the text.
// Codings of a whole source have none.
func passages(c *codebook.Codings) []stretch {
	if c == nil {
		return nil
	}
	list := make([]stretch, 0, c.Len())
	for i, start := range c.Start {
		s := stretch{start, c.End[i]}
		if c.Flags[i]&codebook.WholeSource == 0 && (len(list) == 0 || list[len(list)-1] != s) {
			list = append(list, s)
		}
	}
	return list
}

// difference gives what only the first of two sorted lists has, and only the second.
func difference(old, now []stretch) (gone, come []stretch) {
	for len(old) > 0 && len(now) > 0 {
		switch a, b := old[0], now[0]; {
		case a == b:
			old, now = old[1:], now[1:]
		case a.start < b.start || a.start == b.start && a.end < b.end:
			gone, old = append(gone, a), old[1:]
		default:
			come, now = append(come, b), now[1:]
		}
	}
	return append(gone, old...), append(come, now...)
}
