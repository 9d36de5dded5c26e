package page

import "bytes"

// scan is how one tree is read.
type scan struct {
	bucket string // "" for the root
	kind   uint32 // flags that each element of a leaf must have
	wanted int    // bytes of each value, or Whole
	each   func(key, value []byte, valueLen int) error
}

// take gives how many bytes of a value of n bytes are read.
func (s scan) take(n int64) int64 {
	if s.wanted == Whole {
		return n
	}
	return min(n, int64(s.wanted))
}

// within bounds the keys below a branch: from low, up to but without high. Nil is no bound.
type within struct{ low, high []byte }

func (r within) holds(key []byte) bool {
	return (r.low == nil || bytes.Compare(key, r.low) >= 0) && (r.high == nil || bytes.Compare(key, r.high) < 0)
}

// tree reads the tree below the page root, keys ascending.
func (w *walker) tree(s scan, root uint64) error {
	w.last = w.last[:0]
	return w.node(s, root, within{}, 0)
}

// foundTree is found for damage that hides pages below it.
func (w *walker) foundTree(bucket string, err error) error {
	w.trees++
	return w.found(bucket, err)
}

// node reads one page of a tree and what is below it. Its buffer is that of its level, so that the keys of the
// branches above stay in place.
func (w *walker) node(s scan, id uint64, r within, level int) error {
	if level == maxDepth {
		return w.foundTree(s.bucket, Damage{Page: id, What: TreeDeep})
	}
	sp, err := w.f.span(id, w.levels[level])
	if err == nil {
		err = w.claim(sp)
	}
	if err != nil {
		return w.foundTree(s.bucket, err)
	}
	sp.spare = w.spare
	if sp.kind == branchType {
		err = w.branch(s, sp, r, level)
	} else {
		err = w.leaf(s, sp, r)
	}
	w.levels[level], w.spare = sp.mem, sp.spare
	return err
}

// branch checks the keys of a branch first and then goes down to each child.
func (w *walker) branch(s scan, sp *span, r within, level int) error {
	err := sp.branch()
	if err == nil {
		err = sp.ordered(r)
	}
	if err != nil {
		return w.foundTree(s.bucket, err)
	}
	for i := range sp.count {
		below := within{sp.key(i), r.high}
		if i+1 < sp.count {
			below.high = sp.key(i + 1)
		}
		if below.high != nil && bytes.Compare(below.high, w.from) <= 0 {
			continue
		}
		if err := w.node(s, sp.element(i).child, below, level+1); err != nil {
			return err
		}
	}
	return nil
}

// branch brings a whole branch into memory and verifies it.
func (s *span) branch() error {
	if s.count == 0 {
		return s.damage(PageCount, 0)
	}
	if s.size > maxBranch {
		return s.damage(PageSize, uint64(s.overflow))
	}
	if err := s.load(s.size); err != nil {
		return err
	}
	return s.verify(true)
}

// key gives the i-th key of a verified branch.
func (s *span) key(i int) []byte {
	e := s.element(i)
	return s.mem[e.at : e.at+e.key : e.at+e.key]
}

// ordered checks that the keys of a verified branch ascend and lie within r.
func (s *span) ordered(r within) error {
	for i := range s.count {
		if i > 0 && bytes.Compare(s.key(i-1), s.key(i)) >= 0 {
			return s.damage(KeyOrder, uint64(i))
		}
		if !r.holds(s.key(i)) {
			return s.damage(KeyRange, uint64(i))
		}
	}
	return nil
}

// leaf checks a leaf and hands out its records.
func (w *walker) leaf(s scan, sp *span, r within) error {
	err := sp.leaf(s.wanted == Whole)
	if err == nil && sp.count == 0 && r.low != nil {
		err = sp.damage(PageCount, 0) // only a bucket without records is an empty leaf
	}
	if err != nil {
		return w.foundTree(s.bucket, err)
	}
	for i := range sp.count {
		stop, err := w.record(s, sp, r, i)
		if err != nil {
			return err
		}
		if stop {
			break
		}
	}
	return nil
}

// leaf verifies a leaf. With whole, one of ordinary size is brought into memory at one go.
func (s *span) leaf(whole bool) error {
	if s.kind != leafType {
		return s.damage(PageType, uint64(s.kind))
	}
	if whole && s.size <= wholeRun {
		if err := s.load(s.size); err != nil {
			return err
		}
	}
	return s.verify(whole)
}

// suits checks that an element of a leaf is a record (kind 0) or a bucket, whose header is never larger than a page.
func (s *span) suits(e element, kind uint32) error {
	if e.flags != kind {
		return s.damage(ElementFlags, uint64(e.flags))
	}
	if kind == bucketFlag && e.value > int64(s.f.meta.pageSize) {
		return s.damage(BucketHeader, uint64(e.value))
	}
	return nil
}

// record checks the i-th key of a verified leaf and hands it out with the wanted part of its value.
func (w *walker) record(s scan, sp *span, r within, i int) (stop bool, err error) {
	e := sp.element(i)
	if err := sp.suits(e, s.kind); err != nil {
		return true, w.foundTree(s.bucket, err)
	}
	data, err := sp.bytes(e.at, e.key+s.take(e.value))
	switch {
	case err != nil:
	case len(w.last) > 0 && bytes.Compare(w.last, data[:e.key]) >= 0:
		err = sp.damage(KeyOrder, uint64(i))
	case !r.holds(data[:e.key]):
		err = sp.damage(KeyRange, uint64(i))
	}
	if err != nil {
		return true, w.foundTree(s.bucket, err)
	}
	w.last = append(w.last[:0], data[:e.key]...)
	if s.each == nil {
		return false, nil
	}
	return false, s.each(data[:e.key:e.key], data[e.key:], int(e.value))
}
