package store

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// A study copied as a file is two copies with one copy id, and the journals of
// both would go on as if they were one. So a copy that is opened for writing
// beside its original takes a new id. The original is the one with more actions,
// or, if nothing was done since, the one that was written earlier.

// separate gives the file a copy id of its own if it lies beside its original.
func (f *File) separate() error {
	dir := filepath.Dir(f.real)
	entries, _ := os.ReadDir(dir) // what cannot be seen is not beside it
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), extension) && f.copyOf(filepath.Join(dir, e.Name())) {
			return f.takeCopyID()
		}
	}
	return nil
}

// copyOf says whether the file is a copy of the one called name, whose journal
// then begins with all that this one has.
func (f *File) copyOf(name string) bool {
	disk, err := os.Open(name)
	if err != nil {
		return false
	}
	defer disk.Close()
	theirs, err1 := disk.Stat()
	ours, err2 := f.disk.Stat()
	if err1 != nil || err2 != nil || os.SameFile(theirs, ours) || !theirs.Mode().IsRegular() {
		return false
	}
	other := &File{disk: disk}
	if !other.says(metaProject, f.project.ID[:]) || !other.says(metaCopy, f.project.Copy[:]) {
		return false
	}
	newest, err := other.newest(1)
	if err != nil || len(newest) == 0 || newest[0].No < f.LastAction() {
		return false
	}
	return newest[0].No > f.LastAction() || theirs.ModTime().Before(ours.ModTime())
}

// says tells whether a record of the meta bucket has this body.
func (f *File) says(name string, body []byte) bool {
	r, found, err := f.record(bucketMeta, []byte(name))
	return err == nil && found && bytes.Equal(r.body, body)
}

func (f *File) takeCopyID() error {
	id := f.opt.NewID()
	if err := f.write(func(w *writer) error { return w.putMeta(metaCopy, id) }); err != nil {
		return spaced(err)
	}
	f.project.Copy = id
	return nil
}
