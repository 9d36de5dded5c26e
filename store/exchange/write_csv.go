package exchange

import "strings"

// separated writes RFC 4180 with line feeds: a head row, then the rows.
type separated struct {
	separator byte
	bom, raw  bool
}

func newComma(o Options) encoder { return newSeparated(',', o) }
func newTab(o Options) encoder   { return newSeparated('\t', o) }

func newSeparated(separator byte, o Options) *separated {
	return &separated{separator: separator, bom: o.BOM, raw: o.Raw}
}

func (s *separated) head(b []byte, columns []Column) []byte {
	if s.bom {
		b = append(b, byteOrderMark...)
	}
	for i, c := range columns {
		b = s.words(s.between(b, i), c.Head)
	}
	return append(b, '\n')
}

func (s *separated) row(b []byte, values []Value) []byte {
	from := len(b)
	for i, v := range values {
		b = s.between(b, i)
		if v.words() {
			b = s.words(b, v.text)
		} else {
			b = v.append(b)
		}
	}
	if len(b) == from { // a blank line would be no row
		b = append(b, '"', '"')
	}
	return append(b, '\n')
}

func (s *separated) foot(b []byte, _ []string) []byte { return b }

func (s *separated) between(b []byte, i int) []byte {
	if i == 0 {
		return b
	}
	return append(b, s.separator)
}

// words writes a cell of words, made harmless and quoted where need be.
func (s *separated) words(b []byte, words string) []byte {
	guard := !s.raw && guarded(words)
	if !s.quoted(words) {
		if guard {
			b = append(b, '\'')
		}
		return append(b, words...)
	}
	b = append(b, '"')
	if guard {
		b = append(b, '\'')
	}
	for {
		before, after, more := strings.Cut(words, `"`)
		b = append(b, before...)
		if !more {
			return append(b, '"')
		}
		b = append(b, `""`...)
		words = after
	}
}

// quoted says that a cell has to stand in quotes.
func (s *separated) quoted(words string) bool {
	return words != "" && words[0] == ' ' || strings.IndexByte(words, s.separator) >= 0 ||
		strings.IndexByte(words, '"') >= 0 || strings.IndexByte(words, '\n') >= 0 || strings.IndexByte(words, '\r') >= 0
}
