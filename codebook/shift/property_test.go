package shift

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"fangtan/codebook/text"
)

// letters of which each text has its own choice; some hold together with marks.
var letters = []string{
	"的", "我", "说", "要", "求", "不", "具", "体", "。", "，", "\n", "甲：", "\n乙：", " ", "a", "e\u0301", "👨‍👩‍👧", "🇨🇳", "！", "嗯。\n",
	"各", "级", "驻", "村", "干", "部", "帮", "带", "传", "经", "验", "方", "法", "作", "风", "没", "有", "写", "怎", "么",
}

func drawText(t *rapid.T, label string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(letters), 0, most).Draw(t, label), "")
}

// drawEdit changes s at random places.
func drawEdit(t *rapid.T, s string) string {
	for range rapid.IntRange(0, 5).Draw(t, "edits") {
		at, _ := text.Snap(s, rapid.IntRange(0, len(s)).Draw(t, "at"), 0)
		_, end := text.Snap(s, at, at+rapid.IntRange(0, 40).Draw(t, "long"))
		cut := s[:at] + s[end:]
		to, _ := text.Snap(cut, rapid.IntRange(0, len(cut)).Draw(t, "to"), 0)
		switch rapid.IntRange(0, 3).Draw(t, "how") {
		case 0:
			s = cut
		case 1:
			s = s[:at] + drawText(t, "put", 12) + s[at:]
		case 2:
			s = s[:at] + drawText(t, "instead", 12) + s[end:]
		case 3:
			s = cut[:to] + s[at:end] + cut[to:]
		}
	}
	return s
}

func boundary(s string, at int) bool {
	from, to := text.Snap(s, at, at)
	return from == at && to == at
}

// TestRandomEdits: whatever was done, what the map says can be seen in the texts.
func TestRandomEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := drawText(t, "before", 120)
		after := drawEdit(t, before)
		m := Between(before, after)
		x, y := 0, 0
		for _, r := range m.kept {
			if r.old < x || r.new < y || r.n <= 0 || before[r.old:r.old+r.n] != after[r.new:r.new+r.n] {
				t.Fatalf("run %+v after (%d,%d) in %q → %q", r, x, y, before, after)
			}
			x, y = r.old+r.n, r.new+r.n
		}
		for _, r := range m.moved {
			if before[r.old:r.old+r.n] != after[r.new:r.new+r.n] {
				t.Fatalf("moved %+v in %q → %q", r, before, after)
			}
		}
		for range 20 {
			start, _ := text.Snap(before, rapid.IntRange(0, len(before)).Draw(t, "start"), 0)
			_, end := text.Snap(before, start, start+rapid.IntRange(1, 60).Draw(t, "length"))
			if start == end {
				continue
			}
			p := m.Passage(start, end)
			switch {
			case p.Start < 0 || p.Start > p.End || p.End > len(after) || !boundary(after, p.Start) || !boundary(after, p.End):
				t.Fatalf("%q → %+v has no ends in %q", before[start:end], p, after)
			case (p.Fate == Lost) != (p.Start == p.End):
				t.Fatalf("%q: %+v", before[start:end], p)
			case (p.Fate == Whole) != (p.Fate != Lost && before[start:end] == after[p.Start:p.End]):
				t.Fatalf("%q → %q has the fate %d", before[start:end], after[p.Start:p.End], p.Fate)
			}
			if at := m.Point(start); at < 0 || at > len(after) || !boundary(after, at) {
				t.Fatalf("point %d → %d in %q", start, at, after)
			}
		}
	})
}

// TestUntouchedPassagesKeepTheirWords: in a text where letters seldom come again,
// a passage that no edit touched has the same words, at the place reckoned from
// the edits.
func TestUntouchedPassagesKeepTheirWords(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		var pieces, after []string
		for range 3 + rng.IntN(12) {
			pieces = append(pieces, drawn(rng))
		}
		at, wantAt, offset := []int{}, []int{}, 0
		grown := 0
		for _, p := range pieces {
			at = append(at, offset)
			offset += len(p)
			now := p
			switch rng.IntN(5) {
			case 0:
				now = drawn(rng) + p
				wantAt = append(wantAt, grown+len(now)-len(p))
			case 1:
				now = ""
				wantAt = append(wantAt, -1)
			default:
				wantAt = append(wantAt, grown)
			}
			grown += len(now)
			after = append(after, now)
		}
		old, now := strings.Join(pieces, ""), strings.Join(after, "")
		m := Between(old, now)
		for i, p := range pieces {
			got := m.Passage(at[i], at[i]+len(p))
			if wantAt[i] < 0 {
				if got.Fate != Lost {
					t.Fatalf("%q is gone from %q but was found as %q", p, now, now[got.Start:got.End])
				}
				continue
			}
			if got.Fate != Whole || got.Start != wantAt[i] {
				t.Fatalf("%q: %+v, want it at %d in %q", p, got, wantAt[i], now)
			}
		}
	}
}

// drawn is a sentence of rare letters; every third has a line to itself.
func drawn(rng *rand.Rand) string {
	var b strings.Builder
	for range 5 + rng.IntN(20) {
		b.WriteRune(rune(0x4E00 + rng.IntN(20000)))
	}
	b.WriteString("。")
	if rng.IntN(3) == 0 {
		b.WriteString("\n")
	}
	return b.String()
}

// TestAlignIsShortest: against a plain table of longest common subsequences.
func TestAlignIsShortest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		a, b := tokens(rng, rng.IntN(40), 4), tokens(rng, rng.IntN(40), 4)
		n := 0
		for _, r := range align(a, b) {
			for i := range r.n {
				if a[r.old+i] != b[r.new+i] {
					t.Fatalf("%v %v: %+v", a, b, r)
				}
			}
			n += r.n
		}
		if want := longest(a, b); n != want {
			t.Fatalf("%v %v: %d tokens stayed, want %d", a, b, n, want)
		}
	}
}

func tokens(rng *rand.Rand, n, kinds int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(rng.IntN(kinds))
	}
	return out
}

func longest(a, b []uint32) int {
	table := make([][]int, len(a)+1)
	table[0] = make([]int, len(b)+1)
	for i := range a {
		table[i+1] = make([]int, len(b)+1)
		for j := range b {
			if table[i+1][j+1] = max(table[i][j+1], table[i+1][j]); a[i] == b[j] {
				table[i+1][j+1] = table[i][j] + 1
			}
		}
	}
	return table[len(a)][len(b)]
}

func FuzzBetween(f *testing.F) {
	f.Add("甲：我不知道。\n", "甲：我真不知道。\n")
	f.Add("e\u0301a", "e\u0301")
	f.Fuzz(func(t *testing.T, before, after string) {
		if !utf8.ValidString(before) || !utf8.ValidString(after) {
			return
		}
		before, _ = text.Canonical(before)
		after, _ = text.Canonical(after)
		m := Between(before, after)
		for at := 0; at < len(before); {
			next := text.NextGrapheme(before, at)
			p := m.Passage(at, next)
			if p.Start > p.End || p.End > len(after) || !boundary(after, p.Start) || !boundary(after, p.End) {
				t.Fatalf("%q → %q: %+v", before, after, p)
			}
			at = next
		}
	})
}
