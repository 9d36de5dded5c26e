package store

import (
	"encoding/binary"

	"fangtan/codebook"
)

// The buckets of a project file; the root holds these and no others.
const (
	bucketMeta        = "meta"
	bucketTexts       = "texts"
	bucketTranscripts = "transcripts"
	bucketCuts        = "cuts"
	bucketCodings     = "codings"
	bucketCodes       = "codes"
	bucketCoders      = "coders"
	bucketGroups      = "groups"
	bucketAttributes  = "attributes"
	bucketLinks       = "links"
	bucketQueries     = "queries"
	bucketMemos       = "memos"
	bucketBlobs       = "blobs"
	bucketJournal     = "journal"
	bucketPatches     = "patches"
	bucketState       = "state"
)

// accounted are the buckets with an account, in the order of their accounts on
// the disk, to which more may be appended. The meta bucket holds the accounts,
// and what is in the state bucket is nobody's loss.
var accounted = []string{
	bucketTexts, bucketTranscripts, bucketCuts, bucketCodings, bucketCodes, bucketCoders, bucketGroups,
	bucketAttributes, bucketLinks, bucketQueries, bucketMemos, bucketBlobs, bucketJournal, bucketPatches,
}

var (
	buckets = append([]string{bucketMeta, bucketState}, accounted...)
	placeOf = places(accounted)
)

func places(names []string) map[string]int {
	m := make(map[string]int, len(names))
	for i, n := range names {
		m[n] = i
	}
	return m
}

// headerOnly are the buckets that opening reads no bodies of.
var headerOnly = map[string]bool{bucketTexts: true, bucketBlobs: true, bucketPatches: true}

// maxNo bounds the numbers of objects: a file that claims more is not believed.
const maxNo = 1 << 22

func noKey(n codebook.No) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

// keyNo reads the key of an object.
func keyNo(key []byte) (codebook.No, bool) {
	if len(key) != 4 {
		return 0, false
	}
	n := binary.BigEndian.Uint32(key)
	return codebook.No(n), 0 < n && n <= maxNo
}

func actionKey(no uint64) []byte { return binary.BigEndian.AppendUint64(nil, no) }

func partKey(no uint64, part uint32) []byte {
	return binary.BigEndian.AppendUint32(actionKey(no), part)
}

// keyPart reads the key of a part of a patch.
func keyPart(key []byte) (no uint64, part uint32, ok bool) {
	if len(key) != 12 {
		return 0, 0, false
	}
	return binary.BigEndian.Uint64(key), binary.BigEndian.Uint32(key[8:]), true
}
