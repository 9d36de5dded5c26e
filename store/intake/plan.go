package intake

import (
	"errors"
	"fmt"
	"strconv"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

// Import is the kind of the action that brings transcripts in.
const Import = "import"

// ErrStopped says that reading was stopped; nothing came of it.
var ErrStopped = errors.New("reading was stopped")

// Options say how files are taken in.
type Options struct {
	Group    string             // key, name or id for all files; "" leaves it to list and names
	Manifest *exchange.Manifest // the list, or nil
	// Listed says that a file which the list names and nobody asked for is there
	// all the same; nil means that it is not.
	Listed func(file string) bool
	NewID  func() codebook.ID
	Now    int64 // Unix milliseconds
	// Stage writes texts ahead of the action. It is used once there are more than
	// 50 MB of them, in pieces of 8 MB, and the ops then carry no text. With nil
	// all texts stay in memory.
	Stage func(map[codebook.Hash]string) error
	// Progress is told after each file; Stop is asked before the next one. Both
	// may be nil.
	Progress func(Progress)
	Stop     func() bool
}

// Progress is how far reading has come: files, and bytes of files.
type Progress struct {
	Done, Total           int
	DoneBytes, TotalBytes int64
}

// Plan is what files would bring into a study as it is now. Its action holds
// numbers that the study will give: it is to be done before any other.
type Plan struct {
	Items         []Item
	NewGroups     []string             // that the list names and the study lacks
	NewAttributes []string             // likewise
	Problems      []*exchange.RowError // cells of the list that are left out

	before []codebook.Op
}

// Status says what becomes of a file.
type Status string

// What can become of a file.
const (
	Imported Status = "imported"
	Skipped  Status = "skipped" // its content is in already
	Refused  Status = "refused"
)

// Item is one file of a plan.
type Item struct {
	File   string // name in the study, or the file's own when it is left out
	Path   string // where it lies
	Status Status
	Add    *codebook.AddTranscript // of an imported file
	Twin   string                  // of a skipped one: the transcript with the same content
	Err    error                   // of a refused one: an error of package transcript, of the disk, or [ErrReader]
	Notes  []Note
}

// AbsentError is a list that names files which are not there.
type AbsentError struct{ Rows []*exchange.ManifestRow }

// Error names the first and says how many there are.
func (e *AbsentError) Error() string {
	return fmt.Sprintf("line %d: %q is not there (%d such lines)", e.Rows[0].Line, e.Rows[0].File, len(e.Rows))
}

// Read reads files and plans what they would bring into study. The error is an
// [AbsentError], a [codebook.Objection] to the group, [ErrStopped], or one of
// Stage; a file that cannot be read is an item and no error.
func Read(files []File, study *codebook.Project, o Options) (*Plan, error) {
	m := newMaker(files, study, o)
	if err := m.prepare(); err != nil {
		return nil, err
	}
	var failed error
	eachRead(files, func(i int, r reading) bool {
		if o.Stop != nil && o.Stop() {
			failed = ErrStopped
			return false
		}
		failed = m.take(&files[i], r)
		m.advance(files[i].Size)
		return failed == nil
	})
	if failed == nil {
		failed = m.flush()
	}
	if failed != nil {
		return nil, failed
	}
	m.pair()
	return m.plan, nil
}

// Count gives how many files have a status.
func (p *Plan) Count(s Status) int {
	n := 0
	for i := range p.Items {
		if p.Items[i].Status == s {
			n++
		}
	}
	return n
}

// Batch is the action that brings in all that can come in, nil if there is none.
func (p *Plan) Batch() *codebook.Batch {
	n := p.Count(Imported)
	if n == 0 {
		return nil
	}
	b := &codebook.Batch{Name: Import, Names: []string{strconv.Itoa(n)}, Ops: p.before}
	for i := range p.Items {
		if p.Items[i].Add != nil {
			b.Ops = append(b.Ops, p.Items[i].Add)
		}
	}
	return b
}
