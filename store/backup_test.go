package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

func TestBackup(t *testing.T) {
	s, m := newStudy(t)
	if !s.NeedsBackup() {
		t.Error("a study without a backup needs one")
	}
	path, err := s.Backup("before an import")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(filepath.Dir(s.path), "study.backups")
	if want := filepath.Join(dir, fmt.Sprintf("study.2026-11-22T0316Z-a%d.fangtan", s.LastAction())); path != want {
		t.Errorf("backup %q, want %q", path, want)
	}
	if s.NeedsBackup() {
		t.Error("nothing changed since the backup")
	}
	want := storetest.Dump(s.Project())
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "晚"}}, m)
	if !s.NeedsBackup() {
		t.Error("the backup is older than the study")
	}
	for name, perm := range map[string]os.FileMode{path: 0o600, dir: 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != perm {
			t.Errorf("mode of %q is %v, %v", name, info.Mode(), err)
		}
	}
	f := open(t, path) // a backup is a project like any other
	storetest.Equal(t, want, storetest.Dump(f.Project()))
	storetest.Equal(t, want, replayed(t, f))
	f.Close()
	healthy(t, path)
}

func TestBackupOfAReader(t *testing.T) {
	path := projectFile(t)
	f, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Backup(""); !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(backupFolder(path)); err == nil {
		t.Error("a reader made a folder")
	}
}

func TestBackupSaysWhy(t *testing.T) {
	s, _ := newStudy(t)
	path, err := s.Backup("before an import")
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	defer f.Close()
	if !f.says(metaReason, []byte("before an import")) {
		t.Error("the backup does not say why it was made")
	}
}

func TestBackupRemovesLeftOvers(t *testing.T) {
	s, _ := newStudy(t)
	dir := backupFolder(s.real)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	left := write(t, filepath.Join(dir, tempPrefix+"123"), []byte("half"))
	other := write(t, filepath.Join(dir, "notes.txt"), []byte("keep"))
	if _, err := s.Backup(""); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("the rest of a killed backup is still there")
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("a file of somebody else was removed")
	}
}

// A project that is damaged on the disk must not push good copies out.
func TestBackupOfDamagedProject(t *testing.T) {
	s, m := newStudy(t)
	good, err := s.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "晚"}}, m)
	if err := s.db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketTexts))
		key, value := b.Cursor().First()
		value = slices.Clone(value)
		value[30] ^= 1
		return b.Put(slices.Clone(key), value)
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(""); !matches(err, new(DamagedError)) {
		t.Fatalf("error %v", err)
	}
	all, err := Backups(s.path)
	if err != nil || len(all) != 1 || all[0].Path != good {
		t.Fatalf("backups %v, %v", all, err)
	}
	entries, err := os.ReadDir(filepath.Dir(good))
	if err != nil || len(entries) != 1 {
		t.Fatalf("the folder holds %v, %v", entries, err)
	}
	s.Close()
	breakFile(t, s.path)
}

func TestBackupNames(t *testing.T) {
	real := "/a/my.study.fangtan"
	name := backupName(real, testClock(), 192)
	if name != "my.study.2026-11-22T0316Z-a192.fangtan" {
		t.Errorf("name %q", name)
	}
	s, ok := parseBackup(real, name)
	if !ok || s.Action != 192 || !s.Time.Equal(testClock()) {
		t.Errorf("read as %+v, %v", s, ok)
	}
	for _, bad := range []string{
		"my.study.fangtan", "other.2026-11-22T0316Z-a192.fangtan", "my.study.2026-11-22T0316Z-a192.txt",
		"my.study.2026-11-22T0316Z.fangtan", "my.study.2026-13-22T0316Z-a1.fangtan", "my.study.2026-11-22T0316Z-a-1.fangtan",
	} {
		if s, ok := parseBackup(real, bad); ok {
			t.Errorf("%q was read as %+v", bad, s)
		}
	}
}

