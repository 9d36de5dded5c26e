package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	berrors "go.etcd.io/bbolt/errors"
)

func TestFull(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{&fs.PathError{Op: "write", Err: syscall.ENOSPC}, true},
		{fmt.Errorf("file resize error: %s", syscall.EFBIG), true}, // as bbolt says it
		{fmt.Errorf("grow: %w", syscall.EDQUOT), true},
		{berrors.ErrMaxSizeReached, true},
		{syscall.EIO, false},
		{errors.New("something else"), false},
	} {
		got := spaced(c.err)
		if errors.Is(got, ErrFull) != c.want || !errors.Is(got, c.err) {
			t.Errorf("%v became %v", c.err, got)
		}
	}
	if spaced(nil) != nil {
		t.Error("nil became an error")
	}
}

func TestPublishTakesNoName(t *testing.T) {
	dir := t.TempDir()
	temp := write(t, filepath.Join(dir, "temp"), []byte("new"))
	path := write(t, filepath.Join(dir, "name"), []byte("old"))
	if err := publish(temp, path); !errors.Is(err, ErrExists) {
		t.Fatalf("error %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Fatalf("the file now holds %q, %v", got, err)
	}
	if err := publish(temp, filepath.Join(dir, "free")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(temp); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the temporary name is still there: %v", err)
	}
}
