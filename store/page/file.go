package page

import (
	"errors"
	"fmt"
	"io"
)

// File is a bbolt file at the moment of its newest transaction. It keeps no page, so it is small, and may be used by
// several goroutines at once.
type File struct {
	r     io.ReaderAt
	size  int64
	metas metas
	meta  meta   // the newest valid one
	limit uint64 // pages that are below the high water mark and inside the file
	free  int
}

// Open reads both metas of the size bytes behind r. It succeeds when one of them holds; whether the rest does, Walk
// says. It returns ErrTooSmall, ErrNotBolt, ErrMeta, or the error of r.
func Open(r io.ReaderAt, size int64) (*File, error) {
	m, err := readMetas(r, size)
	if err != nil {
		return nil, err
	}
	newest := m.newest()
	if newest < 0 && m.marked {
		return nil, ErrMeta
	}
	if newest < 0 {
		return nil, ErrNotBolt
	}
	f := &File{r: r, metas: m, meta: m.at[newest]}
	f.resize(size)
	return f, nil
}

// resize sets the length of the file and with it the pages that may be read.
func (f *File) resize(size int64) {
	f.size = max(size, 0)
	f.limit = min(f.meta.pages, uint64(f.size)/f.meta.pageSize, maxPages)
	f.free = f.countFree()
}

// TxID is the number of the newest transaction. bbolt counts it up with each commit; a compacted copy starts again.
func (f *File) TxID() uint64 { return f.meta.txid }

// PageSize is in bytes.
func (f *File) PageSize() int { return int(f.meta.pageSize) }

// Pages is the high water mark: pages that are used or free, the metas included.
func (f *File) Pages() uint64 { return f.meta.pages }

// FreePages is the length of the free list, 0 when it cannot be read; Walk tells why.
func (f *File) FreePages() int { return f.free }

// OneMetaOnly tells that the other meta is damaged: the last transaction may be lost.
func (f *File) OneMetaOnly() bool { return !f.metas.ok[0] || !f.metas.ok[1] }

// readMetas reads both metas. The second lies at the page size, which is tried when the first does not tell it.
func readMetas(r io.ReaderAt, size int64) (metas, error) {
	if size < 2*minPageSize {
		return metas{}, ErrTooSmall
	}
	var m metas
	head := make([]byte, headerSize+metaSize)
	load := func(i int, at uint64) (bool, error) {
		if at+uint64(len(head)) > uint64(size) {
			return false, nil
		}
		if err := readFull(r, head, int64(at)); err != nil {
			return false, fmt.Errorf("meta page %d: %w", i, err)
		}
		got, marked, ok := decodeMeta(head)
		m.marked = m.marked || marked
		m.at[i], m.ok[i] = got, ok && (at == 0 || at == got.pageSize)
		return m.ok[i], nil
	}
	known, err := load(0, 0)
	if err != nil {
		return metas{}, err
	}
	if known {
		_, err = load(1, m.at[0].pageSize)
		return m, err
	}
	for at := uint64(minPageSize); at <= maxPageSize; at *= 2 {
		if found, err := load(1, at); found || err != nil {
			return m, err
		}
	}
	return m, nil
}

// readFull fills b from offset at. A file that ends early is io.ErrUnexpectedEOF.
func readFull(r io.ReaderAt, b []byte, at int64) error {
	n, err := r.ReadAt(b, at)
	switch {
	case n == len(b):
		return nil
	case err == nil || errors.Is(err, io.EOF):
		return io.ErrUnexpectedEOF
	}
	return err
}
