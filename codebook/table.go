package codebook

import "slices"

// table keeps the rows of one kind by number. Rows are immutable; a nil row is a
// number that is not in use.
type table[T any] struct {
	rows  []*T // by number; rows[0] is always nil
	count int
	last  No // highest number ever given out
}

func (t *table[T]) get(n No) *T {
	if int(n) < len(t.rows) {
		return t.rows[n]
	}
	return nil
}

func (t *table[T]) set(n No, row *T) {
	for int(n) >= len(t.rows) {
		t.rows = append(t.rows, make([]*T, max(1, int(n)+1-len(t.rows)))...)
	}
	switch {
	case t.rows[n] == nil && row != nil:
		t.count++
	case t.rows[n] != nil && row == nil:
		t.count--
	}
	t.rows[n] = row
	t.last = max(t.last, n)
}

// take gives the next free number.
func (t *table[T]) take() No {
	t.last++
	return t.last
}

// all gives the rows in the order of their numbers.
func (t *table[T]) all() []*T {
	rows := make([]*T, 0, t.count)
	for _, r := range t.rows {
		if r != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

func (t *table[T]) clone() table[T] {
	return table[T]{rows: slices.Clone(t.rows), count: t.count, last: t.last}
}
