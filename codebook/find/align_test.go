package find

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestWhatCanBeTypedIsFound types names in random manners and expects each
// fit to be at least as good as the way it was typed.
func TestWhatCanBeTypedIsFound(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		entry := book[rnd.IntN(len(book))]
		n := newName(entry.Names[0])
		query, used := typeSome(rnd, &n)
		q := newQuestion(query)
		if got, want := tierOf(n.score(q)), tierOfManners(used); got < want {
			t.Fatalf("%q typed for %q fits in tier %d, want at least %d", query, entry.Names[0], got, want)
		}
	}
}

// typeSome types some neighbouring cells of n, each in a manner of its own.
func typeSome(rnd *rand.Rand, n *name) (query string, used manner) {
	first := rnd.IntN(len(n.cells))
	count := 1 + rnd.IntN(len(n.cells)-first)
	for _, c := range n.cells[first : first+count] {
		s := c.syllables[rnd.IntN(len(c.syllables))]
		switch m := manner(1 << rnd.IntN(4)); {
		case m == literal && c.han:
			query, used = query+n.text[c.start:c.end], used|literal
		case m == initial:
			query, used = query+s[:1+rnd.IntN(initialSize(s))], used|initial
		case m == part && len(s) > 2:
			query, used = query+s[:2], used|part
		default:
			query, used = query+s, used|whole
		}
	}
	return query, used
}

func TestManySameCharacters(t *testing.T) {
	// Every cell can take its letter in two manners: 2^60 ways without memory.
	name := newName(strings.Repeat("啊", 60))
	if got := tierOf(name.score(newQuestion(strings.Repeat("a", 60)))); got != pinyin {
		t.Errorf("tier %d, want %d", got, pinyin)
	}
	if got := name.score(newQuestion(strings.Repeat("a", 59) + "b")); got != 0 {
		t.Errorf("score %d, want 0", got)
	}
}

func TestTakeSyllable(t *testing.T) {
	cases := []struct {
		rest, syllable string
		want           map[manner][]int
	}{
		{"zhibc", "zhi", map[manner][]int{initial: {1, 2}, whole: {3}}},
		{"zh", "zhi", map[manner][]int{initial: {1, 2}, whole: {2}}},
		{"yaob", "yao", map[manner][]int{initial: {1}, part: {2}, whole: {3}}},
		{"ab", "a", map[manner][]int{initial: {1}, whole: {1}}},
		{"ébc", "étude", map[manner][]int{initial: {2}}},
		{"xyz", "yao", map[manner][]int{}},
	}
	for _, c := range cases {
		got := map[manner][]int{}
		takeSyllable(c.rest, c.syllable, func(size int, m manner) { got[m] = append(got[m], size) })
		for _, m := range []manner{literal, whole, initial, part} {
			if !slices.Equal(got[m], c.want[m]) {
				t.Errorf("%q for %q: manner %d takes %v, want %v", c.rest, c.syllable, m, got[m], c.want[m])
			}
		}
	}
}
