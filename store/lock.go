package store

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// The note beside a project says who has it open. It is only ever read for a
// message; the lock is the one that the system keeps on the file.
func notePath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// writeNote writes the note anew. Where it cannot be written there is none.
func writeNote(path string, now time.Time) {
	host, _ := os.Hostname()
	note := fmt.Sprintf("%d %d %q\n", os.Getpid(), now.Unix(), host)
	removeNote(path)
	file, err := os.OpenFile(notePath(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return
	}
	defer file.Close()
	file.WriteString(note)
}

func removeNote(path string) { os.Remove(notePath(path)) }

// readNote says who has the file, as far as the note knows.
func readNote(path string) *LockedError {
	var e LockedError
	note, err := os.ReadFile(notePath(path))
	if err != nil {
		return &e
	}
	var since int64
	if _, err := fmt.Sscanf(string(note), "%d %d %q", &e.PID, &since, &e.Host); err != nil {
		return &LockedError{}
	}
	e.Since = time.Unix(since, 0)
	return &e
}
