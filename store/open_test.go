package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// projectFile makes a small study, closes it and gives its path.
func projectFile(t testing.TB) string {
	t.Helper()
	s, _ := newStudy(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.path
}

func write(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// edit changes a project behind the store's back.
func edit(t testing.TB, path string, fn func(*bolt.Tx) error) {
	t.Helper()
	if err := inDatabase(path, fn); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	healthy := projectFile(t)
	whole, err := os.ReadFile(healthy)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		path func() string
		want error
	}{
		{"a name that is not there", func() string { return in("none") }, ErrNotFound},
		{"a folder that is not there", func() string { return in("none/none") }, ErrNotFound},
		{"a folder", func() string { return dir }, ErrDirectory},
		{"an empty file", func() string { return write(t, in("empty"), nil) }, ErrEmptyFile},
		{"a short text", func() string { return write(t, in("short"), []byte("访谈")) }, ErrNotProject},
		{"a long text", func() string { return write(t, in("long"), bytes.Repeat([]byte("访谈"), 9000)) }, ErrNotProject},
		{"a link to nothing", func() string {
			if err := os.Symlink(in("none"), in("dangling")); err != nil {
				t.Fatal(err)
			}
			return in("dangling")
		}, ErrDangling},
		{"a database of others", func() string {
			write(t, in("foreign"), nil)
			edit(t, in("foreign"), func(tx *bolt.Tx) error {
				b, err := tx.CreateBucket([]byte("etcd"))
				if err != nil {
					return err
				}
				return b.Put([]byte("a"), []byte("b"))
			})
			return in("foreign")
		}, ErrNotProject},
		{"a truncated project", func() string { return write(t, in("cut"), whole[:5*4096]) }, new(DamagedError)},
		{"a project without its metas", func() string {
			return write(t, in("metas"), append(make([]byte, 8192), whole[8192:]...))
		}, ErrNotProject},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.path()
			before, _ := os.ReadFile(path)
			for _, readOnly := range []bool{false, true} {
				f, err := Open(path, Options{ReadOnly: readOnly})
				if err == nil {
					f.Close()
					t.Fatal("it was opened")
				}
				if !matches(err, c.want) {
					t.Errorf("error %v, want %v", err, c.want)
				}
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(after, before) {
				t.Error("the file was changed")
			}
		})
	}
	if _, err := os.Lstat(in("none")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file was made")
	}
}

// matches is errors.Is for sentinels and errors.As for types.
func matches(err, want error) bool {
	var d *DamagedError
	if _, ok := want.(*DamagedError); ok {
		return errors.As(err, &d) && len(d.Findings) > 0
	}
	return errors.Is(err, want)
}

func TestForeignNamesItself(t *testing.T) {
	path := projectFile(t)
	edit(t, path, func(tx *bolt.Tx) error {
		key := []byte(metaApp)
		return tx.Bucket([]byte(bucketMeta)).Put(key, seal(bucketMeta, key, 1, formatPlain, []byte("qualcoder")))
	})
	_, err := Open(path, Options{})
	var e *ForeignError
	if !errors.As(err, &e) || e.App != "qualcoder" {
		t.Fatalf("error %v", err)
	}
	breakFile(t, path)
}

func TestOpenFollowsLinks(t *testing.T) {
	path := projectFile(t)
	link := filepath.Join(t.TempDir(), "link.fangtan")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	f := open(t, link)
	defer f.Close()
	if f.Path() != link || f.Project().CodeCount() != 4 {
		t.Fatalf("path %q, %d codes", f.Path(), f.Project().CodeCount())
	}
	backup, err := f.Backup("test")
	if err != nil || filepath.Dir(filepath.Dir(backup)) != filepath.Dir(path) {
		t.Fatalf("backup %q, %v: it belongs beside the project, not beside the link", backup, err)
	}
}

func TestOpenWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := projectFile(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, Options{})
	os.Chmod(path, 0o600)
	if !errors.Is(err, fs.ErrPermission) {
		t.Fatalf("error %v", err)
	}
}

