package page

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// verdict is what becomes of a damaged file.
type verdict int

const (
	refused   verdict = iota // by Open or Walk
	reported                 // a record's checksum is wrong
	identical                // every record is as it was
	silent                   // must never be
)

func (v verdict) String() string {
	return [...]string{"refused", "reported", "identical", "silently different"}[v]
}

// judge reads data as the store does: structure first, then the checksum of each record.
func judge(data []byte, p Plan, want []record) verdict {
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return refused
	}
	same, broken, n := true, false, 0
	err = f.Walk(p, func(bucket string, key, value []byte, valueLen int) error {
		if n >= len(want) || want[n].bucket != bucket || want[n].key != string(key) || want[n].value != string(value) {
			same = false
			broken = broken || !sealed(record{bucket, string(key), string(value)})
		}
		n++
		return nil
	})
	switch {
	case err != nil:
		return refused
	case broken:
		return reported
	case same && n == len(want):
		return identical
	}
	return silent
}

// study is a file of some 260 KB like a small project: seven buckets, some inline, one a branch, texts that overflow.
func study(t testing.TB) (data []byte, p Plan, want []record) {
	t.Helper()
	h := newHistory(t, 42, bolt.Options{PageSize: 4096}, "codes", "codings", "journal", "meta", "patches", "state", "texts")
	fill := func(name string, n, size int) {
		h.update(func(tx *bolt.Tx) error {
			for i := range n {
				key := binary.BigEndian.AppendUint32(nil, uint32(i))
				body := bytes.Repeat([]byte{byte('a' + i%26)}, size+h.rnd.IntN(size))
				if err := tx.Bucket([]byte(name)).Put(key, seal(name, key, body)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	fill("meta", 6, 20)
	fill("state", 2, 60)
	fill("texts", 5, 4200)
	fill("codings", 10, 800)
	fill("codes", 80, 70)
	for range 2 {
		fill("journal", 360, 40)
		fill("patches", 67, 70)
	}
	h.agree(h.bytes())
	want, _ = h.records()
	return h.bytes(), Plan{Buckets: h.buckets}, want
}

// sweep judges every damage that spoil makes, and takes it back.
type sweep struct {
	t     *testing.T
	data  []byte
	plan  Plan
	want  []record
	count [silent + 1]int
}

func (s *sweep) spoil(what string, from, to int, change func(b []byte)) {
	s.t.Helper()
	part := s.data[from:to]
	before := slices.Clone(part)
	change(part)
	v := judge(s.data, s.plan, s.want)
	s.count[v]++
	if v == silent {
		s.t.Errorf("%s at byte %d of page %d: %v", what, from%4096, from/4096, v)
	}
	copy(part, before)
}

// TestDamageSweep spoils one place of a file after the other. Each must be refused, or reported by the record's
// checksum, or leave all records as they are.
func TestDamageSweep(t *testing.T) {
	t.Parallel()
	data, plan, want := study(t)
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	used := int(f.Pages()) * f.PageSize()
	const parts = 4
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			s := &sweep{t: t, data: slices.Clone(data[:used]), plan: plan, want: want}
			s.run(used*part/parts, used*(part+1)/parts)
			t.Logf("%d records in %d bytes: %v", len(want), used, s.summary())
			if s.count[refused] == 0 || s.count[identical] == 0 {
				t.Error("the sweep met only some of the verdicts")
			}
		})
	}
}

// run spoils the bytes between from and to, and the sectors and pages that begin there.
func (s *sweep) run(from, to int) {
	every := 2
	if testing.Short() {
		every = 8
	}
	for i := from; i < to; i += every {
		at, turn := i+i/every%every, i/every/every // each byte of a word in its turn
		if !testing.Short() || turn%2 == 0 {
			s.spoil("0xff", at, at+1, func(b []byte) { b[0] = 0xff })
		}
		if !testing.Short() || turn%2 == 1 {
			s.spoil("bit", at, at+1, func(b []byte) { b[0] ^= 1 << (turn / 2 % 8) })
		}
	}
	for _, size := range []int{512, 4096} {
		for at := (from + size - 1) / size * size; at < to; at += size {
			s.spoil(fmt.Sprintf("%d zeros", size), at, at+size, func(b []byte) { clear(b) })
		}
	}
}

func (s *sweep) summary() (words []string) {
	for v, n := range s.count {
		words = append(words, fmt.Sprintf("%d %v", n, verdict(v)))
	}
	return words
}

// TestDamageHeads holds that a walk that reads only the beginnings of values loses no record and mistakes no length.
func TestDamageHeads(t *testing.T) {
	t.Parallel()
	data, plan, want := study(t)
	plan.Read = func(string) int { return 4 }
	sound := 0
	spoil := func(from, to int, change func(b []byte)) {
		before := slices.Clone(data[from:to])
		change(data[from:to])
		defer copy(data[from:to], before)
		f, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		n, same := 0, true
		err = f.Walk(plan, func(bucket string, key, value []byte, valueLen int) error {
			same = same && n < len(want) && want[n].bucket == bucket && len(want[n].value) == valueLen
			n++
			return nil
		})
		if err == nil && (!same || n != len(want)) {
			t.Errorf("byte %d of page %d: %d of %d records, lengths as before: %v", from%4096, from/4096, n, len(want), same)
		}
		if err == nil {
			sound++
		}
	}
	for at := 0; at < len(data); at += 101 {
		spoil(at, at+1, func(b []byte) { b[0] ^= 1 << (at % 8) })
	}
	for at := 0; at < len(data); at += 512 {
		spoil(at, at+512, func(b []byte) { clear(b) })
	}
	if sound == 0 {
		t.Error("no damage was without consequence")
	}
}

// TestDamageCut cuts a file at each sector: all is refused while pages are missing.
func TestDamageCut(t *testing.T) {
	t.Parallel()
	data, plan, want := study(t)
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(data); n += 512 {
		expected := refused
		if n >= int(f.Pages())*f.PageSize() {
			expected = identical
		}
		if v := judge(data[:n:n], plan, want); v != expected {
			t.Errorf("cut at %d of %d bytes: %v", n, len(data), v)
		}
	}
}

// TestDamageMixed spoils several places at once, and also what only hostile files have: right checksums of the metas.
func TestDamageMixed(t *testing.T) {
	t.Parallel()
	data, plan, want := study(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range 3000 {
		bad := slices.Clone(data)
		for range 1 + rnd.IntN(4) {
			bad[rnd.IntN(len(bad))] = byte(rnd.Uint32())
		}
		if i%2 == 0 {
			bad[16+rnd.IntN(56)] ^= 1 << rnd.IntN(8)
			bad[4096+16+rnd.IntN(56)] ^= 1 << rnd.IntN(8)
			reseal(bad, 4096)
		}
		f, err := Open(bytes.NewReader(bad), int64(len(bad)))
		if err != nil {
			continue
		}
		walk, all := f.Walk(plan, nil), f.CheckAll(plan, 5)
		if (walk == nil) != (len(all) == 0) || len(all) > 5 || walk != nil && all[0] != walk {
			t.Fatalf("walk says %v, the list of findings %v", walk, all)
		}
		for _, r := range want[:min(len(want), 10)] {
			f.Get(r.bucket, []byte(r.key)) // any answer, but an answer
		}
	}
}

// reseal gives both metas right checksums.
func reseal(data []byte, pageSize int) {
	for _, at := range []int{0, pageSize} {
		if at+headerSize+metaSize <= len(data) {
			m := data[at+headerSize:]
			binary.LittleEndian.PutUint64(m[metaSummed:], checksum(m))
		}
	}
}
