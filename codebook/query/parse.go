package query

import (
	"strconv"
	"strings"

	"fangtan/codebook"
)

// deepest is how many brackets and exclamation marks may stand in each other.
const deepest = 200

// farthest is the greatest number of turns that near and then take.
const farthest = 1_000_000

// Query is a query understood. It holds for the study it was read for, as long as
// no code, group, coder or attribute of it goes.
type Query struct{ root *node }

// Matches says whether passages of the query have a match, as those of "A & B" do.
func (q Query) Matches() bool { return q.root.matches() }

// Parse reads a query. The error is a [*Fault].
func Parse(p *codebook.Project, src string) (Query, error) {
	r := &parser{p: p, names: p.CodeNames(), src: src}
	if no, err := r.names.Find(strings.TrimSpace(src)); err == nil {
		return Query{&node{deed: named, code: no}}, nil
	}
	r.tokens = tokens(src)
	root, err := r.either(0)
	if err == nil && r.peek().kind != end {
		err = r.fault(r.peek(), WantOperator)
	}
	if err != nil {
		return Query{}, err
	}
	return Query{root}, nil
}

// parser reads tokens, one function for each strength of binding.
type parser struct {
	p      *codebook.Project
	names  *codebook.CodeNames
	src    string
	tokens []token
}

func (r *parser) peek() token { return r.tokens[0] }

// take passes over a token; the end stays.
func (r *parser) take() token {
	t := r.tokens[0]
	if t.kind != end {
		r.tokens = r.tokens[1:]
	}
	return t
}

// fault says what should have stood where t stands. A token without its end is at
// fault for that.
func (r *parser) fault(t token, want Reason) error {
	if t.kind == torn {
		want = Reason(t.text)
	}
	return faultAt(r.src, t.from, t.to, want)
}

func (r *parser) either(depth int) (*node, error) {
	return r.joined("|", or, func() (*node, error) { return r.both(depth) })
}

func (r *parser) both(depth int) (*node, error) {
	return r.joined("&", and, func() (*node, error) { return r.placed(depth) })
}

// joined reads parts with a sign between them.
func (r *parser) joined(by string, d deed, part func() (*node, error)) (*node, error) {
	left, err := part()
	for err == nil && r.peek().is(by) {
		r.take()
		var right *node
		right, err = part()
		left = &node{deed: d, left: left, right: right}
	}
	return left, err
}

// placed reads what is said of one thing's place by another.
func (r *parser) placed(depth int) (*node, error) {
	left, err := r.one(depth)
	for err == nil && (r.peek().kind == operator || r.peek().between()) {
		n := &node{left: left}
		if n.deed, n.turns, err = r.place(); err != nil {
			return nil, err
		}
		n.right, err = r.one(depth)
		left = n
	}
	return left, err
}

// place reads an operator of place with what follows its colon.
func (r *parser) place() (d deed, turns int, err error) {
	switch r.take().text {
	case "same":
		if t := r.take(); !strings.EqualFold(t.text, "turn") || t.kind != word {
			return 0, 0, r.fault(t, WantTurn)
		}
		return same, 0, nil
	case "near":
		turns, err = r.number(0)
		return near, turns, err
	case "then":
		turns, err = r.number(1)
		return then, turns, err
	}
	return inside, 0, nil
}

// number reads a number of turns, at least least.
func (r *parser) number(least int) (int, error) {
	t := r.take()
	n, err := strconv.Atoi(strings.Map(narrowDigit, t.text))
	if t.kind != word || err != nil || n < least || n > farthest {
		return 0, r.fault(t, WantNumber)
	}
	return n, nil
}

// narrowDigit makes a digit of an input method one of ours.
func narrowDigit(c rune) rune {
	if '０' <= c && c <= '９' {
		return c - '０' + '0'
	}
	return c
}

// one reads what operators stand between.
func (r *parser) one(depth int) (*node, error) {
	t := r.peek()
	switch {
	case depth > deepest:
		return nil, r.fault(t, WantShallow)
	case t.is("!"):
		r.take()
		n, err := r.one(depth + 1)
		return &node{deed: not, left: n}, err
	case t.is("("):
		r.take()
		return r.bracketed(depth + 1)
	case t.kind == word || t.kind == quoted:
		return r.code()
	case t.kind == filter || t.kind == attribute:
		return r.filter()
	}
	return nil, r.fault(t, WantPassages)
}

// bracketed reads a query up to its closing bracket.
func (r *parser) bracketed(depth int) (*node, error) {
	n, err := r.either(depth)
	if err != nil {
		return nil, err
	}
	if t := r.take(); !t.is(")") {
		return nil, r.closeOrOperator(t)
	}
	return n, nil
}

// closeOrOperator says what should have stood where t stands inside brackets.
func (r *parser) closeOrOperator(t token) error {
	if t.kind == end {
		return r.fault(t, WantClose)
	}
	return r.fault(t, WantOperator)
}
