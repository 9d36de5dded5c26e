package exchange

import "fangtan/codebook"

var linksHead = []passageColumn{
	{"from", Text, 0}, {"kind", Text, 0}, {"to", Text, 0}, {"file", Text, 1}, {"start", Count, 4}, {"end", Count, 4},
	{"group", Text, 5}, {"speaker", Text, 3}, {"turn", Count, 3}, {"paragraph", Count, 6}, {"text", Text, 2}, {"memo", Text, 1},
	{"coder", Text, 7}, {"created", Time, 8}, {"id", Text, 9},
}

// LinksTable is links between codes, one a row, each with the passage that it
// rests on, if any. kind names a kind; with none, kinds stand for themselves. Its
// rows are made as they are asked for.
func LinksTable(p *codebook.Project, s Source, links []*codebook.Link, kind func(string) string, w Words) *Table {
	var columns []Column
	for _, c := range linksHead {
		columns = append(columns, c.column(w))
	}
	if kind == nil {
		kind = func(name string) string { return name }
	}
	return &Table{Columns: columns, Rows: func(yield func([]Value, error) bool) {
		x := linkRows{place: place{p: p, source: s, say: w}, kind: kind, labels: p.CodeLabels()}
		for _, l := range links {
			row, err := x.link(l)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}}
}

// linkRows makes one row after another.
type linkRows struct {
	place
	kind   func(string) string
	labels []string // by code
	row    []Value
}

func (x *linkRows) link(l *codebook.Link) ([]Value, error) {
	x.row = append(x.row[:0], Of(x.labels[l.From]), Of(x.kind(l.Kind)), Of(x.labels[l.To]))
	if err := x.evidence(l); err != nil {
		return nil, err
	}
	x.row = append(x.row, x.out(l.Note), Of(coderName(x.p, l.Coder)), Moment(l.Created), Of(l.ID.String()))
	return x.row, nil
}

// evidence adds the cells from file to text; they are empty where a link has none.
func (x *linkRows) evidence(l *codebook.Link) error {
	at, some := l.Evidence()
	if !some {
		x.row = append(x.row, make([]Value, 8)...)
		return nil
	}
	if err := x.enter(x.p.Transcript(at.Transcript)); err != nil {
		return err
	}
	start, end := x.offsets(at.Start, at.End)
	group, speaker := x.spoken(at.Start)
	turn, paragraph := x.numbered(at.Start)
	x.row = append(x.row, x.file, start, end, group, speaker, turn, paragraph, x.between(int(at.Start), int(at.End)))
	return nil
}
