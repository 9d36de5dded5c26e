package exchange

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// change lays a row over the code that it is.
func (m *codeMerge) change(row *CodeRow, old *codebook.Code, parent codebook.No) {
	want := m.laidOver(row, old)
	edits := 0
	if !sameCode(&want, old) {
		m.ops = append(m.ops, &codebook.PutCode{Row: want})
		edits++
	}
	if (m.file.has["parent"] || row.Parent != "") && parent != old.Parent {
		m.ops = append(m.ops, &codebook.MoveCode{Code: old.No, Parent: parent, Index: m.p.CodeCount() + len(m.file.Rows)})
		edits++
	}
	if m.memo(row, old.No) {
		edits++
	}
	if edits == 0 {
		m.report.Unchanged++
		return
	}
	m.report.Changed++
}

// laidOver is the old code with the cells of the columns that the file has.
func (m *codeMerge) laidOver(row *CodeRow, old *codebook.Code) codebook.Code {
	want, from := *old, &row.Code
	for head, take := range map[string]func(){
		"number": func() { want.Number = from.Number }, "role": func() { want.Role = from.Role },
		"name_zh": func() { want.NameZh = from.NameZh }, "name_en": func() { want.NameEn = from.NameEn },
		"color": func() { want.Color = from.Color }, "pin": func() { want.Pin = from.Pin },
		"codable": func() { want.Heading = from.Heading }, "archived": func() { want.Archived = from.Archived },
		"definition": func() { want.Definition = from.Definition }, "include": func() { want.Include = from.Include },
		"exclude": func() { want.Exclude = from.Exclude }, "cues": func() { want.Cues = from.Cues },
		"examples": func() { want.Examples = from.Examples }, fieldsHead: func() { want.Fields = from.Fields },
	} {
		if m.file.has[head] {
			take()
		}
	}
	m.nameIn(&want, row)
	return want
}

func sameCode(a, b *codebook.Code) bool {
	return a.Number == b.Number && a.NameZh == b.NameZh && a.NameEn == b.NameEn && a.Role == b.Role &&
		a.Color == b.Color && a.Pin == b.Pin && a.Heading == b.Heading && a.Archived == b.Archived &&
		a.Definition == b.Definition && a.Include == b.Include && a.Exclude == b.Exclude &&
		a.Cues == b.Cues && a.Examples == b.Examples && formatFields(a.Fields) == formatFields(b.Fields)
}

// memo writes the row's memo on code n, unless it is there.
func (m *codeMerge) memo(row *CodeRow, n codebook.No) bool {
	if strings.TrimSpace(row.Memo) == "" {
		return false
	}
	there := m.noted[n]
	if row.Memo == strings.Join(there, Separator) || slices.Contains(there, row.Memo) {
		return false
	}
	m.memos = append(m.memos, &codebook.PutMemo{Row: codebook.Memo{
		ID: m.newID(), Target: codebook.TargetCode, On: n, Coder: m.coder, Created: m.now, Changed: m.now, Text: row.Memo,
	}})
	return true
}

// codeMemos are the texts of the memos on each code.
func codeMemos(p *codebook.Project) map[codebook.No][]string {
	texts := map[codebook.No][]string{}
	for _, memo := range p.Memos() {
		if memo.Target == codebook.TargetCode {
			texts[memo.On] = append(texts[memo.On], memo.Text)
		}
	}
	return texts
}

// compare warns where the file's dimension or level is not what the tree says.
func (m *codeMerge) compare() {
	for i := range m.file.Rows {
		row := &m.file.Rows[i]
		level, names := m.derived(i)
		if row.level != "" && row.level != strconv.Itoa(level) {
			m.report.Warnings = append(m.report.Warnings, &RowError{row.Line, "level", row.level, ErrDerived})
		}
		if row.dimension != "" && !slices.Contains(names, row.dimension) {
			m.report.Warnings = append(m.report.Warnings, &RowError{row.Line, "dimension", row.dimension, ErrDerived})
		}
	}
	slices.SortStableFunc(m.report.Warnings, func(a, b *RowError) int { return a.Line - b.Line })
}

// derived is the level of a row, from 1, and the names of its level-1 code.
func (m *codeMerge) derived(i int) (level int, names []string) {
	level = 1
	for ; m.file.Rows[i].above >= 0; i = m.file.Rows[i].above {
		level++
	}
	top := &m.file.Rows[i]
	names = []string{top.Label, top.Code.NameZh, top.Code.NameEn, top.Code.Number}
	if top.Parent == "" {
		return level, names
	}
	if n, err := m.names.Find(top.Parent); err == nil {
		path := m.p.Path(n)
		c := m.p.Code(path[0])
		return level + len(path), []string{c.NameZh, c.NameEn, c.Number, m.p.CodeLabel(c.No)}
	}
	return level, names
}
