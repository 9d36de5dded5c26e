package exchange

import (
	"cmp"
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// ExcerptOptions say which excerpts are written and with what.
type ExcerptOptions struct {
	Context int   // sentences before and after
	Match   bool  // the query has a second code: a column says which
	Starred bool  // key quotes only
	Cite    *Cite // a last column with the source cited; nil for none
	Order   ExcerptOrder
}

// ExcerptOrder is what excerpts are put together by, before the order of the text.
type ExcerptOrder uint8

// The orders of excerpts. The group is that of the words where a passage starts;
// what has none comes last.
const (
	OrderTranscript ExcerptOrder = iota
	OrderCode
	OrderGroup
)

var excerptsHead = []passageColumn{
	{"file", Text, 0}, {"title", Text, 6}, {"group", Text, 3}, {"speaker", Text, 1}, {"coder", Text, 2}, {"code", Text, 0},
	{"start", Count, 4}, {"end", Count, 4}, {"turn", Count, 2}, {"paragraph", Count, 5},
	{"text", Text, 0}, {"before", Text, 8}, {"after", Text, 8}, {"memo", Text, 7},
}

// ExcerptsTable is coded passages in context, one a row, in the order of
// transcripts, start, end, codebook and coder, or by code or group before that.
// Its rows are made as they are asked for; found is sorted in place.
func ExcerptsTable(p *codebook.Project, s Source, found []codebook.Excerpt, o ExcerptOptions, w Words) *Table {
	var columns []Column
	for _, c := range excerptsHead {
		columns = append(columns, c.column(w))
	}
	if o.Match {
		columns = append(columns, w.column("match", Text))
	}
	if o.Cite != nil {
		columns = append(columns, w.column("cite", Text))
	}
	sortExcerpts(p, found, o.Order)
	return &Table{Columns: columns, Rows: func(yield func([]Value, error) bool) {
		x := excerptRows{
			place: place{p: p, source: s, say: w}, options: o, columns: columns, labels: p.CodeLabels(),
			memos: passageMemos(p), row: make([]Value, 0, len(columns)),
		}
		for i := range found {
			if o.Starred && !x.starred(&found[i]) {
				continue
			}
			row, err := x.excerpt(&found[i])
			if !yield(row, err) || err != nil {
				return
			}
		}
	}}
}

func sortExcerpts(p *codebook.Project, found []codebook.Excerpt, order ExcerptOrder) {
	rank := make(map[codebook.No]int)
	for i, t := range p.Transcripts() {
		rank[t.No] = i
	}
	place := p.Tree().Place
	slices.SortStableFunc(found, func(a, b codebook.Excerpt) int {
		if a.Transcript != b.Transcript {
			return cmp.Compare(rank[a.Transcript], rank[b.Transcript])
		}
		return cmp.Or(
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(place[a.Code], place[b.Code]), cmp.Compare(a.Coder, b.Coder),
		)
	})
	switch order {
	case OrderCode:
		slices.SortStableFunc(found, func(a, b codebook.Excerpt) int { return cmp.Compare(place[a.Code], place[b.Code]) })
	case OrderGroup:
		byGroup(p, found)
	}
}

// byGroup puts excerpts together by the group of the words they start with.
func byGroup(p *codebook.Project, found []codebook.Excerpt) {
	rank := make(map[codebook.No]int)
	for i, g := range p.Groups() {
		rank[g.No] = i - len(p.Groups()) // below 0, so that no group comes last
	}
	type ranked struct {
		excerpt codebook.Excerpt
		rank    int
	}
	all := make([]ranked, len(found))
	for i, e := range found {
		all[i].excerpt = e
		if t := p.Transcript(e.Transcript); t != nil {
			all[i].rank = rank[p.SpeakerGroup(t, tally.SpeakerAt(p, t, e.Start))]
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for i := range all {
		found[i] = all[i].excerpt
	}
}

// excerptRows makes one row after another.
type excerptRows struct {
	place
	options ExcerptOptions
	columns []Column
	labels  []string // by code
	memos   map[codebook.Passage]string
	row     []Value

	starsOf codebook.No // the transcript that stars is of
	stars   map[codebook.ID]bool
}

// starred says whether the coding of an excerpt is marked as a key quote.
func (x *excerptRows) starred(e *codebook.Excerpt) bool {
	if x.starsOf != e.Transcript {
		x.starsOf, x.stars = e.Transcript, map[codebook.ID]bool{}
		have := x.p.Codings(e.Transcript)
		for i, flags := range have.Flags {
			if flags&codebook.Starred != 0 {
				x.stars[have.ID[i]] = true
			}
		}
	}
	return x.stars[e.Coding]
}

func (x *excerptRows) excerpt(e *codebook.Excerpt) ([]Value, error) {
	t := x.p.Transcript(e.Transcript)
	if t == nil {
		return nil, &codebook.Objection{Thing: codebook.ThingTranscript, Reason: codebook.ErrUnknown}
	}
	if err := x.enter(t); err != nil {
		return nil, err
	}
	start, end := x.offsets(e.Start, e.End)
	group, speaker := x.spoken(e.Start)
	turn, paragraph := x.numbered(e.Start)
	before, after := x.around(e.Start, e.End, x.options.Context)
	x.row = append(x.row[:0],
		x.file, x.title, group, speaker, Of(coderName(x.p, e.Coder)), Of(x.labels[e.Code]),
		start, end, turn, paragraph, x.between(int(e.Start), int(e.End)), before, after, x.out(x.memos[e.Passage]),
	)
	if x.options.Match {
		x.row = append(x.row, x.match(e.Match))
	}
	if x.options.Cite != nil {
		x.row = append(x.row, Of(x.options.Cite.fill(x.columns, x.row)))
	}
	return x.row, nil
}

// match names the code of the other coding, with its coder.
func (x *excerptRows) match(m *codebook.Match) Value {
	if m == nil {
		return Of("")
	}
	return Of(x.labels[m.Code] + " (" + coderName(x.p, m.Coder) + ")")
}
