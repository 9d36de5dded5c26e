package exchange

import (
	"cmp"
	"maps"
	"slices"

	"fangtan/codebook"
)

// Keep says whether a coding is written; speaker is the index of who speaks
// where it starts, -1 for nobody. A nil Keep keeps all.
type Keep func(t *codebook.Transcript, c *codebook.Coding, speaker int) bool

const fieldPrefix = "field."

var codingsHead = []passageColumn{
	{"file", Text, 0}, {"coder", Text, 0}, {"code", Text, 0}, {"start", Count, 2}, {"end", Count, 2}, {"group", Text, 3},
	{"speaker", Text, 1}, {"turn", Count, 2}, {"paragraph", Count, 4}, {"text", Text, 0}, {"memo", Text, 5},
}

var codingsTail = []passageColumn{{"starred", Truth, 7}, {"created", Time, 8}, {"id", Text, 9}}

// passageColumn is a column of a table of passages.
type passageColumn struct {
	head  string
	kind  Kind
	spare uint8 // see [Column.Spare]
}

func (c passageColumn) column(w Words) Column {
	made := w.column(c.head, c.kind)
	made.Wrap, made.Spare = c.head == "text", c.spare
	return made
}

// CodingsTable is the codings as stored, one a row, in the order of transcripts,
// start, end, codebook and coder. Its rows are made as they are asked for.
func CodingsTable(p *codebook.Project, s Source, keep Keep, w Words) *Table {
	fields := fieldNames(p)
	var columns []Column
	for _, c := range codingsHead {
		columns = append(columns, c.column(w))
	}
	for _, f := range fields {
		columns = append(columns, Column{Head: fieldPrefix + f, Title: f, Spare: 6})
	}
	for _, c := range codingsTail {
		columns = append(columns, c.column(w))
	}
	return &Table{Columns: columns, Rows: func(yield func([]Value, error) bool) {
		x := codingRows{
			place: place{p: p, source: s, say: w}, fields: fields, labels: p.CodeLabels(),
			memos: passageMemos(p), row: make([]Value, 0, len(columns)),
		}
		for _, t := range p.Transcripts() {
			if !x.transcript(t, keep, yield) {
				return
			}
		}
	}}
}

// fieldNames are the fields that any coding has a value in: in the order in which
// codes declare them, then by name.
func fieldNames(p *codebook.Project) []string {
	used := map[string]bool{}
	for _, t := range p.Transcripts() {
		for _, values := range p.Codings(t.No).Fields {
			for _, v := range values {
				used[v.Name] = true
			}
		}
	}
	var names []string
	for _, n := range p.Tree().Order {
		for _, f := range p.Code(n).Fields {
			if used[f.Name] {
				names = append(names, f.Name)
				delete(used, f.Name)
			}
		}
	}
	return append(names, slices.Sorted(maps.Keys(used))...)
}

// codingRows makes the rows of one transcript after another.
type codingRows struct {
	place
	fields []string
	labels []string // by code
	memos  map[codebook.Passage]string
	row    []Value
}

func (x *codingRows) transcript(t *codebook.Transcript, keep Keep, yield func([]Value, error) bool) bool {
	have := x.p.Codings(t.No)
	if have.Len() == 0 {
		return true
	}
	if err := x.enter(t); err != nil {
		return yield(nil, err)
	}
	for _, i := range inOrder(x.p, have) {
		c := have.At(i)
		if keep != nil && !keep(t, &c, x.speaker(c.Start)) {
			continue
		}
		if !yield(x.coding(&c), nil) {
			return false
		}
	}
	return true
}

// inOrder are the indices of codings by start, end, codebook and coder.
func inOrder(p *codebook.Project, c *codebook.Codings) []int {
	place := p.Tree().Place
	order := make([]int, c.Len())
	for i := range order {
		order[i] = i
	}
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && c.Start[to] == c.Start[from] && c.End[to] == c.End[from] {
			to++
		}
		if to > from+1 {
			slices.SortStableFunc(order[from:to], func(a, b int) int {
				return cmp.Or(cmp.Compare(place[c.Code[a]], place[c.Code[b]]), cmp.Compare(c.Coder[a], c.Coder[b]))
			})
		}
		from = to
	}
	return order
}

func (x *codingRows) coding(c *codebook.Coding) []Value {
	start, end := x.offsets(c.Start, c.End)
	group, speaker := x.spoken(c.Start)
	turn, paragraph := x.numbered(c.Start)
	x.row = append(x.row[:0],
		x.file, Of(coderName(x.p, c.Coder)), Of(x.labels[c.Code]), start, end, group, speaker, turn, paragraph,
		x.between(int(c.Start), int(c.End)),
		x.out(x.memos[codebook.Passage{Transcript: x.t.No, Start: c.Start, End: c.End}]),
	)
	for _, f := range x.fields {
		x.row = append(x.row, Of(c.FieldValue(f)))
	}
	return append(x.row, Bool(c.Flags&codebook.Starred != 0), Moment(c.Created), Of(c.ID.String()))
}
