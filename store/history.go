package store

import (
	"fmt"

	"fangtan/codebook"
	"fangtan/store/page"
)

// Headers gives up to limit journal entries from action number from downwards,
// newest first; from 0 begins with the newest.
func (f *File) Headers(from uint64, limit int) (headers []codebook.Header, err error) {
	last := f.LastAction()
	if from == 0 || from > last {
		from = last
	}
	err = f.read(func(p *page.File) error {
		headers, err = headersFrom(p, from, limit)
		return err
	})
	return headers, err
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
	last := f.LastAction()
	var headers []codebook.Header
	err := f.read(func(p *page.File) error {
		headers = headers[:0]
		return p.Scan(bucketJournal, func(key, value []byte) error {
			r, err := unseal(bucketJournal, key, value)
			if err != nil {
				return damaged(TroubleChecksum, bucketJournal, key, err)
			}
			row, err := decodeHeader(key, r.body)
			if err != nil {
				return err
			}
			if no := uint64(len(headers)) + 1; no <= last {
				headers = append(headers, row.header(no))
			}
			return nil
		})
	})
	for i := 0; err == nil && i < len(headers); i++ {
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
	if patchHash(row.Salt, [][]byte{whole}) != row.PatchHash {
		return nil, damaged(TroubleJournal, bucketPatches, actionKey(no), errSeal)
	}
	entries, err := decodeEntries(whole)
	if err != nil {
		return nil, damaged(TroubleFormat, bucketPatches, actionKey(no), err)
	}
	return entries, nil
}
