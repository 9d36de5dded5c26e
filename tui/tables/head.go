package tables

import (
	"unicode"
	"unicode/utf8"

	"fangtan/tui/cell"
)

// The widths in columns up to which a column grows for its head: gladly, so that a
// short head stands in one line; and at most, so that no word is cut in two.
const (
	gladly = 12
	atMost = 14
)

// Head sets the head of a column that is at least so wide, in one line or two. It
// gives the lines and how wide the column becomes.
func Head(r cell.Ruler, text string, width int) ([]string, int) {
	text = cell.Clean(text)
	room := max(width, min(gladly, r.Width(text)))
	for ; room < atMost && !sets(r, text, room); room++ {
	}
	lines := r.Wrap(text, room)
	if len(lines) > 2 {
		lines = []string{lines[0], r.Cut(lines[1]+cell.Ellipsis, room)}
	}
	for _, line := range lines {
		width = max(width, r.Width(line))
	}
	return lines, width
}

// sets says that text fits into two lines without a word being cut.
func sets(r cell.Ruler, text string, width int) bool {
	lines := cell.Break(text, 0, len(text), width, r)
	for _, line := range lines[:len(lines)-1] {
		last, _ := utf8.DecodeLastRuneInString(text[:line.End])
		next, _ := utf8.DecodeRuneInString(text[line.End:])
		if latin(last) && latin(next) {
			return false
		}
	}
	return len(lines) <= 2
}

// latin says that a sign belongs to a word that is not to be cut.
func latin(sign rune) bool {
	return sign < 0x1100 && (unicode.IsLetter(sign) || unicode.IsDigit(sign))
}
