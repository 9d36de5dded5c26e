//go:build unix

package store

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"fangtan/store/storetest"
)

func init() { children["small limit"] = limitChild }

// limitChild commits until its limit on the size of files stops it, and then
// tells what the store said and what is on the disk.
func limitChild(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	limit := uint64(info.Size()) + 300_000
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		return err
	}
	f, err := Open(path, Options{Clock: testClock})
	if err != nil {
		return err
	}
	m := childMaker(f)
	for i := 0; ; i++ {
		a, err := f.Project().Do(m.Transcript(strconv.Itoa(i)+".txt", 2000), m.Stamp())
		if err != nil {
			return err
		}
		if _, err = f.Commit(a); err == nil {
			fmt.Println(f.LastAction())
			continue
		}
		fmt.Println("stopped:", describe(err))
		if err := f.Project().Retract(&a); err != nil {
			return err
		}
		return f.Close()
	}
}

func TestFullByLimit(t *testing.T) {
	s, m := newStudy(t)
	s.Close()
	child := start(t, "small limit", s.path)
	told := ""
	for line := child.line(); line != ""; line = child.line() {
		if rest, ok := strings.CutPrefix(line, "stopped: "); ok {
			if rest != "full true, saved 0, known true" {
				t.Fatal(rest)
			}
			break
		}
		told = line
	}
	if err := child.Wait(); err != nil {
		t.Fatal(err)
	}
	s.File = open(t, s.path)
	if got := fmt.Sprint(s.LastAction()); told != "" && got != told {
		t.Fatalf("last action %s, told %q", got, told)
	}
	storetest.Equal(t, storetest.Dump(s.Project()), replayed(t, s.File))
	do(t, s, m.Transcript("more room.txt", 3000), m)
}
