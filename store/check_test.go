package store

import (
	"errors"
	"os"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
)

// breakFile takes a project away that a test damaged on purpose, so that it is
// not checked again at the end.
func breakFile(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestCheckCounts(t *testing.T) {
	s, _ := newStudy(t)
	var last, calls int64
	r, err := Check(s.path, func(done, total int64) {
		calls++
		if done > total || done < last {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil || !r.Healthy() || r.Damaged() {
		t.Fatalf("report %+v, %v", r, err)
	}
	if r.Actions != s.LastAction() || r.Transcripts != 2 || r.Codings != 6 || r.Records < 40 || last != r.Bytes || calls == 0 {
		t.Errorf("report %+v, progress up to %d", r, last)
	}
}

func TestCheckFindsWhatOpeningPassesOver(t *testing.T) {
	// flip changes a bit of the last record, with a new checksum or without.
	flip := func(bucket string, reseal bool) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			w, err := openWriter(tx)
			if err != nil {
				return err
			}
			b := tx.Bucket([]byte(bucket))
			key, value := b.Cursor().Last()
			key, value = slices.Clone(key), slices.Clone(value)
			value[len(value)-1] ^= 1
			if !reseal {
				return b.Put(key, value)
			}
			return errors.Join(w.put(bucket, key, value[headSize:]), w.close())
		}
	}
	for _, c := range []struct {
		name string
		edit func(*bolt.Tx) error
		want Trouble
	}{
		{"a text changed with its checksum", flip(bucketTexts, true), TroubleText},
		{"a text changed", flip(bucketTexts, false), TroubleChecksum},
		{"a patch changed", flip(bucketPatches, false), TroubleChecksum},
		{"a patch changed with its checksum", flip(bucketPatches, true), TroubleJournal},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := projectFile(t)
			edit(t, path, c.edit)
			f := open(t, path)
			f.Close()
			r, err := Check(path, nil)
			if err != nil || !r.Damaged() || r.Findings[0].Trouble != c.want {
				t.Errorf("findings %v, %v, want %s", r.Findings, err, c.want)
			}
			breakFile(t, path)
		})
	}
}

func TestCheckGoesOnAfterAFinding(t *testing.T) {
	path := projectFile(t)
	edit(t, path, func(tx *bolt.Tx) error {
		for _, n := range []codebook.No{1, 2, 3} {
			b := tx.Bucket([]byte(bucketCodes))
			value := slices.Clone(b.Get(noKey(n)))
			value[20] ^= 1
			if err := b.Put(noKey(n), value); err != nil {
				return err
			}
		}
		return nil
	})
	r, err := Check(path, nil)
	sums := 0
	for _, f := range r.Findings {
		if f.Trouble == TroubleChecksum && f.Bucket == bucketCodes {
			sums++
		}
	}
	if err != nil || sums != 3 {
		t.Errorf("findings %v, %v", r.Findings, err)
	}
	breakFile(t, path)
}

func TestCheckMode(t *testing.T) {
	path := projectFile(t)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := Check(path, nil)
	if err != nil || r.Healthy() || r.Damaged() || r.Findings[0].Trouble != TroubleMode {
		t.Fatalf("report %+v, %v", r, err)
	}
	if err := Fix(path); err != nil {
		t.Fatal(err)
	}
	if r, err := Check(path, nil); err != nil || !r.Healthy() {
		t.Fatalf("report %+v, %v", r, err)
	}
}
