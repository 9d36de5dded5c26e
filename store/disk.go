package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"
)

// locate follows path to the file it means, which must be there and be a file.
func locate(path string) (real string, err error) {
	info, err := os.Lstat(path)
	if err != nil {
		return "", missing(path, err)
	}
	real = path
	if info.Mode()&fs.ModeSymlink != 0 {
		if real, err = filepath.EvalSymlinks(path); errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("%q: %w", path, ErrDangling)
		}
		if err == nil {
			info, err = os.Stat(real)
		}
		if err != nil {
			return "", missing(path, err)
		}
	}
	switch {
	case info.IsDir():
		return "", fmt.Errorf("%q: %w", path, ErrDirectory)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%q: %w", path, ErrNotProject)
	case info.Size() == 0:
		return "", fmt.Errorf("%q: %w", path, ErrEmptyFile)
	}
	return real, nil
}

func missing(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%q: %w", path, ErrNotFound)
	}
	return err
}

// publish gives the finished file temp its name without taking the name from
// another file, and makes the name last. Where there are no hard links it looks first.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case err == nil:
		err = os.Remove(temp)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%q: %w", path, ErrExists)
	default:
		if _, there := os.Lstat(path); there == nil {
			return fmt.Errorf("%q: %w", path, ErrExists)
		}
		err = os.Rename(temp, path)
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes names in a folder last. Windows has no such call.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// full says whether err is about space. bbolt wraps some errors of the disk and
// only quotes others.
func full(err error) bool {
	for _, no := range []syscall.Errno{syscall.ENOSPC, syscall.EFBIG, syscall.EDQUOT} {
		if errors.Is(err, no) || strings.Contains(err.Error(), no.Error()) {
			return true
		}
	}
	const diskFull = syscall.Errno(112) // of Windows
	return errors.Is(err, berrors.ErrMaxSizeReached) || runtime.GOOS == "windows" && errors.Is(err, diskFull)
}

// spaced adds [ErrFull] to an error about space.
func spaced(err error) error {
	if err != nil && full(err) {
		return fmt.Errorf("%w: %w", ErrFull, err)
	}
	return err
}

// faultError is a panic under bbolt, most likely a fault of its memory map. It
// carries no text of the study. Afterwards the database must not be closed: it
// would wait for itself.
type faultError struct{ what any }

func (e *faultError) Error() string {
	return fmt.Sprintf("the file cannot be used any more: %v", e.what)
}

// guarded runs fn so that a fault of the memory map is an error.
func guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if what := recover(); what != nil {
			err = &faultError{what}
		}
	}()
	return fn()
}

// sameFile says whether the name still means the file that is open.
func sameFile(open *os.File, path string) error {
	held, err := open.Stat()
	if err != nil {
		return err
	}
	named, err := os.Stat(path)
	if err != nil || !os.SameFile(held, named) {
		return ErrReplaced
	}
	return nil
}
