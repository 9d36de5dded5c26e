package page

import (
	"errors"
	"io"
	"runtime"
	"testing"
)

// forged is a file that no bbolt wrote: a few pages of 512 bytes, and holes up to any size.
type forged struct {
	data []byte
	size int64
}

// forge makes a file of so many pages with right metas, an empty free list, and a root that holds the bucket "b",
// whose tree begins at page 4.
func forge(pages int) *forged {
	f := &forged{data: make([]byte, pages*512), size: int64(pages) * 512}
	f.header(2, freeListType, 0, 0)
	f.header(3, leafType, 1, 0)
	f.element(3, 0, bucketFlag, 16, 1, 16)
	f.data[3*512+32] = 'b'
	le.PutUint64(f.data[3*512+33:], 4)
	f.metas(uint64(pages))
	return f
}

func (f *forged) metas(pages uint64) {
	for i := range 2 {
		f.header(i, metaType, 0, 0)
		m := f.data[i*512+headerSize:]
		le.PutUint32(m, magic)
		le.PutUint32(m[4:], version)
		le.PutUint32(m[8:], 512)
		le.PutUint64(m[16:], 3)
		le.PutUint64(m[32:], 2)
		le.PutUint64(m[40:], pages)
		le.PutUint64(m[48:], uint64(i))
	}
	reseal(f.data, 512)
}

func (f *forged) header(id int, kind uint16, count uint16, overflow uint32) {
	b := f.data[id*512:]
	le.PutUint64(b, uint64(id))
	le.PutUint16(b[8:], kind)
	le.PutUint16(b[10:], count)
	le.PutUint32(b[12:], overflow)
}

// element writes four numbers: those of a leaf, or of a branch with the child in the last two.
func (f *forged) element(id, i int, a, b, c, d uint32) {
	e := f.data[id*512+headerSize+i*elementSize:]
	for j, v := range []uint32{a, b, c, d} {
		le.PutUint32(e[4*j:], v)
	}
}

// branch makes a page a branch with one key "k" and one child.
func (f *forged) branch(id, child int) {
	f.header(id, branchType, 1, 0)
	f.element(id, 0, 16, 1, uint32(child), 0)
	f.data[id*512+32] = 'k'
}

func (f *forged) ReadAt(p []byte, off int64) (int, error) {
	clear(p)
	n := int(max(min(int64(len(p)), f.size-off), 0))
	if off < int64(len(f.data)) {
		copy(p[:n], f.data[off:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// TestHostile wants files made to exhaust a reader refused by rule, with little memory.
func TestHostile(t *testing.T) {
	const huge = 1 << 39
	for _, c := range []struct {
		name string
		file func() *forged
		walk Rule
		get  Rule
	}{
		{"a branch that is its own child", func() *forged { f := forge(5); f.branch(4, 4); return f }, PageTwice, TreeDeep},
		{"a chain of branches", func() *forged {
			f := forge(500)
			for id := 4; id < 499; id++ {
				f.branch(id, id+1)
			}
			return f
		}, TreeDeep, TreeDeep},
		{"a branch that leads to the root", func() *forged { f := forge(5); f.branch(4, 3); return f }, PageTwice, ElementFlags},
		{"a branch of gigabytes", func() *forged {
			f := forge(5)
			f.metas(1 << 27)
			f.size = huge
			f.branch(4, 6)
			f.header(4, branchType, 1, 1<<26)
			return f
		}, PageSize, PageSize},
		{"a free list of gigabytes", func() *forged {
			f := forge(5)
			f.metas(1 << 27)
			f.size = huge
			f.header(2, freeListType, 0, 1<<26)
			return f
		}, PageSize, PageID},
		{"a free list of holes", func() *forged {
			f := forge(5)
			f.metas(1 << 27)
			f.size = huge
			f.header(2, freeListType, longList, 1<<20)
			le.PutUint64(f.data[2*512+16:], 1<<26)
			return f
		}, FreeList, PageID},
		{"a bucket header of gigabytes", func() *forged {
			f := forge(5)
			f.metas(1 << 27)
			f.size = huge
			f.header(3, leafType, 1, 1<<20)
			f.element(3, 0, bucketFlag, 16, 1, 1<<20*512)
			return f
		}, BucketHeader, BucketHeader},
		{"a value of gigabytes", func() *forged {
			f := forge(5)
			f.metas(1 << 27)
			f.size = huge
			f.header(4, leafType, 1, 1<<23-1)
			f.element(4, 0, 0, 16, 1, 1<<32-1)
			return f
		}, ValueLarge, ValueLarge},
		{"more pages than any file", func() *forged {
			f := forge(5)
			f.metas(1 << 40)
			f.size = 1 << 50
			return f
		}, FileLarge, PageID},
	} {
		file := c.file()
		before := allocated()
		f, err := Open(file, file.size)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var d Damage
		if err := f.Walk(Plan{}, nil); !errors.As(err, &d) || d.What != c.walk {
			t.Errorf("%s: walk says %v, want %q", c.name, err, c.walk)
		}
		if _, _, err := f.Get("b", []byte("b")); !errors.As(err, &d) || d.What != c.get {
			t.Errorf("%s: get says %v, want %q", c.name, err, c.get)
		}
		if got := allocated() - before; got > 80<<20 {
			t.Errorf("%s: took %d MB", c.name, got>>20)
		}
	}
}

// allocated counts the bytes that the process ever asked for.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
