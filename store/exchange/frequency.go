package exchange

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// FrequencyTable is codes by columns: one measure in a cell, or, tidy, a row for
// each code and column with every measure.
func FrequencyTable(p *codebook.Project, f *tally.Frequency, m tally.Measure, tidy bool, w Words) *Table {
	if tidy {
		return tidyFrequency(p, f, w)
	}
	kind := measureKind(m)
	columns := w.columns(Text, "code", "path", "dimension")
	columns[1].Spare, columns[2].Spare = 2, 1
	columns = append(columns, w.breakdown(p, f.Columns.By, f.Columns.Heads, f.Columns.Nos, kind)...)
	columns = append(columns, w.column("total", kind))
	labels, top := p.CodeLabels(), p.Tree().Top
	rows := make([][]Value, len(f.Codes))
	for r, code := range f.Codes {
		row := []Value{Of(labels[code]), Of(p.CodePath(code)), Of(labels[top[code]])}
		for c := range f.Columns.Heads {
			row = append(row, measured(f, m, r, c, w))
		}
		rows[r] = append(row, measured(f, m, r, tally.Total, w))
	}
	return NewTable(columns, rows, w)
}

func tidyFrequency(p *codebook.Project, f *tally.Frequency, w Words) *Table {
	columns := w.columns(Text, "code", "path", f.Columns.By)
	for _, m := range tally.Measures() {
		columns = append(columns, w.column(m.String(), measureKind(m)))
	}
	labels := p.CodeLabels()
	rows := make([][]Value, 0, len(f.Codes)*len(f.Columns.Heads))
	for r, code := range f.Codes {
		path := Of(p.CodePath(code))
		for c, head := range f.Columns.Heads {
			cell := Of(head)
			if g := p.Group(f.Columns.Nos[c]); f.Columns.By == "group" && g != nil {
				cell = w.Group(p, g.No)
			}
			row := []Value{Of(labels[code]), path, cell}
			for _, m := range tally.Measures() {
				row = append(row, measured(f, m, r, c, w))
			}
			rows = append(rows, row)
		}
	}
	return NewTable(columns, rows, w)
}

func measureKind(m tally.Measure) Kind {
	if m.Counts() {
		return Count
	}
	return Figure
}

func measured(f *tally.Frequency, m tally.Measure, r, c int, w Words) Value {
	v, why := f.Value(m, r, c)
	if m.Counts() && why == tally.Defined {
		return Int(int(v))
	}
	return w.figure(v, why)
}
