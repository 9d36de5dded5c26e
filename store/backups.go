package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangtan/store/page"
)

const (
	extension   = ".fangtan"
	stampLayout = "2006-01-02T1504Z"
)

// Saved is one backup of a project.
type Saved struct {
	Path   string
	Time   time.Time // when it was made, to the minute
	Action uint64    // the newest action in it: what backups are ordered by
	Bytes  int64
}

// stem is the name of a project without its ending.
func stem(path string) string { return strings.TrimSuffix(filepath.Base(path), extension) }

func backupFolder(real string) string {
	return filepath.Join(filepath.Dir(real), stem(real)+".backups")
}

// backupName is PROJECT.2026-11-22T0316Z-a192.fangtan.
func backupName(real string, at time.Time, action uint64) string {
	return fmt.Sprintf("%s.%s-a%d%s", stem(real), at.UTC().Format(stampLayout), action, extension)
}

// parseBackup reads a name that [backupName] made.
func parseBackup(real, name string) (Saved, bool) {
	rest, ours := strings.CutPrefix(name, stem(real)+".")
	rest, ends := strings.CutSuffix(rest, extension)
	stamp, no, cut := strings.Cut(rest, "Z-a")
	at, badTime := time.Parse(stampLayout, stamp+"Z")
	action, badNo := strconv.ParseUint(no, 10, 64)
	return Saved{Time: at, Action: action}, ours && ends && cut && badTime == nil && badNo == nil
}

// Backups lists the backups of the project at path, newest first. The project
// itself need not be there any more.
func Backups(path string) ([]Saved, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir := backupFolder(path)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var all []Saved
	for _, e := range entries {
		s, ok := parseBackup(path, e.Name())
		info, gone := e.Info()
		if !ok || gone != nil || !info.Mode().IsRegular() {
			continue
		}
		s.Path, s.Bytes = filepath.Join(dir, e.Name()), info.Size()
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b Saved) int {
		return cmp.Or(cmp.Compare(b.Action, a.Action), b.Time.Compare(a.Time), cmp.Compare(b.Path, a.Path))
	})
	return all, err
}

// How many backups are kept: the newest, and the newest of each of the last days
// and weeks that have one.
const (
	keepLatest = 5
	keepDays   = 7
	keepWeeks  = 4
)

// kept picks the backups to keep of a list, newest first.
func kept(all []Saved) map[string]bool {
	keep := map[string]bool{}
	days, weeks := map[string]bool{}, map[string]bool{}
	first := func(seen map[string]bool, limit int, period string) bool {
		if seen[period] || len(seen) >= limit {
			return false
		}
		seen[period] = true
		return true
	}
	for i, s := range all {
		year, week := s.Time.ISOWeek()
		day := first(days, keepDays, s.Time.Format(time.DateOnly))
		ofWeek := first(weeks, keepWeeks, fmt.Sprint(year, week))
		if i < keepLatest || day || ofWeek {
			keep[s.Path] = true
		}
	}
	return keep
}

// prune removes the backups that are not kept. Only those of this project that can
// be opened count; any other is neither counted nor removed.
func (f *File) prune() error {
	all, err := Backups(f.real)
	if err != nil || len(all) <= keepLatest {
		return err
	}
	all = slices.DeleteFunc(all, func(s Saved) bool { return !f.made(s) || !opens(s.Path) })
	keep := kept(all)
	for _, s := range all {
		if !keep[s.Path] {
			err = errors.Join(err, os.Remove(s.Path))
		}
	}
	return err
}

// opens says whether a backup can be opened: it reads what [Open] reads, but makes
// no second project of it while people work on the first.
func opens(path string) bool {
	disk, err := os.Open(path)
	if err != nil {
		return false
	}
	defer disk.Close()
	f := &File{disk: disk}
	sound := false
	err = f.read(func(p *page.File) error {
		r, err := readProject(p, true)
		sound = err == nil && len(r.findings) == 0
		return err
	})
	return err == nil && sound
}
