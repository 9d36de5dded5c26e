package store

import (
	"slices"

	"fangtan/codebook"
)

// InTheWay finds what must be undone first when [codebook.Project.Revert] refuses
// to take back action no: the first later action, not undone, that touched a record
// that action no touched, where codings count one by one; else the last one that
// touched a record of the study that refers to what action no made, such as a coding
// in a transcript that it brought in. study is the study as it is now.
func (f *File) InTheWay(no uint64, study *codebook.Project) (codebook.Header, bool, error) {
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
	later = standing(later, no)
	if h, found, err := f.firstThatTouched(later, mine); found || err != nil {
		return h, found, err
	}
	patch, err := f.Patch(no)
	if err != nil {
		return codebook.Header{}, false, err
	}
	slices.Reverse(later)
	return f.firstThatTouched(later, madeBy(&patch).users(study))
}

// firstThatTouched finds the first of the actions that touched one of the records.
func (f *File) firstThatTouched(actions []codebook.Header, records map[touch]bool) (codebook.Header, bool, error) {
	if len(records) == 0 {
		return codebook.Header{}, false, nil
	}
	for _, h := range actions {
		theirs, err := f.touched(h.No)
		if err != nil {
			return codebook.Header{}, false, err
		}
		for t := range theirs {
			if records[t] {
				return h, true, nil
			}
		}
	}
	return codebook.Header{}, false, nil
}

// standing are the actions after one that changed the study and were not taken back.
func standing(journal []codebook.Header, after uint64) []codebook.Header {
	var kept []codebook.Header
	for i, fate := range codebook.Fates(journal) {
		h := journal[i]
		if h.No > after && h.Kind != codebook.KindUndo && h.Kind != codebook.KindRedo && fate.Standing != codebook.Undone {
			kept = append(kept, h)
		}
	}
	return kept
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
