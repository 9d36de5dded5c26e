package tally

import "fangtan/codebook"

// Behind gives the codings behind a cell of a frequency table, as stored, in the
// order of transcripts and of the text: those of the code (rolled up: of its
// branch) that share a character with the column's scope. Column [Total] takes all.
func Behind(p *codebook.Project, f Filter, by Columns, rollup bool, code codebook.No, column int) []codebook.Excerpt {
	var found []codebook.Excerpt
	s := newScope(p, &f, Turn, by.of)
	wanted := branch(p, code, rollup)
	for _, t := range p.Transcripts() {
		if !s.read(t) {
			continue
		}
		for i := range s.hits {
			if h := &s.hits[i]; wanted[h.code] && s.has(h, column) {
				found = append(found, excerptOf(t.No, p.Codings(t.No), int(h.index)))
			}
		}
	}
	return found
}

// branch marks code by number, and all below it if deep; the code 0 stands for all.
func branch(p *codebook.Project, code codebook.No, deep bool) []bool {
	in := make([]bool, p.CodeLimit())
	switch {
	case code == 0:
		for i := range in {
			in[i] = true
		}
	case p.Code(code) == nil:
	case deep:
		for _, d := range p.Tree().Branch(code) {
			in[d] = true
		}
	default:
		in[code] = true
	}
	return in
}

func excerptOf(t codebook.No, c *codebook.Codings, i int) codebook.Excerpt {
	return codebook.Excerpt{
		Passage: codebook.Passage{Transcript: t, Start: c.Start[i], End: c.End[i]},
		Coding:  c.ID[i], Code: c.Code[i], Coder: codebook.No(c.Coder[i]),
	}
}

func matchOf(c *codebook.Codings, i int) *codebook.Match {
	return &codebook.Match{Coding: c.ID[i], Code: c.Code[i], Coder: codebook.No(c.Coder[i])}
}
