package codebook

import (
	"cmp"
	"slices"
)

// differ gathers differences.
type differ struct {
	then, now *Project
	lang      string
	merged    map[No]No
	counts    [2][]int      // codings by code, then and now
	flows     map[[2]No]int // codings that went from one code to another
	all       []Difference
}

// count counts codings by code and follows those that changed their code.
func (d *differ) count() {
	limit := max(d.then.CodeLimit(), d.now.CodeLimit())
	d.counts = [2][]int{make([]int, limit), make([]int, limit)}
	d.flows = map[[2]No]int{}
	for n := range max(len(d.then.codings), len(d.now.codings)) {
		before, after := d.then.Codings(No(n)), d.now.Codings(No(n))
		for _, c := range before.Code {
			d.counts[0][c]++
		}
		for _, c := range after.Code {
			d.counts[1][c]++
		}
		if before != after {
			d.follow(before, after)
		}
	}
}

func (d *differ) follow(before, after *Codings) {
	was := make(map[ID]No, before.Len())
	for i, id := range before.ID {
		was[id] = before.Code[i]
	}
	for i, id := range after.ID {
		if from := was[id]; from != 0 && from != after.Code[i] {
			d.flows[[2]No{from, after.Code[i]}]++
		}
	}
}

func (d *differ) add(x Difference) { d.all = append(d.all, x) }

// of begins a difference of a code.
func (d *differ) of(k DiffKind, c *Code) Difference {
	return Difference{Thing: ThingCode, Kind: k, Name: c.Title(d.lang), CodingsThen: d.counts[0][c.No], CodingsNow: d.counts[1][c.No]}
}

// code compares a code that is there now.
func (d *differ) code(n No) {
	was, is := d.then.Code(n), d.now.Code(n)
	if was == nil {
		x := d.of(DiffBorn, is)
		x.Now = d.parent(d.now, is)
		d.add(x)
		return
	}
	if a, b := was.Title(d.lang), is.Title(d.lang); a != b {
		x := d.of(DiffRenamed, is)
		x.Then, x.Now = a, b
		d.add(x)
	}
	if was.Parent != is.Parent {
		x := d.of(DiffMoved, is)
		x.Then, x.Now = d.parent(d.then, was), d.parent(d.now, is)
		d.add(x)
	}
	if !sameWords(was, is) {
		d.add(d.of(DiffRevised, is))
	}
	if with := d.takers(n, func(to No) bool { return d.then.Code(to) == nil }); len(with) > 0 {
		x := d.of(DiffSplit, is)
		x.With = with
		d.add(x)
	}
	switch a, b := d.counts[0][n], d.counts[1][n]; {
	case b > a:
		d.add(d.of(DiffGrew, is))
	case b < a:
		d.add(d.of(DiffShrank, is))
	}
}

// gone tells what became of a code that is there no more.
func (d *differ) gone(n No) {
	x := d.of(DiffRemoved, d.then.Code(n))
	x.With = d.takers(n, func(No) bool { return true })
	if into := d.heir(n); len(x.With) == 0 && into != 0 {
		x.With = []Share{{Name: d.now.Code(into).Title(d.lang)}}
	}
	switch len(x.With) {
	case 0:
	case 1:
		x.Kind = DiffMerged
	default:
		x.Kind = DiffSplit
	}
	d.add(x)
}

// heir is the code that one was merged into at last, by the journal; 0 for none.
func (d *differ) heir(n No) No {
	for range len(d.merged) {
		if n = d.merged[n]; n == 0 || d.now.Code(n) != nil {
			return n
		}
	}
	return 0
}

// takers are the codes that took codings over from n, the most first.
func (d *differ) takers(n No, counts func(to No) bool) []Share {
	var to []No
	for f := range d.flows {
		if f[0] == n && counts(f[1]) {
			to = append(to, f[1])
		}
	}
	slices.SortFunc(to, func(a, b No) int {
		return cmp.Or(d.flows[[2]No{n, b}]-d.flows[[2]No{n, a}], int(a)-int(b))
	})
	var with []Share
	for _, t := range to {
		with = append(with, Share{d.now.Code(t).Title(d.lang), d.flows[[2]No{n, t}]})
	}
	return with
}

func (d *differ) parent(p *Project, c *Code) string {
	if above := p.Code(c.Parent); above != nil {
		return above.Title(d.lang)
	}
	return ""
}

func sameWords(a, b *Code) bool {
	return a.Definition == b.Definition && a.Include == b.Include && a.Exclude == b.Exclude && a.Cues == b.Cues && a.Examples == b.Examples
}

func (d *differ) transcripts() {
	row := func(k DiffKind, t *Transcript) {
		d.add(Difference{
			Thing: ThingTranscript, Kind: k, Name: cmp.Or(t.Title, t.File),
			CodingsThen: d.then.Codings(t.No).Len(), CodingsNow: d.now.Codings(t.No).Len(),
		})
	}
	for _, t := range d.now.Transcripts() {
		switch was := d.then.Transcript(t.No); {
		case was == nil:
			row(DiffBorn, t)
		case was.Text != t.Text:
			row(DiffRevised, t)
		}
	}
	for _, t := range d.then.Transcripts() {
		if d.now.Transcript(t.No) == nil {
			row(DiffRemoved, t)
		}
	}
}

// called is a thing by its name.
type called struct {
	no   No
	name string
}

func names[T any](rows []*T, named func(*T) (No, string)) []called {
	all := make([]called, len(rows))
	for i, r := range rows {
		all[i].no, all[i].name = named(r)
	}
	return all
}

// named compares things of which only the name is told.
func (d *differ) named(thing Thing, then, now []called) {
	find := func(list []called, n No) (string, bool) {
		i := slices.IndexFunc(list, func(c called) bool { return c.no == n })
		if i < 0 {
			return "", false
		}
		return list[i].name, true
	}
	for _, c := range now {
		switch was, there := find(then, c.no); {
		case !there:
			d.add(Difference{Thing: thing, Kind: DiffBorn, Name: c.name})
		case was != c.name:
			d.add(Difference{Thing: thing, Kind: DiffRenamed, Name: c.name, Then: was, Now: c.name})
		}
	}
	for _, c := range then {
		if _, there := find(now, c.no); !there {
			d.add(Difference{Thing: thing, Kind: DiffRemoved, Name: c.name})
		}
	}
}
