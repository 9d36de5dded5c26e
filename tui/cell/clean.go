package cell

import (
	"strings"
	"unicode/utf8"

	"fangtan/codebook/text"
)

// Clean returns s as it may go to a terminal in one line: control characters and reversals of direction shown
// as visible signs, line breaks and tabs as blanks.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	return standing(text.Harmless(strings.ReplaceAll(s, "\n", " ")))
}

// standing gives a mark that begins s a dotted circle to stand on. Without one it would join whatever is drawn before it,
// and no count of columns would be right.
func standing(s string) string {
	if sign, _ := utf8.DecodeRuneInString(s); joins(sign) {
		return "◌" + s
	}
	return s
}

// joins tells whether sign makes one grapheme with a blank before it. The segmentation knows; signs that are common in
// Chinese and English text are spared the question.
func joins(sign rune) bool {
	switch {
	case sign < 0x300, chinese(sign), 0x2010 <= sign && sign < 0x2060, 0x3000 <= sign && sign < 0x302a, 0xff00 <= sign && sign < 0xff61:
		return false
	}
	return text.NextGrapheme(" "+string(sign), 0) > 1
}
