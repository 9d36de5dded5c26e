package exchange

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"fangtan/codebook"
)

// CodingsImport is the kind of the action that takes codings in.
const CodingsImport = "coding.import"

// ErrBadRows is a file of codings with rows that do not fit, which are in the
// report; nothing of it is taken in.
var ErrBadRows = errors.New("has rows that do not fit")

// CodingsOptions say how codings are taken in.
type CodingsOptions struct {
	CreateCodes bool // make codes that the study lacks
	Partial     bool // take in what fits where other rows do not
	NewID       func() codebook.ID
	Now         int64 // Unix milliseconds, for rows that do not say when
}

// CodingsReport is what taking codings in does.
type CodingsReport struct {
	Rows    int         // in the file
	Added   int         // codings made
	Known   int         // rows that are there already, or twice in the file
	Memos   int         // memos made
	Bad     []*RowError // rows that do not fit
	Widened []Widened   // passages that did not end between characters
	Coders  []string    // coders made
	Codes   []string    // codes made
	LeftOut []string    // columns this program does not know
}

// Widened is a passage that started or ended inside a character and was widened
// to hold it whole; Start and End are as the file has them.
type Widened struct {
	Line       int
	File       string
	Start, End int
}

// ReadCodings reads codings from CSV with the columns file, coder, code, start
// and end, in any order, and gives what takes them into p as it is now, as one
// action to be done before any other. With rows that do not fit the error is
// [ErrBadRows], unless o.Partial; the report lists them in any case. An action
// without ops changes nothing.
func ReadCodings(r io.Reader, p *codebook.Project, texts Texts, o CodingsOptions) (*codebook.Batch, CodingsReport, error) {
	s, err := openSheet(r)
	if err != nil {
		return nil, CodingsReport{}, err
	}
	if err := s.need("file", "coder", "code", "start", "end"); err != nil {
		return nil, CodingsReport{}, err
	}
	m := newCodingMerge(s, p, o)
	if err := m.read(); err != nil {
		return nil, CodingsReport{}, err
	}
	if err := m.place(texts); err != nil {
		return nil, CodingsReport{}, err
	}
	batch := m.batch()
	if len(m.report.Bad) > 0 && !o.Partial {
		return nil, m.report, ErrBadRows
	}
	return batch, m.report, nil
}

// codingMerge lays a file's codings into a project: rows are read and sorted by
// transcript, their offsets then turned into bytes, then what is new is kept.
type codingMerge struct {
	s       *sheet
	p       *codebook.Project
	options CodingsOptions
	columns codingColumns
	names   *resolver
	baskets []*basket
	byNo    map[codebook.No]*basket
	memos   []passageMemo
	report  CodingsReport
}

// codingColumns are the places of columns, -1 for those that are not there.
type codingColumns struct {
	file, coder, code, start, end int
	created, id, memo, starred    int
	fields                        []int
	fieldNames                    []string
}

// basket is the file's codings of one transcript. Until they are placed, their
// ends are code points.
type basket struct {
	t       *codebook.Transcript
	rows    []codebook.Coding
	lines   []int32
	memos   []int // indices in codingMerge.memos
	bad     []*RowError
	widened []Widened
}

// passageMemo is a memo on the passage of a row.
type passageMemo struct {
	row   int // in its basket
	coder codebook.No
	time  int64
	text  string
}

func newCodingMerge(s *sheet, p *codebook.Project, o CodingsOptions) *codingMerge {
	m := &codingMerge{
		s: s, p: p, options: o, byNo: map[codebook.No]*basket{},
		names: newResolver(p, o.CreateCodes, o.NewID),
	}
	at := func(head string) int {
		if i, ok := s.place[head]; ok {
			return i
		}
		return -1
	}
	m.columns = codingColumns{
		file: at("file"), coder: at("coder"), code: at("code"), start: at("start"), end: at("end"),
		created: at("created"), id: at("id"), memo: at("memo"), starred: at("starred"),
	}
	for i, h := range s.heads {
		if name, ok := strings.CutPrefix(h, fieldPrefix); ok && name != "" {
			m.columns.fields = append(m.columns.fields, i)
			m.columns.fieldNames = append(m.columns.fieldNames, name)
		}
	}
	m.report.LeftOut = s.unknown(knownCodingColumn)
	return m
}

// knownCodingColumn says that a column is read, or follows from the others.
func knownCodingColumn(head string) bool {
	if strings.HasPrefix(head, fieldPrefix) || head == "starred" || head == "created" || head == "id" {
		return true
	}
	for _, c := range codingsHead {
		if c.head == head {
			return true
		}
	}
	return false
}

func (m *codingMerge) read() error {
	for {
		if err := m.s.next(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		m.report.Rows++
		if fault := m.row(); fault != nil {
			m.report.Bad = append(m.report.Bad, fault)
		}
	}
}

// sorted puts what was found by transcript into the order of the file.
func (r *CodingsReport) sorted() {
	slices.SortStableFunc(r.Bad, func(a, b *RowError) int { return cmp.Compare(a.Line, b.Line) })
	slices.SortFunc(r.Widened, func(a, b Widened) int { return cmp.Compare(a.Line, b.Line) })
}
