package store

import (
	"errors"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/store/page"
)

// Options say how a project is opened. The zero value opens it for writing.
type Options struct {
	ReadOnly bool // as it is now, also while another program writes
	// Clock gives the time for names of backups and notes; nil is the clock of
	// the machine.
	Clock func() time.Time
	// NewID gives the id of a copy that lies beside its original; nil is a new UUIDv7.
	NewID func() codebook.ID
	// MaxSize bounds the file, in bytes; 0 is no bound.
	MaxSize int
}

func (o Options) withDefaults() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() codebook.ID { return codebook.ID(uuid.Must(uuid.NewV7())) }
	}
	return o
}

// File is an open project file. Its methods may be called by several
// goroutines; the [File.Project] belongs to one.
type File struct {
	path string // as asked for
	real string // where links lead
	opt  Options

	disk     *os.File // all reading goes through it
	project  *codebook.Project
	newer    bool
	readOnly bool
	taken    time.Time // when it was read
	last     atomic.Uint64

	copying sync.Mutex // one backup at a time; taken before writing
	writing sync.Mutex // one commit, stage, state or beginning of a copy at a time
	db      *bolt.DB   // nil when read-only
	held    *os.File   // the file that db writes
	broken  error      // why nothing can be written any more

	origins sync.Map // whether a backup ([Saved]) was made of this file
}

// Project is the study as the file has it at opening: everything but the texts.
// It is for the caller to change by ops and to bring each action to [File.Commit].
func (f *File) Project() *codebook.Project { return f.project }

// Path is the file as it was asked for.
func (f *File) Path() string { return f.path }

// ReadOnly says that nothing can be changed: asked for, or because of [File.Newer].
func (f *File) ReadOnly() bool { return f.readOnly }

// Newer says that a newer version wrote the file, of a kind that this one can
// still read.
func (f *File) Newer() bool { return f.newer }

// SnapshotTime is when the project was read.
func (f *File) SnapshotTime() time.Time { return f.taken }

// LastAction is the number of the newest action that is on the disk, or for a
// read-only file was when it was read.
func (f *File) LastAction() uint64 { return f.last.Load() }

// Close lets go of the file. Everything committed is on the disk already.
func (f *File) Close() error {
	f.writing.Lock()
	defer f.writing.Unlock()
	if errors.Is(f.broken, ErrClosed) {
		return nil
	}
	err := f.release()
	f.broken = ErrClosed
	return errors.Join(err, f.disk.Close())
}

// release gives the lock back. After a fault the database cannot be closed; the
// lock then ends with the process.
func (f *File) release() error {
	var fault *faultError
	if f.db == nil || errors.As(f.broken, &fault) {
		return nil
	}
	db := f.db
	f.db = nil
	removeNote(f.real)
	return guarded(db.Close)
}

// tries is how often a reading begins again because a writer was faster.
const tries = 64

// read runs fn on the newest state of the file; fn may run several times.
func (f *File) read(fn func(*page.File) error) error {
	return pageError(page.Snapshot(f.disk, f.size, tries, fn))
}

// size is the length of the file now, in bytes.
func (f *File) size() (int64, error) {
	info, err := f.disk.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// pageError puts what package page says into the words of this one.
func pageError(err error) error {
	var d page.Damage
	switch {
	case err == nil:
		return nil
	case errors.Is(err, page.ErrChanging):
		return ErrBusy
	case errors.Is(err, page.ErrNotBolt), errors.Is(err, page.ErrTooSmall):
		return ErrNotProject
	case errors.Is(err, os.ErrClosed):
		return ErrClosed
	case errors.As(err, &d):
		return &DamagedError{[]Finding{pageFinding(d)}}
	case errors.Is(err, page.ErrMeta), errors.Is(err, io.ErrUnexpectedEOF):
		return &DamagedError{[]Finding{{Trouble: TroublePage, Detail: err.Error()}}}
	}
	return err
}

// record reads one record; it is not there without an error.
func (f *File) record(bucket string, key []byte) (r record, found bool, err error) {
	err = f.read(func(p *page.File) error {
		var value []byte
		if value, found, err = p.Get(bucket, key); err != nil || !found {
			return err
		}
		if r, err = unseal(bucket, key, value); err != nil {
			return damaged(TroubleChecksum, bucket, key, err)
		}
		return nil
	})
	return r, found, err
}
