package exchange

import (
	"errors"
	"io"
	"slices"
	"strings"

	"fangtan/codebook"
)

// The columns of a codebook in CSV, in the order of export.
var codesHead = []string{
	"code", "parent", "number", "name_zh", "name_en", "dimension", "level", "role", "color", "pin", "codable",
	"archived", "definition", "include", "exclude", "cues", "examples", "memo", "id",
}

// fieldsHead heads the column of what codings with a code may carry.
const fieldsHead = "fields"

// CodeFile is a codebook as it stands in a file: rows with parents by index, so
// that no two siblings have one name and nothing is its own ancestor.
type CodeFile struct {
	Rows     []CodeRow
	LeftOut  []string    // columns it does not know
	Warnings []*RowError // cells left out, and what differs from what the tree says

	has map[string]bool // columns that are there
}

// CodeRow is a code in a file. Code carries what the row says but number, parent
// and rank.
type CodeRow struct {
	Line   int
	Label  string // as the file names it
	Parent string // as the file names it; empty for level 1
	Code   codebook.Code
	Memo   string

	above            int // index of the parent's row; -1: none, or in the project
	dimension, level string
}

// ReadCodes reads a codebook from CSV with columns in any order, of which only
// code is needed. It refuses two siblings of one name and codes that name each
// other in a circle; the error is a [RowError].
func ReadCodes(r io.Reader) (*CodeFile, error) {
	s, err := openSheet(r)
	if err != nil {
		return nil, err
	}
	if err := s.need("code"); err != nil {
		return nil, err
	}
	known := func(h string) bool { return h == fieldsHead || slices.Contains(codesHead, h) }
	f := &CodeFile{LeftOut: s.unknown(known), has: map[string]bool{}}
	for _, h := range s.heads {
		f.has[h] = true
	}
	for {
		if err = s.next(); err != nil {
			break
		}
		row, err := f.read(s)
		if err != nil {
			return nil, err
		}
		f.Rows = append(f.Rows, row)
	}
	if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return f, f.join()
}

func (f *CodeFile) read(s *sheet) (CodeRow, error) {
	row := CodeRow{
		Line: s.line, Label: s.name("code"), Parent: s.name("parent"), Memo: s.cell("memo"),
		dimension: s.name("dimension"), level: s.name("level"), above: -1,
	}
	if row.Label == "" {
		return row, s.fault("code", "", codebook.ErrNoName)
	}
	c := &row.Code
	c.Number, c.NameZh, c.NameEn = s.name("number"), s.name("name_zh"), s.name("name_en")
	c.Definition, c.Include, c.Exclude = s.cell("definition"), s.cell("include"), s.cell("exclude")
	c.Cues, c.Examples = s.cell("cues"), s.cell("examples")
	f.checked(s, c)
	return row, nil
}

// checked takes over the cells that can be wrong; a wrong one is left out with a
// warning.
func (f *CodeFile) checked(s *sheet, c *codebook.Code) {
	codable, archived := true, false
	for _, cell := range []struct {
		head   string
		reason error
		take   func(v string) bool
	}{
		{"role", ErrRole, func(v string) bool { c.Role = v; return codebook.ValidRole(v) }},
		{"color", codebook.ErrColor, func(v string) bool { c.Color = strings.ToLower(v); return codebook.ValidColor(c.Color) }},
		{"pin", codebook.ErrPin, func(v string) bool { c.Pin = v; return codebook.ValidPin(v) }},
		{"codable", ErrTruth, func(v string) bool { return readTruth(v, &codable) }},
		{"archived", ErrTruth, func(v string) bool { return readTruth(v, &archived) }},
		{"id", ErrBadID, func(v string) bool { return readID(v, &c.ID) }},
		{fieldsHead, ErrFields, func(v string) bool { return readFields(v, &c.Fields) }},
	} {
		before := *c
		if v := s.name(cell.head); v != "" && !cell.take(v) {
			*c = before
			f.Warnings = append(f.Warnings, s.fault(cell.head, v, cell.reason))
		}
	}
	c.Heading, c.Archived = !codable, archived
}

// truths are the ways in which people and spreadsheets write a truth value.
var truths = map[string]bool{
	"true": true, "yes": true, "1": true, "是": true,
	"false": false, "no": false, "0": false, "否": false,
}

func readTruth(v string, into *bool) bool {
	b, ok := truths[strings.ToLower(v)]
	if ok {
		*into = b
	}
	return ok
}

func readID(v string, into *codebook.ID) bool {
	id, err := codebook.ParseID(v)
	*into = id
	return err == nil
}

func readFields(v string, into *[]codebook.Field) bool {
	fields, ok := parseFields(v)
	*into = fields
	return ok
}
