package codebook_test

import (
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// BenchmarkDo applies a code and takes it back in memory, in a transcript that
// has that many codings already.
func BenchmarkDo(b *testing.B) {
	for _, have := range []int{0, 500, 5000} {
		b.Run(map[int]string{0: "first", 500: "500", 5000: "5000"}[have], func(b *testing.B) {
			s := newStudy(b)
			g := s.group("cadres", "村干部")
			s.coder("李老师")
			code := s.code(0, "P", "政策")
			long := strings.Repeat("说不清楚。", 20_000)
			s.must(&codebook.AddTranscript{Row: row(s, "长.txt", g, long), Text: long, Cut: &codebook.HeldCut{Cut: text.Cut{}}})
			var rows []codebook.Coding
			for i := range have {
				at := uint32(i) * 15
				rows = append(rows, codebook.Coding{ID: s.id(), Start: at, End: at + 15, StartCh: at / 3, EndCh: at/3 + 5, Code: code, Coder: 1})
			}
			if have > 0 {
				if _, err := s.p.Do(&codebook.AddCodings{Transcript: 1, Rows: rows}, s.stamp()); err != nil {
					b.Fatal(err)
				}
			}
			one := codebook.Coding{ID: s.id(), Start: 75_000, End: 75_030, StartCh: 25_000, EndCh: 25_010, Code: code, Coder: 1}
			for b.Loop() {
				if _, err := s.p.Do(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{one}}, codebook.Stamp{}); err != nil {
					b.Fatal(err)
				}
				if _, err := s.p.Do(&codebook.RemoveCodings{Transcript: 1, IDs: []codebook.ID{one.ID}}, codebook.Stamp{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
