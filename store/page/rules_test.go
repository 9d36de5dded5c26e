package page

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

var le = binary.LittleEndian

// image is a copy of the study that a test spoils.
type image struct {
	t    *testing.T
	data []byte
	f    *File
	plan Plan
}

func newImage(t *testing.T, data []byte, p Plan) *image {
	t.Helper()
	data = slices.Clone(data)
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return &image{t, data, f, p}
}

// page gives the bytes of a page, and what follows it.
func (m *image) page(id uint64) []byte { return m.data[id*m.f.meta.pageSize:] }

// root is the first page of a bucket that has pages.
func (m *image) root(bucket string) []byte {
	m.t.Helper()
	b, err := m.f.findBucket(bucket)
	if err != nil || b.root == 0 {
		m.t.Fatalf("bucket %s has no page: %v", bucket, err)
	}
	return m.page(b.root)
}

// below is the i-th page below the branch of a bucket, child that of the journal.
func (m *image) below(bucket string, i int) []byte {
	return m.page(le.Uint64(elementAt(m.root(bucket), i)[8:]))
}
func (m *image) child(i int) []byte { return m.below("journal", i) }

// elementAt gives the i-th element of a page.
func elementAt(page []byte, i int) []byte { return page[headerSize+i*elementSize:] }

// keyAt gives the key and what follows it of the i-th element of a leaf.
func keyAt(page []byte, i int) []byte { return elementAt(page, i)[le.Uint32(elementAt(page, i)[4:]):] }

// meta gives the newest meta, or the one before it.
func (m *image) meta(newest bool) []byte {
	i := uint64(m.f.metas.newest())
	if !newest {
		i = 1 - i
	}
	return m.page(i)[headerSize:]
}

func (m *image) freeList() []byte { return m.page(m.f.meta.freeList) }

