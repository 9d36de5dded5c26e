package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// tested is a file that the suite can close and open.
type tested struct{ *File }

func (s *tested) Reopen(t testing.TB) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s.File = open(t, s.path)
}

func testClock() time.Time { return time.Date(2026, 11, 22, 3, 16, 0, 0, time.UTC) }

func open(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path, Options{Clock: testClock})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// newStore makes a project in a folder of its own. At the end of the test the
// file must be without a fault.
func newStore(t testing.TB, p *codebook.Project, founding codebook.Action) *tested {
	t.Helper()
	path := filepath.Join(t.TempDir(), "study.fangtan")
	if err := Create(path, p, founding); err != nil {
		t.Fatal(err)
	}
	s := &tested{open(t, path)}
	t.Cleanup(func() {
		s.Close()
		healthy(t, path)
	})
	return s
}

// healthy fails the test if the project at path has a fault.
func healthy(t testing.TB, path string) {
	t.Helper()
	if _, err := os.Lstat(path); err != nil {
		return // the test took it away
	}
	r, err := Check(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Error(f)
	}
}

// newStudy makes a small study, an action for each of its ops.
func newStudy(t testing.TB) (*tested, *storetest.Maker) {
	t.Helper()
	m := &storetest.Maker{}
	p, a := m.Empty()
	s := newStore(t, p, a)
	for _, op := range m.Found() {
		do(t, s, op, m)
	}
	return s, m
}

func do(t testing.TB, s storetest.Store, op codebook.Op, m *storetest.Maker) uint64 {
	t.Helper()
	no, err := storetest.Do(s, op, m.Stamp())
	if err != nil {
		t.Fatal(err)
	}
	return no
}

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t testing.TB, p *codebook.Project, founding codebook.Action) storetest.Store {
		return newStore(t, p, founding)
	})
}
