package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// account says what a bucket holds: how many records, the sum over all of the
// first eight bytes of SHA-256(bucket, 0, key, crc, revision), and the highest number
// given out. A change costs one subtraction and one addition.
type account struct{ count, sum, last uint64 }

func (a *account) add(fingerprint uint64) {
	a.count++
	a.sum += fingerprint
}

func (a *account) take(fingerprint uint64) {
	a.count--
	a.sum -= fingerprint
}

func fingerprint(bucket string, key []byte, r record) uint64 {
	var room [128]byte
	b := append(append(room[:0], bucket...), 0)
	b = append(b, key...)
	b = binary.LittleEndian.AppendUint32(b, r.crc)
	b = binary.LittleEndian.AppendUint64(b, r.rev)
	h := sha256.Sum256(b)
	return binary.LittleEndian.Uint64(h[:])
}

// accounts are those of all accounted buckets, in their order.
type accounts []account

func newAccounts() accounts { return make(accounts, len(accounted)) }

// of gives the account of a bucket, nil if it has none.
func (a accounts) of(bucket string) *account {
	if i, ok := placeOf[bucket]; ok {
		return &a[i]
	}
	return nil
}

func (a accounts) encode() []byte {
	b := make([]byte, 0, 24*len(a))
	for _, c := range a {
		b = binary.LittleEndian.AppendUint64(b, c.count)
		b = binary.LittleEndian.AppendUint64(b, c.sum)
		b = binary.LittleEndian.AppendUint64(b, c.last)
	}
	return b
}

var errAccounts = errors.New("accounts have an impossible length")

// decodeAccounts passes over the accounts of buckets that a newer version added.
func decodeAccounts(b []byte) (accounts, error) {
	a := newAccounts()
	if len(b)%24 != 0 || len(b) < 24*len(a) {
		return nil, errAccounts
	}
	for i := range a {
		at := b[24*i:]
		a[i] = account{binary.LittleEndian.Uint64(at), binary.LittleEndian.Uint64(at[8:]), binary.LittleEndian.Uint64(at[16:])}
	}
	return a, nil
}
