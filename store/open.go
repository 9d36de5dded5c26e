package store

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	berrors "go.etcd.io/bbolt/errors"

	"fangtan/store/page"
)

// lockWait is how long another program may take to let go of the file.
const lockWait = 500 * time.Millisecond

// Open opens the project at path and reads it whole but for the texts. It never
// creates a file. The order is: what the name means, the structure of the pages
// with checksums and accounts by our own reader, and only then bbolt with its
// lock and its memory map.
//
// Errors: [ErrNotFound], [ErrDangling], [ErrDirectory], [ErrEmptyFile],
// [ErrNotProject], [ForeignError], [NewerError], [DamagedError], [LockedError],
// [ErrBusy] or one of the disk, such as [os.ErrPermission].
func Open(path string, o Options) (*File, error) {
	o = o.withDefaults()
	real, err := locate(path)
	if err != nil {
		return nil, err
	}
	disk, err := os.Open(real)
	if err != nil {
		return nil, err
	}
	f := &File{path: path, real: real, opt: o, disk: disk, readOnly: o.ReadOnly}
	if err := f.open(); err != nil {
		return nil, errors.Join(fmt.Errorf("%q: %w", path, err), f.Close())
	}
	return f, nil
}

func (f *File) open() error {
	txid, staged, err := f.load()
	if err != nil || f.readOnly {
		return err
	}
	if err := f.lock(); err != nil {
		return err
	}
	now, err := f.txid()
	if err == nil && now != txid {
		_, staged, err = f.load()
	}
	if err == nil && staged {
		err = f.dropStaged()
	}
	if err == nil {
		err = f.separate()
	}
	return err
}

func (f *File) txid() (txid uint64, err error) {
	err = f.read(func(p *page.File) error {
		txid = p.TxID()
		return nil
	})
	return txid, err
}

// load reads the whole project. staged says that texts wait there that no
// action refers to.
func (f *File) load() (txid uint64, staged bool, err error) {
	var r *reading
	err = f.read(func(p *page.File) error {
		txid, f.taken = p.TxID(), f.opt.Clock()
		var err error
		r, err = readProject(p, false)
		return err
	})
	if err != nil {
		return 0, false, err
	}
	if len(r.findings) > 0 {
		return 0, false, &DamagedError{r.findings}
	}
	f.project, f.newer = r.project, r.newer
	f.readOnly = f.readOnly || f.newer
	f.last.Store(r.meta.last)
	return txid, len(r.meta.staged) > 0, nil
}

// readProject reads a project whole but for the texts, up to the first finding; a
// lean reading checks its records without making a project of them.
func readProject(p *page.File, lean bool) (*reading, error) {
	newer, err := identify(p)
	if err != nil {
		return nil, err
	}
	r := newReading(1)
	r.newer, r.lean = newer, lean
	return r, r.file(p)
}

// identify says whether the file is a project of ours and of which schema.
func identify(p *page.File) (newer bool, err error) {
	var m meta
	for _, name := range []string{metaApp, metaSchema, metaReader} {
		key := []byte(name)
		value, found, err := p.Get(bucketMeta, key)
		var rec record
		if err == nil && found {
			rec, err = unseal(bucketMeta, key, value)
		}
		if err == nil && found {
			err = m.take(name, rec.body)
		}
		if err == nil && name == metaApp && m.app != "" && m.app != App {
			return false, &ForeignError{App: m.app}
		}
		if err != nil || !found {
			return false, stranger(p, err)
		}
	}
	if m.schema > Schema && m.reader > Schema {
		return false, &NewerError{m.schema, m.reader}
	}
	return m.schema > Schema, nil
}

// stranger tells a damaged project, which has our buckets, from a database of
// another program.
func stranger(p *page.File, cause error) error {
	var d page.Damage
	if _, err := p.Sequence(bucketJournal); errors.As(err, &d) && d.What == page.BucketMissing {
		e := &ForeignError{}
		p.Walk(page.Plan{Read: func(string) int { return 0 }}, func(bucket string, _, _ []byte, _ int) error {
			if !slices.Contains(e.Buckets, bucket) {
				e.Buckets = append(e.Buckets, bucket)
			}
			return nil
		}) // what it could not walk is not ours either
		return e
	}
	detail := "does not say what it is"
	if cause != nil {
		detail = cause.Error()
	}
	return &DamagedError{[]Finding{{Trouble: TroubleChecksum, Bucket: bucketMeta, Detail: detail}}}
}

// lock opens the database for writing; another writer is a [LockedError].
func (f *File) lock() error {
	err := guarded(f.openDatabase)
	if errors.Is(err, berrors.ErrTimeout) {
		return readNote(f.real)
	}
	if err != nil && f.held != nil {
		f.held.Close() // after a panic bbolt would keep the lock
	}
	if err != nil {
		return err
	}
	if err := sameFile(f.disk, f.real); err != nil {
		return err
	}
	writeNote(f.real, f.opt.Clock())
	return nil
}

func (f *File) openDatabase() error {
	size, err := f.size()
	if err != nil {
		return err
	}
	db, err := openDatabase(f.real, f.opt.MaxSize, mapSize(size), func(file *os.File) { f.held = file })
	if err == nil {
		f.db = db
	}
	return err
}
