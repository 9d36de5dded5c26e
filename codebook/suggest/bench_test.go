package suggest_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
)

// The study measured: a thousand interviews of a hundred passages of some forty
// characters, 300 codes. Characters come as often as they do in Chinese: the n-th
// commonest n times more rarely than the first, of 3,500; half of what is said is said in
// phrases of four, of which each code has its own hundred.
const (
	benchTranscripts = 1000
	benchPassages    = 100
	benchCodes       = 300
	benchCharacters  = 3500
	benchPhrases     = 100
)

type corpus struct {
	*rand.Rand
	often *rand.Zipf
}

func newCorpus() *corpus {
	r := rand.New(rand.NewPCG(1, 2))
	return &corpus{r, rand.NewZipf(r, 1.05, 8, benchCharacters-1)}
}

func (c *corpus) characters(to *strings.Builder, n int) {
	for range n {
		to.WriteRune('一' + rune(c.often.Uint64()))
	}
}

// phrases makes those of each code.
func (c *corpus) phrases() [][]string {
	all := make([][]string, benchCodes)
	for i := range all {
		for range benchPhrases {
			var b strings.Builder
			c.characters(&b, 4)
			all[i] = append(all[i], b.String())
		}
	}
	return all
}

// benchStudy makes the study, its texts, and its last passages uncoded.
func benchStudy() (p *codebook.Project, texts []string, open []codebook.Passage) {
	c := newCorpus()
	phrases := c.phrases()
	p = codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	l := codebook.Load(p)
	l.Coder(&codebook.Coder{No: 1, ID: codebook.ID{3}, Name: "甲"})
	for n := range codebook.No(benchCodes) {
		l.Code(&codebook.Code{No: n + 1, ID: codebook.ID{4, byte(n), byte(n >> 8)}, Rank: int32(n), NameZh: fmt.Sprint(n)})
	}
	texts = make([]string, benchTranscripts+1)
	for n := codebook.No(1); n <= benchTranscripts; n++ {
		var b strings.Builder
		var rows []codebook.Coding
		for i := range benchPassages {
			row := codebook.Coding{Start: uint32(b.Len()), Code: codebook.No(1 + c.IntN(benchCodes)), Coder: 1}
			binary.BigEndian.PutUint32(row.ID[:], uint32(n)<<16|uint32(i))
			for range 3 + c.IntN(5) {
				b.WriteString(phrases[row.Code-1][c.IntN(benchPhrases)])
				c.characters(&b, 4)
			}
			row.End = uint32(b.Len())
			b.WriteString("。")
			if n == benchTranscripts {
				open = append(open, codebook.Passage{Transcript: n, Start: row.Start, End: row.End})
				continue
			}
			rows = append(rows, row)
		}
		texts[n] = b.String()
		l.Transcript(&codebook.Transcript{No: n, File: fmt.Sprint(n), Rank: int32(n), Bytes: uint32(b.Len()), Text: codebook.Hash{byte(n), byte(n >> 8)}}, nil)
		l.Codings(n, codebook.NewCodings(rows))
	}
	l.Last(codebook.Last{Transcripts: benchTranscripts, Codes: benchCodes, Coders: 1})
	p.Tree()
	return p, texts, open
}

// BenchmarkSuggest measures one question with 100,000 codings known, beside a look at
// every coded passage; what the model takes for each coding; and how long it takes to
// be made and to follow one coding.
func BenchmarkSuggest(b *testing.B) {
	p, texts, open := benchStudy()
	text := func(n codebook.No) (string, error) { return texts[n], nil }
	var m suggest.Model
	before := inUse()
	start := time.Now()
	if err := m.Follow(p, text); err != nil {
		b.Fatal(err)
	}
	made := time.Since(start)
	room := inUse() - before
	var questions []suggest.Question
	for _, at := range open {
		questions = append(questions, suggest.Question{Passage: at, Text: texts[at.Transcript][at.Start:at.End], Coder: 1})
	}

	b.Run("ask", func(b *testing.B) {
		i := 0
		for b.Loop() {
			m.Suggest(questions[i%len(questions)])
			i++
		}
		each := b.Elapsed() / time.Duration(b.N)
		b.ReportMetric(float64(everyPassage(p, texts, questions[:5]))/float64(each), "×-scan")
		b.ReportMetric(float64(room)/float64(p.CodingCount()), "B/coding")
		b.ReportMetric(made.Seconds(), "s-made")
		b.ReportMetric(float64(p.CodingCount()), "codings")
	})
	b.Run("follow", func(b *testing.B) {
		row := codebook.Coding{ID: codebook.ID{0xFF}, Start: open[0].Start, End: open[0].End, Code: 1, Coder: 1}
		for b.Loop() {
			for _, op := range []codebook.Op{
				&codebook.AddCodings{Transcript: benchTranscripts, Rows: []codebook.Coding{row}},
				&codebook.RemoveCodings{Transcript: benchTranscripts, IDs: []codebook.ID{row.ID}},
			} {
				if _, err := op.Apply(p); err != nil {
					b.Fatal(err)
				}
				if err := m.Follow(p, text); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// inUse is the memory in use, in bytes.
func inUse() uint64 {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}

// everyPassage is the time that the plain way takes for a question: cutting every coded
// passage into pairs of characters and counting those shared.
func everyPassage(p *codebook.Project, texts []string, questions []suggest.Question) time.Duration {
	start := time.Now()
	best := 0
	for _, q := range questions {
		asked := map[string]bool{}
		pairs(q.Text, func(pair string) { asked[pair] = true })
		for n := codebook.No(1); n <= benchTranscripts; n++ {
			c := p.Codings(n)
			for i := range c.Len() {
				shared := 0
				pairs(texts[n][c.Start[i]:c.End[i]], func(pair string) {
					if asked[pair] {
						shared++
					}
				})
				best = max(best, shared)
			}
		}
	}
	return time.Since(start) / time.Duration(len(questions))
}

func pairs(s string, do func(string)) {
	for i := 0; i+6 <= len(s); i += 3 {
		do(s[i : i+6])
	}
}
