package store

import (
	"errors"
	"slices"

	"fangtan/codebook"
)

var errNoCut = errors.New("transcript has no cut")

// loaders put a body into the project, by bucket.
var loaders = map[string]func(*reading, codebook.No, []byte) error{
	bucketCodes:      loader(codes, (*codebook.Loader).Code),
	bucketCoders:     loader(coders, (*codebook.Loader).Coder),
	bucketGroups:     loader(groups, (*codebook.Loader).Group),
	bucketAttributes: loader(attributes, (*codebook.Loader).Attribute),
	bucketMemos:      loader(memos, (*codebook.Loader).Memo),
	bucketLinks:      loader(links, (*codebook.Loader).Link),
	bucketCodings: func(r *reading, n codebook.No, body []byte) error {
		c, err := decodeCodings(body)
		if err == nil {
			r.load.Codings(n, c)
		}
		return err
	},
	bucketCuts: func(r *reading, n codebook.No, body []byte) error {
		c, err := openCut(slices.Clone(body))
		if err != nil {
			return err
		}
		r.cuts = slices.Grow(r.cuts, max(0, int(n)+1-len(r.cuts)))
		r.cuts = r.cuts[:max(len(r.cuts), int(n)+1)]
		r.cuts[n] = c
		return nil
	},
	bucketTranscripts: func(r *reading, n codebook.No, body []byte) error {
		t, err := transcripts.decode(n, body)
		if err != nil {
			return err
		}
		if int(n) >= len(r.cuts) || r.cuts[n] == nil {
			return errNoCut
		}
		r.cuts[n].length = t.Bytes
		r.load.Transcript(t, r.cuts[n])
		return nil
	},
}

func loader[T any](k kind[T], put func(*codebook.Loader, *T)) func(*reading, codebook.No, []byte) error {
	return func(r *reading, n codebook.No, body []byte) error {
		row, err := k.decode(n, body)
		if err == nil {
			put(r.load, row)
		}
		return err
	}
}
