package query

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// Texts gives the canonical text of a transcript. It is asked by one goroutine,
// and only where a text filter looks at a passage.
type Texts func(transcript codebook.No) (string, error)

// Run gives the excerpts that the query denotes. The error is that of a text that
// cannot be read.
func (q Query) Run(p *codebook.Project, f tally.Filter, texts Texts) ([]codebook.Excerpt, error) {
	e := &evaluation{p: p, texts: texts, memos: memoPassages(p), branches: map[codebook.No][]bool{}}
	f.Each(p, func(t *codebook.Transcript, c *codebook.Codings, lets func(int) bool) {
		if e.err != nil || c.Len() == 0 {
			return
		}
		e.enter(t, c, lets)
		e.add(e.find(q.root))
	})
	return e.found, e.err
}

// evaluation goes through the transcripts. What it keeps of the one at hand is
// made when it is first needed.
type evaluation struct {
	p        *codebook.Project
	texts    Texts
	memos    map[codebook.Passage]bool
	branches map[codebook.No][]bool // by code, then by number: the code and its descendants
	found    []codebook.Excerpt
	err      error

	t      *codebook.Transcript
	c      *codebook.Codings
	lets   func(int) bool
	turns  *turns
	text   string
	read   bool
	chains []int32 // of the rows' matches, one behind the other
}

// enter begins with a transcript.
func (e *evaluation) enter(t *codebook.Transcript, c *codebook.Codings, lets func(int) bool) {
	e.t, e.c, e.lets = t, c, lets
	e.turns, e.text, e.read, e.chains = nil, "", false, e.chains[:0]
}

// add adds the rows of the transcript at hand to what was found.
func (e *evaluation) add(rows []row) {
	if e.err != nil {
		return
	}
	links := 0
	for i := range rows {
		links += int(rows[i].links)
	}
	matches := make([]codebook.Match, links)
	for i := range rows {
		r := &rows[i]
		var first *codebook.Match
		first, matches = e.match(r, matches)
		e.found = append(e.found, codebook.Excerpt{
			Passage: codebook.Passage{Transcript: e.t.No, Start: r.start, End: r.end},
			Coding:  e.c.ID[r.at], Code: e.c.Code[r.at], Coder: codebook.No(e.c.Coder[r.at]), Match: first,
		})
	}
}

// match makes the chain of a row of the room given, and gives back what is left of it.
func (e *evaluation) match(r *row, room []codebook.Match) (first *codebook.Match, rest []codebook.Match) {
	own := room[:r.links]
	for i, at := range e.chain(r) {
		own[i] = codebook.Match{Coding: e.c.ID[at], Code: e.c.Code[at], Coder: codebook.No(e.c.Coder[at])}
		if i > 0 {
			own[i-1].Next = &own[i]
		}
	}
	if len(own) > 0 {
		first = &own[0]
	}
	return first, room[r.links:]
}

// words gives the text of the transcript at hand.
func (e *evaluation) words() string {
	if !e.read && e.err == nil {
		e.read = true
		e.text, e.err = e.texts(e.t.No)
	}
	return e.text
}

// cut gives the turns of the transcript at hand.
func (e *evaluation) cut() *turns {
	if e.turns == nil {
		e.turns = turnsOf(e.p.Cut(e.t.No).Turns())
	}
	return e.turns
}

// branch says by number which codes are a code or under it.
func (e *evaluation) branch(code codebook.No) []bool {
	in, known := e.branches[code]
	if !known {
		in = make([]bool, e.p.CodeLimit())
		if e.p.Code(code) != nil {
			for _, n := range e.p.Tree().Branch(code) {
				in[n] = true
			}
		}
		e.branches[code] = in
	}
	return in
}

// memoPassages are the passages that a memo hangs on.
func memoPassages(p *codebook.Project) map[codebook.Passage]bool {
	passages := map[codebook.Passage]bool{}
	for _, m := range p.Memos() {
		if m.Target == codebook.TargetPassage {
			passages[codebook.Passage{Transcript: m.On, Start: m.Start, End: m.End}] = true
		}
	}
	return passages
}
