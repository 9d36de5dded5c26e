package store

import "encoding/binary"

// varints reads numbers one after the other; after the first that cannot be
// read it is bad and gives zeros.
type varints struct {
	rest []byte
	bad  bool
}

func (r *varints) next() uint64 {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // by far the most
		v := r.rest[0]
		r.rest = r.rest[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// position goes on from the last position, but not beyond the limit.
func (r *varints) position(last *uint32, limit uint32) uint32 {
	d := r.next()
	if d > uint64(limit-*last) {
		r.bad, r.rest = true, nil
		return *last
	}
	*last += uint32(d)
	return *last
}

// take gives the next n bytes.
func (r *varints) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, nil
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

// end says whether all was read, and no more.
func (r *varints) end() error {
	if r.bad || len(r.rest) > 0 {
		return errCut
	}
	return nil
}
