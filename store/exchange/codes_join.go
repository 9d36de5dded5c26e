package exchange

import (
	"strings"

	"fangtan/codebook"
)

// join finds the parents that stand in the file, wherever, and refuses two
// siblings of one name and circles.
func (f *CodeFile) join() error {
	byLabel, byOther := f.lookups()
	for i := range f.Rows {
		row := &f.Rows[i]
		if !f.has["parent"] {
			f.splitPath(row, byLabel)
		}
		if row.Parent == "" {
			continue
		}
		hits := byLabel[row.Parent]
		if len(hits) == 0 {
			hits = byOther[row.Parent]
		}
		switch {
		case len(hits) == 1:
			row.above = hits[0]
		case len(hits) > 1:
			return &RowError{row.Line, "parent", row.Parent, codebook.ErrAmbiguous}
		}
	}
	for _, check := range []func() error{f.siblings, f.keys, f.circles} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// lookups find rows by the label the file gives them, and by number, either
// name, id and parent with label.
func (f *CodeFile) lookups() (byLabel, byOther map[string][]int) {
	byLabel, byOther = map[string][]int{}, map[string][]int{}
	for i := range f.Rows {
		row := &f.Rows[i]
		byLabel[row.Label] = append(byLabel[row.Label], i)
		seen := map[string]bool{"": true}
		for _, s := range []string{
			row.Code.Number, row.Code.NameZh, row.Code.NameEn, row.Code.ID.String(), row.Parent + codebook.PathSeparator + row.Label,
		} {
			if !seen[s] {
				seen[s] = true
				byOther[s] = append(byOther[s], i)
			}
		}
	}
	return byLabel, byOther
}

// splitPath takes a label for a path if what stands before its last name is a
// code of the file.
func (f *CodeFile) splitPath(row *CodeRow, byLabel map[string][]int) {
	if above, _, ok := cutPath(row.Label); ok && len(byLabel[above]) > 0 {
		row.Parent = above
	}
}

// cutPath splits a path before its last name.
func cutPath(path string) (above, name string, ok bool) {
	i := strings.LastIndex(path, codebook.PathSeparator)
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+len(codebook.PathSeparator):], true
}

// ownName is the name a row gives its code: its label, without the path where it
// is one.
func (row *CodeRow) ownName() string {
	if row.Parent == "" || row.Label == row.Code.NameZh || row.Label == row.Code.NameEn {
		return row.Label
	}
	above := row.Parent + codebook.PathSeparator
	if own, ok := strings.CutPrefix(row.Label, above); ok {
		return own
	}
	if _, own, ok := strings.Cut(row.Label, codebook.PathSeparator+above); ok {
		return own
	}
	return row.Label
}

func (f *CodeFile) siblings() error {
	type sibling struct {
		above        int
		parent, name string
	}
	seen := map[sibling]bool{}
	for i := range f.Rows {
		row := &f.Rows[i]
		key := sibling{above: row.above, name: row.ownName()}
		if row.above < 0 {
			key.parent = row.Parent
		}
		if seen[key] {
			return &RowError{row.Line, "code", row.Label, codebook.ErrSameName}
		}
		seen[key] = true
	}
	return nil
}

// keys refuses numbers and ids that stand there twice.
func (f *CodeFile) keys() error {
	numbers, ids := map[string]bool{}, map[codebook.ID]bool{}
	for i := range f.Rows {
		row := &f.Rows[i]
		c := &row.Code
		switch {
		case c.Number != "" && numbers[c.Number]:
			return &RowError{row.Line, "number", c.Number, ErrTwice}
		case !c.ID.Zero() && ids[c.ID]:
			return &RowError{row.Line, "id", c.ID.String(), ErrTwice}
		}
		numbers[c.Number], ids[c.ID] = true, true
	}
	return nil
}

// circles refuses a code that is its own ancestor.
func (f *CodeFile) circles() error {
	const unseen, open, done = 0, 1, 2
	state := make([]int, len(f.Rows))
	for i := range f.Rows {
		var chain []int
		at := i
		for ; at >= 0 && state[at] == unseen; at = f.Rows[at].above {
			state[at] = open
			chain = append(chain, at)
		}
		if at >= 0 && state[at] == open {
			return &RowError{f.Rows[at].Line, "parent", f.Rows[at].Parent, codebook.ErrCycle}
		}
		for _, n := range chain {
			state[n] = done
		}
	}
	return nil
}

// parentsFirst are the rows in the order of the file, but none before its parent.
func (f *CodeFile) parentsFirst() []int {
	placed := make([]bool, len(f.Rows))
	order := make([]int, 0, len(f.Rows))
	for i := range f.Rows {
		var chain []int
		for at := i; at >= 0 && !placed[at]; at = f.Rows[at].above {
			placed[at] = true
			chain = append(chain, at)
		}
		for k := len(chain) - 1; k >= 0; k-- {
			order = append(order, chain[k])
		}
	}
	return order
}
