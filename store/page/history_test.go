package page

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// record is what a Walk hands out, copied.
type record struct {
	bucket, key, value string
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal puts a checksum of bucket, key and body before the body, as the layer above does.
func seal(bucket string, key, body []byte) []byte {
	sum := crc32.Checksum([]byte(bucket+"\x00"), castagnoli)
	sum = crc32.Update(crc32.Update(sum, castagnoli, key), castagnoli, body)
	return append(binary.LittleEndian.AppendUint32(nil, sum), body...)
}

// sealed says whether the checksum of a record holds.
func sealed(r record) bool {
	return len(r.value) >= 4 && string(seal(r.bucket, []byte(r.key), []byte(r.value[4:]))) == r.value
}

// history is a healthy file that grows by random transactions.
type history struct {
	t       testing.TB
	rnd     *rand.Rand
	db      *bolt.DB
	path    string
	buckets []string
}

func newHistory(t testing.TB, seed uint64, opt bolt.Options, buckets ...string) *history {
	t.Helper()
	opt.NoSync = true
	path := filepath.Join(t.TempDir(), fmt.Sprintf("%d.fangtan", seed))
	db, err := bolt.Open(path, 0o600, &opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	h := &history{t: t, rnd: rand.New(rand.NewPCG(seed, 7)), db: db, path: path, buckets: buckets}
	h.update(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	})
	return h
}

func (h *history) update(fn func(*bolt.Tx) error) {
	h.t.Helper()
	if err := h.db.Update(fn); err != nil {
		h.t.Fatal(err)
	}
}

// key is short, long, or a number, so that trees become wide and deep.
func (h *history) key() []byte {
	switch n := h.rnd.IntN(100); {
	case n < 60:
		return binary.BigEndian.AppendUint32(nil, uint32(h.rnd.IntN(3000)))
	case n < 97:
		return fmt.Appendf(nil, "key-%0*d", h.rnd.IntN(40), h.rnd.IntN(500))
	default:
		return bytes.Repeat([]byte{byte(h.rnd.IntN(256))}, 1+h.rnd.IntN(2000))
	}
}

// body is mostly small, at times spread over many pages, at times empty.
func (h *history) body() []byte {
	size := h.rnd.IntN(200)
	switch n := h.rnd.IntN(200); {
	case n == 0:
		size = 300_000
	case n < 10:
		size = h.rnd.IntN(20_000)
	case n < 20:
		size = 0
	}
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(h.rnd.Uint32())
	}
	return b
}

// step is one transaction: puts, deletes, at times a whole range or a whole bucket, at times rolled back.
func (h *history) step() {
	give := h.rnd.IntN(12) == 0
	err := h.db.Update(func(tx *bolt.Tx) error {
		for range 1 + h.rnd.IntN(3) {
			h.change(tx, h.buckets[h.rnd.IntN(len(h.buckets))])
		}
		if give {
			return os.ErrInvalid
		}
		return nil
	})
	if (err != nil) != give {
		h.t.Fatal(err)
	}
}

func (h *history) change(tx *bolt.Tx, name string) {
	b := tx.Bucket([]byte(name))
	must := func(err error) {
		if err != nil {
			h.t.Fatal(err)
		}
	}
	switch n := h.rnd.IntN(100); {
	case n < 65:
		for range 1 + h.rnd.IntN(60) {
			key := h.key()
			must(b.Put(key, seal(name, key, h.body())))
		}
	case n < 85:
		c := b.Cursor()
		for k, _ := c.Seek(h.key()); k != nil && h.rnd.IntN(30) > 0; k, _ = c.Next() {
			must(c.Delete())
		}
	case n < 93:
		_, err := b.NextSequence()
		must(err)
	default:
		must(tx.DeleteBucket([]byte(name)))
		_, err := tx.CreateBucket([]byte(name))
		must(err)
	}
}

// bytes is the file as it lies on the disk.
func (h *history) bytes() []byte {
	h.t.Helper()
	data, err := os.ReadFile(h.path)
	if err != nil {
		h.t.Fatal(err)
	}
	return data
}

// records is what bbolt itself reads.
func (h *history) records() (list []record, sequences map[string]uint64) {
	h.t.Helper()
	sequences = map[string]uint64{}
	err := h.db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			sequences[string(name)] = b.Sequence()
			return b.ForEach(func(k, v []byte) error {
				list = append(list, record{string(name), string(k), string(v)})
				return nil
			})
		})
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return list, sequences
}

// walked opens data and gives all of its records.
func walked(data []byte, p Plan) (list []record, err error) {
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	err = f.Walk(p, func(bucket string, key, value []byte, valueLen int) error {
		list = append(list, record{bucket, string(key), string(value)})
		return nil
	})
	return list, err
}
