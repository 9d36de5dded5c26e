package store

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
)

// What goes on beside backups: work in the same study, in little memory.

func TestSecureOnlyWhatChanged(t *testing.T) {
	s, m := newStudy(t)
	for i := range 3 {
		do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("码", i)}}, m)
		path, err := s.Secure("working")
		if err != nil || path == "" {
			t.Fatalf("after a change: %q, %v", path, err)
		}
		if path, err = s.Secure("working"); err != nil || path != "" {
			t.Fatalf("without a change: %q, %v", path, err)
		}
		if all, err := Backups(s.path); err != nil || len(all) != i+1 {
			t.Fatalf("%d backups, %v, want %d", len(all), err, i+1)
		}
	}
}

// Each begins by removing what killed ones left, and must not remove another's.
func TestBackupsAtTheSameTime(t *testing.T) {
	s, m := newStudy(t)
	var all sync.WaitGroup
	for range 4 {
		do(t, s, m.Transcript(fmt.Sprint(m.ID(), ".txt"), 400), m)
		all.Go(func() {
			if _, err := s.Backup("import"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// A copy that takes long is an old state that stays readable, not a lock: commits
// go on, also those that make the file grow.
func TestCommitsGoOnDuringACopy(t *testing.T) {
	s, m := newStudy(t)
	copying, err := s.snapshot()
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.size()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		do(t, s, m.Transcript(fmt.Sprint(i, ".txt"), 2000), m)
	}
	if after, err := s.size(); err != nil || after <= before {
		t.Errorf("the file did not grow: %d to %d bytes, %v", before, after, err)
	}
	if err := copying.Rollback(); err != nil {
		t.Error(err)
	}
}

func TestMapLeavesRoomToGrow(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the map is as large as the file here")
	}
	for bytes, want := range map[int64]int{0: 1 << 30, 400 << 20: 1 << 30, 3 << 30: 6 << 30} {
		if got := mapSize(bytes); got != want {
			t.Errorf("of %d bytes %d are mapped, want %d", bytes, got, want)
		}
	}
}

// A study of 10 MB of text, large enough that any part of it kept or copied shows.
func TestBackupsTakeLittleMemory(t *testing.T) {
	s, m := newStudy(t)
	size := 0
	for i := range 50 {
		add := m.Transcript(fmt.Sprint(i, ".txt"), 10_000)
		size += len(add.Text)
		do(t, s, add, m)
	}
	path, err := s.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	const most = 3 << 20
	if size < 3*most {
		t.Fatalf("only %d bytes of text", size)
	}
	for name, fn := range map[string]func(){
		"verifying": func() { err = Verify(path) },
		"keeping":   func() { opens(path) },
		"copying":   func() { _, err = s.Backup("") },
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		fn()
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > most || err != nil {
			t.Errorf("%s makes %d bytes, at most %d; %v", name, made, most, err)
		}
	}
}

func TestWhatOpens(t *testing.T) {
	s, _ := newStudy(t)
	path, err := s.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	if !opens(path) {
		t.Fatal("a sound backup does not open")
	}
	for _, bucket := range []string{bucketMeta, bucketCodes, bucketCodings, bucketCuts, bucketTranscripts, bucketJournal} {
		turn := func(tx *bolt.Tx) error { // the last bit of the first record, and back
			b := tx.Bucket([]byte(bucket))
			key, value := b.Cursor().First()
			value = bytes.Clone(value)
			value[len(value)-1] ^= 1
			return b.Put(bytes.Clone(key), value)
		}
		edit(t, path, turn)
		if f, err := Open(path, Options{ReadOnly: true}); err == nil && bucket != bucketJournal {
			t.Errorf("damage in %s opens: %v", bucket, f.Close())
		} else if opens(path) != (err == nil) {
			t.Errorf("damage in %s: opening says %v", bucket, err)
		}
		edit(t, path, turn)
	}
	if opens(path + ".gone") {
		t.Error("a file that is not there opens")
	}
	os.Remove(path)
}

// slowDisk counts the bytes that wait for it.
type slowDisk struct{ waiting, most, all int }

func (d *slowDisk) Write(b []byte) (int, error) {
	d.all += len(b)
	d.waiting += len(b)
	d.most = max(d.most, d.waiting)
	return len(b), nil
}

func (d *slowDisk) Sync() error {
	d.waiting = 0
	return nil
}

func TestPace(t *testing.T) {
	const piece, pieces = 32 << 10, 1000
	disk := &slowDisk{}
	to := &paced{to: disk}
	for range pieces {
		if n, err := to.Write(make([]byte, piece)); n != piece || err != nil {
			t.Fatal(n, err)
		}
	}
	if disk.all != piece*pieces || disk.most < pace || disk.most >= pace+piece {
		t.Errorf("%d bytes, of which up to %d waited at once", disk.all, disk.most)
	}
}
