package page

// Scan hands out the records of one bucket, keys ascending, with all bytes of their values. It checks the pages on the
// way, not the file; key and value are valid during the call only.
func (f *File) Scan(bucket string, visit func(key, value []byte) error) error {
	b, err := f.findBucket(bucket)
	if err != nil {
		return err
	}
	return f.walker(Plan{}, func(_ string, key, value []byte, _ int) error { return visit(key, value) }).bucket(b)
}
