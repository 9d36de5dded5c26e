package tally

import (
	"runtime"
	"sync"

	"fangtan/codebook"
)

// Cell is what one code has in one column (or in all, as its total).
type Cell struct {
	Codings     int // united
	Transcripts int // with at least one coding
	Units       int // touched
	Characters  int // in the union of the coded passages
	Voices      int // speakers who said it
	TopVoice    int // codings of the speaker who said it most
}

// SingleVoice says that what was found rests on one speaker alone.
func (c Cell) SingleVoice() bool { return c.Voices == 1 }

// Base is what a column holds, whatever is coded: the denominators.
type Base struct {
	Transcripts int
	Units       int
	Characters  int
	Voices      int
}

// Frequency is a table of codes by columns.
type Frequency struct {
	Columns Columns
	Unit    Unit
	Rollup  bool
	Codes   []codebook.No // rows, in codebook order
	Level   []int         // by row: 0 for a code of level 1
	Cells   [][]Cell      // by row, then column
	Totals  []Cell        // by row: over all columns as one
	Bases   []Base        // by column
	Base    Base          // over all columns as one

	Stored  int // codings that the filter let through
	United  int // of those, how many uniting the codings of one code took away
	Outside int // of those, how many lie wholly outside the scope

	sums [][]int // by level (0 unless rolled up), then column + 1: codings of its rows

	words *wordCount // nil while Rate is by characters
}

// FrequencyOf counts codings by code and column.
func FrequencyOf(p *codebook.Project, f Filter, by Columns, unit Unit, rollup bool) *Frequency {
	parts := split(p, func(part []*codebook.Transcript) *freqScan {
		s := newFreqScan(p, &f, by, unit, rollup)
		for _, t := range part {
			s.count(t)
		}
		s.plainly()
		return s
	})
	first := parts[0]
	for _, other := range parts[1:] {
		first.add(other)
	}
	return first.table()
}

// split runs scan over the transcripts in as many parts as there are processors.
func split[T any](p *codebook.Project, scan func([]*codebook.Transcript) T) []T {
	all := p.Transcripts()
	p.Tree() // is built here, not by several at once
	n := max(1, min(runtime.GOMAXPROCS(0), len(all)/16))
	parts := make([]T, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { parts[i] = scan(all[len(all)*i/n : len(all)*(i+1)/n]) })
	}
	wg.Wait()
	return parts
}
