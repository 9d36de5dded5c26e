package text_test

import (
	"testing"

	"fangtan/codebook/text"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]int{
		"":                                  0,
		" — … “” ":                          0,
		"I don't know.":                     3,
		"Well, about 3.5 per cent — maybe.": 6,
		"co-operation":                      2,
		"她说 OK":                             3, // a Chinese character is a word of its own
	} {
		if got := text.Words(s); got != want {
			t.Errorf("%q has %d words, want %d", s, got, want)
		}
	}
}
