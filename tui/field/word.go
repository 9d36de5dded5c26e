package field

import (
	"unicode"
	"unicode/utf8"

	"fangtan/codebook/text"
)

// A word is a run of one sort: ctrl+w in 要求 not clear takes clear, then not, then 要求.
type sort uint8

const (
	space sort = iota
	sign
	letter
	ideograph
)

func sortOf(s string) sort {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return ideograph
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
		return letter
	}
	return sign
}

// wordLeft goes to the beginning of the word before the cursor, past the blanks between.
func (f *Field) wordLeft() {
	seen := space
	for f.cursor > 0 {
		at := text.PrevGrapheme(f.value, f.cursor)
		next := sortOf(f.value[at:])
		if seen != space && next != seen {
			return
		}
		seen, f.cursor = next, at
	}
}

// wordRight goes behind the word after the cursor, past the blanks between.
func (f *Field) wordRight() {
	seen := space
	for f.cursor < len(f.value) {
		next := sortOf(f.value[f.cursor:])
		if seen != space && next != seen {
			return
		}
		seen, f.cursor = next, text.NextGrapheme(f.value, f.cursor)
	}
}
