package transcript

import (
	"strings"
	"testing"
)

// BenchmarkText reads 8 MB of UTF-8, as MB/s.
func BenchmarkText(b *testing.B) {
	data := []byte(strings.Repeat(simplified+"\n", 8<<20/len(simplified)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("a.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGuess reads 1 MB of GB18030 without a mark.
func BenchmarkGuess(b *testing.B) {
	data := encode(b, encodings[0].table, strings.Repeat(simplified+"\n", 1<<20/len(simplified)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("a.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarkdown reads an interview of some 20,000 characters.
func BenchmarkMarkdown(b *testing.B) {
	data := []byte(strings.Repeat("**访谈者：**"+simplified+"\n\n", 20_000/len([]rune(simplified))))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("a.md", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWord reads documents of some 20,000 characters in runs as short as
// Word writes them; it reports documents a second.
func BenchmarkWord(b *testing.B) {
	var body strings.Builder
	for range 20_000 / len([]rune(simplified)) {
		var runs strings.Builder
		runs.WriteString(look(`<w:rFonts w:hint="eastAsia"/><w:b/>`, "访谈者："))
		for sentence := range strings.SplitAfterSeq(simplified, "，") {
			runs.WriteString(look(`<w:rFonts w:hint="eastAsia"/><w:sz w:val="24"/>`, sentence))
		}
		body.WriteString(para(`<w:pStyle w:val="B"/><w:spacing w:line="360"/>`, runs.String()))
	}
	data := newDocx(body.String(), asides).zip(b)
	b.ResetTimer()
	for b.Loop() {
		if _, err := Read("a.docx", data); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}
