package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"fangtan/codebook"
)

// maxStage is how much text one transaction of [File.Stage] takes, in bytes.
const maxStage = 8 << 20

// Text gives a canonical text by its name. Errors: [ErrNoText], [DamagedError].
func (f *File) Text(h codebook.Hash) (string, error) {
	r, found, err := f.record(bucketTexts, h[:])
	if err != nil {
		return "", err
	}
	if !found {
		return "", fmt.Errorf("%w: %x", ErrNoText, h)
	}
	return string(r.body), nil
}

// Stage writes texts ahead of the action that will refer to them, some 8 MB in a
// transaction. Those that no action refers to at the next opening are dropped.
func (f *File) Stage(texts map[codebook.Hash]string) error {
	waiting := sorted(texts)
	for len(waiting) > 0 {
		n, size := 0, 0
		for n < len(waiting) && (n == 0 || size+len(texts[waiting[n]]) <= maxStage) {
			size += len(texts[waiting[n]])
			n++
		}
		if err := f.stage(waiting[:n], texts); err != nil {
			return spaced(err)
		}
		waiting = waiting[n:]
	}
	return nil
}

func (f *File) stage(names []codebook.Hash, texts map[codebook.Hash]string) error {
	return f.write(func(w *writer) error {
		for _, h := range names {
			fresh, err := w.text(h, texts[h])
			if err != nil {
				return err
			}
			if fresh {
				w.staged[h], w.restaged = true, true
			}
		}
		return nil
	})
}

// dropStaged deletes the texts that wait for an action that never came.
func (f *File) dropStaged() error {
	return spaced(f.write(func(w *writer) error {
		for h := range w.staged {
			if err := w.drop(bucketTexts, h[:]); err != nil {
				return err
			}
		}
		w.staged, w.restaged = nil, true
		return nil
	}))
}

// HashText gives the name of a canonical text.
func HashText(s string) codebook.Hash { return sha256.Sum256([]byte(s)) }

// sorted gives the names of texts in the order of their keys.
func sorted[V any](texts map[codebook.Hash]V) []codebook.Hash {
	return slices.SortedFunc(maps.Keys(texts), func(a, b codebook.Hash) int { return bytes.Compare(a[:], b[:]) })
}
