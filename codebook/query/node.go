package query

import (
	"regexp"

	"fangtan/codebook"
)

// deed is what a node of a query does.
type deed uint8

const (
	named  deed = iota // the passages of a code
	fulfil             // those that fulfil a test
	not
	and
	or
	near
	then
	inside
	same
)

// node is a query, or a part of one.
type node struct {
	deed        deed
	left, right *node // not has a left one only
	code        codebook.No
	turns       int // near, then: k
	test        test
}

// test is what a filter looks at, and what for.
type test struct {
	of    subject
	no    codebook.No // the group, coder or attribute
	value string      // the speaker's name, the attribute's value, the words
	expr  *regexp.Regexp
}

// subject is what a filter looks at.
type subject uint8

const (
	ofText subject = iota
	ofGroup
	ofCoder
	ofSpeaker
	ofAttribute
	ofMemo
)

// condition says that the node keeps passages rather than finding some.
func (n *node) condition() bool {
	switch n.deed {
	case fulfil, not:
		return true
	case and, or:
		return n.left.condition() && n.right.condition()
	}
	return false
}

// matches says whether passages that the node finds have a match.
func (n *node) matches() bool {
	switch n.deed {
	case near, then, inside, same:
		return true
	case and:
		return !n.left.condition() && !n.right.condition() || n.left.matches() || n.right.matches()
	case or:
		return n.left.matches() || n.right.matches()
	}
	return false
}
