package exchange

import (
	"io"
	"sync/atomic"
)

// behind writes in the background: while one block goes to the disk the next is
// being filled.
type behind struct {
	block []byte
	full  chan []byte
	free  chan []byte // holds all blocks there are
	done  chan struct{}
	err   atomic.Pointer[error] // the first; nothing is written after it
}

const blockSize = 1 << 20

func newBehind(w io.Writer) *behind {
	b := &behind{
		block: make([]byte, 0, blockSize),
		full:  make(chan []byte), free: make(chan []byte, 2), done: make(chan struct{}),
	}
	b.free <- make([]byte, 0, blockSize)
	go b.write(w)
	return b
}

func (b *behind) write(w io.Writer) {
	defer close(b.done)
	for block := range b.full {
		if b.err.Load() == nil {
			if _, err := w.Write(block); err != nil {
				b.err.Store(&err)
			}
		}
		b.free <- block[:0]
	}
}

// Write takes p in; the error is that of any block written so far.
func (b *behind) Write(p []byte) (int, error) {
	if len(b.block)+len(p) > blockSize && len(b.block) > 0 {
		b.full <- b.block
		b.block = <-b.free
	}
	b.block = append(b.block, p...)
	if err := b.err.Load(); err != nil {
		return 0, *err
	}
	return len(p), nil
}

// Close writes the rest and waits until all is written.
func (b *behind) Close() error {
	b.full <- b.block
	close(b.full)
	<-b.done
	if err := b.err.Load(); err != nil {
		return *err
	}
	return nil
}
