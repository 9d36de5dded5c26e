package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// large is a study of n transcripts with per codings each, all of one text.
func large(n, per int) (*codebook.Project, Texts) {
	line := "访谈者：您是哪一年来到这个村的？\n受访者：前年春天，雪还没化呢，我一个人拖着行李箱就进村了。刚开始谁也不认识。\n"
	words := strings.Repeat(line, 400)
	cut := text.Segment(words, nil)
	x := text.NewIndex(words)
	p := emptyProject("zh")
	l := codebook.Load(p)
	l.Coder(&codebook.Coder{No: 1, ID: codebook.ID{4}, Name: "Li"})
	for c := range 80 {
		no := codebook.No(c + 1)
		l.Code(&codebook.Code{No: no, ID: codebook.ID{5, byte(no)}, Rank: int32(c), NameZh: fmt.Sprint("编码", no)})
	}
	held := &codebook.HeldCut{Cut: cut}
	for i := range n {
		no := codebook.No(i + 1)
		l.Transcript(&codebook.Transcript{
			No: no, ID: codebook.ID{6, byte(no >> 8), byte(no)}, File: fmt.Sprintf("访谈/%04d.txt", no), Rank: int32(no),
			Bytes: uint32(len(words)), Points: uint32(x.Points()), Chars: uint32(x.Chars()),
			Text: codebook.Hash{byte(no >> 8), byte(no)}, Speakers: []codebook.Speaker{{Label: "访谈者"}, {Label: "受访者"}},
		}, held)
		rows := make([]codebook.Coding, per)
		for k := range rows {
			s := cut.Sentences[(k*7)%len(cut.Sentences)]
			rows[k] = codebook.Coding{
				ID: codebook.ID{7, byte(no >> 8), byte(no), byte(k >> 8), byte(k)}, Start: s.Start, End: s.End, StartCh: s.StartCh, EndCh: s.EndCh,
				Code: codebook.No(k%80 + 1), Coder: 1, Created: 1_700_000_000_000 + int64(k),
			}
		}
		l.Codings(no, codebook.NewCodings(rows))
	}
	l.Last(codebook.Last{})
	return p, func(codebook.No) (string, error) { return words, nil }
}

const benchTranscripts, benchCodings = 4000, 250

// BenchmarkExport writes a million codings as CSV.
func BenchmarkExport(b *testing.B) {
	p, texts := large(benchTranscripts, benchCodings)
	for b.Loop() {
		n := &counter{}
		if err := Write(n, FormatCSV, CodingsTable(p, Source{Texts: texts}, nil, Words{}), Options{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(n.n)
	}
}

// BenchmarkExcerpts writes a million excerpts as CSV.
func BenchmarkExcerpts(b *testing.B) {
	p, texts := large(benchTranscripts, benchCodings)
	found := excerptsOf(p)
	for b.Loop() {
		n := &counter{}
		if err := Write(n, FormatCSV, ExcerptsTable(p, Source{Texts: texts}, found, ExcerptOptions{Context: 1}, Words{}), Options{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(n.n)
	}
}

func excerptsOf(p *codebook.Project) []codebook.Excerpt {
	var found []codebook.Excerpt
	for _, t := range p.Transcripts() {
		for _, c := range p.Codings(t.No).Rows() {
			found = append(found, codebook.Excerpt{
				Passage: codebook.Passage{Transcript: t.No, Start: c.Start, End: c.End}, Coding: c.ID, Code: c.Code, Coder: c.Coder,
			})
		}
	}
	return found
}

// BenchmarkImport takes a million codings in from CSV and does the action.
func BenchmarkImport(b *testing.B) {
	full, texts := large(benchTranscripts, benchCodings)
	var file bytes.Buffer
	if err := Write(&file, FormatCSV, CodingsTable(full, Source{Texts: texts}, nil, Words{}), Options{}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		b.StopTimer()
		p, _ := large(benchTranscripts, 0)
		newID := maker()
		b.StartTimer()
		batch, report, err := ReadCodings(bytes.NewReader(file.Bytes()), p, texts, CodingsOptions{NewID: newID})
		if err != nil || report.Rows != benchTranscripts*benchCodings {
			b.Fatal(err, report.Rows)
		}
		do(b, p, batch)
	}
}

type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}

// BenchmarkRows writes rows like excerpts with each writer; encoding/csv and a
// plain copy are the measure.
func BenchmarkRows(b *testing.B) {
	cells := []string{
		"访谈/0001.txt", "第一书记 周明", "secretaries", "受访者", "Li", "要求不具体", "120", "168", "12", "31",
		"前年春天，雪还没化呢，我一个人拖着行李箱就进村了。刚开始谁也不认识。", "您是哪一年来到这个村的？", "后来慢慢走了一百多户人家。", "",
	}
	row, size := make([]Value, len(cells)), 0
	columns := make([]Column, len(cells))
	for i, c := range cells {
		row[i], columns[i] = Of(c), Column{Head: fmt.Sprint("c", i)}
		size += len(c) + 1
	}
	const rows = 100_000
	for _, f := range []Format{FormatCSV, FormatJSONL, FormatHTML, FormatMarkdown} {
		b.Run(f.String(), func(b *testing.B) {
			b.SetBytes(int64(rows * size))
			for b.Loop() {
				w := NewWriter(io.Discard, f, columns, Options{})
				for range rows {
					w.Row(row)
				}
				w.Close()
			}
		})
	}
	b.Run("encoding_csv", func(b *testing.B) {
		b.SetBytes(int64(rows * size))
		for b.Loop() {
			w := csv.NewWriter(io.Discard)
			for range rows {
				w.Write(cells)
			}
			w.Flush()
		}
	})
	b.Run("copy", func(b *testing.B) {
		line := strings.Join(cells, ",") + "\n"
		b.SetBytes(int64(rows * size))
		for b.Loop() {
			w := bufio.NewWriterSize(io.Discard, flushAt)
			for range rows {
				w.WriteString(line)
			}
			w.Flush()
		}
	})
}
