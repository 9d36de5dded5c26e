package query

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// nearest gives the name that was perhaps meant: one that is found by what was
// typed, else the one with the fewest differences, if those are few; or "".
func nearest(typed string, known []string) string {
	entries := make([]find.Entry, len(known))
	for i, name := range known {
		entries[i].Names = []string{name}
	}
	if hits := find.New(entries).Find(typed, 1); len(hits) > 0 {
		return known[hits[0].Entry]
	}
	want := []rune(strings.ToLower(typed))
	best, name := (len(want)+1)/2, ""
	for _, s := range known {
		if d := distance(want, []rune(strings.ToLower(s)), best); d < best {
			best, name = d, s
		}
	}
	return name
}

// distance counts the characters to be put in, left out or changed to make b of a;
// limit stands for that many or more.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			changed := before
			if a[i] != b[j] {
				changed++
			}
			before = row[j+1]
			row[j+1] = min(changed, before+1, row[j]+1)
		}
	}
	return min(row[len(b)], limit)
}

// The names that may stand in a query, each once.

func codeWords(p *codebook.Project) []string {
	var list words
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		list.add(c.NameZh, c.NameEn, c.Number)
	}
	return list.names
}

func groupWords(p *codebook.Project) []string {
	var list words
	for _, g := range p.Groups() {
		list.add(g.NameZh, g.NameEn, g.Key)
	}
	return list.names
}

func coderWords(p *codebook.Project) []string {
	var list words
	for _, c := range p.Coders() {
		list.add(c.Name)
	}
	return list.names
}

func attributeWords(p *codebook.Project) []string {
	var list words
	for _, a := range p.Attributes() {
		list.add(a.Name)
	}
	return list.names
}

func speakerWords(p *codebook.Project) []string {
	var list words
	for _, t := range p.Transcripts() {
		for i := range t.Speakers {
			list.add(t.Speakers[i].Shown(), t.Speakers[i].Label)
		}
	}
	return list.names
}

// words are names, each once.
type words struct {
	names []string
	seen  map[string]bool
}

func (w *words) add(names ...string) {
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	for _, s := range names {
		if s != "" && !w.seen[s] {
			w.seen[s] = true
			w.names = append(w.names, s)
		}
	}
}
