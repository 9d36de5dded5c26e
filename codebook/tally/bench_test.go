package tally_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// The studies measured: 4,000 interviews of some 20,000 characters, 300 codes in
// three levels, three coders, and a number of codings of some 65 characters, three
// in ten of them over the one before.
const (
	benchTranscripts = 4000
	benchGroups      = 5
	benchQuestion    = 65
	benchAnswer      = 200
	benchSentence    = 25
	benchChars       = 75 * (benchQuestion + benchAnswer)
)

var benchSizes = []int{10_000, 100_000, 1_000_000}

var benchStudies = map[int]*codebook.Project{}

func benchStudy(codings int) *codebook.Project {
	if p := benchStudies[codings]; p != nil {
		return p
	}
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	l := codebook.Load(p)
	last := codebook.Last{Transcripts: benchTranscripts, Codes: benchCodes(l), Coders: 3, Groups: benchGroups}
	for n := codebook.No(1); n <= 3; n++ {
		l.Coder(&codebook.Coder{No: n, ID: codebook.ID{3, byte(n)}, Name: fmt.Sprint(n)})
	}
	for n := codebook.No(1); n <= benchGroups; n++ {
		l.Group(&codebook.Group{No: n, ID: codebook.ID{4, byte(n)}, Key: fmt.Sprint(n), Rank: int32(n)})
	}
	r := rand.New(rand.NewPCG(1, uint64(codings)))
	for n := codebook.No(1); n <= benchTranscripts; n++ {
		l.Transcript(&codebook.Transcript{
			No: n, File: fmt.Sprint(n), Group: 1 + n%benchGroups, Rank: int32(n), Bytes: 3 * benchChars, Chars: benchChars,
			Speakers: []codebook.Speaker{{Label: "问", Role: text.RoleInterviewer}, {Label: "答"}},
		}, benchCut)
		l.Codings(n, benchCodings(r, codings/benchTranscripts+min(1, max(0, codings%benchTranscripts-int(n)+1)), last.Codes))
	}
	l.Last(last)
	p.Tree()
	clear(benchStudies)
	benchStudies[codings] = p
	return p
}

// benchCodes makes 5 × 6 × 9 codes with those above them.
func benchCodes(l *codebook.Loader) codebook.No {
	no := codebook.No(0)
	put := func(parent codebook.No, rank int) codebook.No {
		no++
		c := codebook.Code{No: no, ID: codebook.ID{5, byte(no >> 8), byte(no)}, Parent: parent, Rank: int32(rank), NameZh: fmt.Sprint(no)}
		if parent == 0 && rank < 4 {
			c.Role, c.Number = codebook.RoleComponent, string("PITE"[rank])
		}
		l.Code(&c)
		return no
	}
	for i := range 5 {
		top := put(0, i)
		for j := range 6 {
			middle := put(top, j)
			for k := range 9 - j%2 {
				put(middle, k)
			}
		}
	}
	return no
}

var benchCut = &codebook.HeldCut{Cut: func() text.Cut {
	var c text.Cut
	mark := func(from, to uint32) text.Mark {
		return text.Mark{Start: 3 * from, End: 3 * to, StartCh: from, EndCh: to}
	}
	turn := func(from, to uint32, speaker uint16) {
		c.Turns = append(c.Turns, text.Turn{
			Start: 3 * from, Text: 3 * (from + 2), End: 3 * to, StartCh: from, TextCh: from + 2, EndCh: to, Speaker: speaker,
		})
		c.Paragraphs = append(c.Paragraphs, mark(from, to))
		for at := from + 2; at < to; at += benchSentence {
			c.Sentences = append(c.Sentences, mark(at, min(at+benchSentence, to)))
		}
	}
	for at := uint32(0); at < benchChars; at += benchQuestion + benchAnswer {
		turn(at, at+benchQuestion, 0)
		turn(at+benchQuestion, at+benchQuestion+benchAnswer, 1)
	}
	return c
}()}

func benchCodings(r *rand.Rand, n int, codes codebook.No) *codebook.Codings {
	rows := make([]codebook.Coding, n)
	for i := range rows {
		at := r.Uint32N(benchChars - 100)
		if i > 0 && r.IntN(10) < 3 {
			at = min(rows[i-1].StartCh+r.Uint32N(30), benchChars-100)
		}
		size := 30 + r.Uint32N(70)
		code := 1 + codebook.No(r.Uint32N(uint32(codes)))
		rows[i] = codebook.Coding{
			Start: 3 * at, StartCh: at, End: 3 * (at + size), EndCh: at + size, Code: code, Coder: 1 + codebook.No(r.IntN(3)),
		}
	}
	return codebook.NewCodings(rows)
}

// flat is the same study as one row of sorted arrays.
type flat struct {
	start, end, text []uint32 // of codings, with their transcript
	code             []uint32
	pieces           []uint32 // of one transcript: from, to, from, to …
	group            []uint32 // by transcript
	codes            int
	apart            func(a, b int) bool
}

func flatten(p *codebook.Project) *flat {
	f := &flat{codes: p.CodeLimit(), apart: func(a, b int) bool {
		x, y := codebook.No(a), codebook.No(b)
		return p.Tree().Under(x, y) || p.Tree().Under(y, x)
	}}
	for _, t := range p.Cut(1).Turns() {
		if t.Speaker == 1 {
			f.pieces = append(f.pieces, t.TextCh, t.EndCh)
		}
	}
	for i, t := range p.Transcripts() {
		f.group = append(f.group, uint32(t.Group))
		c := p.Codings(t.No)
		for k := range c.Len() {
			f.start, f.end = append(f.start, c.StartCh[k]), append(f.end, c.EndCh[k])
			f.text, f.code = append(f.text, uint32(i)), append(f.code, uint32(c.Code[k]))
		}
	}
	return f
}

