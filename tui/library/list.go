package library

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// entry is a transcript with its figures.
type entry struct {
	row *codebook.Transcript
	figures
}

// figures are the codings of this coder and of all. They hold while the columns of codings are the same.
type figures struct {
	columns   *codebook.Codings
	mine, all int
}

// line is a line of the list: a transcript, or a heading over some.
type line struct {
	entry *entry
	head  string
}

// totals are the figures of the study.
type totals struct{ characters, codings int }

// sorting is an order of the list.
type sorting uint8

const (
	byOrder sorting = iota
	byTitle
	byDate
	byCodings
	byLength
	sortings
)

const sortSetting = "library/sort"

var sortNames = [sortings]string{"order", "title", "date", "codings", "length"}

func (o sorting) name() string { return sortNames[o] }

// sortingOf is the order of a name, the study's own when there is none of it.
func sortingOf(name string) sorting { return sorting(max(0, slices.Index(sortNames[:], name))) }

// comparing orders by what the sorting says; the most codings and the longest come first. Titles go by the rules of the
// language, Chinese by pinyin, and their numbers by value.
func (o sorting) comparing(lang string) func(a, b *entry) int {
	switch o {
	case byTitle:
		rules := collate.New(language.Make(lang), collate.Numeric)
		return func(a, b *entry) int { return rules.CompareString(title(a.row), title(b.row)) }
	case byDate:
		return func(a, b *entry) int { return cmp.Compare(a.row.Date, b.row.Date) }
	case byCodings:
		return func(a, b *entry) int { return cmp.Or(cmp.Compare(b.mine, a.mine), cmp.Compare(b.all, a.all)) }
	case byLength:
		return func(a, b *entry) int { return cmp.Compare(b.row.Chars, a.row.Chars) }
	}
	return func(*entry, *entry) int { return 0 }
}

// title is what a transcript is called: its title, else its file.
func title(t *codebook.Transcript) string { return cmp.Or(t.Title, t.File) }

// count reads the study's transcripts and counts the codings of those that changed.
func (s *Screen) count() {
	p, me := s.env.Study.Project(), s.env.Study.Coder()
	rows := p.Transcripts()
	s.entries = make([]entry, len(rows))
	s.totals = totals{codings: p.CodingCount()}
	for i, t := range rows {
		columns := p.Codings(t.No)
		f, ok := s.figures[t.No]
		if !ok || f.columns != columns {
			f = figures{columns: columns, all: columns.Len()}
			for _, coder := range columns.Coder {
				if codebook.No(coder) == me {
					f.mine++
				}
			}
			s.figures[t.No] = f
		}
		s.entries[i] = entry{t, f}
		s.totals.characters += int(t.Chars)
	}
}

// list puts the entries that the filter lets through in order. The cursor stays on its transcript.
func (s *Screen) list() {
	var stay codebook.No
	if e := s.current(); e != nil {
		stay = e.row.No
	}
	picked := s.picked()
	if s.sort != byOrder {
		slices.SortStableFunc(picked, s.sort.comparing(s.env.Words.Lang()))
	}
	s.lines, s.at = s.lines[:0], -1
	for i, e := range picked {
		if s.sort == byOrder && (i == 0 || picked[i-1].row.Group != e.row.Group) {
			s.lines = append(s.lines, line{head: s.groupName(e.row.Group)})
		}
		if e.row.No == stay {
			s.at = len(s.lines)
		}
		s.lines = append(s.lines, line{entry: e})
	}
	s.arrange()
	if s.at < 0 {
		s.top = 0
		s.settle(0, 1)
	}
}

// picked are the entries that the filter lets through.
func (s *Screen) picked() []*entry {
	all := make([]*entry, len(s.entries))
	for i := range s.entries {
		all[i] = &s.entries[i]
	}
	query := s.filter.Value()
	if strings.TrimSpace(query) == "" {
		return all
	}
	if s.index == nil {
		s.index = s.makeIndex()
	}
	hits := whole(s.index.Find(query, 0))
	slices.SortFunc(hits, func(a, b find.Hit) int { return cmp.Compare(a.Entry, b.Entry) })
	picked := make([]*entry, len(hits))
	for i, h := range hits {
		picked[i] = all[h.Entry]
	}
	return picked
}

// whole are the hits that fit in one piece, unless there are none: what fits letter by letter, here and there, is for those
// who find nothing better.
func whole(hits []find.Hit) []find.Hit {
	var pieces []find.Hit
	for _, h := range hits {
		if len(h.Spans) == 1 {
			pieces = append(pieces, h)
		}
	}
	if len(pieces) == 0 {
		return hits
	}
	return pieces
}

// makeIndex makes transcripts to be found by title, file, group, speakers and attributes.
func (s *Screen) makeIndex() *find.Index {
	p := s.env.Study.Project()
	entries := make([]find.Entry, len(s.entries))
	for i := range s.entries {
		t := s.entries[i].row
		names := []string{t.Title, t.File, t.Date}
		groups := []codebook.No{t.Group}
		for j := range t.Speakers {
			names = append(names, t.Speakers[j].Shown())
			groups = append(groups, t.Speakers[j].Group)
		}
		slices.Sort(groups)
		for _, n := range slices.Compact(groups) {
			if g := p.Group(n); g != nil {
				names = append(names, g.NameZh, g.NameEn)
			}
		}
		for _, v := range t.Values {
			names = append(names, v.Text)
		}
		entries[i].Names = names
	}
	return find.New(entries)
}
