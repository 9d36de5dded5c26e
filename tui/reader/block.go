package reader

import (
	"strings"

	"fangtan/codebook/text"
)

// block is a stretch of text that is set as one piece, without a line break in it: a paragraph, or what one speaker says of it.
//
//	                        rows of the block
//	                        gap     (blank)
//	17  访谈者               head    the label [label, start) is not shown as text
//	    要求具体吗？          lines   [start, end)
type block struct {
	label, start, end int
	stretch           int  // index into the turns, -1 for text that nobody speaks
	gap, head         bool // a blank row stands before it; a row with the speaker's name
	number            int  // shown in the head, or beside the first line of a paragraph that nobody speaks; 0 for none
}

// longest is the size in bytes beyond which a paragraph is set as several blocks, so that no paragraph, however long, has to be broken
// into lines as a whole.
const longest = 4096

// setter cuts a manuscript into blocks.
type setter struct {
	m       *manuscript
	out     []block
	stretch int  // that the setter is in, -1 before the first
	waiting bool // a label has been read whose head is not set yet
	label   int  // where it begins
	words   int  // where it ends; text before that is label
}

func setBlocks(m *manuscript) []block {
	s := &setter{m: m, stretch: -1}
	for i, p := range m.paragraphs {
		s.paragraph(i, int(p.Start), int(p.End))
	}
	s.bare()
	return s.out
}

// paragraph sets [at, end), parted where stretches begin.
func (s *setter) paragraph(n, at, end int) {
	at = max(at, s.words)
	first := len(s.out)
	for next := s.stretch + 1; next < len(s.m.turns) && int(s.m.turns[next].Start) < end; next++ {
		t := &s.m.turns[next]
		s.text(at, int(t.Start))
		if !t.Same {
			s.bare()
			s.waiting, s.label = true, int(t.Start)
		}
		s.stretch, s.words = next, int(t.Text)
		at = s.words
	}
	s.text(at, end)
	if first < len(s.out) && s.out[first].stretch < 0 {
		s.loose(first, n)
	}
}

// loose sets a paragraph that nobody speaks apart where the text had a blank line; without any turns it is numbered.
func (s *setter) loose(first, n int) {
	b := &s.out[first]
	b.gap = first > 0 && (s.out[first-1].stretch >= 0 || s.blankBefore(b.start))
	if len(s.m.turns) == 0 {
		b.number = n + 1
	}
}

func (s *setter) blankBefore(at int) bool {
	before := strings.TrimRight(s.m.source[:at], " \t\u3000")
	before, found := strings.CutSuffix(before, "\n")
	return found && strings.HasSuffix(strings.TrimRight(before, " \t\u3000"), "\n")
}

// bare sets a head whose turn has no words.
func (s *setter) bare() {
	if s.waiting {
		s.put(block{start: s.words, end: s.words, stretch: s.stretch})
	}
}

// text sets [at, end) without the blanks around it, in pieces that end with sentences.
func (s *setter) text(at, end int) {
	at, end = text.Trim(s.m.source, at, max(at, end))
	for at < end {
		to := s.piece(at, end)
		stretch := s.stretch
		if stretch >= 0 && at >= int(s.m.turns[stretch].End) {
			stretch = -1
			s.bare()
		}
		s.put(block{label: at, start: at, end: to, stretch: stretch})
		at, _ = text.Trim(s.m.source, to, end)
	}
}

// piece is the end of the block that begins at at.
func (s *setter) piece(at, end int) int {
	if end-at <= longest {
		return end
	}
	if i := s.m.sentenceBefore(at + longest); i >= 0 && int(s.m.sentences[i].Start) > at {
		return int(s.m.sentences[i].Start)
	}
	to, _ := text.Snap(s.m.source, at+longest, at+longest)
	if to <= at {
		return end
	}
	return to
}

// put adds a block, with the head that waits for it.
func (s *setter) put(b block) {
	if s.waiting {
		b.label, b.head, b.gap = s.label, true, len(s.out) > 0
		b.number = s.m.numbers[s.stretch]
		s.waiting = false
	}
	s.out = append(s.out, b)
}
