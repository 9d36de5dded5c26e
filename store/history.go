package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"fangtan/codebook"
	"fangtan/store/page"
)

// few is up to how many journal entries are looked up one by one; more are read
// in one walk, which takes a tenth of the time for each.
const few = 16

// Headers gives up to limit journal entries from action number from downwards,
// newest first; from 0 begins with the newest.
func (f *File) Headers(from uint64, limit int) (headers []codebook.Header, err error) {
	last := f.LastAction()
	if from == 0 || from > last {
		from = last
	}
	err = f.read(func(p *page.File) error {
		if limit <= few {
			headers, err = headersFrom(p, from, limit)
			return err
		}
		headers = headers[:0]
		err := eachHeader(p, from-min(from, uint64(limit)), from, func(no uint64, row *headerRow) error {
			headers = append(headers, row.header(no))
			return nil
		})
		slices.Reverse(headers)
		return err
	})
	return headers, err
}

// errPast ends a walk over the journal behind the last entry that is wanted.
var errPast = errors.New("past the last entry wanted")

// eachHeader reads the journal entries after one, up to and with another, oldest first.
func eachHeader(p *page.File, after, upTo uint64, visit func(no uint64, row *headerRow) error) error {
	err := p.ScanFrom(bucketJournal, actionKey(after+1), func(key, value []byte) error {
		if len(key) != 8 {
			return damaged(TroubleFormat, bucketJournal, key, errKey)
		}
		no := binary.BigEndian.Uint64(key)
		if no > upTo {
			return errPast
		}
		r, err := unseal(bucketJournal, key, value)
		if err != nil {
			return damaged(TroubleChecksum, bucketJournal, key, err)
		}
		row, err := decodeHeader(key, r.body)
		if err != nil {
			return err
		}
		return visit(no, row)
	})
	if errors.Is(err, errPast) {
		return nil
	}
	return err
}

func headersFrom(p *page.File, from uint64, limit int) ([]codebook.Header, error) {
	var headers []codebook.Header
	for no := from; no > 0 && len(headers) < limit; no-- {
		row, err := readHeader(p, no)
		if err != nil {
			return nil, err
		}
		headers = append(headers, row.header(no))
	}
	return headers, nil
}

func readHeader(p *page.File, no uint64) (*headerRow, error) {
	key := actionKey(no)
	r, err := readRecord(p, bucketJournal, key)
	if err != nil {
		return nil, err
	}
	return decodeHeader(key, r.body)
}

func decodeHeader(key, body []byte) (*headerRow, error) {
	var row headerRow
	if err := decodeRow(body, &row); err != nil {
		return nil, damaged(TroubleFormat, bucketJournal, key, err)
	}
	return &row, nil
}

// readRecord reads a record that must be there.
func readRecord(p *page.File, bucket string, key []byte) (record, error) {
	value, found, err := p.Get(bucket, key)
	if err != nil {
		return record{}, err
	}
	if !found {
		return record{}, fmt.Errorf("%w: %x in bucket %q", ErrNoAction, key, bucket)
	}
	r, err := unseal(bucket, key, value)
	if err != nil {
		return record{}, damaged(TroubleChecksum, bucket, key, err)
	}
	return r, nil
}

// EachHeader hands out every journal entry, oldest first.
func (f *File) EachHeader(visit func(codebook.Header) error) error {
	headers, err := f.Headers(0, int(f.LastAction()))
	for i := len(headers) - 1; err == nil && i >= 0; i-- {
		err = visit(headers[i])
	}
	return err
}

// History is what can be undone and redone.
func (f *File) History() (*codebook.History, error) {
	h := codebook.NewHistory(f.project.Copy)
	err := f.EachHeader(func(e codebook.Header) error {
		h.Push(e)
		return nil
	})
	return h, err
}

// Patch gives what an action changed, whole, without texts. Errors:
// [ErrNoAction], [ErrPurged], [DamagedError].
func (f *File) Patch(no uint64) (codebook.Patch, error) {
	entries, err := f.entries(no)
	if err != nil {
		return codebook.Patch{}, err
	}
	q, err := patchOf(entries)
	if err != nil {
		return q, damaged(TroubleFormat, bucketPatches, actionKey(no), err)
	}
	return q, nil
}

func (f *File) entries(no uint64) (entries []entry, err error) {
	if no == 0 || no > f.LastAction() {
		return nil, fmt.Errorf("%w: %d", ErrNoAction, no)
	}
	err = f.read(func(p *page.File) error {
		entries, err = readEntries(p, no)
		return err
	})
	return entries, err
}

// readEntries reads the parts of a patch and holds them against its seal.
func readEntries(p *page.File, no uint64) ([]entry, error) {
	row, err := readHeader(p, no)
	if err != nil {
		return nil, err
	}
	if len(row.Salt) == 0 {
		return nil, fmt.Errorf("%w: %d", ErrPurged, no)
	}
	var whole []byte
	for part := range row.Parts {
		r, err := readRecord(p, bucketPatches, partKey(no, part))
		if err != nil {
			return nil, err
		}
		whole = append(whole, r.body...)
	}
	return openEntries(no, row, whole)
}

// openEntries holds the bytes of a patch, all parts, against the seal in its header.
func openEntries(no uint64, row *headerRow, whole []byte) ([]entry, error) {
	if patchHash(row.Salt, [][]byte{whole}) != row.PatchHash {
		return nil, damaged(TroubleJournal, bucketPatches, actionKey(no), errSeal)
	}
	entries, err := decodeEntries(whole)
	if err != nil {
		return nil, damaged(TroubleFormat, bucketPatches, actionKey(no), err)
	}
	return entries, nil
}
