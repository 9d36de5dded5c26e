package reader

import (
	"sort"
	"strconv"
	"unicode"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/tui/cell"
)

// seek is a search in this transcript: what for, and every place where it stands.
type seek struct {
	query string
	found []span // in order, apart
	at    int    // the one gone to last
}

// openSearch asks what to search.
func (r *Reader) openSearch() {
	l := &line{title: r.env.T("reader.search"), hint: r.env.T("reader.search-hint"), enter: (*Reader).search}
	l.field.Placeholder = r.seek.query
	r.show(l)
}

// search finds every place of a query and goes to the first at or behind the selection's start; an empty query repeats
// the last one.
func (s *side) search(query string) {
	if query == "" {
		s.searchOn(1)
		return
	}
	s.seek = seek{query: query, found: findAll(s.doc.source, query)}
	if len(s.seek.found) == 0 {
		s.warn("reader.not-found", "Query", query)
		s.seek = seek{}
		return
	}
	i := sort.Search(len(s.seek.found), func(i int) bool { return s.seek.found[i].start >= s.sel.start })
	s.goTo(i % len(s.seek.found))
}

// searchOn goes to the next (1) or previous (-1) place, round the end.
func (s *side) searchOn(n int) {
	if len(s.seek.found) == 0 {
		s.warn("reader.no-search")
		return
	}
	here := s.seek.found[s.seek.at]
	at := s.seek.at
	if here.touches(s.sel.span) {
		at += n
	} else {
		at = sort.Search(len(s.seek.found), func(i int) bool { return s.seek.found[i].start >= s.sel.start })
		if n < 0 {
			at--
		}
	}
	s.goTo((at + len(s.seek.found)) % len(s.seek.found))
}

// goTo selects the sentence that holds a place, or the place where no sentence does, and says how-manieth it is.
func (s *side) goTo(i int) {
	s.seek.at = i
	place := s.seek.found[i]
	i0 := s.doc.sentenceFrom(place.start)
	if i0 < len(s.doc.sentences) && int(s.doc.sentences[i0].Start) < place.end {
		s.pickSentence(i0)
	} else {
		s.pick(place.start, place.end)
	}
	s.say("reader.found", "Query", s.seek.query, "N", strconv.Itoa(i+1), "Total", strconv.Itoa(len(s.seek.found)))
}

// layers are the places found in a line.
func (s *seek) layers(line cell.Line) []codebook.Layer {
	var layers []codebook.Layer
	i := sort.Search(len(s.found), func(i int) bool { return s.found[i].end > line.Start })
	for ; i < len(s.found) && s.found[i].start < line.End; i++ {
		layers = append(layers, codebook.Layer{Start: uint32(s.found[i].start), End: uint32(s.found[i].end), Key: underMatch})
	}
	return layers
}

// findAll gives every place of query in source, none overlapping another. Letters match whatever their case and width.
func findAll(source, query string) []span {
	want := []rune{}
	for _, sign := range query {
		want = append(want, folded(sign))
	}
	if len(want) == 0 {
		return nil
	}
	var found []span
	for at := 0; at < len(source); {
		sign, size := utf8.DecodeRuneInString(source[at:])
		if folded(sign) != want[0] {
			at += size
			continue
		}
		end, ok := matches(source, at+size, want[1:])
		if !ok {
			at += size
			continue
		}
		found = append(found, span{at, end})
		at = end
	}
	return found
}

// matches tells where the rest of a query that stands at at ends.
func matches(source string, at int, want []rune) (end int, ok bool) {
	for _, w := range want {
		sign, size := utf8.DecodeRuneInString(source[at:])
		if size == 0 || folded(sign) != w {
			return 0, false
		}
		at += size
	}
	return at, true
}

// folded is a sign in lower case and of usual width.
func folded(sign rune) rune {
	switch {
	case 'A' <= sign && sign <= 'Z':
		return sign - 'A' + 'a'
	case sign < utf8.RuneSelf, 0x4e00 <= sign && sign <= 0x9fff:
		return sign
	case '！' <= sign && sign <= '～':
		return folded(sign - '！' + '!')
	case sign == '\u3000':
		return ' '
	}
	return unicode.ToLower(sign)
}
