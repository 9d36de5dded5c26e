package storetest

import (
	"fmt"
	"strings"

	"fangtan/codebook"
)

// Dump writes all that a project holds, a row a line, in an order of its own, so
// that two projects are the same when their dumps are. An empty list and none are
// written alike.
func Dump(p *codebook.Project) string {
	var b strings.Builder
	fmt.Fprintf(&b, "study %v %v %q\n", p.ID, p.Copy, p.Lang)
	rows(&b, "coder", p.Coders())
	rows(&b, "group", p.Groups())
	rows(&b, "attribute", p.Attributes())
	for _, n := range p.Tree().Order {
		rows(&b, "code", []*codebook.Code{p.Code(n)})
	}
	rows(&b, "memo", p.Memos())
	rows(&b, "link", p.Links())
	for _, t := range p.Transcripts() {
		rows(&b, "transcript", []*codebook.Transcript{t})
		c := p.Cut(t.No)
		fmt.Fprintf(&b, "cut %d %v %v %v\n", c.Version(), c.Turns(), c.Paragraphs(), c.Sentences())
		for i, r := range p.Codings(t.No).Rows() {
			fmt.Fprintf(&b, "coding %d %+v\n", i, r)
		}
	}
	fmt.Fprintf(&b, "codings %d codes %d\n", p.CodingCount(), p.CodeCount())
	return b.String()
}

func rows[T any](b *strings.Builder, name string, list []*T) {
	for _, row := range list {
		fmt.Fprintf(b, "%s %+v\n", name, *row)
	}
}
