package sample

import (
	"encoding/csv"
	"fmt"
	"io/fs"
)

// entry is one row of a list, by column; line is its place in the file.
type entry struct {
	list  string
	line  int
	cells map[string]string
}

func (e entry) at(column string) string { return e.cells[column] }

// entries reads all lists whose names match pattern, in the order of their names.
func entries(pattern string) ([]entry, error) {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return nil, err
	}
	var all []entry
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for i, row := range rows[1:] {
			e := entry{list: name, line: i + 2, cells: make(map[string]string, len(row))}
			for c, head := range rows[0] {
				e.cells[head] = row[c]
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// fault is what does not fit in a row.
func (e entry) fault(err error) error { return fmt.Errorf("%s, line %d: %w", e.list, e.line, err) }
