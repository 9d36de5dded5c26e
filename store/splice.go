package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"sort"

	"fangtan/codebook"
)

// splice gives the codings without the rows of out and with those of in, as a
// value with room left for its head. The three are sorted alike, so whole
// stretches of columns are copied and no row is decoded:
//
//	codings  ├──────────┤x├────────────────┤
//	in                          ▲
//	pieces   ├──────────┤ ├─────┤·├────────┤   for each column
//
// It is [ErrDiverged] if a row of out is not there as it is, or one of in is.
func (c *columns) splice(out, in *columns) ([]byte, error) {
	pieces, err := c.pieces(out, in)
	if err != nil {
		return nil, err
	}
	n := c.n - out.n + in.n
	b := make([]byte, headSize, headSize+4+n*rowWidth+len(c.tail)+len(in.tail))
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	for k, w := range widths {
		for _, p := range pieces {
			b = append(b, p.of.col[k][p.from*w:p.to*w]...)
		}
	}
	tail, err := c.spliceFields(out, in, b[len(b)-16*n:])
	return append(b, tail...), err
}

// piece is a stretch of rows.
type piece struct {
	of       *columns
	from, to int
}

func (c *columns) pieces(out, in *columns) ([]piece, error) {
	gone := make([]int, out.n)
	for i := range out.n {
		at, found := c.find(out, i)
		if !found || !c.equal(at, out, i) || i > 0 && at <= gone[i-1] {
			return nil, ErrDiverged
		}
		gone[i] = at
	}
	var pieces []piece
	next := 0
	add := func(to int) {
		if next < to {
			pieces = append(pieces, piece{c, next, to})
		}
	}
	keep := func(to int) {
		for ; len(gone) > 0 && gone[0] < to; gone = gone[1:] {
			add(gone[0])
			next = gone[0] + 1
		}
		add(to)
		next = max(next, to)
	}
	for i := range in.n {
		at, found := c.find(in, i)
		keep(at)
		if found && (len(gone) == 0 || gone[0] != at) || i > 0 && compareRows(in, i-1, in, i) >= 0 {
			return nil, ErrDiverged
		}
		pieces = append(pieces, piece{in, i, i + 1})
	}
	keep(c.n)
	return pieces, nil
}

// find gives where row i of d stands in c, or would stand.
func (c *columns) find(d *columns, i int) (at int, found bool) {
	return sort.Find(c.n, func(j int) int { return compareRows(d, i, c, j) })
}

// compareRows orders rows by start, end, code, coder and id, as the domain does.
func compareRows(a *columns, i int, b *columns, j int) int {
	for _, k := range []int{colStart, colEnd, colCode} {
		if d := cmp.Compare(binary.LittleEndian.Uint32(a.cell(k, i)), binary.LittleEndian.Uint32(b.cell(k, j))); d != 0 {
			return d
		}
	}
	if d := cmp.Compare(binary.LittleEndian.Uint16(a.cell(colCoder, i)), binary.LittleEndian.Uint16(b.cell(colCoder, j))); d != 0 {
		return d
	}
	return bytes.Compare(a.cell(colID, i), b.cell(colID, j))
}

func (c *columns) equal(at int, d *columns, i int) bool {
	for k := range widths {
		if !bytes.Equal(c.cell(k, at), d.cell(k, i)) {
			return false
		}
	}
	return true
}

// spliceFields gives the tail of codings with these ids.
func (c *columns) spliceFields(out, in *columns, ids []byte) ([]byte, error) {
	if len(c.tail)+len(out.tail)+len(in.tail) == 0 {
		return nil, nil
	}
	var fields [3]fieldsOf
	for i, d := range []*columns{c, out, in} {
		var err error
		if fields[i], err = d.fields(); err != nil {
			return nil, err
		}
	}
	have, gone, fresh := fields[0], fields[1], fields[2]
	all := fieldsOf{}
	maps.Copy(all, have)
	for i := range out.n {
		id := codebook.ID(out.cell(colID, i))
		if !slices.Equal(have[id], gone[id]) {
			return nil, ErrDiverged
		}
		delete(all, id)
	}
	maps.Copy(all, fresh)
	return encodeFields(all, ids)
}
