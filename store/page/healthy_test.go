package page

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// TestHealthy holds that no file that bbolt wrote is refused, and that each reads as bbolt reads it.
func TestHealthy(t *testing.T) {
	t.Parallel()
	options := []bolt.Options{
		{PageSize: 4096},
		{PageSize: 4096, FreelistType: bolt.FreelistMapType},
		{PageSize: 512},
		{PageSize: 1024, FreelistType: bolt.FreelistMapType},
		{PageSize: 65536},
	}
	seeds, steps := 3, 60
	if testing.Short() {
		seeds, steps = 1, 40
	}
	for i, opt := range options {
		for seed := range seeds {
			t.Run(fmt.Sprintf("%d-%s-%d", opt.PageSize, opt.FreelistType, seed), func(t *testing.T) {
				h := newHistory(t, uint64(100*i+seed), opt, "codes", "codings", "journal", "meta", "texts")
				for step := range steps {
					h.step()
					if step%4 == 0 || step == steps-1 {
						h.agree(h.bytes())
					}
				}
				h.pending()
				h.copies()
			})
		}
	}
}

// agree compares everything that is read from data with what bbolt reads now.
func (h *history) agree(data []byte) {
	h.t.Helper()
	want, sequences := h.records()
	plan := Plan{Buckets: h.buckets}
	got, err := walked(data, plan)
	if err != nil {
		h.t.Fatalf("healthy file refused: %v", err)
	}
	if !slices.Equal(got, want) {
		h.t.Fatalf("%d records differ from bbolt's %d", len(got), len(want))
	}
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		h.t.Fatal(err)
	}
	if list := f.CheckAll(plan, 10); list != nil {
		h.t.Fatalf("healthy file has findings: %v", list)
	}
	h.heads(f, want)
	for name, want := range sequences {
		if got, err := f.Sequence(name); got != want || err != nil {
			h.t.Fatalf("sequence of %s is %d, %v; want %d", name, got, err, want)
		}
	}
	for range 20 {
		h.get(f, want)
	}
	var scanned []record
	for _, name := range h.buckets {
		err := f.Scan(name, func(key, value []byte) error {
			scanned = append(scanned, record{name, string(key), string(value)})
			return nil
		})
		if err != nil {
			h.t.Fatal(err)
		}
	}
	if !slices.Equal(scanned, want) {
		h.t.Fatalf("%d records of single buckets differ from bbolt's %d", len(scanned), len(want))
	}
}

// heads compares a walk that reads only the beginnings of values.
func (h *history) heads(f *File, want []record) {
	h.t.Helper()
	head, i := h.rnd.IntN(60), 0
	plan := Plan{Buckets: h.buckets, Read: func(string) int { return head }}
	err := f.Walk(plan, func(bucket string, key, value []byte, valueLen int) error {
		w := want[i]
		if w.bucket != bucket || w.key != string(key) || len(w.value) != valueLen || w.value[:min(head, valueLen)] != string(value) {
			h.t.Fatalf("record %d of %s differs in a walk of %d bytes", i, bucket, head)
		}
		i++
		return nil
	})
	if err != nil || i != len(want) {
		h.t.Fatalf("walk of %d bytes gave %d of %d records: %v", head, i, len(want), err)
	}
}

// get looks up a key that is there, or one that may not be.
func (h *history) get(f *File, list []record) {
	h.t.Helper()
	bucket, key := h.buckets[h.rnd.IntN(len(h.buckets))], string(h.key())
	if len(list) > 0 && h.rnd.IntN(3) > 0 {
		r := list[h.rnd.IntN(len(list))]
		bucket, key = r.bucket, r.key
	}
	i := slices.IndexFunc(list, func(r record) bool { return r.bucket == bucket && r.key == key })
	value, found, err := f.Get(bucket, []byte(key))
	if err != nil || found != (i >= 0) || found && string(value) != list[i].value {
		h.t.Fatalf("get of %x in %s: found %v, %v; bbolt has it: %v", key, bucket, found, err, i >= 0)
	}
}

