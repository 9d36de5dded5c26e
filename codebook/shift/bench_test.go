package shift

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// interview is a text of so many characters, in turns of some sentences.
func interview(chars int) string {
	rng := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	for b.Len() < 3*chars {
		b.WriteString([]string{"问：", "答："}[rng.IntN(2)])
		for range 1 + rng.IntN(8) {
			for range 5 + rng.IntN(25) {
				b.WriteRune(rune(0x4E00 + rng.IntN(2500)))
			}
			b.WriteString("。")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// BenchmarkBetween compares texts of 200,000 characters, and for the worst case
// two of 1 MB in one line that have nothing in common.
func BenchmarkBetween(b *testing.B) {
	plain := interview(200_000)
	one := strings.ReplaceAll(interview(350_000), "\n", "")
	runes := []rune(one)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	for _, c := range []struct{ name, before, after string }{
		{"one-typing-error", plain, strings.Replace(plain, "。", "；", 1)},
		{"a-name-masked-everywhere", plain, strings.ReplaceAll(plain, "人", "某某")},
		{"every-full-stop", plain, strings.ReplaceAll(plain, "。", ".")},
		{"one-line-every-full-stop", strings.ReplaceAll(plain, "\n", ""), strings.ReplaceAll(strings.ReplaceAll(plain, "\n", ""), "。", ".")},
		{"nothing-in-common", one, string(runes)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Between(c.before, c.after)
			}
		})
	}
}
