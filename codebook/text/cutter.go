package text

import "strings"

// cutter goes once over a text whose labels are known, and cuts it.
type cutter struct {
	walker
	labels                  []mark
	headings, quotes, notes *spanCursor
	out                     Cut
	speaking                bool // words now belong to the last stretch
	interrupted             bool // they did, until a quote or a note came
	labelEnd                int  // up to here all is label
}

func newCutter(s string, m *margins, labels []mark) *cutter {
	return &cutter{
		walker:   walker{s: s},
		labels:   labels,
		headings: m.of(HintHeading), quotes: m.of(HintQuote), notes: m.of(HintNote),
	}
}

func (c *cutter) cut(names []string) Cut {
	most := strings.Count(c.s, "\n") + 1 // lines
	c.out = Cut{
		Version:    Version,
		Labels:     names,
		Turns:      make([]Turn, 0, len(c.labels)),
		Paragraphs: make([]Mark, 0, most),
		Sentences:  make([]Mark, 0, max(most, len(c.s)/128)),
	}
	for at, end := range lines(c.s) {
		p := Mark{Start: uint32(at), StartCh: c.to(at), End: uint32(end)}
		c.line(at, end)
		p.EndCh = c.to(end)
		c.out.Paragraphs = append(c.out.Paragraphs, p)
	}
	return c.out
}

// line cuts the line [at, end) at its labels.
func (c *cutter) line(at, end int) {
	if c.labelEnd <= at && (len(c.labels) == 0 || c.labels[0].at >= end) {
		c.attend(at, end)
	}
	for len(c.labels) > 0 && c.labels[0].at < end {
		l := c.labels[0]
		c.labels = c.labels[1:]
		c.words(l.at)
		c.open(l)
	}
	c.words(end)
}

// attend decides whether a line without a label belongs to who spoke before.
func (c *cutter) attend(at, end int) {
	switch {
	case c.headings.touch(at, end):
		c.speaking, c.interrupted = false, false
	case c.quotes.touch(at, end) || c.notes.touch(at, end):
		c.interrupted = c.interrupted || c.speaking
		c.speaking = false
	case c.interrupted:
		c.open(mark{at: at, text: at, who: -1, time: -1})
	}
}

// open begins a stretch. A label of nobody in particular goes on with the last
// speaker, and is nothing where nobody speaks.
func (c *cutter) open(l mark) {
	last := len(c.out.Turns) - 1
	if l.who < 0 {
		if !c.speaking && !c.interrupted {
			return
		}
		l.who = int(c.out.Turns[last].Speaker)
	}
	t := Turn{Start: uint32(l.at), Speaker: uint16(l.who), Time: l.time, StartCh: c.to(l.at)}
	t.Same = last >= 0 && c.out.Turns[last].Speaker == t.Speaker
	t.Text, t.End, t.TextCh, t.EndCh = uint32(l.text), uint32(l.text), t.StartCh, t.StartCh
	c.out.Turns = append(c.out.Turns, t)
	c.speaking, c.interrupted, c.labelEnd = true, false, l.text
}

// words cuts what lies between the walker and end into sentences and gives it
// to who speaks. What is left of the label comes first; a label that takes in a
// time on a line of its own ends on a later line.
func (c *cutter) words(end int) {
	if c.at < c.labelEnd {
		t := &c.out.Turns[len(c.out.Turns)-1]
		t.TextCh = c.to(min(c.labelEnd, end))
		t.EndCh = t.TextCh
	}
	n := len(c.out.Sentences)
	c.out.Sentences = c.sentences(c.out.Sentences, end)
	if !c.speaking || n == len(c.out.Sentences) {
		return
	}
	t := &c.out.Turns[len(c.out.Turns)-1]
	if t.End == t.Text {
		t.Text, t.TextCh = c.out.Sentences[n].Start, c.out.Sentences[n].StartCh
	}
	last := c.out.Sentences[len(c.out.Sentences)-1]
	t.End, t.EndCh = last.End, last.EndCh
}
