package text

import (
	"slices"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"
)

// pieces are what joins its neighbours in one way or another, between things
// that do not.
var pieces = []string{
	"村", "干", "，", "。", "！", "“", "”", "…", "（", "）", "：", "　", "〇", "ん", "か", "ー", "a", "Z", "7", ".", "?", "!", "\"", "'", " ", "\t", "\n",
	"\r\n", "\r", "\u0301", "\u0300", "\u3099", "\u302A", "\u200D", "\uFE0F", "\u20E3", "👩", "👦", "🏽", "❤", "‼", "〰", "㊗", "©",
	"🇨", "🇳", "ᄀ", "ᅡ", "ᆨ", "가", "각", "\u0600", "क", "\u094D", "ष", "\u0903", "é", "ß", "ж", "λ", "ﾞ", "\u2028", "\u0085", "\u00A0", "\u200B",
	"\x00", "\x1b", "\x80", "\xff", "\xe4\xb8", "\xed\xa0\x80", "𠮷", "问：", "答：", "张三：", "[00:01:02]", "00:08",
}

// someText draws text in which anything may meet anything.
var someText = rapid.Custom(func(t *rapid.T) string {
	s := ""
	for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces") {
		s += p
	}
	return s
})

func TestGraphemesAreThoseOfUAX29(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someText.Draw(t, "s")
		want := []int{0}
		chars := 0
		for _, g := range clusters(s) {
			want = append(want, want[len(want)-1]+len(g))
			if !blank(g) {
				chars++
			}
		}
		if got := Chars(s); got != chars {
			t.Fatalf("Chars(%q) = %d, want %d", s, got, chars)
		}
		for i := range len(s) + 1 {
			k, exact := slices.BinarySearch(want, i)
			prev, next := want[max(k-1, 0)], len(s)
			if exact && k+1 < len(want) {
				next = want[k+1]
			} else if !exact {
				next = want[k]
			}
			if got := NextGrapheme(s, i); got != next {
				t.Fatalf("NextGrapheme(%q, %d) = %d, want %d", s, i, got, next)
			}
			if got := PrevGrapheme(s, i); got != prev {
				t.Fatalf("PrevGrapheme(%q, %d) = %d, want %d", s, i, got, prev)
			}
		}
	})
}

// TestEveryCodePoint meets each code point with those that join, on both sides.
func TestEveryCodePoint(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		if r >= 0xAC00 && r <= 0xD7A3 && r%16 != 0 {
			continue
		}
		s := "中" + string(r) + "a" + string(r) + "\u0301" + string(r) + string(r) + "。"
		n := 0
		for it := graphemes.FromString(s); it.Next(); {
			if w, counts := step(s, it.Start()); w != it.End()-it.Start() || counts == blank(it.Value()) {
				t.Fatalf("U+%04X: a grapheme of %d bytes at %d of %q, want %q", r, w, it.Start(), s, it.Value())
			}
			if !blank(it.Value()) {
				n++
			}
		}
		w := walker{s: s}
		if got := w.to(len(s)); int(got) != n {
			t.Fatalf("U+%04X: %d characters in %q, want %d", r, got, s, n)
		}
	}
}

func TestSnapAndTrim(t *testing.T) {
	family := "👩\u200D👦"
	tests := []struct {
		name       string
		s          string
		start, end int
		snap, trim [2]int
	}{
		{"inside a character", "中文字", 1, 4, [2]int{0, 6}, [2]int{0, 6}},
		{"inside a family", "a" + family + "b", 5, 6, [2]int{1, 12}, [2]int{1, 12}},
		{"accent", "xe\u0301y", 1, 2, [2]int{1, 4}, [2]int{1, 4}},
		{"empty inside", "中文", 4, 4, [2]int{3, 3}, [2]int{3, 3}},
		{"blanks", " 　中 \n", 0, 9, [2]int{0, 9}, [2]int{4, 7}},
		{"only blanks", " 　\n", 0, 5, [2]int{0, 5}, [2]int{5, 5}},
		{"outside", "中", -5, 99, [2]int{0, 3}, [2]int{0, 3}},
		{"turned round", "中文", 3, 0, [2]int{3, 3}, [2]int{3, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := Snap(tt.s, tt.start, tt.end)
			if got := [2]int{a, b}; got != tt.snap {
				t.Errorf("Snap = %v, want %v", got, tt.snap)
			}
			a, b = Trim(tt.s, a, b)
			if got := [2]int{a, b}; got != tt.trim {
				t.Errorf("Trim = %v, want %v", got, tt.trim)
			}
		})
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		s    string
		ends []int // from 0, one NextWord after the other
		back []int // from the end, one PrevWord after the other
	}{
		{"村干部", []int{3, 6, 9}, []int{6, 3, 0}},
		{"don't stop", []int{5, 10}, []int{6, 0}},
		{"我 2021 年\n好", []int{3, 8, 12, 16}, []int{13, 9, 4, 0}},
		{"  a  ", []int{3, 5}, []int{2, 0}},
		{"\n\n村", []int{5}, []int{2, 0}},
	}
	for _, tt := range tests {
		var ends, back []int
		for i := 0; i < len(tt.s); {
			i = NextWord(tt.s, i)
			ends = append(ends, i)
		}
		for i := len(tt.s); i > 0; {
			i = PrevWord(tt.s, i)
			back = append(back, i)
		}
		if !slices.Equal(ends, tt.ends) || !slices.Equal(back, tt.back) {
			t.Errorf("%q: ends %v, want %v; starts %v, want %v", tt.s, ends, tt.ends, back, tt.back)
		}
	}
}

func TestWordsMoveOnAndStayOnGraphemes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someText.Draw(t, "s") + someText.Draw(t, "more")
		bounds := boundaries(s)
		for i := 0; i < len(s); {
			next := NextWord(s, i)
			if _, ok := bounds[next]; !ok || next <= i {
				t.Fatalf("NextWord(%q, %d) = %d", s, i, next)
			}
			i = next
		}
		for i := len(s); i > 0; {
			prev := PrevWord(s, i)
			if _, ok := bounds[prev]; !ok || prev >= i {
				t.Fatalf("PrevWord(%q, %d) = %d", s, i, prev)
			}
			i = prev
		}
	})
}
