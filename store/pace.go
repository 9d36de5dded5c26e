package store

import "io"

// pace is how many bytes of a copy may wait in memory for the disk. A copy that is
// brought there all at once keeps the commits waiting behind it: on two busy cores,
// with a study of 400 MB, the slowest one 230 to 270 ms instead of 20 to 70 ms.
const pace = 8 << 20

// paced is a file that goes to the disk while it is written.
type paced struct {
	to interface {
		io.Writer
		Sync() error
	}
	waiting int // bytes
}

func (p *paced) Write(b []byte) (int, error) {
	n, err := p.to.Write(b)
	if p.waiting += n; err == nil && p.waiting >= pace {
		p.waiting, err = 0, p.to.Sync()
	}
	return n, err
}
