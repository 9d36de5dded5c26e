package tally

import (
	"slices"

	"fangtan/codebook"
)

// sieve is a filter of codes and coders made quick: tables by number.
type sieve struct {
	code  []bool
	coder []bool // of the transcript at hand

	everybody []bool
	settlers  []settler // the coders of the kind consensus, where they have a say
	consensus []bool
}

// settler is a coder of the kind consensus.
type settler struct {
	no    codebook.No
	marks bool // she marks what she has finished
}

func (f *Filter) sieve(p *codebook.Project) sieve {
	s := sieve{code: make([]bool, p.CodeLimit())}
	for i := range s.code {
		s.code[i] = len(f.Codes) == 0
	}
	for _, c := range f.Codes {
		if p.Code(c) == nil {
			continue
		}
		for _, d := range p.Tree().Branch(c) {
			s.code[d] = true
		}
	}
	s.coders(p, f.Coders)
	return s
}

func (s *sieve) coders(p *codebook.Project, asked []codebook.No) {
	all := p.Coders()
	limit := maxNo(all, func(c *codebook.Coder) codebook.No { return c.No }) + 1
	s.everybody, s.consensus = make([]bool, limit), make([]bool, limit)
	for _, c := range all {
		s.everybody[c.No] = len(asked) == 0 && c.Kind != codebook.CoderRecheck || slices.Contains(asked, c.No)
		if len(asked) == 0 && c.Kind == codebook.CoderConsensus {
			s.consensus[c.No] = true
			s.settlers = append(s.settlers, settler{c.No, marksAny(p, c.No)})
		}
	}
	s.coder = s.everybody
}

func marksAny(p *codebook.Project, coder codebook.No) bool {
	return slices.ContainsFunc(p.Transcripts(), func(t *codebook.Transcript) bool { return t.FinishedBy(coder) })
}

// settle chooses whose codings of transcript t count.
func (s *sieve) settle(t *codebook.Transcript, c *codebook.Codings) {
	s.coder = s.everybody
	for _, k := range s.settlers {
		if k.marks && t.FinishedBy(k.no) || !k.marks && slices.Contains(c.Coder, uint16(k.no)) {
			s.coder = s.consensus
		}
	}
}

// lets says whether coding i is of a code and a coder that are counted.
func (s *sieve) lets(c *codebook.Codings, i int) bool {
	return s.code[c.Code[i]] && s.coder[c.Coder[i]]
}
