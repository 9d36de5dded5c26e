package page

import "encoding/binary"

// element is one key of a branch or a leaf. at is the offset of the key in its span; the value follows the key.
type element struct {
	flags uint32
	child uint64 // page below, in a branch
	at    int64
	key   int64 // bytes
	value int64 // bytes, in a leaf
}

// end is the offset of the first byte after the element's data.
func (e element) end() int64 { return e.at + e.key + e.value }

// element decodes the i-th element; its header must be in memory.
func (s *span) element(i int) element {
	le := binary.LittleEndian
	at := headerSize + i*elementSize
	b := s.mem[at : at+elementSize]
	if s.kind == branchType {
		return element{at: int64(at) + int64(le.Uint32(b)), key: int64(le.Uint32(b[4:])), child: le.Uint64(b[8:])}
	}
	return element{
		flags: le.Uint32(b), at: int64(at) + int64(le.Uint32(b[4:])),
		key: int64(le.Uint32(b[8:])), value: int64(le.Uint32(b[12:])),
	}
}

// verify brings the elements into memory and checks that their data lie one after the other, fill the span to its
// last page, and leave only zeros behind. whole tells that the zeros are wanted even if they must be read for it.
func (s *span) verify(whole bool) error {
	end := int64(headerSize + s.count*elementSize)
	if s.count > maxElements || end > s.size {
		return s.damage(PageCount, uint64(s.count))
	}
	if err := s.load(end); err != nil {
		return err
	}
	for i := range s.count {
		e := s.element(i)
		switch {
		case e.at != end:
			return s.damage(ElementPosition, uint64(i))
		case e.key == 0 || e.key > maxKey:
			return s.damage(KeySize, uint64(e.key))
		case e.value > maxValue:
			return s.damage(ValueLarge, uint64(e.value))
		case e.end() > s.size:
			return s.damage(ElementPosition, uint64(i))
		}
		end = e.end()
	}
	return s.verifyTail(end, whole)
}

// verifyTail checks what lies behind the last value, which ends at end.
func (s *span) verifyTail(end int64, whole bool) error {
	if s.inline && end != s.size {
		return s.damage(BucketHeader, uint64(s.size))
	}
	if s.size-end >= int64(s.f.meta.pageSize) {
		return s.damage(PageSize, uint64(s.overflow))
	}
	if !whole && s.size > int64(len(s.mem)) {
		return nil
	}
	tail, err := s.bytes(end, s.size-end)
	if err != nil {
		return err
	}
	if !isZero(tail) {
		return s.damage(TailDirty, 0)
	}
	return nil
}

// isZero looks at eight bytes at a time, since each page has a tail.
func isZero(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b) != 0 {
			return false
		}
	}
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}
