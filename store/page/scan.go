package page

import "bytes"

// Scan hands out the records of one bucket, keys ascending, with all bytes of their values. It checks the pages on the
// way, not the file; key and value are valid during the call only.
func (f *File) Scan(bucket string, visit func(key, value []byte) error) error {
	return f.ScanFrom(bucket, nil, visit)
}

// ScanFrom is a Scan that begins with the first key that is not before from; what lies before is hardly read.
func (f *File) ScanFrom(bucket string, from []byte, visit func(key, value []byte) error) error {
	b, err := f.findBucket(bucket)
	if err != nil {
		return err
	}
	w := f.walker(Plan{}, func(_ string, key, value []byte, _ int) error {
		if bytes.Compare(key, from) < 0 {
			return nil
		}
		return visit(key, value)
	})
	w.from = from
	return w.bucket(b)
}
