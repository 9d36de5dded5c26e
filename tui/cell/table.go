package cell

import "strings"

// Column says how one column of a table is set.
type Column struct {
	Width int  // columns of the terminal
	Right bool // numbers stand on the right
}

// Gap is the number of blanks between two columns of a table.
const Gap = 2

// Row sets plain texts into columns, each in exactly its width, with Gap blanks between them. Missing texts are blank,
// surplus ones are dropped.
func (r Ruler) Row(columns []Column, texts ...string) string {
	return strings.Join(r.Fields(columns, texts...), blanks(Gap))
}

// Fields sets plain texts like Row but leaves them apart, for a caller that styles them one by one.
func (r Ruler) Fields(columns []Column, texts ...string) []string {
	set := make([]string, len(columns))
	for i, c := range columns {
		text := ""
		if i < len(texts) {
			text = texts[i]
		}
		if c.Right {
			set[i] = r.FitLeft(text, c.Width)
		} else {
			set[i] = r.Fit(text, c.Width)
		}
	}
	return set
}

// Columns returns columns as wide as the widest text of rows in each, right ones where right says so. When
// the whole is wider than total, the widest columns give way until it fits, none below least.
func (r Ruler) Columns(rows [][]string, right func(column int) bool, total, least int) []Column {
	var columns []Column
	for _, row := range rows {
		for i, text := range row {
			if i == len(columns) {
				columns = append(columns, Column{Right: right(i)})
			}
			columns[i].Width = max(columns[i].Width, r.Width(text))
		}
	}
	shrink(columns, total, least)
	return columns
}

// shrink takes columns away from the widest until the sum fits into total or all stand at least.
func shrink(columns []Column, total, least int) {
	sum := Gap * max(len(columns)-1, 0)
	for _, c := range columns {
		sum += c.Width
	}
	for ; sum > total; sum-- {
		widest := 0
		for i, c := range columns {
			if c.Width > columns[widest].Width {
				widest = i
			}
		}
		if columns[widest].Width <= least {
			return
		}
		columns[widest].Width--
	}
}
