package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"

	"fangtan/codebook"
	"fangtan/store/page"
)

// examiner looks closer at the records of a reading than opening does. It relies
// on the order of the walk: the journal comes before the patches.
type examiner struct {
	*reading
	progress func(done, total int64)
	size     int64
	done     int64
	told     int64
	records  int

	deep     bool        // also decodes patches, which takes memory
	sealed   []headerRow // by action, from 1
	previous codebook.Hash
	patch    []byte    // the parts so far of one action, when deep
	seal     hash.Hash // over them
	parts    uint32
}

var (
	errText  = errors.New("text is not the one its name says")
	errOrder = errors.New("journal has a gap")
	errChain = errors.New("entry does not follow the one before")
	errParts = errors.New("part of a patch is missing or too many")
)

// record looks at one record whose checksum holds.
func (e *examiner) record(bucket string, key []byte, r record) error {
	e.records++
	e.tell(int64(len(key) + headSize + len(r.body)))
	trouble, err := TroubleFormat, error(nil)
	switch bucket {
	case bucketTexts:
		trouble, err = TroubleText, e.text(key, r.body)
	case bucketJournal:
		trouble, err = TroubleJournal, e.journal(key, r.body)
	case bucketPatches:
		trouble, err = TroubleJournal, e.part(key, r.body)
	}
	if err != nil {
		return e.foundAt(trouble, bucket, key, err)
	}
	return nil
}

// tell reports progress, not more often than every megabyte.
func (e *examiner) tell(n int64) {
	e.done += n
	if e.progress != nil && e.done-e.told >= 1<<20 {
		e.told = e.done
		e.progress(e.done, e.size)
	}
}

func (e *examiner) text(key, body []byte) error {
	if h := sha256.Sum256(body); !bytes.Equal(h[:], key) {
		return errText
	}
	return nil
}

// journal checks that an entry follows the one before.
func (e *examiner) journal(key, body []byte) error {
	row, err := decodeHeader(key, body)
	if err != nil {
		return err
	}
	e.sealed = append(e.sealed, *row)
	if len(key) != 8 || binary.BigEndian.Uint64(key) != uint64(len(e.sealed)) {
		return errOrder
	}
	if row.Previous != e.previous {
		err = errChain
	}
	link, failed := row.link()
	e.previous = link
	return errors.Join(err, failed)
}

// part gathers the parts of a patch and, at the last one, holds it against its seal.
func (e *examiner) part(key, body []byte) error {
	no, part, ok := keyPart(key)
	if !ok || no == 0 || no > uint64(len(e.sealed)) {
		return errParts
	}
	row := &e.sealed[no-1]
	if part == 0 {
		e.patch, e.parts, e.seal = e.patch[:0], 0, newSeal(row.Salt)
	}
	if e.seal == nil || part != e.parts || part >= row.Parts {
		return errParts
	}
	e.seal.Write(body)
	e.parts = part + 1
	if e.deep {
		e.patch = append(e.patch, body...)
	}
	if e.parts < row.Parts {
		return nil
	}
	if codebook.Hash(e.seal.Sum(nil)) != row.PatchHash {
		return errSeal
	}
	row.Parts = 0 // complete
	if !e.deep {
		return nil
	}
	entries, err := decodeEntries(e.patch)
	if err == nil {
		_, err = patchOf(entries)
	}
	return err
}

// report closes the accounts of the whole file.
func (e *examiner) report(report *Report, p *page.File) error {
	if len(e.findings) == 0 {
		e.leftOver()
	} else {
		e.allPages(p)
	}
	if e.progress != nil {
		e.progress(e.size, e.size)
	}
	report.Findings, report.Records, report.Actions = e.findings, e.records, e.meta.last
	report.Transcripts, report.Codings = len(e.project.Transcripts()), e.project.CodingCount()
	return nil
}

// leftOver finds patches that the file has not, and cuts that do not fit the text.
func (e *examiner) leftOver() {
	for i, row := range e.sealed {
		if row.Parts > 0 && len(row.Salt) > 0 {
			e.foundAt(TroubleJournal, bucketPatches, actionKey(uint64(i+1)), errParts)
		}
	}
	for _, t := range e.project.Transcripts() {
		if err := e.cuts[t.No].verify(); err != nil {
			e.foundAt(TroubleFormat, bucketCuts, noKey(t.No), err)
		}
	}
}

// allPages adds what else is wrong with the pages: a walk ends at the first.
func (e *examiner) allPages(p *page.File) {
	known := map[string]bool{}
	for _, f := range e.findings {
		known[f.Detail] = true
	}
	for _, d := range p.CheckAll(e.plan(), maxFindings) {
		if f := pageFinding(d); !known[f.Detail] {
			e.findings = append(e.findings, f)
		}
	}
}
