package store

import "fangtan/codebook"

// numbers are the highest numbers given out to objects.
func (a accounts) numbers() codebook.Last {
	last := func(bucket string) codebook.No { return codebook.No(a.of(bucket).last) }
	return codebook.Last{
		Transcripts: last(bucketTranscripts), Codes: last(bucketCodes), Coders: last(bucketCoders), Groups: last(bucketGroups),
		Attributes: last(bucketAttributes), Memos: last(bucketMemos), Links: last(bucketLinks),
	}
}

// raise lifts the highest numbers given out to those of last.
func (a accounts) raise(last codebook.Last) {
	for bucket, n := range map[string]codebook.No{
		bucketTranscripts: last.Transcripts, bucketCodes: last.Codes, bucketCoders: last.Coders, bucketGroups: last.Groups,
		bucketAttributes: last.Attributes, bucketMemos: last.Memos, bucketLinks: last.Links,
	} {
		c := a.of(bucket)
		c.last = max(c.last, uint64(n))
	}
}
