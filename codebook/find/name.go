package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is a name made ready for comparison.
type name struct {
	folded
	cells    []cell
	initials string  // the usual first letter of each cell, one character per cell
	runes    bloom   // of text
	firsts   bloom   // of initials
	begins   letters // of all cells
}

// cell is the smallest piece that typed letters can stand for: one Chinese
// character, which also stands for itself, or one run of letters and digits,
// which reads as itself. Punctuation and space lie between cells and need not
// be typed.
type cell struct {
	reading
	start, end int // bytes of the folded text
	han        bool
}

func newName(s string) name {
	n := name{folded: fold(s)}
	n.cells = cellsOf(n.text)
	var first strings.Builder
	for i := range n.cells {
		c := &n.cells[i]
		r, _ := utf8.DecodeRuneInString(c.usual(n.text))
		first.WriteRune(r)
		n.begins |= c.letters
	}
	n.initials = first.String()
	n.runes, n.firsts = bloomOf(n.text), bloomOf(n.initials)
	return n
}

// usual is how the cell is most often read: the character itself when it has
// no reading.
func (c *cell) usual(text string) string {
	if len(c.syllables) > 0 {
		return c.syllables[0]
	}
	return text[c.start:c.end]
}

func cellsOf(text string) []cell {
	cells := make([]cell, 0, 1+len(text)/4)
	word := -1 // where the word being read began
	closeWord := func(end int) {
		if word >= 0 {
			cells = append(cells, cell{reading: newReading(text[word:end]), start: word, end: end})
			word = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			closeWord(i)
			c := cell{reading: table().read(r), start: i, end: i + utf8.RuneLen(r), han: true}
			c.letters |= letterOf(text[i:])
			cells = append(cells, c)
		case isWordRune(r):
			if word < 0 {
				word = i
			}
		default:
			closeWord(i)
		}
	}
	closeWord(len(text))
	return cells
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// bloom is a set of characters that may claim one too many, never one too few.
type bloom uint64

func bloomOf(s string) bloom {
	var b bloom
	for _, r := range s {
		b |= 1 << (uint32(r) % 64)
	}
	return b
}

// mayHold tells whether all of the other set may be in b.
func (b bloom) mayHold(other bloom) bool { return b&other == other }
