package page

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// shared is a file that bbolt writes to while it is read from the outside.
func shared(t *testing.T) (h *history, r *os.File, size func() (int64, error)) {
	t.Helper()
	h = newHistory(t, 5, bolt.Options{PageSize: 4096}, "left", "right")
	r, err := os.Open(h.path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return h, r, func() (int64, error) {
		info, err := r.Stat()
		if err != nil {
			return 0, err
		}
		return info.Size(), nil
	}
}

// count writes the same number and a heap of other pages into both buckets.
func (h *history) count(n int) error {
	return h.db.Update(func(tx *bolt.Tx) error {
		for _, name := range h.buckets {
			b := tx.Bucket([]byte(name))
			for i := range 40 {
				key := binary.BigEndian.AppendUint32(nil, uint32(i))
				if err := b.Put(key, make([]byte, 200+(n*7+i*13)%900)); err != nil {
					return err
				}
			}
			if err := b.Put([]byte("zz"), binary.BigEndian.AppendUint32(nil, uint32(n))); err != nil {
				return err
			}
		}
		return nil
	})
}

// TestSnapshotRetries commits in the middle of the first tries.
func TestSnapshotRetries(t *testing.T) {
	t.Parallel()
	h, r, size := shared(t)
	for _, c := range []struct {
		commits, tries, runs int
		want                 error
	}{
		{0, 1, 1, nil}, {1, 1, 1, ErrChanging}, {1, 2, 2, nil}, {2, 3, 3, nil}, {3, 3, 3, ErrChanging}, {0, 0, 0, ErrChanging},
	} {
		runs := 0
		err := Snapshot(r, size, c.tries, func(f *File) error {
			if runs++; runs <= c.commits {
				return h.count(runs)
			}
			return f.Walk(Plan{Buckets: h.buckets}, nil)
		})
		if !errors.Is(err, c.want) || runs != c.runs {
			t.Errorf("%d commits, %d tries: %v after %d runs", c.commits, c.tries, err, runs)
		}
	}
	stop := errors.New("stop")
	if err := Snapshot(r, size, 3, func(*File) error { return stop }); err != stop {
		t.Errorf("error of the function became %v", err)
	}
}

// TestSnapshotOneMeta tries again in the hope that the meta was only being written, and then takes the file as it is.
func TestSnapshotOneMeta(t *testing.T) {
	t.Parallel()
	_, r, size := shared(t)
	n, err := size()
	if err != nil {
		t.Fatal(err)
	}
	data := make([]byte, n)
	if err := readFull(r, data, 0); err != nil {
		t.Fatal(err)
	}
	data[20]++
	runs, opened := 0, 0
	count := func() (int64, error) { opened++; return n, nil }
	err = Snapshot(bytes.NewReader(data), count, 3, func(f *File) error { runs++; return f.Walk(Plan{}, nil) })
	if d, ok := err.(Damage); !ok || d.What != MetaBroken || runs != 1 || opened != 4 {
		t.Errorf("%v after %d runs and %d looks at the size", err, runs, opened)
	}
}

// busy commits in the middle of the reading: after each n reads.
type busy struct {
	*os.File
	h        *history
	n, reads int
}

func (b *busy) ReadAt(p []byte, off int64) (int, error) {
	if b.reads++; b.reads%b.n == 0 {
		if err := b.h.count(b.reads); err != nil {
			return 0, err
		}
	}
	return b.File.ReadAt(p, off)
}

// TestSnapshotBusy wants each snapshot that counts to be of one transaction, and some of them to count.
func TestSnapshotBusy(t *testing.T) {
	t.Parallel()
	h, r, size := shared(t)
	if err := h.count(0); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{17, 41, 97, 211} {
		b, good, lost := &busy{File: r, h: h, n: n}, 0, 0
		for range 40 {
			counts := map[string]string{}
			err := Snapshot(b, size, 2, func(f *File) error {
				return f.Walk(Plan{Buckets: h.buckets}, func(bucket string, key, value []byte, _ int) error {
					if string(key) == "zz" {
						counts[bucket] = string(value)
					}
					return nil
				})
			})
			switch {
			case errors.Is(err, ErrChanging):
				lost++
			case err != nil || counts["left"] == "" || counts["left"] != counts["right"]:
				t.Fatalf("a commit at each %d reads: snapshot gave %x, %v", n, counts, err)
			default:
				good++
			}
		}
		t.Logf("a commit at each %d reads: %d snapshots, %d given up", n, good, lost)
		if n > 100 && good == 0 {
			t.Error("no snapshot was taken")
		}
	}
}
