package page

import "encoding/binary"

const (
	longList  = 0xFFFF   // count of a free list that tells its length in its first element
	listChunk = 64 << 10 // bytes of a free list that are read at one go
)

// marks is a set of page numbers below a limit.
type marks []uint64

func newMarks(limit uint64) marks { return make(marks, limit/64+1) }

func (m marks) has(id uint64) bool { return m[id/64]&(1<<(id%64)) != 0 }
func (m marks) add(id uint64)      { m[id/64] |= 1 << (id % 64) }

// list opens the free list and gives where its numbers begin and how many they are. bbolt finds room for the list
// while the pages it takes for it still count as free, and one page more, so the list may be longer than it needs.
func (f *File) list() (s *span, first, count int64, err error) {
	if s, err = f.span(f.meta.freeList, nil); err != nil {
		return nil, 0, 0, err
	}
	if s.kind != freeListType {
		return nil, 0, 0, s.damage(PageType, uint64(s.kind))
	}
	first, n := int64(headerSize), uint64(s.count)
	if s.count == longList {
		n = binary.LittleEndian.Uint64(s.mem[headerSize:])
		first += 8
		if n < longList {
			return nil, 0, 0, s.damage(FreeList, n)
		}
	}
	if n > f.limit || first+int64(n)*8 > s.size {
		return nil, 0, 0, s.damage(FreeList, n)
	}
	if own := uint64(s.overflow) + 1; own > (headerSize+8+8*(n+own))/f.meta.pageSize+1 {
		return nil, 0, 0, s.damage(PageSize, own)
	}
	return s, first, int64(n), nil
}

// countFree is the length of the free list, 0 when it cannot be read.
func (f *File) countFree() int {
	_, _, n, err := f.list()
	if err != nil {
		return 0
	}
	return int(n)
}

// freeList notes the free pages and checks that they ascend and that only zeros follow them.
func (w *walker) freeList() error {
	if w.f.meta.freeList == noFreeList {
		w.trees++
		return w.found("", Damage{What: FreeListAbsent})
	}
	s, first, count, err := w.f.list()
	if err == nil {
		err = w.claim(s)
	}
	if err == nil {
		err = w.readFree(s, first, first+count*8)
	}
	if err != nil {
		return w.foundTree("", err)
	}
	return nil
}

// readFree takes the numbers between from and to, in pieces, and then looks at the tail.
func (w *walker) readFree(s *span, from, to int64) error {
	last := uint64(1)
	for from < s.size {
		b, err := s.bytes(from, min(s.size-from, listChunk))
		if err != nil {
			return err
		}
		ids := b[:min(max(to-from, 0), int64(len(b)))]
		if !isZero(b[len(ids):]) {
			return s.damage(TailDirty, 0)
		}
		for ; len(ids) > 0; ids = ids[8:] {
			id := binary.LittleEndian.Uint64(ids)
			if id <= last || id >= w.f.limit {
				return s.damage(FreeList, id)
			}
			if w.used.has(id) {
				return Damage{Page: id, What: PageFreeUsed}
			}
			w.free.add(id)
			last = id
		}
		from += int64(len(b))
	}
	return nil
}
