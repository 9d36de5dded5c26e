package exchange

import (
	"fangtan/codebook"
)

var memosHead = []passageColumn{
	{"on", Text, 0}, {"file", Text, 0}, {"code", Text, 0}, {"start", Count, 3}, {"end", Count, 3}, {"turn", Count, 1},
	{"coder", Text, 1}, {"created", Time, 4}, {"changed", Time, 2}, {"text", Text, 0}, {"id", Text, 5},
}

// KeepMemo says whether a memo is written. A nil KeepMemo keeps all.
type KeepMemo func(m *codebook.Memo) bool

// MemosTable is the memos, one a row, in the order of what they hang on. Its rows are
// made as they are asked for. The code of a memo on a link names both of its codes.
func MemosTable(p *codebook.Project, s Source, keep KeepMemo, w Words) *Table {
	var columns []Column
	for _, c := range memosHead {
		columns = append(columns, c.column(w))
	}
	return &Table{Columns: columns, Rows: func(yield func([]Value, error) bool) {
		x := memoRows{place: place{p: p, source: s, say: w}, labels: p.CodeLabels()}
		for _, m := range p.MemosByPlace() {
			if keep != nil && !keep(m) {
				continue
			}
			if row, err := x.memo(m); !yield(row, err) || err != nil {
				return
			}
		}
	}}
}

// memoRows makes the rows of one memo after another.
type memoRows struct {
	place
	labels []string // by code
}

func (x *memoRows) memo(m *codebook.Memo) ([]Value, error) {
	var start, end, turn Value
	file := Of("")
	if t := x.p.Transcript(m.On); t != nil && m.Target == codebook.TargetTranscript {
		file = x.out(t.File)
	} else if t != nil && m.Target == codebook.TargetPassage {
		if err := x.enter(t); err != nil {
			return nil, err
		}
		file = x.file
		start, end = x.offsets(m.Start, m.End)
		turn, _ = x.numbered(m.Start)
	}
	return []Value{
		Of(m.Target.String()), file, Of(x.on(m)), start, end, turn, Of(coderName(x.p, m.Coder)),
		Moment(m.Created), Moment(max(m.Created, m.Changed)), x.out(m.Text), Of(m.ID.String()),
	}, nil
}

// on names the code that a memo hangs on, or both codes of a link.
func (x *memoRows) on(m *codebook.Memo) string {
	switch m.Target {
	case codebook.TargetCode:
		return x.labels[m.On]
	case codebook.TargetLink:
		if l := x.p.Link(m.On); l != nil {
			return x.labels[l.From] + " → " + x.labels[l.To]
		}
	}
	return ""
}
