package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// BenchmarkUndoMerge takes back a merge that touched 50,000 codings in 800
// transcripts: the patch is read, the study in memory changed, and all of it
// written in one transaction. Beside it stands how long the same bytes take to be
// written and synced as a plain file. Run it with
//
//	go test ./store -run '^$' -bench UndoMerge -benchtime 5x
//
// Measured on two busy cores (EPYC): 151 ms, of which the bare bytes (14.5 MB) take 44 ms.
func BenchmarkUndoMerge(b *testing.B) {
	const codings = 50_000
	path := generate(b, 4*codings)
	f := open(b, path)
	defer f.Close()
	m := &storetest.Maker{}
	for range 1_000_000 { // ids of its own
		m.Next()
	}
	s := &tested{f}
	bytes, bare := 0, time.Duration(0)
	for b.Loop() {
		b.StopTimer()
		no := do(b, s, &codebook.MergeCodes{From: []codebook.No{1}, Into: 2}, m)
		bytes = written(b, f, no)
		bare += plainly(b, bytes)
		b.StartTimer()
		if _, err := storetest.Undo(s, m.Stamp()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(bytes)/1e6, "MB-written")
	b.ReportMetric(float64(bare.Milliseconds())/float64(b.N), "ms-bare-write+sync")
}

// written is how many bytes an action that touches codings alone brings to the
// disk: its patch, and the columns of the transcripts that it touches.
func written(b *testing.B, f *File, no uint64) int {
	b.Helper()
	entries, err := f.entries(no)
	if err != nil {
		b.Fatal(err)
	}
	size := len(encodeEntries(entries))
	for _, e := range entries {
		if r, found, err := f.record(e.bucket, e.key); err == nil && found {
			size += len(r.body)
		}
	}
	return size
}

// plainly writes and syncs so many bytes.
func plainly(b *testing.B, size int) time.Duration {
	b.Helper()
	file, err := os.Create(filepath.Join(b.TempDir(), "plain"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	content := make([]byte, size)
	begin := time.Now()
	if _, err := file.Write(content); err != nil {
		b.Fatal(err)
	}
	if err := file.Sync(); err != nil {
		b.Fatal(err)
	}
	return time.Since(begin)
}

// BenchmarkBetween reads a journal of 20,000 small actions as one patch.
func BenchmarkBetween(b *testing.B) {
	s, m := newStudy(b)
	do(b, s, m.Transcript("crowd.txt", 5000), m)
	from := s.LastAction()
	for n := 0; n < 20_000; n += 500 {
		var actions []codebook.Action
		for i := range 500 {
			stamp := m.Stamp()
			actions = append(actions, codebook.Action{
				Header: codebook.Header{ID: stamp.ID, Kind: "coding.add"},
				Patch:  codebook.Patch{Codings: []codebook.CodingsChange{{Transcript: 3, In: []codebook.Coding{oneCoding(m, uint32(n+i)*3)}}}},
			})
		}
		if _, err := s.Commit(actions...); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if q, err := s.Between(from, s.LastAction()); err != nil || len(q.Codings[0].In) != 20_000 {
			b.Fatal(err)
		}
	}
}
