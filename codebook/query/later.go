package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// laterSigns are the signs of the whole language that are not understood yet.
const laterSigns = "|｜!()"

// laterWords are its words: the first stand between blanks, the others before a colon or a dot.
var (
	laterBetween = []string{"in"}
	laterColon   = []string{"near", "then", "same", "text", "group", "coder", "speaker", "has"}
	laterDot     = []string{"attr"}
)

// later finds the first operator in a query, outside quotation marks, that only
// the whole language knows; at counts code points from 1.
func later(s string) (operator string, at int, found bool) {
	wordStart, end := true, ""
	for i, c := range s {
		at++
		switch {
		case end != "":
			if strings.HasPrefix(s[i:], end) {
				end = ""
			}
			continue
		case closing[c] != "":
			end = closing[c]
			continue
		case strings.ContainsRune(laterSigns, c):
			return string(c), at, true
		}
		if word := laterWord(s[i:]); wordStart && word != "" {
			return word, at, true
		}
		wordStart = !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}
	return "", 0, false
}

// laterWord gives the operator that s begins with, or "".
func laterWord(s string) string {
	size := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	if size <= 0 {
		return ""
	}
	word := s[:size]
	next, _ := utf8.DecodeRuneInString(s[size:])
	switch {
	case (next == ':' || next == '：') && slices.Contains(laterColon, word):
		return s[:size+utf8.RuneLen(next)]
	case next == '.' && slices.Contains(laterDot, word):
		return word + "."
	case unicode.IsSpace(next) && slices.Contains(laterBetween, word):
		return word
	}
	return ""
}