func TestCreateLeavesNoTrace(t *testing.T) {
	path := projectFile(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, a := (&storetest.Maker{}).Empty()
	if err := Create(path, p, a); !errors.Is(err, ErrExists) {
		t.Fatalf("error %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(after, before) {
		t.Fatal("the file was changed")
	}
	q := codebook.New(codebook.ID{1}, codebook.ID{2}, "en")
	do := &codebook.AddTranscript{Row: codebook.Transcript{File: "x", Chars: 1, Bytes: 1, Text: codebook.Hash{1}}, Cut: &codebook.HeldCut{}}
	if _, err := q.Do(do, codebook.Stamp{}); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(filepath.Dir(path), "fresh.fangtan")
	if err := Create(fresh, q, a); !errors.Is(err, ErrNoText) {
		t.Fatalf("a study without its text was made: %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != "study.fangtan" {
		t.Fatalf("the folder holds %v, %v", entries, err)
	}
}

func TestCreateHoldsAWholeStudy(t *testing.T) {
	m := &storetest.Maker{}
	p, a := m.Empty()
	a.Patch.NewTexts = map[codebook.Hash]string{}
	for _, op := range m.Found() {
		done, err := p.Do(op, m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		for h, s := range done.Patch.NewTexts {
			a.Patch.NewTexts[h] = s
		}
	}
	s := newStore(t, p, a)
	storetest.Equal(t, storetest.Dump(p), storetest.Dump(s.Project()))
	if s.LastAction() != 1 {
		t.Errorf("last action %d", s.LastAction())
	}
	info, err := os.Stat(s.path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// setMeta writes a record of the meta bucket as a newer version would.
func setMeta(name string, v any) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		w, err := openWriter(tx)
		if err != nil {
			return err
		}
		return w.putMeta(name, v)
	}
}

func TestNewerSchema(t *testing.T) {
	path := projectFile(t)
	edit(t, path, setMeta(metaSchema, Schema+4))
	edit(t, path, func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket([]byte("marvels"))
		return err
	})
	f := open(t, path)
	if !f.Newer() || !f.ReadOnly() || f.Project().CodeCount() != 4 {
		t.Fatalf("newer %v, read-only %v, %d codes", f.Newer(), f.ReadOnly(), f.Project().CodeCount())
	}
	if _, err := f.Commit(codebook.Action{}); !errors.Is(err, ErrReadOnly) {
		t.Fatalf("commit: %v", err)
	}
	f.Close()
	edit(t, path, setMeta(metaReader, Schema+3))
	_, err := Open(path, Options{})
	var newer *NewerError
	if !errors.As(err, &newer) || newer.Schema != Schema+4 || newer.Reader != Schema+3 {
		t.Fatalf("error %v", err)
	}
	breakFile(t, path)
}

// What bbolt and the checksums of records cannot see is seen by the accounts.
func TestAccounts(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*bolt.Tx) error
		want string
	}{
		{"a record is gone", func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketMemos)).Delete(noKey(1)) }, "holds 0 records, should hold 1"},
		{"a record came back", func(tx *bolt.Tx) error {
			key := noKey(3)
			return tx.Bucket([]byte(bucketCoders)).Put(key, seal(bucketCoders, key, 1, formatCBOR, mustEncode(coders, &codebook.Coder{Name: "old"})))
		}, "holds 3 records, should hold 2"},
		{"a record is an older one", func(tx *bolt.Tx) error {
			key := noKey(1)
			return tx.Bucket([]byte(bucketCoders)).Put(key, seal(bucketCoders, key, 1, formatCBOR, mustEncode(coders, &codebook.Coder{Name: "old"})))
		}, "not the newest"},
		{"a text is gone", func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(bucketTexts))
			key, _ := b.Cursor().First()
			return b.Delete(key)
		}, "holds 1 records, should hold 2"},
		{"numbers begin again", func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketCodes)).SetSequence(2) }, "numbers end with 2, should end with 4"},
		{"a meta record is gone", func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketMeta)).Delete([]byte(metaLang)) }, `"language" is missing`},
		{"the accounts are too short", func(tx *bolt.Tx) error {
			key := []byte(metaAccounts)
			return tx.Bucket([]byte(bucketMeta)).Put(key, seal(bucketMeta, key, 1, formatColumns, make([]byte, 24)))
		}, "impossible length"},
		{"the journal is shorter", func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(bucketJournal))
			key, _ := b.Cursor().Last()
			return b.Delete(key)
		}, "records, should hold"},
		{"a number beyond belief", func(tx *bolt.Tx) error {
			key := binary.BigEndian.AppendUint32(nil, 1<<31)
			return tx.Bucket([]byte(bucketCodes)).Put(key, seal(bucketCodes, key, 1, formatCBOR, []byte{0x80}))
		}, "impossible value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := projectFile(t)
			edit(t, path, c.edit)
			_, err := Open(path, Options{})
			if !matches(err, new(DamagedError)) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			r, err := Check(path, nil)
			if err != nil || !r.Damaged() {
				t.Errorf("report %+v, %v", r, err)
			}
			breakFile(t, path)
		})
	}
}

func mustEncode[T any](k kind[T], row *T) []byte {
	body, err := k.encode(row)
	if err != nil {
		panic(err)
	}
	return body
}

func TestLooseReferencesAreDamage(t *testing.T) {
	s, _ := newStudy(t)
	path := s.path
	if err := s.write(func(w *writer) error { return w.drop(bucketGroups, noKey(1)) }); err != nil {
		t.Fatal(err)
	}
	if err := s.write(func(w *writer) error { return w.drop(bucketCodes, noKey(2)) }); err != nil {
		t.Fatal(err)
	}
	s.Close()
	_, err := Open(path, Options{})
	var d *DamagedError
	if !errors.As(err, &d) || d.Findings[0].Trouble != TroubleReference {
		t.Fatalf("error %v", err)
	}
	breakFile(t, path)
}

// A file with right checksums may still be made to mislead.
func TestTextOfAnotherLength(t *testing.T) {
	s, _ := newStudy(t)
	path := s.path
	row := *s.Project().Transcript(1)
	row.Bytes = 1 << 30
	if err := s.write(func(w *writer) error {
		return w.put(bucketTranscripts, noKey(1), mustEncode(transcripts, &row))
	}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	_, err := Open(path, Options{})
	var d *DamagedError
	if !errors.As(err, &d) || d.Findings[0].Trouble != TroubleText {
		t.Fatalf("error %v", err)
	}
	breakFile(t, path)
}

func TestAfterClosing(t *testing.T) {
	s, m := newStudy(t)
	s.Close()
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	_, text := s.Text(s.Project().Transcript(1).Text)
	_, backup := s.Backup("")
	_, _, state := s.State(m.ID(), "x")
	_, commit := s.Commit(codebook.Action{})
	for what, err := range map[string]error{"text": text, "backup": backup, "state": state, "commit": commit, "set state": s.SetState()} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
