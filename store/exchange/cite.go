package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// Cite is how a source is cited: words with {file}, {title}, {group}, {speaker},
// {turn}, {coder}, {code}, {start} and {end} in them.
type Cite struct {
	words []string // before, between and after the columns
	heads []string
}

// Citable are the names that a pattern may have in braces.
func Citable() []string { return slices.Clone(citable) }

var citable = []string{"file", "title", "group", "speaker", "turn", "coder", "code", "start", "end"}

// CiteError is a pattern that names something else, at a byte offset.
type CiteError struct {
	At   int
	Name string
}

// Error says it in English; the edge has the words in both languages.
func (e *CiteError) Error() string {
	return fmt.Sprintf("at %d: {%s is nothing to cite: want one of {%s}", e.At, e.Name, strings.Join(citable, "}, {"))
}

// ParseCite reads a pattern; the error is a [CiteError].
func ParseCite(pattern string) (*Cite, error) {
	c := &Cite{}
	rest := pattern
	for {
		words, after, open := strings.Cut(rest, "{")
		c.words = append(c.words, words)
		if !open {
			return c, nil
		}
		at := len(pattern) - len(after) - 1
		name, behind, closed := strings.Cut(after, "}")
		if !closed || !slices.Contains(citable, name) {
			return nil, &CiteError{At: at, Name: name}
		}
		c.heads = append(c.heads, name)
		rest = behind
	}
}

// fill puts the cells of a row in.
func (c *Cite) fill(columns []Column, row []Value) string {
	var b strings.Builder
	for i, words := range c.words {
		b.WriteString(words)
		if i < len(c.heads) {
			at := slices.IndexFunc(columns, func(k Column) bool { return k.Head == c.heads[i] })
			b.WriteString(row[at].String())
		}
	}
	return b.String()
}
