package store

import (
	"encoding/binary"
	"errors"
	"slices"

	"fangtan/codebook"
)

// The codings of a transcript on the disk, sorted as in the domain:
//
//	n u32 │ start n×u32 │ end │ start characters │ end characters │ code │ coder n×u16 │ flags n×u16 │
//	created n×i64 │ uuid n×16 │ CBOR [[uuid, [[name, value]…]]…] of those with fields, or nothing
const (
	colStart = iota
	colEnd
	colStartCh
	colEndCh
	colCode
	colCoder
	colFlags
	colCreated
	colID
	columnCount
)

var widths = [columnCount]int{4, 4, 4, 4, 4, 2, 2, 8, 16}

const rowWidth = 48 // sum of the widths

var (
	errColumns  = errors.New("columns have an impossible length")
	errUnsorted = errors.New("codings are out of order")
)

// columns are the bytes of a record's body by column, none of them copied.
type columns struct {
	n    int
	col  [columnCount][]byte
	tail []byte
}

func openColumns(body []byte) (columns, error) {
	if len(body) < 4 {
		return columns{}, errColumns
	}
	n := uint64(binary.LittleEndian.Uint32(body))
	if uint64(len(body)-4) < n*rowWidth {
		return columns{}, errColumns
	}
	c := columns{n: int(n)}
	rest := body[4:]
	for i, w := range widths {
		c.col[i], rest = rest[:w*c.n:w*c.n], rest[w*c.n:]
	}
	c.tail = rest
	return c, nil
}

// cell is one value of one column.
func (c *columns) cell(column, i int) []byte {
	w := widths[column]
	return c.col[column][i*w : (i+1)*w]
}

type fieldsRow struct {
	_      struct{} `cbor:",toarray"`
	ID     codebook.ID
	Values []namedRow
}

type namedRow struct {
	_     struct{} `cbor:",toarray"`
	Name  string
	Value string
}

type fieldsOf = map[codebook.ID][]codebook.FieldValue

func (c *columns) fields() (fieldsOf, error) {
	if len(c.tail) == 0 {
		return nil, nil
	}
	var rows []fieldsRow
	if err := decoding.Unmarshal(c.tail, &rows); err != nil {
		return nil, err
	}
	m := make(fieldsOf, len(rows))
	for _, r := range rows {
		m[r.ID] = each(r.Values, func(v namedRow) codebook.FieldValue { return codebook.FieldValue{Name: v.Name, Value: v.Value} })
	}
	return m, nil
}

// encodeFields writes the fields of the codings with these ids, in their order.
func encodeFields(fields fieldsOf, ids []byte) ([]byte, error) {
	var rows []fieldsRow
	for i := 0; i < len(ids) && len(fields) > 0; i += len(codebook.ID{}) {
		id := codebook.ID(ids[i:])
		if values := fields[id]; len(values) > 0 {
			rows = append(rows, fieldsRow{ID: id, Values: each(values, func(v codebook.FieldValue) namedRow {
				return namedRow{Name: v.Name, Value: v.Value}
			})})
		}
	}
	if rows == nil {
		return nil, nil
	}
	return encoding.Marshal(rows)
}

func encodeCodings(c *codebook.Codings) ([]byte, error) {
	le := binary.LittleEndian
	b := make([]byte, 0, 4+rowWidth*c.Len())
	b = le.AppendUint32(b, uint32(c.Len()))
	for _, column := range [][]uint32{c.Start, c.End, c.StartCh, c.EndCh} {
		for _, v := range column {
			b = le.AppendUint32(b, v)
		}
	}
	for _, v := range c.Code {
		b = le.AppendUint32(b, uint32(v))
	}
	for _, v := range c.Coder {
		b = le.AppendUint16(b, v)
	}
	for _, v := range c.Flags {
		b = le.AppendUint16(b, uint16(v))
	}
	for _, v := range c.Created {
		b = le.AppendUint64(b, uint64(v))
	}
	for i := range c.ID {
		b = append(b, c.ID[i][:]...)
	}
	tail, err := encodeFields(c.Fields, b[len(b)-16*c.Len():])
	return append(b, tail...), err
}

func decodeCodings(body []byte) (*codebook.Codings, error) {
	raw, err := openColumns(body)
	if err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	c := codebook.MakeCodings(raw.n)
	for k, column := range [][]uint32{c.Start, c.End, c.StartCh, c.EndCh} {
		from := raw.col[k]
		for i := range column {
			column[i], from = le.Uint32(from), from[4:]
		}
	}
	code, coder, flags := raw.col[colCode], raw.col[colCoder], raw.col[colFlags]
	for i := range c.Code {
		c.Code[i], code = codebook.No(le.Uint32(code)), code[4:]
		c.Coder[i], coder = le.Uint16(coder), coder[2:]
		c.Flags[i], flags = codebook.CodingFlags(le.Uint16(flags)), flags[2:]
	}
	created, id := raw.col[colCreated], raw.col[colID]
	for i := range c.Created {
		c.Created[i], created = int64(le.Uint64(created)), created[8:]
		c.ID[i], id = codebook.ID(id), id[16:]
	}
	if !slices.IsSorted(c.Start) {
		return nil, errUnsorted
	}
	c.Fields, err = raw.fields()
	return c, err
}
