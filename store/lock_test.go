package store

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

func TestLockedByAnotherProcess(t *testing.T) {
	s, _ := newStudy(t)
	s.Close()
	child := start(t, "hold", s.path)
	if got := child.line(); got != "open" {
		t.Fatalf("child said %q", got)
	}
	_, err := Open(s.path, Options{Clock: testClock})
	var locked *LockedError
	if !errors.As(err, &locked) {
		t.Fatalf("error %v", err)
	}
	host, _ := os.Hostname()
	if locked.PID != child.Process.Pid || locked.Host != host || !locked.Since.Equal(testClock()) {
		t.Errorf("locked by %+v, want process %d", locked, child.Process.Pid)
	}
	if info, err := os.Stat(notePath(s.path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("note %v, %v", info, err)
	}
	f, err := Open(s.path, Options{ReadOnly: true, Clock: testClock})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Equal(t, storetest.Dump(s.Project()), storetest.Dump(f.Project()))
	if _, err := f.Commit(codebook.Action{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("commit: %v", err)
	}
	f.Close()
	child.in.Close()
	child.Wait()
	again := open(t, s.path)
	defer again.Close()
	if again.Project().CodeCount() != 4 {
		t.Fatal("not the same study")
	}
}

func TestLockOfKilledHolder(t *testing.T) {
	s, _ := newStudy(t)
	s.Close()
	child := start(t, "hold", s.path)
	if got := child.line(); got != "open" {
		t.Fatalf("child said %q", got)
	}
	child.kill()
	if _, err := os.Stat(notePath(s.path)); err != nil {
		t.Fatalf("the killed process left no note: %v", err)
	}
	f := open(t, s.path) // the note alone locks nothing
	if readNote(f.real).PID != os.Getpid() {
		t.Error("the note is still that of the killed process")
	}
	f.Close()
	if _, err := os.Stat(notePath(s.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the note was left behind: %v", err)
	}
}

func TestLockTwiceInOneProcess(t *testing.T) {
	s, _ := newStudy(t)
	_, err := Open(s.path, Options{Clock: testClock})
	var locked *LockedError
	if !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Fatalf("error %v", err)
	}
	write(t, notePath(s.path), []byte("\x1b]0;not a note"))
	_, err = Open(s.path, Options{Clock: testClock})
	if !errors.As(err, &locked) || *locked != (LockedError{}) {
		t.Fatalf("error %v", err)
	}
}

// While another process writes, every snapshot is one whole state: the one that
// its journal makes.
func TestSnapshotsWhileAnotherProcessWrites(t *testing.T) {
	s, _ := newStudy(t)
	s.Close()
	child := start(t, "commit each", s.path)
	seen := map[uint64]bool{}
	for range 20 {
		fmt.Fprint(child.in, "1\n2\n3\n4\n5\n")
		f, err := Open(s.path, Options{ReadOnly: true, Clock: testClock})
		if err != nil {
			t.Fatal(err)
		}
		if !f.SnapshotTime().Equal(testClock()) {
			t.Errorf("snapshot of %v", f.SnapshotTime())
		}
		seen[f.LastAction()] = true
		storetest.Equal(t, storetest.Dump(f.Project()), replayed(t, f))
		if text, err := f.Text(f.Project().Transcript(1).Text); err != nil || len(text) != 380 {
			t.Fatalf("text of %d bytes, %v", len(text), err)
		}
		f.Close()
	}
	if len(seen) < 2 {
		t.Fatalf("the writer did not write: %v", seen)
	}
}
