package cell

import (
	"testing"
	"unicode/utf8"

	"fangtan/codebook/text"
)

func TestClean(t *testing.T) {
	tests := map[string]string{
		"":                "",
		"plain":           "plain",
		"访谈":              "访谈",
		"a\x1b]52;c;x\ab": "a␛]52;c;x␇b",
		"一\n二\t三":         "一 二 三",
		"\u009b2J":        "‹9B›2J",
		"\u202e":          "‹RLO›",
		"a\u200bb\ufeff":  "a‹ZWSP›b‹ZWNBSP›",
		"\u0301e":         "◌\u0301e",
		"e\u0301":         "e\u0301",
		family:            family,
	}
	for text, want := range tests {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
		if again := Clean(want); again != want {
			t.Errorf("Clean(%q) = %q is not the last word", want, again)
		}
	}
}

const family = "👨‍👩‍👧"

// Whatever the segmentation joins to a blank has to be given something to stand on.
func TestJoins(t *testing.T) {
	for sign := rune(0xa0); sign <= utf8.MaxRune; sign++ {
		if !utf8.ValidRune(sign) {
			continue
		}
		together := text.NextGrapheme(" "+string(sign), 0) > 1
		if together && !joins(sign) {
			t.Errorf("U+%04X joins a blank before it", sign)
		}
	}
}
