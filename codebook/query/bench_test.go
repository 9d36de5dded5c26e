package query_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// The study measured: 4,000 interviews of 75 questions and answers, 200 codes under
// five, and a million codings of some 65 characters.
const (
	benchTranscripts = 4000
	benchChars       = 75 * (65 + 200)
	benchCodes       = 200
)

var benchCut = &codebook.HeldCut{Cut: func() text.Cut {
	var c text.Cut
	for at, speaker := uint32(0), uint16(0); at < benchChars; speaker = 1 - speaker {
		to := at + 65 + 135*uint32(speaker)
		c.Turns = append(c.Turns, text.Turn{
			Start: 3 * at, Text: 3 * at, End: 3 * to, StartCh: at, TextCh: at, EndCh: to, Speaker: speaker,
		})
		at = to
	}
	return c
}()}

func benchStudy(codings int) *codebook.Project {
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	l := codebook.Load(p)
	l.Coder(&codebook.Coder{No: 1, ID: codebook.ID{3}, Name: "1"})
	for n := codebook.No(1); n <= benchCodes; n++ {
		parent := codebook.No(0)
		if n > 5 {
			parent = 1 + n%5
		}
		l.Code(&codebook.Code{No: n, ID: codebook.ID{5, byte(n)}, Parent: parent, Rank: int32(n), NameZh: fmt.Sprint("码", n)})
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := codebook.No(1); n <= benchTranscripts; n++ {
		l.Transcript(&codebook.Transcript{
			No: n, File: fmt.Sprint(n), Rank: int32(n), Bytes: 3 * benchChars, Chars: benchChars,
			Speakers: []codebook.Speaker{{Label: "问", Role: text.RoleInterviewer}, {Label: "答"}},
		}, benchCut)
		l.Codings(n, benchCodings(r, n, codings/benchTranscripts))
	}
	l.Last(codebook.Last{Transcripts: benchTranscripts, Codes: benchCodes, Coders: 1})
	p.Tree()
	return p
}

func benchCodings(r *rand.Rand, t codebook.No, n int) *codebook.Codings {
	rows := make([]codebook.Coding, n)
	for i := range rows {
		at, size := r.Uint32N(benchChars-100), 30+r.Uint32N(70)
		rows[i] = codebook.Coding{
			Start: 3 * at, StartCh: at, End: 3 * (at + size), EndCh: at + size, Code: 1 + codebook.No(r.Uint32N(benchCodes)), Coder: 1,
		}
		binary.BigEndian.PutUint64(rows[i].ID[:], uint64(t)<<32|uint64(i))
	}
	return codebook.NewCodings(rows)
}

// BenchmarkMillion asks a million codings. The limit is what going over them once
// costs: the codes of all, and an excerpt for each that is found.
func BenchmarkMillion(b *testing.B) {
	p := benchStudy(1_000_000)
	for _, words := range []string{"码1", "码1 & 码2", "码1 & !码2", "码1 in 码2", "码1 near:2 码2", "码1 & 码2 | 码3 & speaker:答"} {
		b.Run(words, func(b *testing.B) {
			q, err := query.Parse(p, words)
			if err != nil {
				b.Fatal(err)
			}
			found := 0
			for b.Loop() {
				rows, _ := q.Run(p, tally.Filter{}, nil)
				found = len(rows)
			}
			b.ReportMetric(float64(found), "excerpts")
		})
	}
	b.Run("limit", func(b *testing.B) {
		for b.Loop() {
			rows := make([]codebook.Excerpt, 0, p.CodingCount())
			for _, t := range p.Transcripts() {
				c := p.Codings(t.No)
				for i, code := range c.Code {
					if code%5 < 2 {
						rows = append(rows, codebook.Excerpt{Passage: codebook.Passage{Transcript: t.No, Start: c.Start[i], End: c.End[i]}, Coding: c.ID[i], Code: code})
					}
				}
			}
			b.ReportMetric(float64(len(rows)), "excerpts")
		}
	})
}
