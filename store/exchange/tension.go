package exchange

import (
	"errors"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// TensionCell is what the cells of a tension table show.
type TensionCell string

// The cells of a tension table; TensionCodings are codings of the pair's tension code.
const (
	TensionCodings TensionCell = "codings"
	TensionMet     TensionCell = "met"
	TensionVoices  TensionCell = "voices"
	TensionRate    TensionCell = "rate"
)

// NoTensionCode is why a pair of components has no codings, voices or rate.
const NoTensionCode tally.Undefined = "no-tension-code"

// ErrTensionCell is a name that is no [TensionCell].
var ErrTensionCell = errors.New("is no cell of a tension table: want codings, met, voices or rate")

// ParseTensionCell reads a cell's name; the empty name is [TensionCodings].
func ParseTensionCell(s string) (TensionCell, error) {
	switch c := TensionCell(s); c {
	case "":
		return TensionCodings, nil
	case TensionCodings, TensionMet, TensionVoices, TensionRate:
		return c, nil
	}
	return "", ErrTensionCell
}

// TensionTable is Smith's view: for each pair of components what each group has.
func TensionTable(p *codebook.Project, t *tally.Tension, cell TensionCell, w Words) *Table {
	kind := Count
	if cell == TensionRate {
		kind = Figure
	}
	columns := w.columns(Text, "component_a", "component_b")
	columns = append(columns, w.breakdown(p, "group", t.Heads, t.Groups, kind)...)
	columns = append(columns, w.column("total", kind), w.column("voices", Count), w.column("met", Count),
		w.column("c", Figure), w.column("linked", Count), w.column("strongest_a", Text), w.column("strongest_b", Text))
	labels := p.CodeLabels()
	rows := make([][]Value, len(t.Pairs))
	for i := range t.Pairs {
		q := &t.Pairs[i]
		row := []Value{Of(labels[q.A]), Of(labels[q.B])}
		for _, c := range q.Cells {
			row = append(row, tensionValue(q, c, cell, w))
		}
		within := q.A == q.B
		rows[i] = append(row,
			tensionValue(q, q.Total, cell, w), tensionValue(q, q.Total, TensionVoices, w), Int(q.Total.Met),
			given(w, func() (float64, tally.Undefined) { return q.Total.C(within) }), Int(q.Total.Linked),
			labelled(labels, q.Total.StrongestA), labelled(labels, q.Total.StrongestB))
	}
	return NewTable(columns, rows, w)
}

func labelled(labels []string, n codebook.No) Value {
	if n == 0 {
		return Value{}
	}
	return Of(labels[n])
}

func tensionValue(q *tally.TensionPair, c tally.TensionCell, cell TensionCell, w Words) Value {
	switch {
	case cell == TensionMet:
		return Int(c.Met)
	case q.Code == 0:
		return w.figure(0, NoTensionCode)
	case cell == TensionVoices:
		return Int(c.Voices)
	case cell == TensionRate:
		return given(w, c.Rate)
	}
	return Int(c.Codings)
}
