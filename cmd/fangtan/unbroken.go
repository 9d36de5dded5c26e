package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"fangtan/store/exchange"
)

// errStopped is a file that was not finished because of a signal.
var errStopped = errors.New("stopped by a signal")

// unbroken keeps the first Ctrl+C and the like from ending the program while write is
// at work, so that nothing half made stays behind. write may ask whether one came. A
// second one ends the program: whoever waits for a disk that does not answer can leave.
func unbroken(write func(stopped func() bool) error) error {
	signals, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer release()
	defer context.AfterFunc(signals, release)()
	return write(func() bool { return signals.Err() != nil })
}

// writeFile is [exchange.WriteFile] that a signal stops: then nothing is left of the file.
func writeFile(path string, force bool, fill func(io.Writer) error) error {
	return unbroken(func(stopped func() bool) error {
		return exchange.WriteFile(path, force, func(w io.Writer) error {
			w = &stoppable{w, stopped}
			if err := fill(w); err != nil {
				return err
			}
			_, err := w.Write(nil) // what came after the last word counts too
			return err
		})
	})
}

// stoppable is a writer that takes no more once it is stopped.
type stoppable struct {
	io.Writer
	stopped func() bool
}

func (w *stoppable) Write(p []byte) (int, error) {
	if w.stopped() {
		return 0, errStopped
	}
	return w.Writer.Write(p)
}
