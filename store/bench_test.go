package store

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/storetest"
)

// The studies of the figures: transcripts of 20,000 characters with 250 codings
// each. Run one with
//
//	go test ./store -run '^$' -bench 'Open/1000000' -benchtime 5x
//
// Measured on two busy cores (EPYC): open of 1,000,000 codings in 4,000
// transcripts 115 to 130 ms, on one core 165 ms; of 100,000, 25 ms; of 10,000, 7 ms.
// A process that opened the million has 93 MB resident. One coding more in 5,000
// is 1.2 to 1.4 ms with the disk's 0.9 to 1.1 ms for the bare transaction.
const (
	benchChars   = 20_000
	benchPerText = 250
)

// generate writes a study with so many codings and gives its path. It is kept in
// the folder that FANGTAN_BENCH names, if it does.
func generate(b *testing.B, codings int) string {
	b.Helper()
	dir := os.Getenv("FANGTAN_BENCH")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("bench-%d.fangtan", codings))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	m := &storetest.Maker{}
	p, a := m.Empty()
	for _, op := range m.Found()[:9] { // without transcripts
		if _, err := p.Do(op, m.Stamp()); err != nil {
			b.Fatal(err)
		}
	}
	if err := Create(path, p, a); err != nil {
		b.Fatal(err)
	}
	f := open(b, path)
	defer f.Close()
	body := strings.Repeat("我不知道他们到底要求什么，检查太多了。", benchChars/19+1)
	for n := 1; n <= codings/benchPerText; n += 100 {
		patch := codebook.Patch{NewTexts: map[codebook.Hash]string{}}
		for no := n; no < n+100 && no <= codings/benchPerText; no++ {
			benchTranscript(&patch, m, codebook.No(no), body)
		}
		s := m.Stamp()
		if _, err := f.Commit(codebook.Action{Header: codebook.Header{ID: s.ID, Kind: "transcript.add"}, Patch: patch}); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

func benchTranscript(q *codebook.Patch, m *storetest.Maker, no codebook.No, body string) {
	s := "乙" + strconv.Itoa(int(no)) + "：" + body[:3*benchChars]
	var cut codebook.Cut = &codebook.HeldCut{Cut: benchCut(len(s))}
	row := &codebook.Transcript{
		No: no, ID: m.ID(), File: fmt.Sprintf("村干部/%04d.txt", no), Title: "访谈", Text: HashText(s), Bytes: uint32(len(s)), Chars: benchChars, Turns: 120,
		Speakers: []codebook.Speaker{{ID: m.ID(), Label: "甲"}, {ID: m.ID(), Label: "乙"}, {ID: m.ID(), Label: "丙"}},
		Source:   codebook.Source{Format: "txt", Encoding: "utf-8", Newline: "lf"},
	}
	rows := make([]codebook.Coding, benchPerText)
	for i := range rows {
		at := uint32(i * 240)
		rows[i] = codebook.Coding{ID: m.ID(), Start: at, End: at + 90, StartCh: at / 3, EndCh: at/3 + 30, Code: codebook.No(1 + i%4), Coder: 1, Created: int64(i)}
	}
	q.NewTexts[row.Text] = s
	q.Transcripts = append(q.Transcripts, codebook.Change[codebook.Transcript]{No: no, New: row})
	q.Cuts = append(q.Cuts, codebook.Change[codebook.Cut]{No: no, New: &cut})
	q.Codings = append(q.Codings, codebook.CodingsChange{Transcript: no, In: rows})
}

// benchCut cuts n bytes into 120 turns, 240 paragraphs and 900 sentences.
func benchCut(n int) text.Cut {
	marks := func(count int) []text.Mark {
		list, size := make([]text.Mark, count), uint32(n/count)
		for i := range list {
			at := uint32(i) * size
			list[i] = text.Mark{Start: at, End: at + size - 1, StartCh: at / 3, EndCh: (at + size) / 3}
		}
		return list
	}
	c := text.Cut{Version: 1, Paragraphs: marks(240), Sentences: marks(900)}
	for i, m := range marks(120) {
		c.Turns = append(c.Turns, text.Turn{Start: m.Start, Text: m.Start + 6, End: m.End, StartCh: m.StartCh, TextCh: m.StartCh + 2, EndCh: m.EndCh, Speaker: uint16(i % 3), Time: int32(i * 20)})
	}
	return c
}

// residentMB is the memory of this process that is in use, 0 where the system does not say.
func residentMB() float64 {
	statm, err := os.ReadFile("/proc/self/statm")
	fields := strings.Fields(string(statm))
	if err != nil || len(fields) < 2 {
		return 0
	}
	pages, _ := strconv.Atoi(fields[1])
	return float64(pages*os.Getpagesize()) / (1 << 20)
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 100_000 && testing.Short() {
				b.Skip("a study of 400 MB is made without -short only")
			}
			path := generate(b, n)
			debug.FreeOSMemory()
			b.ReportAllocs()
			for b.Loop() {
				f := open(b, path)
				if got := f.Project().CodingCount(); got != n {
					b.Fatalf("%d codings, want %d", got, n)
				}
				b.ReportMetric(residentMB(), "MB-resident")
				if err := f.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// crowd makes a study with one transcript of so many codings.
func crowd(b *testing.B, codings int) (*tested, *storetest.Maker) {
	b.Helper()
	s, m := newStudy(b)
	t := m.Transcript("crowd.txt", 5000)
	do(b, s, t, m)
	rows := make([]codebook.Coding, codings)
	for i := range rows {
		rows[i] = oneCoding(m, uint32(i)*3)
	}
	do(b, s, &codebook.AddCodings{Transcript: 3, Rows: rows}, m)
	return s, m
}

func oneCoding(m *storetest.Maker, at uint32) codebook.Coding {
	return codebook.Coding{ID: m.ID(), Start: at, End: at + 30, StartCh: at / 3, EndCh: at/3 + 10, Code: 1, Coder: 1}
}

// BenchmarkCommitOneCoding is the store's part alone: the study in memory is
// changed before.
func BenchmarkCommitOneCoding(b *testing.B) {
	for _, n := range []int{1, 500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, m := crowd(b, n)
			for i := 0; b.Loop(); i++ {
				rows := []codebook.Coding{oneCoding(m, uint32(i%20_000)*3+1)}
				stamp := m.Stamp()
				_, err := s.Commit(codebook.Action{
					Header: codebook.Header{ID: stamp.ID, Kind: "coding.add", Args: []string{"P1 要求不具体", "crowd.txt", "1"}},
					Patch:  codebook.Patch{Codings: []codebook.CodingsChange{{Transcript: 3, In: rows}}},
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBareTransaction writes the same bytes by bbolt alone: a value as large
// as the codings, a patch, a journal entry, two meta records.
func BenchmarkBareTransaction(b *testing.B) {
	for _, n := range []int{1, 500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			db, err := bolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, &bolt.Options{PageSize: 4096, InitialMmapSize: mapSize(0)})
			if err != nil {
				b.Fatal(err)
			}
			db.AllocSize = growth
			defer db.Close()
			sizes := map[string]int{bucketCodings: n * rowWidth, bucketPatches: 90, bucketJournal: 220, bucketMeta: 400}
			value := make([]byte, n*rowWidth+400)
			for i := uint64(0); b.Loop(); i++ {
				binary.LittleEndian.PutUint64(value, i)
				if err := db.Update(func(tx *bolt.Tx) error { return bare(tx, i, sizes, value) }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func bare(tx *bolt.Tx, no uint64, sizes map[string]int, value []byte) error {
	for name, size := range sizes {
		bucket, err := tx.CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		key := []byte("the same")
		if name == bucketPatches || name == bucketJournal {
			key = actionKey(no)
		}
		if err := bucket.Put(key, value[:size]); err != nil {
			return err
		}
	}
	return nil
}

func BenchmarkCheck(b *testing.B) {
	path := generate(b, 100_000)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		if r, err := Check(path, nil); err != nil || !r.Healthy() {
			b.Fatalf("%v, %v", r, err)
		}
	}
}

func BenchmarkBackup(b *testing.B) {
	path := generate(b, 100_000)
	f := open(b, path)
	defer f.Close()
	for b.Loop() {
		if _, err := f.Backup("bench"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	f := open(b, generate(b, 10_000))
	defer f.Close()
	h := f.Project().Transcript(7).Text
	for b.Loop() {
		if s, err := f.Text(h); err != nil || len(s) == 0 {
			b.Fatal(err)
		}
	}
}

func BenchmarkHistory(b *testing.B) {
	s, m := newStudy(b)
	for range 2000 {
		do(b, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: strconv.Itoa(int(m.Next()))}}, m)
	}
	for b.Loop() {
		if _, err := s.History(); err != nil {
			b.Fatal(err)
		}
	}
}
