package store

import (
	"fangtan/codebook"
)

// InTheWay finds the first later action, not undone, that touched a record that
// action no touched; codings count one by one. It is what must be undone first
// when [codebook.Project.Revert] refuses.
func (f *File) InTheWay(no uint64) (codebook.Header, bool, error) {
	mine, err := f.touched(no)
	if err != nil {
		return codebook.Header{}, false, err
	}
	var later []codebook.Header
	if err := f.EachHeader(func(h codebook.Header) error {
		later = append(later, h)
		return nil
	}); err != nil {
		return codebook.Header{}, false, err
	}
	undone := undoneOf(later)
	for _, h := range later[no:] {
		if h.Kind == codebook.KindUndo || h.Kind == codebook.KindRedo || undone[h.No] {
			continue
		}
		theirs, err := f.touched(h.No)
		if err != nil {
			return codebook.Header{}, false, err
		}
		for t := range theirs {
			if mine[t] {
				return h, true, nil
			}
		}
	}
	return codebook.Header{}, false, nil
}

// undoneOf says which actions are taken back at the end of a journal.
func undoneOf(headers []codebook.Header) map[uint64]bool {
	undone := map[uint64]bool{}
	for _, h := range headers {
		switch h.Kind {
		case codebook.KindUndo:
			undone[h.Reverses] = true
		case codebook.KindRedo:
			undone[reversed(headers, h.Reverses)] = false
		}
	}
	return undone
}

// reversed gives the action that the undo took back.
func reversed(headers []codebook.Header, undo uint64) uint64 {
	if undo == 0 || undo > uint64(len(headers)) {
		return 0
	}
	return headers[undo-1].Reverses
}

// touch names a record, or one coding in one.
type touch struct {
	bucket, key string
	coding      codebook.ID
}

func (f *File) touched(no uint64) (map[touch]bool, error) {
	entries, err := f.entries(no)
	if err != nil {
		return nil, err
	}
	all := map[touch]bool{}
	for _, e := range entries {
		if e.bucket != bucketCodings {
			all[touch{bucket: e.bucket, key: string(e.key)}] = true
			continue
		}
		for _, body := range [][]byte{e.out, e.in} {
			if len(body) == 0 {
				continue
			}
			c, err := openColumns(body)
			if err != nil {
				return nil, damaged(TroubleFormat, bucketPatches, actionKey(no), err)
			}
			for i := range c.n {
				all[touch{e.bucket, string(e.key), codebook.ID(c.cell(colID, i))}] = true
			}
		}
	}
	return all, nil
}
