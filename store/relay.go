package store

import "fangtan/codebook"

// relay carries rows from the walk over a file, whose memory is used again, to a
// second goroutine that decodes them: reading and decoding take about as long.
//
//	walk ─▶ full crates ─▶ decode
//	     ◀─ empty crates ◀─
type relay struct {
	full, empty chan *crate
	filling     *crate
	failed      chan error
}

// crate is some rows with their bytes.
type crate struct {
	rows  []carried
	bytes []byte
}

type carried struct {
	bucket   string
	no       codebook.No
	from, to int // in the bytes of the crate
}

const (
	crateSize = 256 << 10 // bytes after which a crate is sent
	crates    = 4
)

// newRelay calls unpack, in another goroutine, for each row in order.
func newRelay(unpack func(bucket string, no codebook.No, body []byte) error) *relay {
	r := &relay{full: make(chan *crate, crates), empty: make(chan *crate, crates), failed: make(chan error, 1)}
	r.filling = &crate{}
	for range crates - 1 {
		r.empty <- &crate{}
	}
	go func() { r.failed <- r.decode(unpack) }()
	return r
}

// decode goes on to the end of the rows also after an error, so that nobody waits.
func (r *relay) decode(unpack func(bucket string, no codebook.No, body []byte) error) (err error) {
	for c := range r.full {
		if err == nil {
			err = guarded(func() error { return c.each(unpack) })
		}
		c.rows, c.bytes = c.rows[:0], c.bytes[:0]
		r.empty <- c
	}
	return err
}

func (c *crate) each(unpack func(bucket string, no codebook.No, body []byte) error) error {
	for _, row := range c.rows {
		if err := unpack(row.bucket, row.no, c.bytes[row.from:row.to]); err != nil {
			return err
		}
	}
	return nil
}

// put takes a copy of the body.
func (r *relay) put(bucket string, no codebook.No, body []byte) {
	c := r.filling
	from := len(c.bytes)
	c.bytes = append(c.bytes, body...)
	c.rows = append(c.rows, carried{bucket, no, from, len(c.bytes)})
	if len(c.bytes) >= crateSize {
		r.full <- c
		r.filling = <-r.empty
	}
}

// close waits until everything is decoded.
func (r *relay) close() error {
	r.full <- r.filling
	close(r.full)
	return <-r.failed
}
