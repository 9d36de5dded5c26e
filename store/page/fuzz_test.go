package page

import (
	"bytes"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// FuzzWalk reads anything. With mend the metas get right checksums, so that what lies behind them is reached.
// Run it with -fuzzminimizetime=10x: the seeds are large.
func FuzzWalk(f *testing.F) {
	for seed, opt := range []bolt.Options{{PageSize: 512}, {PageSize: 1024, FreelistType: bolt.FreelistMapType}} {
		h := newHistory(f, uint64(seed), opt, "codes", "texts")
		f.Add(h.bytes()[:8*opt.PageSize], true)
		h.update(func(tx *bolt.Tx) error {
			for i := range 60 {
				if err := tx.Bucket([]byte("codes")).Put([]byte{byte(i), 1}, bytes.Repeat([]byte{'x'}, i)); err != nil {
					return err
				}
			}
			return tx.Bucket([]byte("texts")).Put([]byte("t"), make([]byte, 1500))
		})
		h.update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("codes")).Delete([]byte{30, 1}) })
		data := h.bytes()
		file, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:int(file.Pages())*file.PageSize()], false)
		f.Add(data[:int(file.Pages())*file.PageSize()], true)
	}
	f.Fuzz(func(t *testing.T, data []byte, mend bool) {
		if mend && len(data) > headerSize+metaSize {
			data = bytes.Clone(data)
			reseal(data, int(le.Uint16(data[headerSize+8:])))
		}
		file, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		var list []record
		err = file.Walk(Plan{}, func(bucket string, key, value []byte, valueLen int) error {
			if len(value) != valueLen {
				t.Fatalf("%d of %d bytes", len(value), valueLen)
			}
			list = append(list, record{bucket, string(key), string(value)})
			return nil
		})
		if found := file.CheckAll(Plan{}, 50); (err == nil) != (found == nil) {
			t.Fatalf("walk says %v, the list of findings %v", err, found)
		}
		file.Walk(Plan{Read: func(string) int { return 3 }}, nil)
		for _, r := range list {
			value, found, getErr := file.Get(r.bucket, []byte(r.key))
			if err == nil && (getErr != nil || !found || string(value) != r.value) {
				t.Fatalf("%q of a sound file: found %v, %v", r.key, found, getErr)
			}
		}
	})
}
