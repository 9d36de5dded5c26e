package store

import (
	"errors"

	"fangtan/codebook"
	"fangtan/store/page"
)

// State is a small thing remembered for a coder, such as where she was reading
// or a draft. It has a checksum, but no place in the journal or the accounts.
type State struct {
	Coder codebook.ID
	What  string
	Value []byte // nil forgets it
}

func stateKey(coder codebook.ID, what string) []byte { return append(coder[:], what...) }

var errWhat = errors.New("state needs a name")

// SetState remembers several things in one transaction.
func (f *File) SetState(states ...State) error {
	return spaced(f.write(func(w *writer) error {
		b, err := w.bucket(bucketState)
		if err != nil {
			return err
		}
		for _, s := range states {
			key := stateKey(s.Coder, s.What)
			switch {
			case s.What == "":
				err = errWhat
			case s.Value == nil:
				err = b.Delete(key)
			default:
				err = w.put(bucketState, key, s.Value)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}))
}

// State gives what was remembered for a coder, and whether anything was.
func (f *File) State(coder codebook.ID, what string) ([]byte, bool, error) {
	r, found, err := f.record(bucketState, stateKey(coder, what))
	return r.body, found, err
}

// States gives what was remembered under one name, by coder.
func (f *File) States(what string) (map[codebook.ID][]byte, error) {
	var states map[codebook.ID][]byte
	err := f.read(func(p *page.File) error {
		states = map[codebook.ID][]byte{}
		return p.Scan(bucketState, func(key, value []byte) error {
			if len(key) < len(codebook.ID{}) || string(key[len(codebook.ID{}):]) != what {
				return nil
			}
			r, err := unseal(bucketState, key, value)
			if err != nil {
				return damaged(TroubleChecksum, bucketState, key, err)
			}
			states[codebook.ID(key)] = append([]byte{}, r.body...)
			return nil
		})
	})
	return states, err
}
