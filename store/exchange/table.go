package exchange

import (
	"iter"
	"slices"
	"strings"
)

// Column is one column of a table.
type Column struct {
	Head  string // in files
	Title string // on a terminal; empty: the head
	Name  string // of what in the study the column is about, for people, before title and head; empty: nothing
	Kind  Kind
	Wrap  bool  // on a narrow terminal its words are wrapped, not cut
	Spare uint8 // on a narrow terminal columns with more are left out first
}

// Rows are rows one after another. A row is valid until the next one is asked
// for; an error ends them.
type Rows = iter.Seq2[[]Value, error]

// Table is rows ready to be written, each with one value a column.
type Table struct {
	Columns []Column
	Rows    Rows
	Notes   []string // lines under the table, for people only
}

// NoteHead heads the last column, written only if needed, that says why figures
// are missing.
const NoteHead = "note"

// Separator joins several values in one cell.
const Separator = "; "

// NewTable makes a table of rows held in memory. Where a cell is [Undefined]
// with a reason it gets a last column that names the cells and the reason.
func NewTable(columns []Column, rows [][]Value, w Words) *Table {
	if slices.ContainsFunc(rows, hasReason) {
		for i, row := range rows {
			rows[i] = append(slices.Clip(row), Filled(reasons(columns, row)))
		}
		columns = append(slices.Clip(columns), w.column(NoteHead, Text))
	}
	return &Table{Columns: columns, Rows: held(rows)}
}

func held(rows [][]Value) Rows {
	return func(yield func([]Value, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func hasReason(row []Value) bool {
	return slices.ContainsFunc(row, func(v Value) bool { return v.Why() != "" })
}

// reasons says why cells of a row are empty: "a, b: one reason; c: another".
func reasons(columns []Column, row []Value) string {
	var order []string
	heads := map[string][]string{}
	for i, v := range row {
		why := v.Why()
		if why == "" {
			continue
		}
		if heads[why] == nil {
			order = append(order, why)
		}
		heads[why] = append(heads[why], columns[i].Head)
	}
	for i, why := range order {
		order[i] = strings.Join(heads[why], ", ") + ": " + why
	}
	return strings.Join(order, Separator)
}

// Apart lays tables of the same thing, one a coder, under one another, with the
// coder's name in a first column. Columns that only some have are empty in the
// others; the column note stays last.
func Apart(coders []string, tables []*Table, w Words) (*Table, error) {
	columns := []Column{w.column("coder", Text)}
	place := map[string]int{}
	for _, last := range []bool{false, true} {
		for _, t := range tables {
			for _, c := range t.Columns {
				if _, known := place[c.Head]; known || (c.Head == NoteHead) != last {
					continue
				}
				place[c.Head] = len(columns)
				columns = append(columns, c)
			}
		}
	}
	var rows [][]Value
	for i, t := range tables {
		for row, err := range t.Rows {
			if err != nil {
				return nil, err
			}
			wide := make([]Value, len(columns))
			wide[0] = Of(coders[i])
			for j, c := range t.Columns {
				wide[place[c.Head]] = row[j]
			}
			rows = append(rows, wide)
		}
	}
	return &Table{Columns: columns, Rows: held(rows)}, nil
}
