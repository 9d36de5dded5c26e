package exchange

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func words(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// alone says that the folder holds these files and nothing else.
func alone(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if len(got) != len(want) {
		t.Fatalf("folder holds %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("folder holds %q, want %q", got, want)
		}
	}
}

func content(t *testing.T, path, want string) {
	t.Helper()
	if b, err := os.ReadFile(path); err != nil || string(b) != want {
		t.Errorf("%s holds %q, %v; want %q", path, b, err, want)
	}
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "表.csv")
	if err := WriteFile(path, false, words("one")); err != nil {
		t.Fatal(err)
	}
	content(t, path, "one")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	var exists *ExistsError
	if err := WriteFile(path, false, words("two")); !errors.As(err, &exists) || !errors.Is(err, fs.ErrExist) || exists.Path != path {
		t.Errorf("without force: %v", err)
	}
	content(t, path, "one")
	if err := WriteFile(path, true, words("three")); err != nil {
		t.Fatal(err)
	}
	content(t, path, "three")
	alone(t, folder, "表.csv")
}

func TestWriteFileWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	if err := WriteFile(path, false, words("old")); err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stopped")
	err := WriteFile(path, true, func(w io.Writer) error {
		for range 100_000 {
			if _, err := io.WriteString(w, "half of it"); err != nil {
				return err
			}
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	content(t, path, "old")
	alone(t, folder, "a.csv")
}

func TestWriteFileAppearsMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	err := WriteFile(path, false, func(io.Writer) error { return os.WriteFile(path, []byte("theirs"), 0o600) })
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	content(t, path, "theirs")
}

func TestWriteFileNeverThroughALink(t *testing.T) {
	folder := t.TempDir()
	target, link := filepath.Join(folder, "b.txt"), filepath.Join(folder, "a.csv")
	if err := os.WriteFile(target, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := WriteFile(link, false, words("x")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("without force: %v", err)
	}
	if err := WriteFile(link, true, words("x")); err != nil {
		t.Fatal(err)
	}
	content(t, target, "precious")
	if info, err := os.Lstat(link); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the link is still one: %v", err)
	}
	content(t, link, "x")
}

func TestWriteFileRefuses(t *testing.T) {
	folder := t.TempDir()
	for name, path := range map[string]string{"a folder": folder, "no such folder": filepath.Join(folder, "x", "y.csv")} {
		if err := WriteFile(path, true, words("x")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
}

func TestWriteFileNamesWhatWasAskedFor(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a.csv")
	if err := WriteFile(file, false, words("one")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		filepath.Join(folder, "no", "b.csv"):    ErrNoFolder,
		filepath.Join(folder, "a.csv", "b.csv"): ErrNoFolder,
		folder:                                  ErrIsFolder,
	} {
		err := WriteFile(path, true, words("two"))
		var about *fs.PathError
		if !errors.Is(err, want) || !errors.As(err, &about) || about.Path != path {
			t.Errorf("%s: %v, want %v about it", path, err, want)
		}
	}
	alone(t, folder, "a.csv")
}
