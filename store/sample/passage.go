package sample

import (
	"fmt"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// QuoteError is a quote that does not stand in its text exactly once.
type QuoteError struct {
	File, Quote string
	Times       int
}

// Error names the quote and how often it stands there.
func (e *QuoteError) Error() string {
	return fmt.Sprintf("%q stands %d times in %q: want once", e.Quote, e.Times, e.File)
}

// passage is where the words of a quote stand: the transcript, the bytes, and the
// characters before them.
type passage struct {
	codebook.Passage
	startCh, endCh uint32
}

// find gives the passage that a row names by file and quote.
func (b *builder) find(e entry) (passage, error) {
	t, err := b.p.FindTranscript(e.at("file"))
	if err != nil {
		return passage{}, e.fault(err)
	}
	words, quote := b.texts[t.Text], e.at("quote")
	if n := strings.Count(words, quote); n != 1 || quote == "" {
		return passage{}, e.fault(&QuoteError{t.File, quote, n})
	}
	start := strings.Index(words, quote)
	end := start + len(quote)
	index := b.indexes[t.No]
	if index == nil {
		index = text.NewIndex(words)
		b.indexes[t.No] = index
	}
	return passage{
		codebook.Passage{Transcript: t.No, Start: uint32(start), End: uint32(end)},
		uint32(index.CharsBefore(start)), uint32(index.CharsBefore(end)),
	}, nil
}
