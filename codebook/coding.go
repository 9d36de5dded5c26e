package codebook

import (
	"bytes"
	"cmp"
	"slices"
)

// CodingFlags mark a coding.
type CodingFlags uint16

// The marks a coding can carry. A whole-source coding names a transcript rather
// than words in it and stays out of coverage.
const (
	Starred CodingFlags = 1 << iota
	WholeSource
)

// FieldValue is a value of a field that a coding's code asks for.
type FieldValue struct {
	Name, Value string
}

// Coding is one code put on one passage by one coder.
type Coding struct {
	ID             ID
	Start, End     uint32 // bytes in the canonical text, half-open
	StartCh, EndCh uint32 // counted characters before Start and End
	Code, Coder    No
	Flags          CodingFlags
	Created        int64 // Unix milliseconds
	Fields         []FieldValue
}

// Same says whether two codings are equal for a count: coder, code and passage.
func (c *Coding) Same(d *Coding) bool {
	return c.Start == d.Start && c.End == d.End && c.Code == d.Code && c.Coder == d.Coder
}

// FieldValue gives the value of the field called name, or "".
func (c *Coding) FieldValue(name string) string {
	for _, f := range c.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

func (c *Coding) equal(d *Coding) bool {
	return c.ID == d.ID && c.Same(d) && c.StartCh == d.StartCh && c.EndCh == d.EndCh &&
		c.Flags == d.Flags && c.Created == d.Created && slices.Equal(c.Fields, d.Fields)
}

func compareCodings(a, b *Coding) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(a.Code, b.Code), cmp.Compare(a.Coder, b.Coder),
		bytes.Compare(a.ID[:], b.ID[:]),
	)
}
