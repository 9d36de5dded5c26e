package page

import (
	"encoding/binary"
	"slices"
)

const (
	headerSize  = 16
	elementSize = 16

	branchType   = 0x01
	leafType     = 0x02
	metaType     = 0x04
	freeListType = 0x10

	bucketFlag = 0x01

	maxPages    = 1 << 28 // a terabyte of usual pages; the accounts of so many take 64 MB
	maxElements = 0xFFFE  // bbolt gives up at 0xFFFF
	maxKey      = 32768   // bytes, bbolt's own limit
	maxValue    = 1 << 30 // bytes; nothing in a project comes near
	maxBranch   = 1 << 20 // bytes; bbolt splits a branch at a page or at four keys
	maxDepth    = 64      // levels; each at least doubles the pages below
	wholeRun    = 4 << 20 // bytes of a leaf that are read at one go
)

// span is one page with its overflow pages, or the page inside the value of an inline bucket. Its beginning is in
// memory, the rest is read when asked for.
type span struct {
	f        *File
	page     uint64 // where it lies in the file; for an inline bucket the page of its header is not known: 0
	kind     uint16
	count    int
	overflow uint32
	inline   bool
	size     int64  // bytes, overflow included
	mem      []byte // the first bytes
	spare    []byte // reused for bytes outside of mem
}

// span reads the first page at id into buf and checks all that its header says.
func (f *File) span(id uint64, buf []byte) (*span, error) {
	if id < 2 || id >= f.limit {
		return nil, Damage{Page: id, What: PageOutside, Got: f.limit}
	}
	buf = slices.Grow(buf[:0], int(f.meta.pageSize))[:f.meta.pageSize]
	s := &span{f: f, page: id}
	if err := s.read(buf, 0); err != nil {
		return nil, err
	}
	if got := s.header(buf); got != id {
		return nil, s.damage(PageID, got)
	}
	if uint64(s.overflow) >= f.limit-id {
		return nil, s.damage(PageOutside, uint64(s.overflow))
	}
	s.size = (int64(s.overflow) + 1) * int64(f.meta.pageSize)
	return s, nil
}

// inlineSpan is the page behind the header of an inline bucket.
func (f *File) inlineSpan(value []byte) (*span, error) {
	s := &span{f: f, inline: true, size: int64(len(value))}
	if len(value) < headerSize || s.header(value) != 0 || s.overflow != 0 || s.kind != leafType {
		return nil, s.damage(BucketHeader, 0)
	}
	return s, nil
}

// header takes the header from b, which becomes the memory, and gives the page number in it.
func (s *span) header(b []byte) uint64 {
	le := binary.LittleEndian
	s.mem = b
	s.kind, s.count, s.overflow = le.Uint16(b[8:]), int(le.Uint16(b[10:])), le.Uint32(b[12:])
	return le.Uint64(b)
}

func (s *span) damage(what Rule, got uint64) Damage {
	return Damage{Page: s.page, What: what, Got: got}
}

// read fills b from offset off of the span.
func (s *span) read(b []byte, off int64) error {
	if err := readFull(s.f.r, b, int64(s.page)*int64(s.f.meta.pageSize)+off); err != nil {
		return Damage{Page: s.page, What: ReadFailed, Err: err}
	}
	return nil
}

// load makes sure that the first n bytes, at most size, are in memory.
func (s *span) load(n int64) error {
	have := len(s.mem)
	if n <= int64(have) {
		return nil
	}
	s.mem = slices.Grow(s.mem, int(n)-have)[:n]
	return s.read(s.mem[have:], int64(have))
}

// bytes gives n bytes at off, both checked before. They are valid until the next call.
func (s *span) bytes(off, n int64) ([]byte, error) {
	if off+n <= int64(len(s.mem)) {
		return s.mem[off : off+n : off+n], nil
	}
	s.spare = slices.Grow(s.spare[:0], int(n))[:n]
	return s.spare, s.read(s.spare, off)
}
