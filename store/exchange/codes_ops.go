package exchange

import (
	"slices"
	"strconv"

	"fangtan/codebook"
)

// CodeImport is the kind of the action that takes a codebook in.
const CodeImport = "code.import"

// CodeReport is what taking a codebook in does.
type CodeReport struct {
	Added, Changed, Unchanged int
	Warnings                  []*RowError
	LeftOut                   []string // columns the file has and this program does not know
}

// Ops gives what takes the file's codes into p as it is now, as one action. A
// code is known again by its id, then its number, then its name under its
// parent; columns that the file lacks leave what is there. The action holds
// numbers that p will give: it is to be done before any other. The error is a
// [RowError]. An action without ops changes nothing.
func (f *CodeFile) Ops(p *codebook.Project, newID func() codebook.ID, coder codebook.No, now int64) (*codebook.Batch, CodeReport, error) {
	m := &codeMerge{
		file: f, p: p, newID: newID, coder: coder, now: now,
		names: p.CodeNames(), noted: codeMemos(p), nos: make([]codebook.No, len(f.Rows)), next: p.Last().Codes,
		taken: map[codebook.No]bool{}, report: CodeReport{Warnings: slices.Clone(f.Warnings), LeftOut: f.LeftOut},
	}
	m.known()
	for _, i := range f.parentsFirst() {
		if err := m.row(i); err != nil {
			return nil, CodeReport{}, err
		}
	}
	m.compare()
	return &codebook.Batch{
		Name: CodeImport, Names: []string{strconv.Itoa(m.report.Added), strconv.Itoa(m.report.Changed)},
		Ops: append(m.ops, m.memos...),
	}, m.report, nil
}

// codeMerge lays a file's codes into a project.
type codeMerge struct {
	file  *CodeFile
	p     *codebook.Project
	newID func() codebook.ID
	coder codebook.No
	now   int64

	names    *codebook.CodeNames
	byID     map[codebook.ID]codebook.No
	byNumber map[string]codebook.No
	noted    map[codebook.No][]string
	nos      []codebook.No // by row: the code it is
	taken    map[codebook.No]bool
	next     codebook.No // the number given out last

	ops, memos []codebook.Op
	report     CodeReport
}

func (m *codeMerge) known() {
	m.byID, m.byNumber = map[codebook.ID]codebook.No{}, map[string]codebook.No{}
	for _, n := range m.p.Tree().Order {
		c := m.p.Code(n)
		m.byID[c.ID] = n
		if c.Number != "" {
			m.byNumber[c.Number] = n
		}
	}
}

// row takes in one row whose parent is in already.
func (m *codeMerge) row(i int) error {
	row := m.file.Rows[i]
	parent, err := m.parent(&row)
	if err != nil {
		return err
	}
	old := m.find(&row, parent)
	if old == nil {
		m.nos[i] = m.add(&row, parent)
		return nil
	}
	if m.taken[old.No] {
		return &RowError{row.Line, "code", row.Label, ErrTwice}
	}
	m.taken[old.No], m.nos[i] = true, old.No
	m.change(&row, old, parent)
	return nil
}

// parent gives the number of the code above. In a file without parents a label
// may be the path of a code under one of the project.
func (m *codeMerge) parent(row *CodeRow) (codebook.No, error) {
	if row.above >= 0 {
		return m.nos[row.above], nil
	}
	if row.Parent == "" {
		above, _, ok := cutPath(row.Label)
		if n, err := m.names.Find(above); ok && err == nil && !m.file.has["parent"] {
			row.Parent = above
			return n, nil
		}
		return 0, nil
	}
	n, err := m.names.Find(row.Parent)
	if err != nil {
		return 0, &RowError{row.Line, "parent", row.Parent, err}
	}
	return n, nil
}

// find gives the code of the project that a row is, or nil.
func (m *codeMerge) find(row *CodeRow, parent codebook.No) *codebook.Code {
	if n, ok := m.byID[row.Code.ID]; ok && !row.Code.ID.Zero() {
		return m.p.Code(n)
	}
	if n, ok := m.byNumber[row.Code.Number]; ok {
		return m.p.Code(n)
	}
	if row.Parent == "" && !m.file.has["parent"] {
		if n, err := m.names.Find(row.Label); err == nil {
			return m.p.Code(n)
		}
	}
	for _, n := range m.p.Tree().Children(parent) {
		if c := m.p.Code(n); row.names(c) {
			return c
		}
	}
	return nil
}

// names says that the row has a name of c.
func (row *CodeRow) names(c *codebook.Code) bool {
	own := row.ownName()
	return row.Code.NameZh != "" && row.Code.NameZh == c.NameZh ||
		row.Code.NameEn != "" && row.Code.NameEn == c.NameEn ||
		own == c.NameZh || own == c.NameEn
}

// add makes a code and gives the number it will have.
func (m *codeMerge) add(row *CodeRow, parent codebook.No) codebook.No {
	made := row.Code
	made.Parent = parent
	if made.ID.Zero() {
		made.ID = m.newID()
	}
	m.nameIn(&made, row)
	m.next++
	m.ops = append(m.ops, &codebook.PutCode{Row: made})
	m.report.Added++
	m.memo(row, m.next)
	return m.next
}

// nameIn gives a code the label as its name in the project's language, where the
// row has no such name, and warns where it has another one.
func (m *codeMerge) nameIn(c *codebook.Code, row *CodeRow) {
	own := row.ownName()
	name, given, other := &c.NameZh, row.Code.NameZh, row.Code.NameEn
	if m.p.Lang == "en" {
		name, given, other = &c.NameEn, row.Code.NameEn, row.Code.NameZh
	}
	switch {
	case own == given || own == other:
	case given == "":
		*name = own
	default:
		m.report.Warnings = append(m.report.Warnings, &RowError{row.Line, "code", row.Label, ErrOtherName})
	}
}
