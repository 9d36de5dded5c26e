package exchange

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// OwnAncestor is why a code and the code above it do not meet.
const OwnAncestor tally.Undefined = "own-ancestor"

// CooccurrenceTable is pairs of codes that meet, or, as a matrix, the square of
// n: in how many units each two meet, on the diagonal how many the code touches.
// A code and its own ancestor are no pair: that cell is empty, and the note says so.
func CooccurrenceTable(p *codebook.Project, c *tally.Cooccurrence, matrix bool, w Words) *Table {
	if matrix {
		return cooccurrenceMatrix(p, c, w)
	}
	columns := w.columns(Text, "code_a", "code_b")
	columns = append(columns, w.columns(Count, "n", "n_a", "n_b")...)
	columns = append(columns, w.columns(Figure, "c", "b_given_a", "a_given_b", "lift")...)
	columns = append(columns, w.column("skewed", Truth), w.column("pairs", Count))
	labels := p.CodeLabels()
	var rows [][]Value
	for _, q := range c.Pairs() {
		rows = append(rows, []Value{
			Of(labels[q.A]), Of(labels[q.B]), Int(q.N), Int(q.NA), Int(q.NB),
			given(w, q.C), given(w, q.BGivenA), given(w, q.AGivenB),
			given(w, func() (float64, tally.Undefined) { return q.Lift(c.Units) }),
			Bool(q.Skewed()), Int(q.Pairs),
		})
	}
	return NewTable(columns, rows, w)
}

func given(w Words, figure func() (float64, tally.Undefined)) Value { return w.figure(figure()) }

func cooccurrenceMatrix(p *codebook.Project, c *tally.Cooccurrence, w Words) *Table {
	labels := p.CodeLabels()
	columns := []Column{w.column("code", Text)}
	rows := make([][]Value, len(c.Codes))
	for i, a := range c.Codes {
		columns = append(columns, Column{Head: labels[a], Name: p.Code(a).Title(w.lang(p)), Kind: Count})
		row := []Value{Of(labels[a])}
		for j, b := range c.Codes {
			q, ok := c.Pair(a, b)
			switch {
			case i == j:
				row = append(row, Int(c.Of[i]))
			case ok:
				row = append(row, Int(q.N))
			default:
				row = append(row, Undefined(w.say("undefined", string(OwnAncestor))))
			}
		}
		rows[i] = row
	}
	return NewTable(columns, rows, w)
}