// frequency is codings and transcripts by code and group, united, as plainly as
// arrays allow; the answer is the sum of all codings.
func (f *flat) frequency() (sum int) {
	const width = benchGroups + 1
	codings, transcripts := make([]int, f.codes*width), make([]int, f.codes*width)
	last, until := make([]uint32, f.codes), make([]uint32, f.codes)
	at, now := 0, ^uint32(0)
	for i, start := range f.start {
		if f.text[i] != now {
			now, at = f.text[i], 0
		}
		for at < len(f.pieces) && f.pieces[at+1] <= start {
			at += 2
		}
		if at == len(f.pieces) || f.pieces[at] >= f.end[i] {
			continue
		}
		code := f.code[i]
		cell := int(code)*width + int(f.group[now])
		if last[code] != now+1 {
			last[code] = now + 1
			transcripts[cell]++
		} else if start < until[code] {
			until[code] = max(until[code], f.end[i])
			continue
		}
		until[code] = f.end[i]
		codings[cell]++
		sum++
	}
	return sum
}

// cooccurrence is, by pair of codes, the answers in which both stand; the answer
// given is the sum over all pairs.
func (f *flat) cooccurrence() (sum int) {
	n := make([]int32, f.codes*f.codes)
	var codes []uint32
	count := func() {
		slices.Sort(codes)
		codes = slices.Compact(codes)
		for i, a := range codes {
			for _, b := range codes[i+1:] {
				n[int(a)*f.codes+int(b)]++
			}
		}
		codes = codes[:0]
	}
	for i := 0; i < len(f.start); {
		first, text := i, f.text[i]
		for i < len(f.start) && f.text[i] == text {
			i++
		}
		for k := 0; k < len(f.pieces); k += 2 {
			from, to := f.pieces[k], f.pieces[k+1]
			for first < i && f.start[first]+200 < from {
				first++
			}
			for j := first; j < i && f.start[j] < to; j++ {
				if f.end[j] > from {
					codes = append(codes, f.code[j])
				}
			}
			count()
		}
	}
	for at, n := range n {
		if n > 0 && !f.apart(at/f.codes, at%f.codes) {
			sum += int(n)
		}
	}
	return sum
}

// against measures work, then the plain loop, whose answer must be want's, and
// reports how many times as long work takes.
func against(b *testing.B, size int, work func(*codebook.Project) int, plain func(*flat) int) {
	p := benchStudy(size)
	f := flatten(p)
	if got, want := work(p), plain(f); got != want {
		b.Fatalf("%d, plainly %d", got, want)
	}
	mine, theirs := time.Hour, time.Hour // the fastest: other programs only ever add to it
	for b.Loop() {
		from := time.Now()
		work(p)
		between := time.Now()
		plain(f)
		mine, theirs = min(mine, between.Sub(from)), min(theirs, time.Since(between))
	}
	b.ReportMetric(mine.Seconds()*1000, "ms")
	b.ReportMetric(theirs.Seconds()*1000, "plain-ms")
	b.ReportMetric(float64(mine)/float64(theirs), "ratio")
}

func eachSize(b *testing.B, run func(b *testing.B, size int)) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) { run(b, size) })
	}
}

func BenchmarkFrequency(b *testing.B) {
	eachSize(b, func(b *testing.B, size int) {
		against(b, size, func(p *codebook.Project) (sum int) {
			f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
			for _, c := range f.Totals {
				sum += c.Codings
			}
			return sum
		}, (*flat).frequency)
	})
}

func BenchmarkCooccurrenceTurn(b *testing.B) {
	eachSize(b, func(b *testing.B, size int) {
		against(b, size, func(p *codebook.Project) (sum int) {
			for _, q := range tally.CooccurrenceOf(p, tally.Filter{}, tally.CoocOptions{}).Pairs() {
				sum += q.N
			}
			return sum
		}, (*flat).cooccurrence)
	})
}

// fastest measures work on the largest study.
func fastest(b *testing.B, work func(*codebook.Project)) {
	p := benchStudy(benchSizes[len(benchSizes)-1])
	best := time.Hour
	for b.Loop() {
		from := time.Now()
		work(p)
		best = min(best, time.Since(from))
	}
	b.ReportMetric(best.Seconds()*1000, "ms")
}

func BenchmarkCooccurrence(b *testing.B) {
	for name, o := range map[string]tally.CoocOptions{
		"sentence": {Unit: tally.Unit{Kind: tally.Sentence}}, "paragraph": {Unit: tally.Unit{Kind: tally.Paragraph}},
		"window": {Unit: tally.Unit{Kind: tally.Window, K: 2}}, "transcript": {Unit: tally.Unit{Kind: tally.Whole}},
		"character": {Unit: tally.Unit{Kind: tally.Character}}, "overlap": {Unit: tally.Unit{Kind: tally.Overlap}},
		"same-coder": {SameCoder: true}, "by-dimension": {ByDimension: true}, "rollup": {Rollup: true},
	} {
		b.Run(name, func(b *testing.B) {
			fastest(b, func(p *codebook.Project) { tally.CooccurrenceOf(p, tally.Filter{}, o) })
		})
	}
}

func BenchmarkTension(b *testing.B) {
	fastest(b, func(p *codebook.Project) { tally.TensionOf(p, tally.Filter{}, tally.Unit{}) })
}
