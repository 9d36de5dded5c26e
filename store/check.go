package store

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"fangtan/store/page"
)

// maxFindings is how many findings a report lists.
const maxFindings = 1000

// Report is what [Check] found.
type Report struct {
	Findings    []Finding
	Newer       bool  // written by a newer version: what is new in it is not checked
	Bytes       int64 // of the file
	Records     int
	Actions     uint64
	Transcripts int
	Codings     int
}

// Healthy says that nothing was found.
func (r *Report) Healthy() bool { return len(r.Findings) == 0 }

// Damaged says that data is lost or changed; who may read the file is no damage.
func (r *Report) Damaged() bool {
	for _, f := range r.Findings {
		if f.Trouble != TroubleMode {
			return true
		}
	}
	return false
}

// Check reads every byte in use of the project at path: pages, checksums,
// accounts, texts against their names, patches against their seals, the chain of
// the journal, all references, and who may read the file. It locks and changes
// nothing. progress, which may be nil, is told bytes; it begins again if another
// program wrote meanwhile. The error is for files that are no project.
func Check(path string, progress func(done, total int64)) (*Report, error) {
	return check(path, progress, true)
}

// check is [Check]; unless deep, records and patches are held against their seals
// but nothing is made of them, which takes little memory.
func check(path string, progress func(done, total int64), deep bool) (*Report, error) {
	real, err := locate(path)
	if err != nil {
		return nil, err
	}
	disk, err := os.Open(real)
	if err != nil {
		return nil, err
	}
	defer disk.Close()
	info, err := disk.Stat()
	if err != nil {
		return nil, err
	}
	f := &File{disk: disk}
	report, err := f.examine(info.Size(), progress, deep)
	var d *DamagedError
	if errors.As(err, &d) {
		report, err = &Report{Findings: d.Findings, Bytes: info.Size()}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%q: %w", path, err)
	}
	if open := info.Mode().Perm() & 0o077; open != 0 && runtime.GOOS != "windows" {
		report.Findings = append(report.Findings, Finding{Trouble: TroubleMode, Detail: fmt.Sprintf("others may use the file: mode %#o", info.Mode().Perm())})
	}
	return report, nil
}

// Fix makes the project readable by its owner alone. It is the only finding that
// can be mended in place.
func Fix(path string) error {
	real, err := locate(path)
	if err != nil {
		return err
	}
	return os.Chmod(real, 0o600)
}

func (f *File) examine(size int64, progress func(done, total int64), deep bool) (*Report, error) {
	report := &Report{Bytes: size}
	err := f.read(func(p *page.File) error {
		newer, err := identify(p)
		if err != nil {
			return err
		}
		*report = Report{Bytes: size, Newer: newer}
		r := newReading(maxFindings)
		r.whole, r.newer, r.lean = true, newer, !deep
		e := &examiner{reading: r, progress: progress, size: size, deep: deep}
		r.extra = e.record
		if err := r.file(p); err != nil {
			return err
		}
		return e.report(report, p)
	})
	return report, err
}
