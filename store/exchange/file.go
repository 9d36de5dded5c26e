package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// ExistsError is a file that is there and was not to be replaced.
type ExistsError struct{ Path string }

// Error says it in English; the edge has the words in both languages.
func (e *ExistsError) Error() string {
	return fmt.Sprintf("%q is there already: choose another name or replace it by force", e.Path)
}

// Unwrap gives [fs.ErrExist].
func (e *ExistsError) Unwrap() error { return fs.ErrExist }

// Why nothing can be written at a path.
var (
	ErrIsFolder = errors.New("is a folder")
	ErrNoFolder = errors.New("is in a folder that is not there")
)

// WriteFile writes a file whole or not at all, readable by its owner alone. What
// is there is replaced only with force; a link is replaced itself, never what it
// points to. The error is an [ExistsError], that of fill,
// or an [fs.PathError] with that path, of [ErrIsFolder], [ErrNoFolder] or the system's.
func WriteFile(path string, force bool, fill func(io.Writer) error) error {
	if err := vacant(path, force); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".fangtan-*.tmp") // mode 0600, O_EXCL
	if err != nil {
		return at(path, err)
	}
	defer os.Remove(f.Name()) // finds nothing once renamed
	if err := errors.Join(filled(f, fill), f.Close()); err != nil {
		return err
	}
	if err := vacant(path, force); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return at(path, err)
	}
	return syncFolder(folder)
}

// vacant says whether a file may be put at path.
func vacant(path string, force bool) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return at(path, err)
	case info.IsDir():
		return at(path, ErrIsFolder)
	case !force:
		return &ExistsError{path}
	}
	return nil
}

// at is an error about the file that was asked for, not the one that is written
// meanwhile.
func at(path string, err error) error {
	var about *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		err = ErrNoFolder
	case errors.As(err, &about):
		err = about.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

func filled(f *os.File, fill func(io.Writer) error) error {
	b := newBehind(f)
	if err := errors.Join(fill(b), b.Close()); err != nil {
		return err
	}
	return f.Sync()
}

// syncFolder makes the rename last; Windows has no such thing.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
