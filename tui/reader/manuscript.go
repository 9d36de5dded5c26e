package reader

import (
	"sort"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// manuscript is a transcript's text with its cut, and the blocks in which it is set. It never changes.
type manuscript struct {
	no         codebook.No
	name       codebook.Hash // of the text
	source     string
	index      *text.Index
	turns      []text.Turn
	paragraphs []text.Mark
	sentences  []text.Mark
	numbers    []int // by stretch: the number of its turn, from 1
	blocks     []block
}

// newManuscript reads a text once. A transcript without a cut is cut here.
func newManuscript(no codebook.No, source string, cut codebook.Cut) *manuscript {
	if cut == nil {
		cut = &codebook.HeldCut{Cut: text.Segment(source, nil)}
	}
	m := &manuscript{
		no: no, source: source, index: text.NewIndex(source),
		turns: cut.Turns(), paragraphs: cut.Paragraphs(), sentences: cut.Sentences(),
	}
	number := 0
	for _, t := range m.turns {
		if !t.Same {
			number++
		}
		m.numbers = append(m.numbers, number)
	}
	m.blocks = setBlocks(m)
	return m
}

// turnCount is the number of turns, stretches of one speaker in a row taken as one.
func (m *manuscript) turnCount() int {
	if len(m.numbers) == 0 {
		return 0
	}
	return m.numbers[len(m.numbers)-1]
}

// highest is the highest number shown: that of the last turn, or where nobody speaks of the last paragraph.
func (m *manuscript) highest() int {
	if len(m.turns) > 0 {
		return m.turnCount()
	}
	return len(m.paragraphs)
}

// stretchAt is the index of the last stretch that begins at or before a byte offset, -1 before the first.
func (m *manuscript) stretchAt(off int) int {
	return sort.Search(len(m.turns), func(i int) bool { return int(m.turns[i].Start) > off }) - 1
}

// turnAround gives the first and the last stretch of the turn that stretch i belongs to.
func (m *manuscript) turnAround(i int) (first, last int) {
	first, last = i, i
	for first > 0 && m.turns[first].Same {
		first--
	}
	for last+1 < len(m.turns) && m.turns[last+1].Same {
		last++
	}
	return first, last
}

// sentenceAt is the index of the sentence that holds a byte offset, else of the next one, else of the last; -1
// when there is none.
func (m *manuscript) sentenceAt(off int) int {
	return min(m.sentenceFrom(off), len(m.sentences)-1)
}

// sentenceFrom is the index of the first sentence that ends behind a byte offset.
func (m *manuscript) sentenceFrom(off int) int {
	return sort.Search(len(m.sentences), func(i int) bool { return int(m.sentences[i].End) > off })
}

// sentenceBefore is the index of the last sentence that begins before a byte offset, -1 for none.
func (m *manuscript) sentenceBefore(off int) int {
	return sort.Search(len(m.sentences), func(i int) bool { return int(m.sentences[i].Start) >= off }) - 1
}

// paragraphAt is the index of the paragraph that holds a byte offset, else of the one before; -1 for none.
func (m *manuscript) paragraphAt(off int) int {
	return sort.Search(len(m.paragraphs), func(i int) bool { return int(m.paragraphs[i].Start) > off }) - 1
}

// blockAt is the index of the last block that begins at or before a byte offset, else the first.
func (m *manuscript) blockAt(off int) int {
	return max(sort.Search(len(m.blocks), func(i int) bool { return m.blocks[i].start > off })-1, 0)
}

// numberAt is the number of the turn, or where nobody speaks of the paragraph, that holds a byte offset.
func (m *manuscript) numberAt(off int) int {
	if i := m.stretchAt(off); i >= 0 {
		return m.numbers[i]
	}
	if len(m.turns) > 0 {
		return 0
	}
	return m.paragraphAt(off) + 1
}
