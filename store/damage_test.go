package store

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"fangtan/store/page"
	"fangtan/store/storetest"
)

// stride is how far apart the damaged bytes are; the environment variable
// FANGTAN_STRIDE may ask for less.
func stride(t *testing.T, short int) int {
	if n, err := strconv.Atoi(os.Getenv("FANGTAN_STRIDE")); err == nil && n > 0 {
		return n
	}
	return short
}

// view is all that can be learnt from a project: every row, every text, every patch.
func view(f *File) (string, error) {
	all := storetest.Dump(f.Project())
	for _, t := range f.Project().Transcripts() {
		text, err := f.Text(t.Text)
		if err != nil {
			return "", err
		}
		all += text
	}
	for no := uint64(1); no <= f.LastAction(); no++ {
		patch, err := f.Patch(no)
		if err != nil {
			return "", err
		}
		entries, err := entriesOf(&patch)
		if err != nil {
			return "", err
		}
		all += string(encodeEntries(entries))
	}
	return all, nil
}

// look opens the project for reading and says whether all that it gives is as it
// was. Damage is an error, which must be one that says so.
func look(t *testing.T, path, want string) (same bool) {
	t.Helper()
	f, err := Open(path, Options{ReadOnly: true, Clock: testClock})
	var got string
	if err == nil {
		defer f.Close()
		got, err = view(f)
	}
	if err != nil {
		if !matches(err, new(DamagedError)) && !errors.Is(err, ErrNotProject) && !errors.As(err, new(*NewerError)) {
			t.Fatalf("unexpected error %v", err)
		}
		return false
	}
	if got != want {
		t.Fatal("other data was shown without a word")
	}
	writable, err := Open(path, Options{Clock: testClock})
	if err != nil {
		t.Fatalf("it opens for reading, but for writing: %v", err)
	}
	if err := writable.Close(); err != nil {
		t.Fatal(err)
	}
	return true
}

// Each byte of a project that is changed is refused, or reported, or had no
// part in the data.
func TestEveryDamageIsSeen(t *testing.T) {
	s, _ := newStudy(t)
	want, err := view(s.File)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	healthy, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "damaged.fangtan")
	used := int(highWater(t, s.path))
	damaged, err := os.OpenFile(write(t, path, healthy), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer damaged.Close()
	seen, harmless := 0, 0
	step := stride(t, 17)
	for at := 0; at < used; at += step {
		bad := healthy[at] ^ 1<<(at%8)
		if at%3 == 0 {
			bad = ^healthy[at]
		}
		if _, err := damaged.WriteAt([]byte{bad}, int64(at)); err != nil {
			t.Fatal(err)
		}
		if look(t, path, want) {
			harmless++
		} else {
			seen++
		}
		if _, err := damaged.WriteAt(healthy[at:at+1], int64(at)); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d changes seen, %d without effect", seen, harmless)
	if seen < harmless {
		t.Error("most changes went unseen")
	}
}

func TestEveryTruncationIsSeen(t *testing.T) {
	s, _ := newStudy(t)
	want, err := view(s.File)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	path := filepath.Join(t.TempDir(), "cut.fangtan")
	whole, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for size := int(highWater(t, s.path)) - 1; size > 0; size -= 512 {
		if look(t, write(t, path, whole[:size]), want) {
			t.Fatalf("cut at %d of %d bytes it was opened", size, len(whole))
		}
	}
}

func highWater(t *testing.T, path string) int64 {
	t.Helper()
	f := open(t, path)
	defer f.Close()
	var end int64
	if err := f.read(func(p *page.File) error {
		end = int64(p.Pages()) * int64(p.PageSize())
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return end
}
