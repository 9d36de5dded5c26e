package page

import (
	"bytes"
	"slices"
	"sort"
)

// Get reads one record through its tree. It checks the pages on the way, not the file; the value is the caller's own.
// An absent key is no error, but who knows that it was there must take it for one, since a damaged branch may lead
// past it. An absent bucket is a Damage.
func (f *File) Get(bucket string, key []byte) (value []byte, found bool, err error) {
	b, err := f.findBucket(bucket)
	if err != nil {
		return nil, false, err
	}
	var h hit
	if b.root != 0 {
		h, err = f.find(b.root, key)
	} else {
		h, err = f.findInline(b.inline, key)
	}
	if err != nil || !h.found {
		return nil, false, named(bucket, err)
	}
	if value, err = h.value(0); err != nil {
		return nil, false, named(bucket, err)
	}
	return value, true, nil
}

// Sequence is the number that the bucket's next NextSequence goes on from. No checksum covers it.
func (f *File) Sequence(bucket string) (uint64, error) {
	b, err := f.findBucket(bucket)
	return b.sequence, err
}

// findBucket looks a bucket up in the root.
func (f *File) findBucket(name string) (bucket, error) {
	h, err := f.find(f.meta.root, []byte(name))
	if err != nil {
		return bucket{}, err
	}
	if !h.found {
		return bucket{}, Damage{Bucket: name, What: BucketMissing}
	}
	value, err := h.value(bucketFlag)
	if err != nil {
		return bucket{}, named(name, err)
	}
	return decodeBucket(name, value)
}

// hit is where a search in a tree ended.
type hit struct {
	element
	leaf  *span
	found bool
}

// value reads the value of a hit, which must be of the given kind, into memory of its own.
func (h hit) value(kind uint32) ([]byte, error) {
	if err := h.leaf.suits(h.element, kind); err != nil {
		return nil, err
	}
	b, err := h.leaf.bytes(h.at+h.key, h.element.value)
	return slices.Clone(b), err
}

// find goes down from the page root to the leaf that holds key, if any does.
func (f *File) find(root uint64, key []byte) (hit, error) {
	id, buf := root, []byte(nil)
	for range maxDepth {
		s, err := f.span(id, buf)
		if err != nil {
			return hit{}, err
		}
		if s.kind != branchType {
			return s.find(key)
		}
		if err := s.branch(); err != nil {
			return hit{}, err
		}
		after := sort.Search(s.count, func(i int) bool { return bytes.Compare(s.key(i), key) > 0 })
		id, buf = s.element(max(after-1, 0)).child, s.mem
	}
	return hit{}, Damage{Page: id, What: TreeDeep}
}

func (f *File) findInline(page, key []byte) (hit, error) {
	s, err := f.inlineSpan(page)
	if err != nil {
		return hit{}, err
	}
	return s.find(key)
}

// find looks for key in a leaf.
func (s *span) find(key []byte) (hit, error) {
	if err := s.leaf(false); err != nil {
		return hit{}, err
	}
	var failed error
	compare := func(i int) int {
		e := s.element(i)
		b, err := s.bytes(e.at, e.key)
		if err != nil {
			failed = err
		}
		return bytes.Compare(key, b)
	}
	i, found := sort.Find(s.count, compare)
	if failed != nil || !found {
		return hit{}, failed
	}
	return hit{element: s.element(i), leaf: s, found: true}, nil
}
