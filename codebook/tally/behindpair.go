package tally

import "fangtan/codebook"

// BehindPair gives one excerpt for each unit in which two codes meet: from the
// first to the last character of the two codings of them that lie nearest to one
// another there. Their number is the pair's N, but for the unit character, where
// it is the number of runs of characters that carry both.
func BehindPair(p *codebook.Project, f Filter, o CoocOptions, a, b codebook.No) []codebook.Excerpt {
	var found []codebook.Excerpt
	scan := newCoocScan(p, &f, o)
	deep := o.Rollup || o.ByDimension
	as, bs := branch(p, a, deep), branch(p, b, deep)
	for _, t := range p.Transcripts() {
		if !scan.scope.hears(t) || !scan.scope.read(t) {
			continue
		}
		m := meeting{t: t.No, c: p.Codings(t.No), options: o, units: make([]met, scan.scope.units)}
		for i := range scan.scope.hits {
			h := &scan.scope.hits[i]
			if (as[h.code] || bs[h.code]) && !(h.whole && o.Unit.Kind != Whole) {
				m.take(int(h.index), as[h.code], bs[h.code], scan.scope.touched(h))
			}
		}
		found = append(found, m.excerpts()...)
	}
	return found
}

// met is what was found of the two codes in one unit: indices of codings.
type met struct{ as, bs []int }

// meeting finds where two codes meet in one transcript.
type meeting struct {
	t       codebook.No
	c       *codebook.Codings
	options CoocOptions
	units   []met
}

// take notes coding i in every unit it touches.
func (m *meeting) take(i int, a, b bool, pieces []piece) {
	next := 0
	for _, pc := range pieces {
		if pc.unit == noUnit {
			continue
		}
		k := m.options.Unit.around()
		for next = max(next, int(pc.unit)-k); next <= min(len(m.units)-1, int(pc.unit)+k); next++ {
			u := &m.units[next]
			if a {
				u.as = append(u.as, i)
			}
			if b {
				u.bs = append(u.bs, i)
			}
		}
	}
}

func (m *meeting) excerpts() []codebook.Excerpt {
	var found []codebook.Excerpt
	for _, u := range m.units {
		if i, j, ok := m.pick(u); ok {
			e := excerptOf(m.t, m.c, i)
			e.Start, e.End = min(e.Start, m.c.Start[j]), max(e.End, m.c.End[j])
			e.Match = matchOf(m.c, j)
			found = append(found, e)
		}
	}
	return found
}

// pick chooses the codings to show: the two that lie nearest, by one coder where
// that is asked for.
func (m *meeting) pick(u met) (i, j int, ok bool) {
	best := int64(0)
	for _, a := range u.as {
		for _, b := range u.bs {
			if m.options.SameCoder && m.c.Coder[a] != m.c.Coder[b] {
				continue
			}
			gap := max(0, int64(max(m.c.StartCh[a], m.c.StartCh[b]))-int64(min(m.c.EndCh[a], m.c.EndCh[b])))
			if !ok || gap < best {
				i, j, best, ok = a, b, gap, true
			}
		}
	}
	return i, j, ok
}
