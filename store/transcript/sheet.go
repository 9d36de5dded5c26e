package transcript

import (
	"slices"
	"strings"

	"fangtan/codebook/text"
)

// sheet is a page being written: text and the hints that lie on it. Sheets are
// made small (a cell, a note, a paragraph) and added to larger ones; the hints
// move along.
type sheet struct {
	buf   []byte
	hints []text.Hint
}

// write appends str, as canonical text has it: no carriage return, no
// byte-order mark in front.
func (s *sheet) write(str string) {
	if len(s.buf) == 0 {
		str = strings.TrimLeft(str, "\uFEFF")
	}
	if strings.IndexByte(str, '\r') >= 0 {
		str = strings.ReplaceAll(strings.ReplaceAll(str, "\r\n", "\n"), "\r", "\n")
	}
	s.buf = append(s.buf, str...)
}

// writeBold appends str under a bold hint, joined to one that ends here.
func (s *sheet) writeBold(str string) {
	start := len(s.buf)
	s.write(str)
	if n := len(s.hints); n > 0 && s.hints[n-1].Kind == text.HintBold && s.hints[n-1].End == start {
		s.hints[n-1].End = len(s.buf)
		return
	}
	s.mark(text.HintBold, 0, start)
}

// mark lays a hint from start to the end of what is written; none on nothing.
func (s *sheet) mark(kind text.HintKind, level, start int) {
	if start < len(s.buf) {
		s.hints = append(s.hints, text.Hint{Start: start, End: len(s.buf), Kind: kind, Level: level})
	}
}

// add appends another sheet with its hints.
func (s *sheet) add(other *sheet) {
	base := len(s.buf)
	s.buf = append(s.buf, other.buf...)
	for _, h := range other.hints {
		h.Start += base
		h.End += base
		s.hints = append(s.hints, h)
	}
}

// trimEnd takes away line ends and blanks at the end; hints are cut to what is left.
func (s *sheet) trimEnd() {
	n := len(s.buf)
	for n > 0 && strings.IndexByte(" \t\n", s.buf[n-1]) >= 0 {
		n--
	}
	s.buf = s.buf[:n]
	s.hints = slices.DeleteFunc(s.hints, func(h text.Hint) bool { return h.Start >= n })
	for i := range s.hints {
		s.hints[i].End = min(s.hints[i].End, n)
	}
}

// trimStart takes away line ends and blanks at the start; hints move along.
func (s *sheet) trimStart() {
	n := 0
	for n < len(s.buf) && strings.IndexByte(" \t\n", s.buf[n]) >= 0 {
		n++
	}
	s.buf = s.buf[n:]
	s.hints = slices.DeleteFunc(s.hints, func(h text.Hint) bool { return h.End <= n })
	for i := range s.hints {
		s.hints[i].Start = max(s.hints[i].Start-n, 0)
		s.hints[i].End -= n
	}
}

// finish gives the text, ended by one line end, and its hints by start, wider ones first.
func (s *sheet) finish() (string, []text.Hint) {
	s.trimEnd()
	if len(s.buf) > 0 {
		s.write("\n")
	}
	slices.SortStableFunc(s.hints, func(a, b text.Hint) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return string(s.buf), s.hints
}

// title names the document by its headings: the one heading that stands above
// all others, if it comes first and does not end as a speaker's name does.
func title(s string, hints []text.Hint) string {
	best := -1
	for i, h := range hints {
		switch {
		case h.Kind != text.HintHeading:
		case best < 0 || h.Level < hints[best].Level:
			if best >= 0 {
				return "" // a deeper heading came first
			}
			best = i
		case h.Level == hints[best].Level:
			return "" // one among equals
		}
	}
	if best < 0 {
		return ""
	}
	words := strings.Join(strings.Fields(s[hints[best].Start:hints[best].End]), " ")
	if strings.HasSuffix(words, ":") || strings.HasSuffix(words, "：") {
		return ""
	}
	return words
}
