package find

import (
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// form is one way in which a name is searched for scattered characters.
type form struct {
	entry, name int
	spelled     bool // by initials, not by the text
}

// mostScattered is the longest query, in characters, whose characters are searched
// apart. Nobody abbreviates with more, and the scores of sahilm/fuzzy, which treble
// with each neighbouring character, overflow near forty.
const mostScattered = 32

// scattered returns the entries, of those given, whose text or initials hold
// the query's characters in order. The characters are found by
// sahilm/fuzzy; its score is not used, since it likes early single characters
// better than neighbouring ones.
func (x *Index) scattered(q *question, entries []int) []Hit {
	if utf8.RuneCountInString(q.letters) > mostScattered {
		return nil
	}
	forms, texts := x.forms(q, entries)
	var hits []Hit
	for _, m := range fuzzy.FindNoSort(q.letters, texts) {
		f := forms[m.Index]
		score := scattered.at(closeness(m.Str, m.MatchedIndexes))
		last := len(hits) - 1
		switch {
		case last < 0 || hits[last].Entry != f.entry:
			hits = append(hits, Hit{Entry: f.entry, Name: f.name, Score: score})
		case hits[last].Score < score:
			hits[last].Name, hits[last].Score = f.name, score
		}
	}
	return hits
}

// forms lists what has to be searched: all that may hold the query's
// characters.
func (x *Index) forms(q *question, entries []int) (forms []form, texts []string) {
	for _, i := range entries {
		for j := range x.items[i].names {
			n := &x.items[i].names[j]
			if n.runes.mayHold(q.runes) {
				forms = append(forms, form{entry: i, name: j})
				texts = append(texts, n.text)
			}
			if n.firsts.mayHold(q.runes) {
				forms = append(forms, form{entry: i, name: j, spelled: true})
				texts = append(texts, n.initials)
			}
		}
	}
	return forms, texts
}

// closeness is a place: the less lies between the matched characters, the
// higher, with every gap counting as one character more.
func closeness(text string, matched []int) int {
	place := closestFit
	for i := 1; i < len(matched); i++ {
		_, size := utf8.DecodeRuneInString(text[matched[i-1]:])
		between := utf8.RuneCountInString(text[matched[i-1]+size : matched[i]])
		if between > 0 {
			place -= between + 1
		}
	}
	return max(place, 0)
}

// spansScattered highlights the matched characters of the form that fits
// closer, the text if both do alike.
func (n *name) spansScattered(q *question) [][2]int {
	var best fuzzy.Match
	place := -1
	for _, m := range fuzzy.FindNoSort(q.letters, []string{n.text, n.initials}) {
		if p := closeness(m.Str, m.MatchedIndexes); p > place {
			best, place = m, p
		}
	}
	var spans [][2]int
	for _, at := range best.MatchedIndexes {
		start, end := at, at
		if best.Index == 0 {
			_, size := utf8.DecodeRuneInString(n.text[at:])
			end += size
		} else {
			start, end = n.initialAt(at)
		}
		spans = join(spans, n.span(start, end))
	}
	return spans
}

// initialAt returns the bytes of the text that byte at of the initials stands
// for: the Chinese character, or the first letter of the word.
func (n *name) initialAt(at int) (start, end int) {
	c := n.cells[utf8.RuneCountInString(n.initials[:at])]
	if c.han {
		return c.start, c.end
	}
	_, size := utf8.DecodeRuneInString(n.text[c.start:])
	return c.start, c.start + size
}
