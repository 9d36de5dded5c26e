package text

import "strings"

// Segment cuts canonical text into turns, paragraphs and sentences. Hints may
// come in any order. Cutting goes twice over the text: once to learn who speaks,
// once to cut. In a text with hints of the kind HintSpeaker these alone say who
// speaks; a text without any sign of speakers has no turns.
//
// A turn's words go on over paragraphs to the next label. A heading that names
// no speaker ends them. A block quote or a note only interrupts them: what
// follows is a further stretch of the same turn. A time mark in brackets within a
// turn is a label too, of the same speaker.
func Segment(s string, hints []Hint) Cut {
	m := newMargins(s, hints)
	labels, names := m.given, m.names
	if len(labels) == 0 {
		labels, names = listen(s, m)
	}
	return newCutter(s, m, labels).cut(names)
}

// mark is an accepted label: [at, text) of the text.
type mark struct {
	at, text int
	who      int // index into the names; -1 for whoever speaks already
	time     int32
}

// listen finds the labels in the lines of s.
func listen(s string, m *margins) ([]mark, []string) {
	c := newCensus()
	headings, bolds := m.of(HintHeading), m.of(HintBold)
	quotes, notes := m.of(HintQuote), m.of(HintNote)
	for at, end := range lines(s) {
		if quotes.touch(at, end) || notes.touch(at, end) {
			continue
		}
		c.line(s, at, end, headings.touch(at, end), bolds.touch(at, at+1))
	}
	c.judge()
	return c.marks(s)
}

// marks turns the candidates that were taken into labels. A time alone on its
// line joins the label below it.
func (c *census) marks(s string) (list []mark, names []string) {
	const most = 1 << 16
	number := make([]int, len(c.people)) // from 1, in order of appearance
	list = make([]mark, 0, len(c.candidates))
	for _, k := range c.candidates {
		if k.at < c.preamble {
			continue
		}
		m := mark{at: k.at, text: k.at + k.text, who: -1, time: k.time}
		taken := k.who >= 0 && c.people[k.who].taken
		switch {
		case taken && number[k.who] == 0 && len(names) == most, !taken && k.who >= 0 && k.clock == 0:
			continue
		case taken:
			if number[k.who] == 0 {
				names = append(names, c.people[k.who].name)
				number[k.who] = len(names)
			}
			m.who = number[k.who] - 1
		case k.who >= 0:
			m.text = k.at + k.clock
		}
		if last := len(list) - 1; m.who >= 0 && last >= 0 && list[last].who < 0 && blank(s[list[last].text:m.at]) {
			if m.at = list[last].at; m.time < 0 {
				m.time = list[last].time
			}
			list = list[:last]
		}
		list = append(list, m)
	}
	if len(names) == 0 {
		return nil, nil
	}
	return list, names
}

// lines gives the lines of s that are not blank, without blanks around them.
func lines(s string) func(yield func(at, end int) bool) {
	return func(yield func(at, end int) bool) {
		for from := 0; from < len(s); {
			to := len(s)
			if n := strings.IndexByte(s[from:], '\n'); n >= 0 {
				to = from + n
			}
			if at, end := Trim(s, from, to); at < end && !yield(at, end) {
				return
			}
			from = to + 1
		}
	}
}
