package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ands join two names.
const ands = "&＆"

// closing gives the quotation mark that closes what another opens.
var closing = map[rune]string{'"': `"`, '“': "”"}

// term is a name in a query and where it stands, in code points from 1.
type term struct {
	name string
	at   int
}

// split cuts a query at its "&"; the result is one term or two.
func split(s string) ([]term, error) {
	r := reader{rest: s, at: 1}
	var terms []term
	for {
		t, err := r.term()
		if err != nil {
			return nil, err
		}
		terms = append(terms, t)
		if r.blanks(); r.rest == "" {
			return terms, nil
		}
		and := r.first()
		if len(terms) == 2 || !strings.ContainsRune(ands, and) {
			return nil, r.fault(WantOneAnd)
		}
		r.pass(utf8.RuneLen(and))
	}
}

// reader goes through a query from left to right.
type reader struct {
	rest string
	at   int
}

// term takes a name, up to "&" or the end.
func (r *reader) term() (term, error) {
	r.blanks()
	if end, quoted := closing[r.first()]; quoted {
		return r.quoted(end)
	}
	size := strings.IndexAny(r.rest, ands)
	if size < 0 {
		size = len(r.rest)
	}
	t := term{strings.TrimSpace(r.rest[:size]), r.at}
	if t.name == "" {
		return term{}, r.fault(WantName)
	}
	r.pass(size)
	return t, nil
}

// quoted takes a name between quotation marks.
func (r *reader) quoted(end string) (term, error) {
	open := utf8.RuneLen(r.first())
	size := strings.Index(r.rest[open:], end)
	if size < 0 {
		return term{}, r.fault(WantQuote)
	}
	t := term{r.rest[open : open+size], r.at}
	if strings.TrimSpace(t.name) == "" {
		return term{}, r.fault(WantName)
	}
	r.pass(open + size + len(end))
	return t, nil
}

func (r *reader) blanks() {
	r.pass(len(r.rest) - len(strings.TrimLeftFunc(r.rest, unicode.IsSpace)))
}

// pass goes on by a number of bytes.
func (r *reader) pass(size int) {
	r.at += utf8.RuneCountInString(r.rest[:size])
	r.rest = r.rest[size:]
}

// first is the next code point, utf8.RuneError where there is none.
func (r *reader) first() rune {
	c, _ := utf8.DecodeRuneInString(r.rest)
	return c
}

func (r *reader) fault(want Reason) error { return &Fault{At: r.at, Reason: want, Near: r.rest} }
