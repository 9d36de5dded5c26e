package store

import (
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
)

// writer changes records within one transaction and keeps the accounts.
type writer struct {
	tx       *bolt.Tx
	rev      uint64 // of the action being written
	accounts accounts
	before   accounts // at the beginning of the transaction
	staged   map[codebook.Hash]bool
	restaged bool
}

// openWriter reads what the file says about itself in this transaction.
func openWriter(tx *bolt.Tx) (*writer, error) {
	w := &writer{tx: tx}
	var m meta
	for _, name := range []string{metaLast, metaAccounts, metaStaged} {
		r, found, err := w.get(bucketMeta, []byte(name))
		if err != nil {
			return nil, err
		}
		if !found {
			continue
		}
		if err := m.take(name, r.body); err != nil {
			return nil, damaged(TroubleFormat, bucketMeta, []byte(name), err)
		}
	}
	if m.accounts == nil {
		return nil, damaged(TroubleAccount, bucketMeta, []byte(metaAccounts), errAccounts)
	}
	w.rev, w.accounts, w.before, w.staged = m.last, m.accounts, slices.Clone(m.accounts), map[codebook.Hash]bool{}
	for _, h := range m.staged {
		w.staged[h] = true
	}
	return w, nil
}

func (w *writer) bucket(name string) (*bolt.Bucket, error) {
	if b := w.tx.Bucket([]byte(name)); b != nil {
		return b, nil
	}
	return nil, &DamagedError{[]Finding{{Trouble: TroublePage, Bucket: name, Detail: "bucket is missing"}}}
}

// get reads a record; its body is valid until the transaction ends.
func (w *writer) get(bucket string, key []byte) (record, bool, error) {
	b, err := w.bucket(bucket)
	if err != nil {
		return record{}, false, err
	}
	value := b.Get(key)
	if value == nil {
		return record{}, false, nil
	}
	r, err := unseal(bucket, key, value)
	if err != nil {
		return record{}, false, damaged(TroubleChecksum, bucket, key, err)
	}
	return r, true, nil
}

// has says whether a record is there.
func (w *writer) has(bucket string, key []byte) (bool, error) {
	b, err := w.bucket(bucket)
	return err == nil && b.Get(key) != nil, err
}

// put writes a record and books it.
func (w *writer) put(bucket string, key, body []byte) error {
	return w.putValue(bucket, key, seal(bucket, key, w.rev, formatOf[bucket], body))
}

// putValue writes a sealed value and books it.
func (w *writer) putValue(bucket string, key, value []byte) error {
	b, err := w.bucket(bucket)
	if err != nil {
		return err
	}
	if a := w.accounts.of(bucket); a != nil {
		if old, err := head(b.Get(key)); err == nil {
			a.take(fingerprint(bucket, key, old))
		}
		r, _ := head(value) // it has a head
		a.add(fingerprint(bucket, key, r))
	}
	return b.Put(key, value)
}

// drop deletes a record, which must be there.
func (w *writer) drop(bucket string, key []byte) error {
	b, err := w.bucket(bucket)
	if err != nil {
		return err
	}
	old, err := head(b.Get(key))
	if err != nil {
		return fmt.Errorf("%w: record %x of bucket %q is missing", ErrDiverged, key, bucket)
	}
	if a := w.accounts.of(bucket); a != nil {
		a.take(fingerprint(bucket, key, old))
	}
	return b.Delete(key)
}

func (w *writer) putMeta(name string, v any) error {
	body, f := []byte(nil), formatPlain
	switch v := v.(type) {
	case string:
		body = []byte(v)
	case codebook.ID:
		body = v[:]
	case accounts:
		body, f = v.encode(), formatColumns
	default:
		var err error
		if body, err = encoding.Marshal(v); err != nil {
			return err
		}
		f = formatCBOR
	}
	key := []byte(name)
	return w.putValue(bucketMeta, key, seal(bucketMeta, key, w.rev, f, body))
}

// close writes what the file says about itself.
func (w *writer) close() error {
	for i, name := range accounted {
		if w.accounts[i].last == w.before[i].last {
			continue
		}
		b, err := w.bucket(name)
		if err == nil {
			err = b.SetSequence(w.accounts[i].last)
		}
		if err != nil {
			return err
		}
	}
	if w.restaged {
		if err := w.putMeta(metaStaged, sorted(w.staged)); err != nil {
			return err
		}
	}
	if err := w.putMeta(metaLast, w.rev); err != nil {
		return err
	}
	return w.putMeta(metaAccounts, w.accounts)
}

// text puts a text in if it is not there yet.
func (w *writer) text(h codebook.Hash, s string) (fresh bool, err error) {
	if HashText(s) != h {
		return false, fmt.Errorf("%w: %x", errText, h)
	}
	if there, err := w.has(bucketTexts, h[:]); there || err != nil {
		return false, err
	}
	return true, w.put(bucketTexts, h[:], []byte(s))
}

// unstage notes that an action refers to the text, which must be there.
func (w *writer) unstage(h codebook.Hash) error {
	there, err := w.has(bucketTexts, h[:])
	if err == nil && !there {
		err = fmt.Errorf("%w: %x", ErrNoText, h)
	}
	if err == nil && w.staged[h] {
		delete(w.staged, h)
		w.restaged = true
	}
	return err
}
