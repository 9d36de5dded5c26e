package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// ExistsError is a file that is there and was not to be replaced.
type ExistsError struct{ Path string }

// Error says it in English; the edge has the words in both languages.
func (e *ExistsError) Error() string {
	return fmt.Sprintf("%q is there already: choose another name or replace it by force", e.Path)
}

// Unwrap gives [fs.ErrExist].
func (e *ExistsError) Unwrap() error { return fs.ErrExist }

// WriteFile writes a file whole or not at all, readable by its owner alone. What
// is there is replaced only with force; a link is replaced itself, never what it
// points to. The error is an [ExistsError], that of fill, or the system's.
func WriteFile(path string, force bool, fill func(io.Writer) error) error {
	if err := vacant(path, force); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".fangtan-*.tmp") // mode 0600, O_EXCL
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // finds nothing once renamed
	if err := errors.Join(filled(f, fill), f.Close()); err != nil {
		return err
	}
	if err := vacant(path, force); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
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
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	case !force:
		return &ExistsError{path}
	}
	return nil
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
