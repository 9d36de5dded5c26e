package lint

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// name is one name of a code, made ready to be compared.
type name struct {
	code    codebook.No
	letters []rune // without space and punctuation
	sorted  string // the letters of Chinese names, the words of others, in order
	sound   string
	folded  string // the letters as one string
	counted string // the digits and numerals among them
	runes   uint64 // a set of letters that may claim one too many, never one too few
	han     bool
}

// names compares every name with every other of its language. A pair is found once,
// by the first rule that fits.
func (c *checker) names() []Finding {
	var found []Finding
	met := map[[2]codebook.No]bool{}
	for _, in := range []func(*codebook.Code) string{
		func(code *codebook.Code) string { return code.NameZh }, func(code *codebook.Code) string { return code.NameEn },
	} {
		all := c.named(in)
		for i := range all {
			for j := range i {
				a, b := &all[j], &all[i]
				rule, near := a.near(b)
				if pair := [2]codebook.No{a.code, b.code}; near && !met[pair] {
					met[pair] = true
					found = append(found, Finding{Rule: rule, Code: a.code, Other: b.code})
				}
			}
		}
	}
	return found
}

// named are the names that the codes have in a language, in codebook order.
func (c *checker) named(in func(*codebook.Code) string) []name {
	var all []name
	for _, n := range c.p.Tree().Order {
		if words := in(c.p.Code(n)); words != "" && c.live(n) {
			all = append(all, newName(n, words))
		}
	}
	return all
}

func newName(code codebook.No, words string) name {
	n := name{code: code, letters: []rune(find.Letters(words)), sound: find.Sound(words)}
	for _, r := range n.letters {
		n.runes |= 1 << (uint32(r) % 64)
		n.han = n.han || unicode.Is(unicode.Han, r)
	}
	n.folded, n.counted = string(n.letters), digits(n.letters)
	parts := strings.Fields(n.sound)
	if n.han {
		parts = strings.Split(n.folded, "")
	}
	slices.Sort(parts)
	n.sorted = strings.Join(parts, " ")
	return n
}

// The shortest names of which an order of letters, and a slip, says anything. In
// Chinese one character in four is another idea, one in five may be a slip.
const (
	leastOrdered = 4 // characters
	leastHan     = 5
	leastOther   = 6 // letters
	slipIn       = 8 // letters of other scripts to one slip
)

// near says whether two names are taken for each other, and by which rule.
func (a *name) near(b *name) (Rule, bool) {
	switch {
	case a.folded == b.folded:
		return NearName, len(a.letters) > 0
	case a.sound == b.sound && a.han && strings.Contains(a.sound, " "):
		return SameSound, true
	case a.sorted == b.sorted:
		return NearName, len(a.letters) >= leastOrdered
	}
	slips := a.slips(b)
	return NearName, slips > 0 && a.within(b, slips)
}

// slips is how many slips two names may be apart; names with numbers of their own
// (目标一, 目标二) are no slips.
func (a *name) slips(b *name) int {
	short := min(len(a.letters), len(b.letters))
	switch {
	case a.han != b.han || a.counted != b.counted:
		return 0
	case a.han && short >= leastHan:
		return 1
	case !a.han && short >= leastOther:
		return 1 + short/(2*slipIn)
	}
	return 0
}

// numerals are the characters that count.
const numerals = "一二三四五六七八九十"

func digits(letters []rune) string {
	var b strings.Builder
	for _, r := range letters {
		if unicode.IsDigit(r) || strings.ContainsRune(numerals, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// within says whether one name becomes the other by at most so many slips: a letter
// left out, put in, exchanged, or two neighbours turned round.
func (a *name) within(b *name, slips int) bool {
	long, short := len(a.letters), len(b.letters)
	if max(long, short)-min(long, short) > slips || bits.OnesCount64(a.runes^b.runes) > 2*slips {
		return false
	}
	return distance(a.letters, b.letters) <= slips
}

// distance is the optimal string alignment distance (Damerau 1964; the restricted
// form, in which no piece is changed twice).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
