package page

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// Scan gives the records of one bucket as bbolt has them, in order, whether the
// bucket is inline, on one page or on many.
func TestScan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scan")
	db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: 4096})
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int{"none": 0, "few": 3, "some": 100, "many": 20_000}
	err = db.Update(func(tx *bolt.Tx) error {
		for name, n := range sizes {
			b, err := tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			for i := range n {
				if err := b.Put(fmt.Appendf(nil, "%06d", i), fmt.Appendf(nil, "value %d", i)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for name, n := range sizes {
		i := 0
		err := f.Scan(name, func(key, value []byte) error {
			if string(key) != fmt.Sprintf("%06d", i) || string(value) != fmt.Sprintf("value %d", i) {
				return fmt.Errorf("record %d is %q, %q", i, key, value)
			}
			i++
			return nil
		})
		if err != nil || i != n {
			t.Errorf("bucket %q: %d of %d records, %v", name, i, n, err)
		}
	}
	for _, from := range []int{0, 1, 2, 3, 99, 100, 12_345, 19_999, 20_000} {
		for name, n := range sizes {
			i := from
			err := f.ScanFrom(name, fmt.Appendf(nil, "%06d", from), func(key, _ []byte) error {
				if string(key) != fmt.Sprintf("%06d", i) {
					return fmt.Errorf("record %d is %q", i, key)
				}
				i++
				return nil
			})
			if err != nil || i != max(n, from) {
				t.Errorf("bucket %q from %d: up to %d of %d records, %v", name, from, i, n, err)
			}
		}
	}
	stop := errors.New("stop")
	if err := f.Scan("few", func(_, _ []byte) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	var d Damage
	if err := f.Scan("other", nil); !errors.As(err, &d) || d.What != BucketMissing {
		t.Errorf("error %v", err)
	}
}
