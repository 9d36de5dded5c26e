package store

import (
	"errors"
	"os"
	"runtime"

	bolt "go.etcd.io/bbolt"
)

// growth is the least that a file of more than a megabyte grows by, in bytes.
const growth = 1 << 20

// mapSize is how much is mapped of a project of so many bytes: so much that a
// backup in progress never makes a commit wait for a larger map. Windows would
// grow the file to it.
func mapSize(bytes int64) int {
	if runtime.GOOS == "windows" {
		return 0
	}
	return int(max(1<<30, 2*bytes))
}

// openDatabase opens a file that is there. Its free list is stored: without it
// bbolt walks the tree by itself, and damage would end the process. opened is
// handed the file before anything is read from it.
func openDatabase(path string, maxSize, mapped int, opened func(*os.File)) (*bolt.DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout: lockWait, PageSize: 4096, MaxSize: maxSize, InitialMmapSize: mapped, NoStatistics: true,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			file, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
			if err == nil {
				opened(file)
			}
			return file, err
		},
	})
	if err == nil {
		db.AllocSize = growth
	}
	return db, err
}

// inDatabase runs fn in one transaction on a file that nobody else has open.
func inDatabase(path string, fn func(*bolt.Tx) error) error {
	return guarded(func() error {
		db, err := openDatabase(path, 0, 0, func(*os.File) {})
		if err != nil {
			return err
		}
		return errors.Join(db.Update(fn), db.Close())
	})
}
