package codebook

import (
	"slices"
	"sort"
)

// Codings are the codings of one transcript in columns, sorted by start, end,
// code, coder and id. All columns have the same length; none is ever written to.
type Codings struct {
	Start, End     []uint32
	StartCh, EndCh []uint32
	Code           []No
	Coder          []uint16
	Flags          []CodingFlags
	Created        []int64
	ID             []ID
	Fields         map[ID][]FieldValue // of the few that have any

	wholes int // rows that name the transcript and no words in it, once a project has them
}

var noCodings = new(Codings)

// Len is the number of codings.
func (c *Codings) Len() int { return len(c.Start) }

// AllHaveWords says that no row names the transcript alone. Only those that a
// project has are asked.
func (c *Codings) AllHaveWords() bool { return c.wholes == 0 }

// At gives coding i as a row.
func (c *Codings) At(i int) Coding {
	return Coding{
		ID: c.ID[i], Start: c.Start[i], End: c.End[i], StartCh: c.StartCh[i], EndCh: c.EndCh[i],
		Code: c.Code[i], Coder: No(c.Coder[i]), Flags: c.Flags[i], Created: c.Created[i],
		Fields: c.Fields[c.ID[i]],
	}
}

// Rows gives all codings as rows, in order.
func (c *Codings) Rows() []Coding {
	rows := make([]Coding, c.Len())
	for i := range rows {
		rows[i] = c.At(i)
	}
	return rows
}

// NewCodings makes columns of rows, sorting them in place.
func NewCodings(rows []Coding) *Codings {
	slices.SortFunc(rows, func(a, b Coding) int { return compareCodings(&a, &b) })
	c := MakeCodings(len(rows))
	for i := range rows {
		c.Set(i, &rows[i])
	}
	return c
}

// MakeCodings makes columns of n empty rows, to be filled with [Codings.Set] in
// order before anybody else sees them.
func MakeCodings(n int) *Codings {
	u := make([]uint32, 4*n)
	return &Codings{
		Start: u[:n:n], End: u[n : 2*n : 2*n], StartCh: u[2*n : 3*n : 3*n], EndCh: u[3*n:],
		Code: make([]No, n), Coder: make([]uint16, n), Flags: make([]CodingFlags, n),
		Created: make([]int64, n), ID: make([]ID, n),
	}
}

// Set fills row i of columns that are being made.
func (c *Codings) Set(i int, r *Coding) {
	c.Start[i], c.End[i], c.StartCh[i], c.EndCh[i] = r.Start, r.End, r.StartCh, r.EndCh
	c.Code[i], c.Coder[i], c.Flags[i] = r.Code, uint16(r.Coder), r.Flags
	c.Created[i], c.ID[i] = r.Created, r.ID
	c.putFields(r.ID, r.Fields)
}

// Find gives the index of the coding with this id, or -1.
func (c *Codings) Find(id ID) int { return slices.Index(c.ID, id) }

// Touching gives the indices of the codings that share a byte with [start, end),
// in order.
func (c *Codings) Touching(start, end uint32) []int {
	var hits []int
	last, _ := slices.BinarySearch(c.Start, end)
	for i := range last {
		if c.End[i] > start {
			hits = append(hits, i)
		}
	}
	return hits
}

// replace gives new columns without the rows in out and with those in in, or
// false if one of out is not there as it is, or one of in is there already.
func (c *Codings) replace(out, in []Coding) (*Codings, bool) {
	gone := make([]bool, c.Len())
	for i := range out {
		at := c.index(&out[i])
		if at < 0 || gone[at] {
			return nil, false
		}
		gone[at] = true
	}
	if c.hasAny(in, gone) {
		return nil, false
	}
	in = slices.Clone(in)
	slices.SortFunc(in, func(a, b Coding) int { return compareCodings(&a, &b) })
	next := MakeCodings(c.Len() - len(out) + len(in))
	n, i := 0, 0
	keep := func(to int) { // copies the rows before to, but for those that are gone
		for ; i < to; i++ {
			from := i
			for i < to && !gone[i] {
				i++
			}
			n += next.take(n, c, from, i)
		}
		i = to
	}
	for j := range in {
		keep(c.place(&in[j], i))
		next.Set(n, &in[j])
		n++
	}
	keep(c.Len())
	return next, true
}

// place is where r would stand among the rows from first on.
func (c *Codings) place(r *Coding, first int) int {
	return first + sort.Search(c.Len()-first, func(i int) bool {
		row := c.At(first + i)
		return compareCodings(r, &row) < 0
	})
}

// take copies the rows [from, to) of another transcript's columns to row n on,
// and says how many they are.
func (c *Codings) take(n int, o *Codings, from, to int) int {
	copy(c.Start[n:], o.Start[from:to])
	copy(c.End[n:], o.End[from:to])
	copy(c.StartCh[n:], o.StartCh[from:to])
	copy(c.EndCh[n:], o.EndCh[from:to])
	copy(c.Code[n:], o.Code[from:to])
	copy(c.Coder[n:], o.Coder[from:to])
	copy(c.Flags[n:], o.Flags[from:to])
	copy(c.Created[n:], o.Created[from:to])
	copy(c.ID[n:], o.ID[from:to])
	if len(o.Fields) > 0 {
		for _, id := range o.ID[from:to] {
			c.putFields(id, o.Fields[id])
		}
	}
	return to - from
}

func (c *Codings) putFields(id ID, fields []FieldValue) {
	if len(fields) == 0 {
		return
	}
	if c.Fields == nil {
		c.Fields = map[ID][]FieldValue{}
	}
	c.Fields[id] = fields
}

// index finds a row that is exactly r, or -1.
func (c *Codings) index(r *Coding) int {
	first, _ := slices.BinarySearch(c.Start, r.Start)
	for i := first; i < c.Len() && c.Start[i] == r.Start; i++ {
		if c.ID[i] == r.ID {
			row := c.At(i)
			if row.equal(r) {
				return i
			}
			return -1
		}
	}
	return -1
}

// hasAny says whether one of rows carries an id that stays, or that another of
// them carries too.
func (c *Codings) hasAny(rows []Coding, gone []bool) bool {
	if len(rows) == 0 {
		return false
	}
	if len(rows) == 1 {
		at := c.Find(rows[0].ID)
		return at >= 0 && !gone[at]
	}
	fresh := make(map[ID]bool, len(rows))
	for i := range rows {
		if fresh[rows[i].ID] {
			return true
		}
		fresh[rows[i].ID] = true
	}
	for i := range c.ID {
		if !gone[i] && fresh[c.ID[i]] {
			return true
		}
	}
	return false
}
