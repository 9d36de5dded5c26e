package store

import (
	"fmt"

	"fangtan/codebook"
)

// action writes one action: texts, records, patch and journal entry.
func (w *writer) action(a *codebook.Action) (no uint64, err error) {
	w.rev++
	entries, err := entriesOf(&a.Patch)
	if err != nil {
		return 0, err
	}
	for _, h := range sorted(a.Patch.NewTexts) {
		if _, err := w.text(h, a.Patch.NewTexts[h]); err != nil {
			return 0, err
		}
	}
	for _, c := range a.Patch.Transcripts {
		if c.New == nil {
			continue
		}
		if err := w.unstage(c.New.Text); err != nil {
			return 0, err
		}
	}
	for _, e := range entries {
		if err := w.entry(e); err != nil {
			return 0, err
		}
	}
	return w.rev, w.journal(&a.Header, encodeEntries(entries))
}

// entry changes the record that an entry is about.
func (w *writer) entry(e entry) error {
	if n, ok := keyNo(e.key); ok {
		a := w.accounts.of(e.bucket)
		a.last = max(a.last, uint64(n))
	}
	if e.bucket == bucketCodings {
		return w.codings(e)
	}
	switch there, err := w.has(e.bucket, e.key); {
	case err != nil:
		return err
	case there != (len(e.out) > 0):
		return fmt.Errorf("%w: record %x of bucket %q", ErrDiverged, e.key, e.bucket)
	case len(e.in) == 0:
		return w.drop(e.bucket, e.key)
	}
	return w.put(e.bucket, e.key, e.in)
}

// codings takes rows out of a transcript's columns and puts rows in.
func (w *writer) codings(e entry) error {
	old, found, err := w.get(bucketCodings, e.key)
	if err != nil {
		return err
	}
	var have, out, in columns
	for _, c := range []struct {
		into *columns
		body []byte
	}{{&have, old.body}, {&out, e.out}, {&in, e.in}} {
		if len(c.body) == 0 {
			continue
		}
		if *c.into, err = openColumns(c.body); err != nil {
			return err
		}
	}
	value, err := have.splice(&out, &in)
	if err != nil {
		return err
	}
	if have.n-out.n+in.n > 0 {
		sealIn(bucketCodings, e.key, w.rev, formatOf[bucketCodings], value)
		return w.putValue(bucketCodings, e.key, value)
	}
	if !found {
		return nil
	}
	return w.drop(bucketCodings, e.key)
}

// journal writes the patch and the entry that seals it.
func (w *writer) journal(h *codebook.Header, patch []byte) error {
	row := newHeaderRow(h)
	parts := row.seal(patch)
	if previous, found, err := w.get(bucketJournal, actionKey(w.rev-1)); err != nil {
		return err
	} else if found {
		var before headerRow
		if err := decodeRow(previous.body, &before); err != nil {
			return damaged(TroubleFormat, bucketJournal, actionKey(w.rev-1), err)
		}
		if row.Previous, err = before.link(); err != nil {
			return err
		}
	}
	for i, part := range parts {
		if err := w.put(bucketPatches, partKey(w.rev, uint32(i)), part); err != nil {
			return err
		}
	}
	body, err := encoding.Marshal(row)
	if err != nil {
		return err
	}
	w.accounts.of(bucketJournal).last = w.rev
	return w.put(bucketJournal, actionKey(w.rev), body)
}
