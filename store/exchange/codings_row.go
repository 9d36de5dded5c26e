package exchange

import (
	"strconv"
	"strings"
	"time"

	"fangtan/codebook"
)

// cell gives the cell in a column without blanks around it; there may be no such
// column.
func (m *codingMerge) cell(column int) string {
	if column < 0 {
		return ""
	}
	return strings.TrimSpace(m.s.at(column))
}

// row puts one row into the basket of its transcript, or says why it does not fit.
func (m *codingMerge) row() *RowError {
	k := &m.columns
	file, coder, code := m.cell(k.file), m.cell(k.coder), m.cell(k.code)
	t, err := m.names.transcript(file)
	if err != nil {
		return m.s.fault("file", file, err)
	}
	var c codebook.Coding
	var fault *RowError
	if c.Start, c.End, fault = m.offsets(); fault != nil {
		return fault
	}
	if fault := m.optional(&c); fault != nil {
		return fault
	}
	if c.Code, err = m.names.code(code); err != nil {
		return m.s.fault("code", code, err)
	}
	if fault := m.fields(&c); fault != nil {
		return fault
	}
	if c.Coder, err = m.names.coder(coder); err != nil {
		return m.s.fault("coder", coder, err)
	}
	m.keep(t, c)
	return nil
}

func (m *codingMerge) offsets() (start, end uint32, fault *RowError) {
	given := [2]string{m.cell(m.columns.start), m.cell(m.columns.end)}
	var n [2]uint64
	for i, head := range [2]string{"start", "end"} {
		var err error
		if n[i], err = strconv.ParseUint(given[i], 10, 32); err != nil {
			return 0, 0, m.s.fault(head, given[i], ErrNumber)
		}
	}
	if n[0] >= n[1] {
		return 0, 0, m.s.fault("end", given[1], ErrNoPassage)
	}
	return uint32(n[0]), uint32(n[1]), nil
}

// optional reads the columns that a file need not have.
func (m *codingMerge) optional(c *codebook.Coding) *RowError {
	k := &m.columns
	c.Created = m.options.Now
	if v := m.cell(k.created); v != "" {
		at, err := time.Parse(time.RFC3339, v)
		if err != nil {
			return m.s.fault("created", v, ErrTime)
		}
		c.Created = at.UnixMilli()
	}
	if v := m.cell(k.id); v != "" && !readID(v, &c.ID) {
		return m.s.fault("id", v, ErrBadID)
	}
	starred := false
	if v := m.cell(k.starred); v != "" && !readTruth(v, &starred) {
		return m.s.fault("starred", v, ErrTruth)
	}
	if starred {
		c.Flags = codebook.Starred
	}
	return nil
}

// fields reads the values that are there; the code may say which it takes.
func (m *codingMerge) fields(c *codebook.Coding) *RowError {
	code := m.p.Code(c.Code)
	for i, column := range m.columns.fields {
		v := m.s.at(column)
		if v == "" {
			continue
		}
		name := m.columns.fieldNames[i]
		if code != nil {
			if f, ok := code.Field(name); ok && !f.Takes(v) {
				return m.s.fault(fieldPrefix+name, v, codebook.ErrField)
			}
		}
		c.Fields = append(c.Fields, codebook.FieldValue{Name: name, Value: strings.Clone(v)})
	}
	return nil
}

func (m *codingMerge) keep(t *codebook.Transcript, c codebook.Coding) {
	b := m.byNo[t.No]
	if b == nil {
		b = &basket{t: t}
		m.byNo[t.No] = b
		m.baskets = append(m.baskets, b)
	}
	if m.columns.memo >= 0 {
		if text := m.s.at(m.columns.memo); strings.TrimSpace(text) != "" {
			b.memos = append(b.memos, len(m.memos))
			m.memos = append(m.memos, passageMemo{row: len(b.rows), coder: c.Coder, time: c.Created, text: strings.Clone(text)})
		}
	}
	b.rows = append(b.rows, c)
	b.lines = append(b.lines, int32(m.s.line))
}
