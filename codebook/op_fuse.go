package codebook

import (
	"cmp"
	"slices"
)

// FuseCodings unites codings of one code by one coder that overlap or are equal:
// the oldest of them is laid over all their words, with the fields and marks of
// all. Codings that only touch stay apart. No codes means all.
type FuseCodings struct{ Codes []No }

// Kind is "coding.fuse".
func (o *FuseCodings) Kind() string { return "coding.fuse" }

// Args are how many codings go, then the names of the codes if not all are meant.
func (o *FuseCodings) Args(p *Project) []string {
	args := []string{count(p.Doubles(o.Codes).Codings)}
	for _, c := range once(o.Codes) {
		args = append(args, p.codeName(c))
	}
	return args
}

// Apply refuses codes that are not there.
func (o *FuseCodings) Apply(p *Project) (Patch, error) {
	e := p.edit()
	for _, c := range o.Codes {
		if p.Code(c) == nil {
			return e.done(object(ThingCode, "", ErrUnknown))
		}
	}
	for n := range p.codings {
		for _, run := range overlaps(p.Codings(No(n)), o.Codes) {
			if err := e.codings(No(n), run, []Coding{fused(run)}); err != nil {
				return e.done(err)
			}
		}
	}
	return e.done(nil)
}

// Doubling is what fusing would unite.
type Doubling struct {
	Codings     int // that would go
	Passages    int // that would each be made of several
	Transcripts int
}

// Doubles counts what [FuseCodings] would unite.
func (p *Project) Doubles(codes []No) Doubling {
	var d Doubling
	for n := range p.codings {
		runs := overlaps(p.Codings(No(n)), codes)
		if len(runs) > 0 {
			d.Transcripts++
		}
		for _, run := range runs {
			d.Passages++
			d.Codings += len(run) - 1
		}
	}
	return d
}

// overlaps are the runs of two or more codings of one code by one coder that hang
// together by overlapping. Those that name the transcript alone hang together
// among themselves.
func overlaps(c *Codings, codes []No) [][]Coding {
	type key struct {
		code, coder No
		whole       CodingFlags
	}
	open := map[key][]Coding{}
	var runs [][]Coding
	shut := func(k key) {
		if len(open[k]) > 1 {
			runs = append(runs, open[k])
		}
		delete(open, k)
	}
	ends := map[key]uint32{}
	var order []key
	for i := range c.Len() {
		if len(codes) > 0 && !slices.Contains(codes, c.Code[i]) {
			continue
		}
		r := c.At(i)
		k := key{r.Code, r.Coder, r.Flags & WholeSource}
		if _, met := ends[k]; !met {
			order = append(order, k)
		}
		if r.Start >= ends[k] {
			shut(k)
		}
		open[k] = append(open[k], r)
		ends[k] = max(ends[k], r.End)
	}
	for _, k := range order {
		shut(k)
	}
	slices.SortStableFunc(runs, func(a, b []Coding) int { return cmp.Compare(a[0].Start, b[0].Start) })
	return runs
}

// fused is the oldest of some codings, laid over all of them.
func fused(run []Coding) Coding { return laidOver(run[oldest(run)], run) }

// laidOver is a coding with the words, fields and marks of others besides its own.
func laidOver(one Coding, others []Coding) Coding {
	for _, c := range others {
		if c.Start < one.Start {
			one.Start, one.StartCh = c.Start, c.StartCh
		}
		if c.End > one.End {
			one.End, one.EndCh = c.End, c.EndCh
		}
		one.Fields = mergeFields(one.Fields, c.Fields)
		one.Flags |= c.Flags
	}
	return one
}
