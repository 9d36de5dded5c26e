package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a verified copy into the folder of backups beside the project,
// says in it why, removes those that are not kept any longer, and gives its path.
// Work may go on meanwhile; only another backup waits. A copy that does not verify
// is not kept and moves nothing out.
func (f *File) Backup(reason string) (string, error) {
	f.copying.Lock()
	defer f.copying.Unlock()
	return f.backup(reason)
}

// Secure is a [File.Backup] if the project was changed since its newest one, and
// else does nothing and gives no path.
func (f *File) Secure(reason string) (string, error) {
	f.copying.Lock()
	defer f.copying.Unlock()
	if !f.NeedsBackup() {
		return "", nil
	}
	return f.backup(reason)
}

func (f *File) backup(reason string) (string, error) {
	if f.readOnly {
		return "", ErrReadOnly
	}
	dir := backupFolder(f.real)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", spaced(err)
	}
	removeTemps(dir)
	path, err := f.copyTo(dir, reason, func(action uint64) string {
		return filepath.Join(dir, backupName(f.real, f.opt.Clock(), action))
	})
	if err != nil {
		return "", spaced(err)
	}
	return path, f.prune()
}

// Rescue writes a verified copy of the project as this program holds it beside
// the file, for when another program has replaced that: [ErrReplaced].
func (f *File) Rescue() (string, error) {
	path, err := f.copyTo(filepath.Dir(f.real), "rescued", func(action uint64) string {
		name := fmt.Sprintf("%s.rescued-%s-a%d%s", stem(f.real), f.opt.Clock().UTC().Format(stampLayout), action, extension)
		return filepath.Join(filepath.Dir(f.real), name)
	})
	return path, spaced(err)
}

// NeedsBackup says whether the project was changed since its newest backup. Only
// backups of this project count: another one at the same path leaves its own behind.
func (f *File) NeedsBackup() bool {
	all, err := Backups(f.path)
	newest := slices.IndexFunc(all, f.made)
	return err != nil || newest < 0 || all[newest].Action < f.LastAction()
}

// copyTo writes a copy under a temporary name in dir, verifies it and gives it
// the name that the number of its newest action makes.
func (f *File) copyTo(dir, reason string, name func(action uint64) string) (string, error) {
	temp, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return "", err
	}
	defer os.Remove(temp.Name()) // it is gone if all went well
	err = f.stream(temp)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return "", err
	}
	if err := setReason(temp.Name(), reason); err != nil {
		return "", err
	}
	action, err := verify(temp.Name())
	if err != nil {
		return "", err
	}
	path := name(action)
	if err := os.Rename(temp.Name(), path); err != nil {
		return "", err
	}
	return path, syncFolder(dir)
}

// stream writes the project as it is now to the file. Commits go on meanwhile.
func (f *File) stream(into *os.File) error {
	tx, err := f.snapshot()
	if err != nil {
		return err
	}
	return guarded(func() error {
		_, err := tx.WriteTo(&paced{to: into})
		return errors.Join(err, tx.Rollback())
	})
}

func (f *File) snapshot() (tx *bolt.Tx, err error) {
	f.writing.Lock()
	defer f.writing.Unlock()
	switch {
	case f.broken != nil:
		return nil, f.broken
	case f.db == nil:
		return nil, ErrReadOnly
	}
	err = guarded(func() error {
		tx, err = f.db.Begin(false)
		return err
	})
	return tx, err
}

// setReason notes in a copy why it was made.
func setReason(path, reason string) error {
	return inDatabase(path, func(tx *bolt.Tx) error {
		w, err := openWriter(tx)
		if err != nil {
			return err
		}
		return w.putMeta(metaReason, reason)
	})
}

// Verify reads all of the project at path as backups are verified, and leaves no
// memory behind. Unlike [Check] it does not decode what actions changed. Damage is
// a [DamagedError].
func Verify(path string) error {
	_, err := verify(path)
	return err
}

// verify reads all of a copy and gives its newest action. It leaves no memory
// behind: a copy of a large study is read while people work.
func verify(path string) (action uint64, err error) {
	defer debug.FreeOSMemory()
	report, err := check(path, nil, false)
	if err != nil {
		return 0, err
	}
	if report.Damaged() {
		return 0, &DamagedError{report.Findings}
	}
	return report.Actions, nil
}

// tempPrefix begins the names of copies in the making.
const tempPrefix = ".copy-"

// removeTemps removes what a process that was killed left behind. Nobody makes a
// copy now: other programs have not the lock on the project, and here one is made at
// a time.
func removeTemps(dir string) {
	entries, _ := os.ReadDir(dir) // what is not seen is not removed
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), tempPrefix) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
