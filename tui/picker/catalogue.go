package picker

import (
	"fangtan/codebook"
	"fangtan/codebook/find"
)

// Catalogue keeps a codebook ready for finding, and how often its codes occur. Its owner keeps it between openings, and has it
// count; the zero value is ready.
type Catalogue struct {
	tree  *codebook.Tree // state of the codes that the rest was made from
	whole bool
	codes []codebook.No // by entry of the index, in codebook order
	index *find.Index

	counts   counts
	counting bool
}

// ready brings the catalogue up to date. whole takes headings and archived codes in too.
func (c *Catalogue) ready(p *codebook.Project, whole bool) {
	if c.index != nil && c.tree == p.Tree() && c.whole == whole {
		return
	}
	c.tree, c.whole, c.codes = p.Tree(), whole, nil
	var entries []find.Entry
	for _, n := range c.tree.Order {
		code := p.Code(n)
		if !whole && (code.Heading || code.Archived) {
			continue
		}
		c.codes = append(c.codes, n)
		entries = append(entries, find.Entry{Names: []string{code.NameZh, code.NameEn}, Number: code.Number})
	}
	c.index = find.New(entries)
}

// The names of an entry, as a find.Hit counts them.
const (
	nameZh = 0
	nameEn = 1
)
