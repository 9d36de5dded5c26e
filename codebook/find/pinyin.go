package find

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// pinyinText has a line for each set of readings: the readings, a tab, the
// characters. It is written by .ci/tools/pinyintable.
//
//go:embed pinyin.txt
var pinyinText string

// The characters that the table may hold.
const (
	firstHan = 0x3007
	lastHan  = 0x9fff
)

// reading is all ways to read a character, most usual first, and the letters
// they begin with.
type reading struct {
	syllables []string
	letters   letters
}

// pinyinTable maps a character to its reading.
type pinyinTable struct {
	readings []reading // readings[0] is empty
	of       [lastHan - firstHan + 1]uint16
}

// table is parsed when the first Chinese name is indexed.
var table = sync.OnceValue(func() *pinyinTable {
	t := &pinyinTable{readings: make([]reading, 1, 5000)}
	for line := range strings.Lines(pinyinText) {
		syllables, characters, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		for _, r := range characters {
			t.of[r-firstHan] = uint16(len(t.readings))
		}
		t.readings = append(t.readings, newReading(strings.Fields(syllables)...))
	}
	return t
})

// read returns the reading of r, an empty one if the table has none.
func (t *pinyinTable) read(r rune) reading {
	if r < firstHan || r > lastHan {
		return reading{}
	}
	return t.readings[t.of[r-firstHan]]
}

func newReading(syllables ...string) reading {
	var set letters
	for _, s := range syllables {
		set |= letterOf(s)
	}
	return reading{syllables, set}
}

// letters is a set of first letters: a bit for each of a to z, the others
// share the bits that are left.
type letters uint64

// letterOf returns the first letter of s as a set; s is folded.
func letterOf(s string) letters {
	if s == "" {
		return 0
	}
	if c := s[0]; 'a' <= c && c <= 'z' {
		return 1 << (c - 'a')
	}
	r, _ := utf8.DecodeRuneInString(s)
	return 1 << (26 + r%38)
}
