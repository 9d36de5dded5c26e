package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tier is how a query fits, worst first.
type tier int

const (
	scattered    tier = iota + 1 // its characters in order, others between them
	midWord                      // letters within a word: licy in Policy
	mixed                        // a mixture: 要qiu, yaoq b j
	initials                     // first letters of neighbouring characters or words
	pinyin                       // syllables in full, the last one perhaps unfinished
	inside                       // typed as written, from a character or a word on
	start                        // typed as written, from the name's beginning
	numberPrefix                 // the number begins so: p2 for P2.1
	numberExact                  // the number: p2.1, p21
	exact                        // the whole name as written
)

// A score is a tier and, below it, a place from 0 to tierStep-1.
const tierStep = 100

// Places of an aligned fit.
const (
	anywhere   = 0
	fromStart  = 10
	allOfIt    = 20
	asTyped    = 10 // of a number: with its points and hyphens
	closestFit = tierStep - 1
)

func (t tier) at(place int) int { return int(t)*tierStep + place }

func tierOf(score int) tier { return tier(score / tierStep) }

// score tells how well q fits in one piece, 0 if it does not.
func (n *name) score(q *question) int {
	t, _ := n.literal(q)
	if t >= inside {
		return t.at(0)
	}
	if fit := q.aligner.align(n); fit.tier > t {
		return fit.tier.at(fit.place)
	}
	if t > 0 {
		return t.at(0)
	}
	return 0
}

// literal finds the query as it was typed and tells where: the best tier and
// the byte of the folded text; 0 when it is not there.
func (n *name) literal(q *question) (tier, int) {
	at := strings.Index(n.text, q.text)
	switch {
	case at < 0:
		return 0, 0
	case at == 0 && len(n.text) == len(q.text):
		return exact, 0
	case at == 0:
		return start, 0
	}
	for from := at; from >= 0; from = nextIndex(n.text, q.text, from) {
		if startsPiece(n.text, from) {
			return inside, from
		}
	}
	return midWord, at
}

// nextIndex returns where sub lies in s after the place from, -1 if nowhere.
func nextIndex(s, sub string, from int) int {
	_, size := utf8.DecodeRuneInString(s[from:])
	next := strings.Index(s[from+size:], sub)
	if next < 0 {
		return -1
	}
	return from + size + next
}

// startsPiece tells whether byte i of s begins a character or a word rather
// than lying within a word.
func startsPiece(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	here, _ := utf8.DecodeRuneInString(s[i:])
	return !inWord(before) || !inWord(here)
}

func inWord(r rune) bool { return isWordRune(r) && !unicode.Is(unicode.Han, r) }

func (n *name) spansLiteral(q *question) [][2]int {
	_, at := n.literal(q)
	return [][2]int{n.span(at, at+len(q.text))}
}
