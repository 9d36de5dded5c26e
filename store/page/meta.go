package page

import (
	"encoding/binary"
	"hash/fnv"
)

const (
	magic   = 0xED0CDAED
	version = 2

	metaSize    = 64 // bytes of a meta, its checksum included
	metaSummed  = 56 // bytes that the checksum covers
	noFreeList  = 1<<64 - 1
	minPageSize = 512
	maxPageSize = 64 << 10
)

// meta is the root of one transaction.
type meta struct {
	pageSize uint64
	root     uint64 // page of the bucket that holds the buckets
	freeList uint64 // page of the free list, or noFreeList
	pages    uint64 // high water mark: all pages in use or free lie below
	txid     uint64
}

// decodeMeta reads the page that begins with b. marked says that bbolt's mark is there, ok that all of it holds.
func decodeMeta(b []byte) (m meta, marked, ok bool) {
	if len(b) < headerSize+metaSize {
		return meta{}, false, false
	}
	b = b[headerSize : headerSize+metaSize]
	le := binary.LittleEndian
	if le.Uint32(b) != magic {
		return meta{}, false, false
	}
	if le.Uint32(b[4:]) != version || le.Uint64(b[metaSummed:]) != checksum(b) {
		return meta{}, true, false
	}
	m = meta{
		pageSize: uint64(le.Uint32(b[8:])),
		root:     le.Uint64(b[16:]),
		freeList: le.Uint64(b[32:]),
		pages:    le.Uint64(b[40:]),
		txid:     le.Uint64(b[48:]),
	}
	return m, true, isPageSize(m.pageSize)
}

// checksum is the FNV-1a that a meta must end with.
func checksum(meta []byte) uint64 {
	sum := fnv.New64a()
	sum.Write(meta[:metaSummed])
	return sum.Sum64()
}

// isPageSize accepts the powers of two that bbolt can be told to use.
func isPageSize(n uint64) bool {
	return n >= minPageSize && n <= maxPageSize && n&(n-1) == 0
}

// metas are the two metas of a file and which of them hold.
type metas struct {
	at     [2]meta
	ok     [2]bool
	marked bool // at least one carries the mark
}

// newest gives the number of the page whose meta counts, or -1.
func (m metas) newest() int {
	switch {
	case m.ok[0] && m.ok[1] && m.at[1].txid > m.at[0].txid, m.ok[1] && !m.ok[0]:
		return 1
	case m.ok[0]:
		return 0
	}
	return -1
}

// apart gives how many transactions lie between two valid metas.
func (m metas) apart() uint64 {
	return max(m.at[0].txid, m.at[1].txid) - min(m.at[0].txid, m.at[1].txid)
}

// checkMetas gives what is wrong with the metas: their own pages, and what the newest one says of the file.
func (f *File) checkMetas() []Damage {
	var list []Damage
	for i := range f.metas.at {
		if d, ok := f.checkMetaPage(i); !ok {
			list = append(list, d)
		}
	}
	if len(list) == 0 && (f.metas.apart() < 1 || f.metas.apart() > 2) {
		list = append(list, Damage{What: MetaApart, Got: f.metas.apart()})
	}
	m := f.meta
	if m.pages > uint64(f.size)/m.pageSize {
		list = append(list, Damage{What: FileShort, Got: uint64(f.size)})
	}
	if m.pages > maxPages {
		list = append(list, Damage{What: FileLarge, Got: m.pages})
	}
	if m.root < 2 || m.root >= m.pages || m.freeList < 2 || m.freeList >= m.pages && m.freeList != noFreeList {
		list = append(list, Damage{Page: uint64(f.metas.newest()), What: MetaBounds})
	}
	return list
}

// checkMetaPage checks all of a meta's page: bbolt writes the header, the meta, and zeros.
func (f *File) checkMetaPage(i int) (Damage, bool) {
	id := uint64(i)
	if !f.metas.ok[i] || f.metas.at[i].pageSize != f.meta.pageSize {
		return Damage{Page: id, What: MetaBroken}, false
	}
	b := make([]byte, f.meta.pageSize)
	if err := readFull(f.r, b, int64(id*f.meta.pageSize)); err != nil {
		return Damage{Page: id, What: ReadFailed, Err: err}, false
	}
	var head [headerSize]byte
	binary.LittleEndian.PutUint64(head[:], id)
	binary.LittleEndian.PutUint16(head[8:], metaType)
	if string(b[:headerSize]) != string(head[:]) {
		return Damage{Page: id, What: PageID}, false
	}
	if !isZero(b[headerSize+metaSize:]) {
		return Damage{Page: id, What: TailDirty}, false
	}
	return Damage{}, true
}