// TestRules breaks each rule on its own and wants that rule named.
func TestRules(t *testing.T) {
	t.Parallel()
	data, plan, _ := study(t)
	put16, put32, put64 := le.PutUint16, le.PutUint32, le.PutUint64
	for _, c := range []struct {
		what  Rule
		spoil func(m *image)
	}{
		{MetaBroken, func(m *image) { m.meta(false)[48]++ }},
		{MetaBroken, func(m *image) { m.meta(true)[48]++ }},
		{PageID, func(m *image) { m.page(0)[2]++ }},
		{TailDirty, func(m *image) { m.page(1)[4095]++ }},
		{MetaApart, func(m *image) { b := m.meta(false); put64(b[48:], m.f.TxID()-3); reseal(m.data, 4096) }},
		{MetaApart, func(m *image) { b := m.meta(false); put64(b[48:], m.f.TxID()); reseal(m.data, 4096) }},
		{MetaBounds, func(m *image) { put64(m.meta(true)[16:], m.f.Pages()); reseal(m.data, 4096) }},
		{MetaBounds, func(m *image) { put64(m.meta(true)[32:], 1); reseal(m.data, 4096) }},
		{FileShort, func(m *image) { m.data = m.data[:int(m.f.Pages())*4096-1] }},
		{FileShort, func(m *image) { put64(m.meta(true)[40:], 1<<60); reseal(m.data, 4096) }},
		{FreeListAbsent, func(m *image) { put64(m.meta(true)[32:], noFreeList); reseal(m.data, 4096) }},
		{PageOutside, func(m *image) { put64(elementAt(m.root("journal"), 0)[8:], 1<<60) }},
		{PageOutside, func(m *image) { put32(m.child(0)[12:], 1<<31) }},
		{PageID, func(m *image) { m.child(0)[0]++ }},
		{PageType, func(m *image) { put16(m.child(0)[8:], metaType) }},
		{PageType, func(m *image) { put16(m.freeList()[8:], leafType) }},
		{PageCount, func(m *image) { put16(m.child(0)[10:], 0xffff) }},
		{PageCount, func(m *image) { put16(m.root("journal")[10:], 0) }},
		{PageCount, func(m *image) { b := m.child(1); put16(b[10:], 0); clear(b[headerSize:4096]) }},
		{PageSize, func(m *image) { shrinkLast(m.below("texts", 0)) }},
		{PageTwice, func(m *image) { b := m.root("journal"); copy(elementAt(b, 1)[8:16], elementAt(b, 0)[8:]) }},
		{PageFreeUsed, func(m *image) {
			id := le.Uint64(m.freeList()[headerSize:])
			put64(elementAt(m.root("journal"), 0)[8:], id)
			copy(m.page(id), m.child(1)[:headerSize])
			put64(m.page(id), id)
		}},
		{PageLost, func(m *image) {
			b := m.freeList()
			n := le.Uint16(b[10:]) - 1
			put16(b[10:], n)
			put64(b[headerSize+8*int(n):], 0)
		}},
		{TailDirty, func(m *image) { m.child(0)[4095]++ }},
		{TailDirty, func(m *image) { m.freeList()[4095]++ }},
		{ElementPosition, func(m *image) { elementAt(m.child(0), 1)[4]++ }},
		{ElementPosition, func(m *image) { put32(elementAt(m.child(0), 0)[12:], 5000) }},
		{ElementFlags, func(m *image) { elementAt(m.child(0), 1)[0] = bucketFlag }},
		{ElementFlags, func(m *image) { elementAt(m.page(m.f.meta.root), 1)[0] = 0 }},
		{KeySize, func(m *image) { put32(elementAt(m.child(0), 0)[8:], 0) }},
		{KeySize, func(m *image) { put32(elementAt(m.child(0), 0)[8:], maxKey+1) }},
		{ValueLarge, func(m *image) { put32(elementAt(m.child(0), 0)[12:], maxValue+1) }},
		{KeyOrder, func(m *image) { b := m.child(0); copy(keyAt(b, 1)[:4], keyAt(b, 0)) }},
		{KeyOrder, func(m *image) { put32(m.root("journal")[le.Uint32(elementAt(m.root("journal"), 2))+48:], 0) }},
		{KeyRange, func(m *image) { b := m.child(0); put32(keyAt(b, int(le.Uint16(b[10:]))-1), 1<<32-1) }},
		{FreeList, func(m *image) { put64(m.freeList()[headerSize+8:], 1) }},
		{FreeList, func(m *image) { put16(m.freeList()[10:], 5000) }},
		{FreeList, func(m *image) { put16(m.freeList()[10:], longList) }},
		{BucketHeader, func(m *image) { put16(m.inline("meta")[8:], branchType) }},
		{BucketHeader, func(m *image) { m.inline("meta")[0]++ }},
		{BucketMissing, func(m *image) { m.plan.Buckets = append(m.plan.Buckets[:7:7], "links") }},
		{BucketUnknown, func(m *image) { m.plan.Buckets = m.plan.Buckets[1:] }},
	} {
		m := newImage(t, data, plan)
		c.spoil(m)
		f, err := Open(bytes.NewReader(m.data), int64(len(m.data)))
		if err != nil {
			t.Fatal(err)
		}
		var d Damage
		if err := f.Walk(m.plan, nil); !errors.As(err, &d) || d.What != c.what {
			t.Errorf("got %v, want %q", err, c.what)
		} else if !strings.Contains(err.Error(), string(c.what)) {
			t.Errorf("message %q does not name the rule", err)
		}
	}
}

// inline gives the page of an inline bucket, in the image.
func (m *image) inline(bucket string) []byte {
	m.t.Helper()
	b, err := m.f.findBucket(bucket)
	if err != nil || b.root != 0 {
		m.t.Fatalf("bucket %s is not inline: %v", bucket, err)
	}
	return m.data[bytes.Index(m.data[m.f.meta.root*4096:], b.inline)+int(m.f.meta.root)*4096:]
}

// shrinkLast takes a page off the last value of a leaf.
func shrinkLast(leaf []byte) {
	size := elementAt(leaf, int(le.Uint16(leaf[10:]))-1)[12:]
	le.PutUint32(size, le.Uint32(size)-4096)
}