func TestRetention(t *testing.T) {
	start := time.Date(2026, 11, 22, 23, 0, 0, 0, time.UTC) // a Sunday
	list := func(step time.Duration, n int) (all []Saved) {
		for i := range n {
			all = append(all, Saved{Path: fmt.Sprint(i), Time: start.Add(-time.Duration(i) * step), Action: uint64(n - i)})
		}
		return all
	}
	for _, c := range []struct {
		name string
		all  []Saved
		want string
	}{
		{"few", list(time.Hour, 3), "0 1 2"},
		{"all of one day", list(time.Minute, 50), "0 1 2 3 4"},
		{"one a day", list(24*time.Hour, 40), "0 1 2 3 4 5 6 7 14 21"},
		{"two a day", list(12*time.Hour, 60), "0 1 2 3 4 6 8 10 12 14 28 42"},
		{"one a month", list(30*24*time.Hour, 12), "0 1 2 3 4 5 6"},
		{"none", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			keep := kept(c.all)
			var got []string
			for _, s := range c.all {
				if keep[s.Path] {
					got = append(got, s.Path)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("kept %v, want %s", got, c.want)
			}
		})
	}
}

func TestPruneCountsOnlyWhatOpens(t *testing.T) {
	s, m := newStudy(t)
	var made []string
	for i := range 9 {
		do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("码", i)}}, m)
		path, err := s.Backup("")
		if err != nil {
			t.Fatal(err)
		}
		made = append(made, path)
		if i == 3 {
			write(t, path, []byte("rotten"))
		}
	}
	all, err := Backups(s.path)
	var got []string
	for _, b := range all {
		got = append(got, b.Path)
	}
	want := []string{made[8], made[7], made[6], made[5], made[4], made[3]}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("backups %v, %v\nwant %v", got, err, want)
	}
}

// A project made anew under an old name finds a folder full of backups of another
// study: they are not its own, and not its to remove.
func TestBackupsOfAnotherStudy(t *testing.T) {
	old, m := newStudy(t)
	var left []string
	for i := range keepLatest {
		do(t, old, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("码", i)}}, m)
		path, err := old.Backup("")
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, path)
	}
	old.Close()
	if err := os.Remove(old.path); err != nil {
		t.Fatal(err)
	}
	m = storetest.MakerFrom(1 << 20)
	p, founding := m.Empty()
	if err := Create(old.path, p, founding); err != nil {
		t.Fatal(err)
	}
	s := &tested{open(t, old.path)}
	defer s.Close()
	for i := range keepLatest + 2 {
		do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("新", i)}}, m)
		if !s.NeedsBackup() {
			t.Fatal("a backup of another study counts")
		}
		path, err := s.Backup("")
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, path)
		if s.NeedsBackup() {
			t.Fatal("the backup just made does not count")
		}
	}
	left = slices.Delete(left, keepLatest, keepLatest+2) // the oldest of its own
	for _, path := range left {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	if all, err := Backups(s.path); err != nil || len(all) != len(left) {
		t.Errorf("%d backups, %v, want %d", len(all), err, len(left))
	}
}

// An older state that was put back does not have what the newest backup has.
func TestBackupsOfALaterState(t *testing.T) {
	s, m := newStudy(t)
	older, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "晚"}}, m)
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "更晚"}}, m)
	if _, err := s.Backup(""); err != nil {
		t.Fatal(err)
	}
	s.Close()
	back := &tested{open(t, write(t, s.path, older))}
	defer back.Close()
	if !back.NeedsBackup() {
		t.Error("a backup of a state that is lost counts")
	}
	do(t, back, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "另"}}, m)
	do(t, back, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "别"}}, m)
	if !back.NeedsBackup() {
		t.Error("a backup with the same number, but of another action, counts")
	}
}

func TestVerify(t *testing.T) {
	path := projectFile(t)
	if err := Verify(path); err != nil {
		t.Fatal(err)
	}
	edit(t, path, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketTexts))
		key, value := b.Cursor().First()
		value = slices.Clone(value)
		value[30] ^= 1
		return b.Put(slices.Clone(key), value)
	})
	f := open(t, path) // opening does not read the texts
	f.Close()
	if err := Verify(path); !matches(err, new(DamagedError)) {
		t.Errorf("error %v", err)
	}
	os.Remove(path)
}

func TestBackupWhileWriting(t *testing.T) {
	s, m := newStudy(t)
	failed := make(chan error)
	go func() {
		for i := range 10 {
			if _, err := s.Backup(fmt.Sprint(i)); err != nil {
				failed <- err
				return
			}
		}
		failed <- nil
	}()
	for i := 0; ; i++ {
		select {
		case err := <-failed:
			if err != nil {
				t.Fatal(err)
			}
			storetest.Same(t, s)
			return
		default:
			do(t, s, m.Transcript(fmt.Sprint(i, ".txt"), 50), m)
		}
	}
}
