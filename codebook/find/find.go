// Package find finds a code by what a person types of it: a name in either
// language, a number, pinyin in full or by initials, or a mixture.
//
// Laws of the package:
//
//   - It is a leaf: it knows names and numbers, not codes.
//   - How well a query fits is decided in tiers (score.go). A fit of a higher
//     tier stands before every fit of a lower one, whatever their lengths.
//     Within a tier the place of the fit decides, then [Entry.Rank], then the
//     order of the entries. The same question always has the same answer.
//   - Any reading of a character will do: 银行 is found by yinhang, yh and yx.
//   - An [Index] does not change once made, so many goroutines may ask it.
//   - Spans are byte ranges of the name as it was given, never of its folded
//     form, and never cut a character.
//
// What is done to a name once, and what to a query each time:
//
//	name   要求不具体 ─ fold ─▶ text ─ cells ─▶ 要{yao} 求{qiu} 不{bu,fou…} 具{ju} 体{ti,cui…}
//	query  ＹＱ       ─ fold ─▶ "yq" ─ align ▶  y       q        initials, from the start
package find

import (
	"cmp"
	"slices"
)

// Entry is one thing to be found.
type Entry struct {
	Names  []string // the names it goes by, in any language; empty ones never match
	Number string   // its number as shown (P2.1, X-PI), or empty
	Rank   float64  // how recently or often it was used; more stands first among equals
}

// Hit is an entry that fits the query.
type Hit struct {
	Entry int      // index into the entries given to New
	Score int      // tier and place; only the order of scores has a meaning
	Name  int      // which of the entry's names fits, ByNumber if its number does
	Spans [][2]int // what to highlight there: byte ranges, ascending, apart
}

// ByNumber is the Name of a hit on an entry's number.
const ByNumber = -1

// Index is a list of entries made ready for Find.
type Index struct {
	items []item
}

type item struct {
	names  []name
	number number
	rank   float64
}

// New makes an index. It copies what it needs of the entries.
func New(entries []Entry) *Index {
	x := &Index{items: make([]item, len(entries))}
	for i, e := range entries {
		names := make([]name, len(e.Names))
		for j, s := range e.Names {
			names[j] = newName(s)
		}
		x.items[i] = item{names: names, number: newNumber(e.Number), rank: e.Rank}
	}
	return x
}

// Find returns the entries that fit query, best first, at most limit of them;
// a limit of 0 or less means all. A query of nothing but space finds nothing.
func (x *Index) Find(query string, limit int) []Hit {
	q := newQuestion(query)
	if q.text == "" {
		return nil
	}
	hits, missed := x.contiguous(q)
	if limit <= 0 || len(hits) < limit {
		hits = append(hits, x.scattered(q, missed)...)
	}
	slices.SortFunc(hits, x.compare)
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit:limit]
	}
	for i := range hits {
		hits[i].Spans = x.spans(q, hits[i])
	}
	return hits
}

// contiguous returns the entries that fit in one piece, without spans, and
// the indices of those that do not.
func (x *Index) contiguous(q *question) (hits []Hit, missed []int) {
	for i := range x.items {
		it := &x.items[i]
		best := Hit{Entry: i, Name: ByNumber, Score: it.number.score(q)}
		for j := range it.names {
			if score := it.names[j].score(q); score > best.Score {
				best.Score, best.Name = score, j
			}
		}
		if best.Score > 0 {
			hits = append(hits, best)
		} else {
			missed = append(missed, i)
		}
	}
	return hits, missed
}

// compare orders hits: better score, higher rank, earlier entry.
func (x *Index) compare(a, b Hit) int {
	return cmp.Or(
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(x.items[b.Entry].rank, x.items[a.Entry].rank),
		cmp.Compare(a.Entry, b.Entry),
	)
}

// spans tells which bytes of the shown name or number the query stands for.
func (x *Index) spans(q *question, h Hit) [][2]int {
	it := &x.items[h.Entry]
	if h.Name == ByNumber {
		return it.number.spans(q)
	}
	n := &it.names[h.Name]
	switch tierOf(h.Score) {
	case scattered:
		return n.spansScattered(q)
	case mixed, initials, pinyin:
		return n.spansAligned(q)
	default:
		return n.spansLiteral(q)
	}
}
