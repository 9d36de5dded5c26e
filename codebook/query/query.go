// Package query is the retrieval language: a query denotes a set of passages.
//
// Its laws:
//
//   - A name stands for the passages of a code's codings; a parent stands for
//     its descendants.
//   - "A & B" denotes, for each pair of codings that share a character, the
//     words they share.
//   - A name alone stands as it is. Beside "&" one with "&" in it, or that begins
//     with a quotation mark, stands in quotes; any other may. A wide ＆ and the
//     quotes “ ” do as well.
//   - An operator of the whole language that is not understood yet is named, not
//     taken for a name that nobody knows.
//   - Filters come before; the order is that of transcripts and of the text.
//   - A faulty query is refused with the place of the fault ([Fault]), counted
//     in code points from 1, and what was expected there.
package query

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// Query is what to look for: the passages of A, or where B is not 0 the words
// that A and B share.
type Query struct{ A, B codebook.No }

// Parse reads a query: a code, or two joined by "&". The error is a [*Fault].
func Parse(p *codebook.Project, s string) (Query, error) {
	names := p.CodeNames()
	if no, err := names.Find(strings.TrimSpace(s)); err == nil {
		return Query{A: no}, nil
	}
	q, err := parse(names, s)
	if err != nil {
		if operator, at, found := later(s); found {
			err = &Fault{At: at, Reason: WantLater, Near: operator}
		}
	}
	return q, err
}

func parse(names *codebook.CodeNames, s string) (Query, error) {
	terms, err := split(s)
	if err != nil {
		return Query{}, err
	}
	var found [2]codebook.No
	for i, t := range terms {
		no, err := names.Find(t.name)
		if err != nil {
			return Query{}, &Fault{At: t.at, Reason: WantName, Near: t.name, Err: err}
		}
		found[i] = no
	}
	return Query{found[0], found[1]}, nil
}

// Run gives the excerpts that the query denotes.
func (q Query) Run(p *codebook.Project, f tally.Filter) []codebook.Excerpt {
	if q.B == 0 {
		return tally.Coded(p, f, q.A)
	}
	return tally.Shared(p, f, q.A, q.B)
}
