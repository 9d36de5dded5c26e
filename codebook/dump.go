package codebook

import (
	"fmt"
	"io"
)

// Dump writes every row of the study in a fixed order: two projects are the same
// if their dumps are. It is for tests and for comparing files; its form may change.
func (p *Project) Dump(w io.Writer) {
	fmt.Fprintf(w, "project %s %s\n", p.ID, p.Lang)
	dumpRows(w, "group", p.groups.all())
	dumpRows(w, "coder", p.coders.all())
	dumpRows(w, "attribute", p.attributes.all())
	dumpRows(w, "code", p.codes.all())
	dumpRows(w, "transcript", p.transcripts.all())
	for n := range p.cuts {
		if c := p.cuts[n]; c != nil {
			fmt.Fprintf(w, "cut %d v%d %v %v %v\n", n, c.Version(), c.Turns(), c.Paragraphs(), c.Sentences())
		}
	}
	for n := range p.codings {
		for _, row := range p.Codings(No(n)).Rows() {
			fmt.Fprintf(w, "coding %d %+v\n", n, row)
		}
	}
	dumpRows(w, "memo", p.memos.all())
	dumpRows(w, "link", p.links.all())
}

func dumpRows[T any](w io.Writer, name string, rows []*T) {
	for _, r := range rows {
		fmt.Fprintf(w, "%s %+v\n", name, *r)
	}
}