// pending checks files whose free list holds pages that a reader still uses.
func (h *history) pending() {
	h.t.Helper()
	// Room that is free already: a commit that had to map the file anew would wait for the reader, and so for ever.
	h.update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(h.buckets[0])).Put([]byte("room"), make([]byte, 200*h.db.Info().PageSize))
	})
	h.update(func(tx *bolt.Tx) error { return tx.Bucket([]byte(h.buckets[0])).Delete([]byte("room")) })
	tx, err := h.db.Begin(false)
	if err != nil {
		h.t.Fatal(err)
	}
	for range 6 {
		h.update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(h.buckets[0])).Put([]byte("pending"), seal(h.buckets[0], []byte("pending"), nil))
		})
		h.agree(h.bytes())
	}
	if err := tx.Rollback(); err != nil {
		h.t.Fatal(err)
	}
}

// copies checks hot copies, the first commits to them, compacted copies, and files opened again.
func (h *history) copies() {
	h.t.Helper()
	for parity := range 2 { // of the transaction that is copied: it decides which meta the next commit overwrites
		hot := filepath.Join(h.t.TempDir(), "hot")
		copied := -1
		for copied%2 != parity {
			h.update(func(*bolt.Tx) error { return nil })
			if err := h.db.View(func(tx *bolt.Tx) error { copied = tx.ID(); return tx.CopyFile(hot, 0o600) }); err != nil {
				h.t.Fatal(err)
			}
		}
		c := h.reopened(hot)
		c.agree(c.bytes())
		for range 4 {
			c.update(func(tx *bolt.Tx) error { return nil })
			c.agree(c.bytes())
			c.step()
			c.agree(c.bytes())
		}
	}
	small := h.reopened(filepath.Join(h.t.TempDir(), "compact"))
	if err := bolt.Compact(small.db, h.db, 1<<16); err != nil {
		h.t.Fatal(err)
	}
	small.agree(small.bytes())
}

// reopened is a history of another file.
func (h *history) reopened(path string) *history {
	h.t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: 4096, NoSync: true})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { db.Close() })
	return &history{t: h.t, rnd: h.rnd, db: db, path: path, buckets: h.buckets}
}

// TestLongFreeList makes a free list whose length does not fit into the header of its page.
func TestLongFreeList(t *testing.T) {
	t.Parallel()
	h := newHistory(t, 1, bolt.Options{PageSize: 512}, "texts")
	big := make([]byte, 70_000*512)
	h.update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("texts")).Put([]byte("a"), big) })
	h.update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("texts")).Delete([]byte("a")) })
	data := h.bytes()
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if f.FreePages() < longList {
		t.Fatalf("free list has %d pages, too few for the test", f.FreePages())
	}
	h.agree(data)
}

// TestFresh reads a file in which nothing was ever committed.
func TestFresh(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "fresh")
	db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: 4096})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Walk(Plan{}, nil); err != nil {
		t.Error(err)
	}
	if f.TxID() != 1 || f.Pages() != 4 || f.PageSize() != 4096 || f.FreePages() != 0 || f.OneMetaOnly() {
		t.Errorf("got transaction %d, %d pages of %d, %d free, one meta %v", f.TxID(), f.Pages(), f.PageSize(), f.FreePages(), f.OneMetaOnly())
	}
}

// TestFull fills a file to its limit again and again: commits that failed must leave no trace that is refused.
func TestFull(t *testing.T) {
	t.Parallel()
	for _, kind := range []bolt.FreelistType{bolt.FreelistArrayType, bolt.FreelistMapType} {
		h := newHistory(t, 3, bolt.Options{PageSize: 4096, MaxSize: 1 << 20, FreelistType: kind}, "codes", "texts")
		failed := 0
		for range 100 {
			err := h.db.Update(func(tx *bolt.Tx) error {
				name := h.buckets[h.rnd.IntN(2)]
				if h.rnd.IntN(4) > 0 {
					key := h.key()
					return tx.Bucket([]byte(name)).Put(key, seal(name, key, make([]byte, h.rnd.IntN(90_000))))
				}
				h.change(tx, name)
				return nil
			})
			if err != nil {
				failed++
			}
			h.agree(h.bytes())
		}
		if failed == 0 {
			t.Error("no commit failed")
		}
		t.Logf("%s: %d of 100 commits failed", kind, failed)
	}
}
