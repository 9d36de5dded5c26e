package page

import (
	"errors"
	"slices"
)

// Whole asks for all bytes of each value.
const Whole = -1

// Plan says what a walk expects and how much of it it reads.
type Plan struct {
	// Buckets must stand at the root, these and no others. Nil leaves the names open.
	Buckets []string
	// Read gives the bytes wanted of each value of a bucket, or Whole. With a number, overflow pages are left unread
	// but for the keys and the beginnings of values that lie there, and so are the zeros behind them. Nil is Whole.
	Read func(bucket string) (valueBytes int)
}

func (p Plan) wanted(bucket string) int {
	if p.Read == nil {
		return Whole
	}
	return max(p.Read(bucket), Whole)
}

// Visit is handed one record. key and value lie in memory that is used again: they are valid during the call only.
// value is as long as the plan asks for, valueLen is the length on the disk.
type Visit func(bucket string, key, value []byte, valueLen int) error

// errEnough ends a walk whose list of findings is full.
var errEnough = errors.New("enough findings")

// Walk checks the structure of the whole file and hands out every record, bucket by bucket in the order of their
// names, keys ascending. It stops at the first Damage and returns it, or the error of visit, as it is. The accounts of
// pages are closed at the end, so what was handed out counts only when Walk returns nil. visit may be nil.
func (f *File) Walk(p Plan, visit func(bucket string, key, value []byte, valueLen int) error) error {
	return f.walker(p, visit).file()
}

// CheckAll is a Walk that goes on after damage, around the page where it is, and gives up to limit findings. Pages
// that nothing leads to are reported only if nothing else was wrong with the trees.
func (f *File) CheckAll(p Plan, limit int) []Damage {
	if limit <= 0 {
		return nil
	}
	var list []Damage
	w := f.walker(p, nil)
	w.collect = func(d Damage) bool {
		list = append(list, d)
		return len(list) < limit
	}
	w.file() // with collect and no visit the only error is errEnough
	return list
}

// walker is one pass over the file.
type walker struct {
	f       *File
	plan    Plan
	visit   Visit
	collect func(Damage) (more bool) // nil: the first damage ends the walk
	trees   int                      // findings inside trees: their pages cannot be accounted for

	used, free marks
	levels     [maxDepth][]byte // one buffer for each level of a tree
	spare      []byte
	last       []byte // the key before, in the bucket that is read
	from       []byte // keys before it need not be handed out; nil is all
}

func (f *File) walker(p Plan, visit Visit) *walker {
	return &walker{f: f, plan: p, visit: visit, used: newMarks(f.limit), free: newMarks(f.limit)}
}

// found ends the walk with err, or notes it and goes on when findings are collected.
func (w *walker) found(bucket string, err error) error {
	var d Damage
	if w.collect == nil || !errors.As(err, &d) {
		return named(bucket, err)
	}
	if d.Bucket == "" {
		d.Bucket = bucket
	}
	if !w.collect(d) {
		return errEnough
	}
	return nil
}

// named adds the bucket to a damage that does not know it.
func named(bucket string, err error) error {
	if d, ok := err.(Damage); ok && d.Bucket == "" {
		d.Bucket = bucket
		return d
	}
	return err
}

// file goes from the metas to the free list, the root, the buckets, and closes the accounts.
func (w *walker) file() error {
	for _, d := range w.f.checkMetas() {
		if err := w.found("", d); err != nil {
			return err
		}
	}
	if err := w.freeList(); err != nil {
		return err
	}
	roots, err := w.roots()
	if err != nil {
		return err
	}
	for _, b := range roots {
		if err := w.bucket(b); err != nil {
			return err
		}
	}
	return w.account()
}

// account checks that every page below the high water mark is used or free.
func (w *walker) account() error {
	if w.trees > 0 {
		return nil
	}
	for id := uint64(2); id < w.f.limit; id++ {
		if !w.used.has(id) && !w.free.has(id) {
			if err := w.found("", Damage{Page: id, What: PageLost}); err != nil {
				return err
			}
		}
	}
	return nil
}

// claim notes that a page and its overflow pages are in use.
func (w *walker) claim(s *span) error {
	for id := s.page; id <= s.page+uint64(s.overflow); id++ {
		if w.free.has(id) {
			return Damage{Page: id, What: PageFreeUsed}
		}
		if w.used.has(id) {
			return Damage{Page: id, What: PageTwice}
		}
		w.used.add(id)
	}
	return nil
}

// roots reads the root bucket and compares its names with the plan.
func (w *walker) roots() ([]bucket, error) {
	var list []bucket
	err := w.tree(scan{wanted: Whole, kind: bucketFlag, each: func(name, value []byte, _ int) error {
		b, err := decodeBucket(string(name), slices.Clone(value))
		if err != nil {
			return w.foundTree("", err)
		}
		list = append(list, b)
		if w.plan.Buckets != nil && !slices.Contains(w.plan.Buckets, b.name) {
			return w.found("", Damage{Bucket: b.name, What: BucketUnknown})
		}
		return nil
	}}, w.f.meta.root)
	if err != nil {
		return nil, err
	}
	return list, w.missing(list)
}

// missing reports the buckets of the plan that are not in list.
func (w *walker) missing(list []bucket) error {
	for _, name := range w.plan.Buckets {
		if slices.ContainsFunc(list, func(b bucket) bool { return b.name == name }) {
			continue
		}
		if err := w.found("", Damage{Bucket: name, What: BucketMissing}); err != nil {
			return err
		}
	}
	return nil
}

// bucket reads one bucket, which lies in its own tree or inline.
func (w *walker) bucket(b bucket) error {
	s := scan{bucket: b.name, wanted: w.plan.wanted(b.name)}
	if w.visit != nil {
		s.each = func(key, value []byte, valueLen int) error { return w.visit(b.name, key, value, valueLen) }
	}
	if b.root != 0 {
		return w.tree(s, b.root)
	}
	sp, err := w.f.inlineSpan(b.inline)
	if err != nil {
		return w.foundTree(b.name, err)
	}
	w.last = w.last[:0]
	return w.leaf(s, sp, within{})
}
