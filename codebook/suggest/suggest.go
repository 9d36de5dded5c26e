package suggest

import (
	"cmp"
	"math"
	"slices"

	"fangtan/codebook"
)

// Most is how many codes are proposed at most.
const Most = 3

// Question is a passage that somebody is about to code.
type Question struct {
	codebook.Passage
	Text  string      // its words
	Coder codebook.No // who asks
	Own   bool        // only what she coded herself may speak
}

// Suggestion is a code proposed, and the coded passage that speaks for it most.
type Suggestion struct {
	Code codebook.No
	Like codebook.Excerpt
}

// Suggest proposes codes for a passage, the best first: what the passages worded most
// like it are coded with, each speaking with the square of its likeness, and common
// codes held back somewhat. Headings, archived codes and those this coder has on words
// of the passage already are not proposed; passages that overlap it do not speak.
func (m *Model) Suggest(q Question) []Suggestion {
	if m.alive == 0 {
		return nil
	}
	v := newVote(m.study, q)
	for _, n := range m.nearest(gramsOf(q.Text), v.speaks) {
		v.count(&m.slots[n.slot], n.like)
	}
	return v.result()
}

// vote is how coded passages speak for codes.
type vote struct {
	study    *codebook.Project
	question Question
	closed   []bool // by code number: not to be proposed
	often    []int  // by code number: codings of the study
	votes    []candidate
	by       []int // by code number: its place in votes and one
}

// candidate is a code that some passage has.
type candidate struct {
	Suggestion
	weight float64
}

func newVote(p *codebook.Project, q Question) *vote {
	limit := p.CodeLimit()
	v := &vote{study: p, question: q, closed: make([]bool, limit), often: make([]int, limit), by: make([]int, limit)}
	for n := range v.closed {
		c := p.Code(codebook.No(n))
		v.closed[n] = c == nil || c.Heading || c.Archived
	}
	c := p.Codings(q.Transcript)
	for _, i := range c.Touching(q.Start, q.End) {
		if codebook.No(c.Coder[i]) == q.Coder && c.Flags[i]&codebook.WholeSource == 0 {
			v.closed[c.Code[i]] = true
		}
	}
	for n := range p.Last().Transcripts {
		for _, code := range p.Codings(n + 1).Code {
			v.often[code]++
		}
	}
	return v
}

// codings calls do for the codings of a passage that may speak for their codes, until it
// says no.
func (v *vote) codings(at codebook.Passage, do func(c *codebook.Codings, i int) bool) {
	if at.Overlaps(v.question.Passage) {
		return
	}
	c := v.study.Codings(at.Transcript)
	own := v.question.Own || at.Transcript == v.question.Transcript
	first, _ := slices.BinarySearch(c.Start, at.Start)
	for i := first; i < c.Len() && c.Start[i] == at.Start && c.End[i] <= at.End; i++ {
		switch {
		case c.End[i] != at.End, v.closed[c.Code[i]], c.Flags[i]&codebook.WholeSource != 0:
		case own && codebook.No(c.Coder[i]) != v.question.Coder:
		case !do(c, i):
			return
		}
	}
}

// speaks says whether a passage speaks for any code.
func (v *vote) speaks(s *slot) (any bool) {
	v.codings(s.Passage, func(*codebook.Codings, int) bool {
		any = true
		return false
	})
	return any
}

// count takes in what a passage speaks for. The first that speaks for a code is the
// nearest; several coders are one voice.
func (v *vote) count(s *slot, like float32) {
	before := codebook.No(0)
	v.codings(s.Passage, func(c *codebook.Codings, i int) bool {
		code := c.Code[i]
		if code == before {
			return true
		}
		before = code
		if v.by[code] == 0 {
			v.votes = append(v.votes, candidate{Suggestion: Suggestion{code, codebook.Excerpt{
				Passage: s.Passage, Coding: c.ID[i], Code: code, Coder: codebook.No(c.Coder[i]),
			}}})
			v.by[code] = len(v.votes)
		}
		v.votes[v.by[code]-1].weight += float64(like) * float64(like)
		return true
	})
}

// result gives the best codes. A code is held back by the fourth root of how often it
// occurs: enough that it does not win by being everywhere.
func (v *vote) result() []Suggestion {
	tree := v.study.Tree()
	for i := range v.votes {
		c := &v.votes[i]
		c.weight /= math.Sqrt(math.Sqrt(float64(v.often[c.Code])))
	}
	slices.SortFunc(v.votes, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(tree.Place[a.Code], tree.Place[b.Code]))
	})
	var best []Suggestion
	for _, c := range v.votes[:min(Most, len(v.votes))] {
		best = append(best, c.Suggestion)
	}
	return best
}
