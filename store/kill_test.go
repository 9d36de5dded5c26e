package store

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"fangtan/store/storetest"
)

// rounds is how often a process is killed: 25 times, or as often as the
// environment variable FANGTAN_KILLS says.
func rounds(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("FANGTAN_KILLS"))
	if err != nil {
		return 25
	}
	return n
}

// What a process was told is saved is there after it was killed, whole, and
// besides it at most the one action that it was not told about yet.
func TestKilledWriter(t *testing.T) {
	s, _ := newStudy(t)
	s.Close()
	random := rand.New(rand.NewPCG(1, 2))
	for round := range rounds(t) {
		told := killWriter(t, s.path, 5+time.Duration(random.IntN(56)))
		f := open(t, s.path)
		last := f.LastAction()
		if last != told && last != told+1 {
			t.Fatalf("round %d: told that %d is saved, the file ends with %d", round, told, last)
		}
		storetest.Equal(t, storetest.Dump(f.Project()), replayed(t, f))
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		healthy(t, s.path)
	}
}

// killWriter lets a process write for so many milliseconds from its first action
// on, kills it, and gives the last action that it told of.
func killWriter(t *testing.T, path string, after time.Duration) (told uint64) {
	t.Helper()
	child := start(t, "commit", path)
	for line := child.line(); ; line = child.line() {
		if line == "" {
			child.kill()
			return told
		}
		if told == 0 {
			time.AfterFunc(after*time.Millisecond, func() { child.Process.Kill() })
		}
		no, err := strconv.ParseUint(line, 10, 64)
		if err != nil {
			t.Fatalf("child said %q", line)
		}
		told = no
	}
}
