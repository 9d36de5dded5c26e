// Package query is the retrieval language: a query denotes a set of passages.
//
// Its laws:
//
//   - A name stands for the passages of a code's codings; a parent stands for
//     its descendants.
//   - "A & B" denotes, for each pair of codings that share a character, the
//     words they share.
//   - Filters come before; the order is that of transcripts and of the text.
//   - A faulty query is refused with the place of the fault ([Fault]), counted
//     in code points from 1, and what was expected there.
package query

import (
	"strings"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// Query is what to look for: the passages of A, or where B is not 0 the words
// that A and B share.
type Query struct{ A, B codebook.No }

// Fault is why a query could not be understood.
type Fault struct {
	At     int    // code points, from 1
	Reason Reason // what was expected there
	Near   string
	Err    error // an [codebook.Objection] where a name was not found
}

// Reason is what was expected.
type Reason string

// The reasons; the edge has words for them.
const (
	WantName   Reason = "name"    // a code's name, number or path
	WantQuote  Reason = "quote"   // a closing quotation mark
	WantOneAnd Reason = "one-and" // at most one "&"
)

// Error says it in English.
func (f *Fault) Error() string {
	if f.Err != nil {
		return f.Err.Error()
	}
	return "query: want " + string(f.Reason) + " near " + f.Near
}

// Unwrap gives the objection to a name.
func (f *Fault) Unwrap() error { return f.Err }

// Parse reads a query: a code, or two joined by "&" (or ＆). A name with "&" in
// it stands in quotes.
func Parse(p *codebook.Project, s string) (Query, error) {
	terms, err := split(s)
	if err != nil {
		return Query{}, err
	}
	names := p.CodeNames()
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

type term struct {
	name string
	at   int
}

// split cuts a query at its "&".
func split(s string) ([]term, error) {
	var terms []term
	rest, at := s, 1
	for {
		blank := len(rest) - len(strings.TrimLeft(rest, " \t　"))
		at += utf8.RuneCountInString(rest[:blank])
		rest = rest[blank:]
		name, size, err := name(rest, at)
		if err != nil {
			return nil, err
		}
		if len(terms) == 2 {
			return nil, &Fault{At: at, Reason: WantOneAnd, Near: name}
		}
		terms = append(terms, term{name, at})
		at += utf8.RuneCountInString(rest[:size])
		rest = rest[size:]
		if rest == "" {
			return terms, nil
		}
		_, and := utf8.DecodeRuneInString(rest)
		rest, at = rest[and:], at+1
	}
}

// name takes a name off the front of s, up to "&" or the end, and says how many
// bytes it took.
func name(s string, at int) (string, int, error) {
	if quoted, ok := strings.CutPrefix(s, `"`); ok {
		end := strings.IndexByte(quoted, '"')
		if end < 0 {
			return "", 0, &Fault{At: at, Reason: WantQuote, Near: s}
		}
		size := end + 2
		for size < len(s) && strings.ContainsRune(" \t", rune(s[size])) {
			size++
		}
		if size < len(s) && !strings.HasPrefix(s[size:], "&") && !strings.HasPrefix(s[size:], "＆") {
			return "", 0, &Fault{At: at + utf8.RuneCountInString(s[:size]), Reason: WantOneAnd, Near: s[size:]}
		}
		return quoted[:end], size, nil
	}
	size := strings.IndexAny(s, "&＆")
	if size < 0 {
		size = len(s)
	}
	n := strings.TrimSpace(s[:size])
	if n == "" {
		return "", 0, &Fault{At: at, Reason: WantName, Near: s}
	}
	return n, size, nil
}

// Run gives the excerpts that the query denotes.
func (q Query) Run(p *codebook.Project, f tally.Filter) []codebook.Excerpt {
	if q.B == 0 {
		return tally.Coded(p, f, q.A)
	}
	return tally.Shared(p, f, q.A, q.B)
}
