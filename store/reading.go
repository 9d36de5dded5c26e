package store

import (
	"errors"
	"fmt"

	"fangtan/codebook"
	"fangtan/store/page"
)

// reading takes in what a walk over a file hands out: it holds every record
// against its checksum and every bucket against its account, and builds the project.
type reading struct {
	whole    bool // read also the bodies that opening passes over
	newer    bool // written by a newer version: it may hold more than is known here
	limit    int  // findings after which to stop
	findings []Finding

	meta    meta
	seen    accounts
	project *codebook.Project
	load    *codebook.Loader
	texts   map[codebook.Hash]int // their lengths in bytes
	rows    *relay                // to what follows:
	cuts    []*cut                // by transcript, until the transcripts come
	misread []Finding
	lean    bool // checks records without making a project of them
	extra   func(bucket string, key []byte, r record) error
}

// errStop ends a walk whose list of findings is full.
var errStop = errors.New("enough findings")

func newReading(limit int) *reading {
	p := codebook.New(codebook.ID{}, codebook.ID{}, "")
	return &reading{limit: limit, seen: newAccounts(), texts: map[codebook.Hash]int{}, project: p, load: codebook.Load(p)}
}

// plan says what of a file is read: of a bucket whose bodies are passed over, the heads.
func (r *reading) plan() page.Plan {
	known := buckets
	if r.newer {
		known = nil
	}
	return page.Plan{Buckets: known, Read: func(bucket string) int {
		if headerOnly[bucket] && !r.whole {
			return headSize
		}
		return page.Whole
	}}
}

func (r *reading) found(f Finding) error {
	r.findings = append(r.findings, f)
	if len(r.findings) >= r.limit {
		return errStop
	}
	return nil
}

func (r *reading) foundAt(t Trouble, bucket string, key []byte, err error) error {
	return r.found(finding(t, bucket, key, err))
}

// file reads all of f. An error that is not a finding is returned; damage goes
// to the findings.
func (r *reading) file(f *page.File) error {
	r.rows = newRelay(r.unpack)
	err := f.Walk(r.plan(), r.record)
	if failed := r.rows.close(); err == nil {
		err = failed
	}
	r.findings = append(r.findings, r.misread...)
	var d page.Damage
	switch {
	case errors.Is(err, errStop):
		return nil
	case errors.As(err, &d):
		r.found(pageFinding(d)) // the walk is over
		return nil
	case err != nil || len(r.misread) >= r.limit:
		return err
	}
	if err := r.finish(f); !errors.Is(err, errStop) {
		return err
	}
	return nil
}

func pageFinding(d page.Damage) Finding {
	return Finding{Trouble: TroublePage, Page: d.Page, Bucket: d.Bucket, Detail: d.Error()}
}

// record takes one record in.
func (r *reading) record(bucket string, key, value []byte, valueLen int) error {
	open := unseal
	if headerOnly[bucket] && !r.whole {
		open = func(_ string, _, value []byte) (record, error) { return head(value) }
	}
	rec, err := open(bucket, key, value)
	if err != nil {
		return r.foundAt(TroubleChecksum, bucket, key, err)
	}
	if a := r.seen.of(bucket); a != nil {
		a.add(fingerprint(bucket, key, rec))
	}
	if bucket == bucketTexts && len(key) == len(codebook.Hash{}) {
		r.texts[codebook.Hash(key)] = valueLen - headSize
	}
	if err := r.take(bucket, key, rec); err != nil {
		return r.foundAt(TroubleFormat, bucket, key, err)
	}
	if r.extra != nil {
		return r.extra(bucket, key, rec)
	}
	return nil
}

var errKey = errors.New("key has an impossible value")

// take sends the row of a record on to [reading.unpack].
func (r *reading) take(bucket string, key []byte, rec record) error {
	if bucket == bucketMeta {
		return r.meta.take(string(key), rec.body)
	}
	if loaders[bucket] == nil {
		return nil
	}
	n, ok := keyNo(key)
	if !ok {
		return errKey
	}
	r.seen.of(bucket).last = uint64(n)
	if !r.lean {
		r.rows.put(bucket, n, rec.body)
	}
	return nil
}

// unpack puts a row into the project, in a goroutine of its own.
func (r *reading) unpack(bucket string, n codebook.No, body []byte) error {
	err := loaders[bucket](r, n, body)
	if err == nil {
		return nil
	}
	r.misread = append(r.misread, finding(TroubleFormat, bucket, noKey(n), err))
	if len(r.misread) >= r.limit {
		return errStop
	}
	return nil
}

// finish holds what was read against the accounts and gives the project its name.
func (r *reading) finish(f *page.File) error {
	if err := r.meta.whole(); err != nil {
		return r.found(Finding{Trouble: TroubleAccount, Bucket: bucketMeta, Detail: err.Error()})
	}
	for i, bucket := range accounted {
		if err := r.balance(f, bucket, r.meta.accounts[i], r.seen[i]); err != nil {
			return err
		}
	}
	if last := r.meta.accounts.of(bucketJournal).last; last != r.meta.last {
		return r.found(Finding{Trouble: TroubleJournal, Detail: fmt.Sprintf("last action is %d, the journal ends with %d", r.meta.last, last)})
	}
	p := r.project
	p.ID, p.Copy, p.Lang = r.meta.project, r.meta.copy, r.meta.lang
	r.load.Last(r.meta.accounts.numbers())
	if err := p.Invariants(); err != nil {
		return r.found(Finding{Trouble: TroubleReference, Detail: err.Error()})
	}
	return r.haveTexts()
}

// haveTexts checks that each transcript has a text of the length it says.
func (r *reading) haveTexts() error {
	for _, t := range r.project.Transcripts() {
		if length, ok := r.texts[t.Text]; ok && length == int(t.Bytes) {
			continue
		}
		if err := r.foundAt(TroubleText, bucketTexts, t.Text[:], fmt.Errorf("text of %q is missing or of another length", t.File)); err != nil {
			return err
		}
	}
	return nil
}

// balance holds what a bucket should have against what it has.
func (r *reading) balance(f *page.File, bucket string, want, have account) error {
	sequence, err := f.Sequence(bucket)
	if err != nil {
		return err
	}
	detail := ""
	switch {
	case want.count != have.count:
		detail = fmt.Sprintf("holds %d records, should hold %d", have.count, want.count)
	case want.sum != have.sum:
		detail = "holds records that are not the newest"
	case sequence != want.last:
		detail = fmt.Sprintf("its numbers end with %d, should end with %d", sequence, want.last)
	case have.last > want.last || loaders[bucket] != nil && want.last > maxNo:
		detail = fmt.Sprintf("gave out numbers up to %d, holds %d", want.last, have.last)
	default:
		return nil
	}
	return r.found(Finding{Trouble: TroubleAccount, Bucket: bucket, Detail: detail})
}
