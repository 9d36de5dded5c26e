package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

func TestCopyBesideItsOriginal(t *testing.T) {
	hour := testClock().Add(-time.Hour)
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, original string)
		open    string // which of the two
		want    bool   // whether it takes a new id
	}{
		{"the copy, nothing done since", func(t *testing.T, o string) { writtenAt(t, o, hour) }, "copy.fangtan", true},
		{"the original, nothing done since", func(t *testing.T, o string) { writtenAt(t, o, hour) }, "study.fangtan", false},
		{"the copy, more done in the original", func(t *testing.T, o string) { work(t, o) }, "copy.fangtan", true},
		{"the original, more done in it", func(t *testing.T, o string) { work(t, o) }, "study.fangtan", false},
		{"the copy, the original elsewhere", func(t *testing.T, o string) { breakFile(t, o) }, "copy.fangtan", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			original := projectFile(t)
			content, err := os.ReadFile(original)
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Dir(original)
			write(t, filepath.Join(dir, "text.fangtan"), []byte("no project"))
			writtenAt(t, write(t, filepath.Join(dir, "copy.fangtan"), content), testClock())
			c.prepare(t, original)
			path := filepath.Join(dir, c.open)
			fresh := codebook.ID{7, 7}
			f, err := Open(path, Options{Clock: testClock, NewID: func() codebook.ID { return fresh }})
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Project().Copy == fresh; got != c.want {
				t.Errorf("new id: %v, want %v", got, c.want)
			}
			want := storetest.Dump(f.Project())
			f.Close()
			again := open(t, path)
			defer again.Close()
			storetest.Equal(t, want, storetest.Dump(again.Project()))
			healthy(t, path)
		})
	}
}

func writtenAt(t *testing.T, path string, at time.Time) {
	t.Helper()
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

// work does something in a project.
func work(t *testing.T, path string) {
	t.Helper()
	writtenAt(t, path, testClock().Add(-time.Hour)) // it is the original already now
	s := &tested{open(t, path)}
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: codebook.ID{9}, NameZh: "晚"}}, storetest.MakerFrom(1<<40))
	s.Close()
}
