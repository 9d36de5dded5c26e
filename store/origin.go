package store

import (
	"os"
)

// A folder of backups is found by the project's name. When a project is made anew
// under an old name, or an older one is put back, the backups in the folder are of
// another study, or of a later state that this file never had.

// made says whether a backup was made of this file: it is of the same project, and
// its newest action is in this journal.
func (f *File) made(s Saved) bool {
	if known, ok := f.origins.Load(s); ok {
		return known.(bool)
	}
	ours := f.isOrigin(s.Path)
	f.origins.Store(s, ours)
	return ours
}

func (f *File) isOrigin(path string) bool {
	disk, err := os.Open(path)
	if err != nil {
		return false
	}
	defer disk.Close()
	backup := &File{disk: disk}
	if !backup.says(metaProject, f.project.ID[:]) {
		return false
	}
	theirs, err := backup.newest(1)
	if err != nil || len(theirs) == 0 || theirs[0].No > f.LastAction() {
		return false
	}
	ours, err := f.Headers(theirs[0].No, 1)
	return err == nil && len(ours) == 1 && ours[0].ID == theirs[0].ID
}