// TestOpen names what is no project at all.
func TestOpen(t *testing.T) {
	t.Parallel()
	data, plan, want := study(t)
	for _, c := range []struct {
		name  string
		spoil func(m *image)
		want  error
	}{
		{"empty", func(m *image) { m.data = nil }, ErrTooSmall},
		{"short", func(m *image) { m.data = m.data[:1023] }, ErrTooSmall},
		{"text", func(m *image) { m.data = bytes.Repeat([]byte("我不知道"), 1000) }, ErrNotBolt},
		{"no metas", func(m *image) { clear(m.data[:8192]) }, ErrNotBolt},
		{"both metas", func(m *image) { m.page(0)[40]++; m.page(1)[40]++ }, ErrMeta},
		{"page size", func(m *image) { m.page(0)[24], m.page(1)[24] = 3, 3; reseal(m.data, 4096) }, ErrMeta},
		{"first meta", func(m *image) { clear(m.data[:4096]) }, nil},
		{"second meta", func(m *image) { clear(m.data[4096:8192]) }, nil},
	} {
		m := newImage(t, data, plan)
		c.spoil(m)
		f, err := Open(bytes.NewReader(m.data), int64(len(m.data)))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if err == nil && !f.OneMetaOnly() {
			t.Errorf("%s: not reported", c.name)
		}
		if v := judge(m.data, plan, want); v != refused {
			t.Errorf("%s: %v", c.name, v)
		}
	}
}

// TestCheckAll goes on after damage in several buckets, and stops at the limit.
func TestCheckAll(t *testing.T) {
	t.Parallel()
	data, plan, _ := study(t)
	m := newImage(t, data, plan)
	m.child(0)[4095]++
	m.child(3)[0]++
	shrinkLast(m.below("texts", 0))
	m.page(0)[4095]++
	var got []Rule
	for _, d := range m.f.CheckAll(plan, 100) {
		got = append(got, d.What)
	}
	if want := []Rule{TailDirty, TailDirty, PageID, PageSize}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(m.f.CheckAll(plan, 2)); n != 2 {
		t.Errorf("limit 2 gave %d findings", n)
	}
}

// holed fails to read one page, as a disk with a bad sector does.
type holed struct {
	io.ReaderAt
	at int64
}

var errDisk = errors.New("bad sector")

func (h holed) ReadAt(b []byte, off int64) (int, error) {
	if off <= h.at && h.at < off+int64(len(b)) {
		return 0, errDisk
	}
	return h.ReaderAt.ReadAt(b, off)
}

// TestBadSector wants the page named and the cause kept, wherever the sector is.
func TestBadSector(t *testing.T) {
	t.Parallel()
	data, plan, _ := study(t)
	m, readable := newImage(t, data, plan), 0
	for id := range m.f.Pages() {
		r := holed{bytes.NewReader(data), int64(id)*4096 + 4095}
		f, err := Open(r, int64(len(data)))
		if err != nil {
			t.Fatalf("page %d: %v", id, err)
		}
		err = f.Walk(plan, nil)
		if err != nil && !errors.Is(err, errDisk) {
			t.Errorf("page %d: %v", id, err)
		}
		if list := f.CheckAll(plan, 9); (err == nil) != (list == nil) {
			t.Errorf("page %d: walk says %v, the list of findings %v", id, err, list)
		}
		if err == nil {
			readable++
		}
	}
	if free := m.f.FreePages(); readable != free {
		t.Errorf("%d pages were not missed, but %d are free", readable, free)
	}
}

// TestVisitError gives the visitor's error back as it is.
func TestVisitError(t *testing.T) {
	t.Parallel()
	data, plan, _ := study(t)
	m := newImage(t, data, plan)
	stop := errors.New("stop")
	n := 0
	err := m.f.Walk(plan, func(string, []byte, []byte, int) error { n++; return stop })
	if err != stop || n != 1 {
		t.Errorf("got %v after %d records", err, n)
	}
}
