package suggest

import (
	"cmp"
	"slices"
	"unicode"

	"fangtan/codebook/find"
)

// gram is a word, a character or a pair of neighbouring characters. Characters are
// told apart by their code points, words by a hash of theirs.
type gram uint64

const (
	runeBits  = 21
	aWord     = gram(1) << 63
	mostGrams = 512 // kept of one passage, so that a long one costs no more than a page

	// FNV-1a, over code points.
	hashBasis = gram(14695981039346656037)
	hashPrime = gram(1099511628211)
)

// unparted are the scripts that put no space between words.
var unparted = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// gramsOf gives the different grams of a passage, ascending.
func gramsOf(passage string) []gram {
	var c cutter
	for _, r := range find.Normalize(passage) {
		c.take(r)
	}
	c.endWord()
	slices.Sort(c.grams)
	return sample(slices.Compact(c.grams))
}

// cutter cuts a folded text into grams, a code point at a time.
type cutter struct {
	grams  []gram
	word   gram // hash of the word begun, 0 for none
	before rune // the character before, if it stands in the same run, else 0
}

func (c *cutter) take(r rune) {
	switch {
	case unicode.In(r, unparted...):
		c.endWord()
		c.grams = append(c.grams, gram(r))
		if c.before != 0 {
			c.grams = append(c.grams, gram(c.before)<<runeBits|gram(r))
		}
		c.before = r
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		if c.word == 0 {
			c.word = hashBasis
		}
		c.word = (c.word ^ gram(r)) * hashPrime
		c.before = 0
	default:
		c.endWord()
		c.before = 0
	}
}

func (c *cutter) endWord() {
	if c.word != 0 {
		c.grams = append(c.grams, c.word|aWord)
		c.word = 0
	}
}

// sample keeps at most mostGrams of ascending grams: those whose scrambled values
// are least. Of two passages the same ones are kept, so that they stay comparable.
func sample(grams []gram) []gram {
	if len(grams) <= mostGrams {
		return grams
	}
	slices.SortFunc(grams, func(a, b gram) int { return cmp.Compare(scrambled(a), scrambled(b)) })
	grams = slices.Clone(grams[:mostGrams])
	slices.Sort(grams)
	return grams
}

// scrambled is a value that says nothing about what the gram is; none has that of another.
func scrambled(g gram) gram {
	g = (g ^ g>>31) * 0x9e3779b97f4a7c15
	return (g ^ g>>29) * 0xbf58476d1ce4e5b9
}
