package find

import "strings"

// question is a query made ready for comparison.
type question struct {
	text    string // folded, without space at its ends
	letters string // text without space and punctuation: what pinyin is aligned to
	runes   bloom  // of letters
	aligner aligner
}

func newQuestion(query string) *question {
	q := &question{text: strings.TrimSpace(Normalize(query))}
	q.letters = lettersOnly(q.text)
	q.runes = bloomOf(q.letters)
	q.aligner = newAligner(q.letters)
	return q
}

// lettersOnly drops all but letters, digits and their marks.
func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return r
		}
		return -1
	}, s)
}
