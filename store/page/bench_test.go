package page

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// quarter is a fourth of a large project: 1,000 codings of 12 KB, 1,000 texts of 60 KB, 20,000 journal entries.
func quarter(b *testing.B) *os.File {
	b.Helper()
	h := newHistory(b, 9, bolt.Options{PageSize: 4096}, "codings", "journal", "texts")
	for from := 0; from < 1000; from += 50 {
		h.update(func(tx *bolt.Tx) error {
			for i := from; i < from+50; i++ {
				key := binary.BigEndian.AppendUint32(nil, uint32(i))
				if err := tx.Bucket([]byte("codings")).Put(key, seal("codings", key, make([]byte, 12<<10))); err != nil {
					return err
				}
				if err := tx.Bucket([]byte("texts")).Put(key, seal("texts", key, make([]byte, 60<<10))); err != nil {
					return err
				}
				for j := range 20 {
					k := binary.BigEndian.AppendUint32(nil, uint32(i*20+j))
					if err := tx.Bucket([]byte("journal")).Put(k, seal("journal", k, make([]byte, 150))); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	r, err := os.Open(h.path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { r.Close() })
	return r
}

// BenchmarkWalk reads a project as it is opened: texts by their first 13 bytes, all else whole, with its checksum.
// The bytes are those of the values handed out.
func BenchmarkWalk(b *testing.B) {
	for _, c := range []struct {
		name string
		read func(string) int
	}{
		{"open", func(bucket string) int {
			if bucket == "texts" {
				return 13
			}
			return Whole
		}},
		{"everything", nil},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := quarter(b)
			info, err := r.Stat()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				f, err := Open(r, info.Size())
				if err != nil {
					b.Fatal(err)
				}
				var n int64
				sum := uint32(0)
				err = f.Walk(Plan{Read: c.read}, func(_ string, key, value []byte, _ int) error {
					n += int64(len(value))
					sum = crc32.Update(sum, castagnoli, value)
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(n)
			}
		})
	}
}

// BenchmarkPlain reads the same file from end to end, as the measure of what the disk can give.
func BenchmarkPlain(b *testing.B) {
	r := quarter(b)
	buf := make([]byte, 1<<20)
	for b.Loop() {
		var n int64
		sum := uint32(0)
		for {
			m, err := r.ReadAt(buf, n)
			n += int64(m)
			sum = crc32.Update(sum, castagnoli, buf[:m])
			if err != nil {
				break
			}
		}
		b.SetBytes(n)
	}
}
