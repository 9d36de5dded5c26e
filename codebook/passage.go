package codebook

// Passage is a stretch of a transcript's text, half-open, in bytes.
type Passage struct {
	Transcript No
	Start, End uint32
}

// Overlaps says whether two passages share a byte; passages that only touch do not.
func (a Passage) Overlaps(b Passage) bool {
	return a.Transcript == b.Transcript && a.Start < b.End && b.Start < a.End
}

// Excerpt is a coded passage with what it was coded with. For a pair of codes
// (A & B) the passage is the words shared, Code and Coder are those of A, and
// Match is the coding of B.
type Excerpt struct {
	Passage
	Coding ID
	Code   No
	Coder  No
	Match  *Match
}

// Match is the other coding of a pair. Next is the one after that, where a query
// joins more than two.
type Match struct {
	Coding ID
	Code   No
	Coder  No
	Next   *Match
}
