package store

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// format says how the body of a record is written.
type format uint8

const (
	formatCBOR    format = 1 // an array, deterministic
	formatColumns format = 2
	formatPlain   format = 3
)

// formatOf says how the bodies of a bucket are written; meta has all sorts.
var formatOf = map[string]format{
	bucketTexts: formatPlain, bucketState: formatPlain, bucketBlobs: formatPlain,
	bucketCuts: formatColumns, bucketCodings: formatColumns, bucketPatches: formatColumns,
	bucketTranscripts: formatCBOR, bucketCodes: formatCBOR, bucketCoders: formatCBOR, bucketGroups: formatCBOR,
	bucketAttributes: formatCBOR, bucketLinks: formatCBOR, bucketQueries: formatCBOR, bucketMemos: formatCBOR, bucketJournal: formatCBOR,
}

const headSize = 4 + 8 + 1 // crc, revision, format

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errShort    = errors.New("record is shorter than its head")
	errChecksum = errors.New("checksum does not hold")
	errFormat   = errors.New("record has an unknown format")
	errSeal     = errors.New("patch is not the one the journal sealed")
)

// record is a value taken apart. The body is a part of the value.
type record struct {
	crc    uint32
	rev    uint64
	format format
	body   []byte
}

// seal makes the value of a record.
func seal(bucket string, key []byte, rev uint64, f format, body []byte) []byte {
	value := append(make([]byte, headSize, headSize+len(body)), body...)
	sealIn(bucket, key, rev, f, value)
	return value
}

// sealIn fills in the head of a value, for which room was left before its body.
func sealIn(bucket string, key []byte, rev uint64, f format, value []byte) {
	binary.LittleEndian.PutUint64(value[4:], rev)
	value[12] = byte(f)
	binary.LittleEndian.PutUint32(value, checksum(bucket, key, value[4:]))
}

// unseal takes a value apart and holds it against its checksum.
func unseal(bucket string, key, value []byte) (record, error) {
	r, err := head(value)
	switch want, fixed := formatOf[bucket]; {
	case err != nil:
	case checksum(bucket, key, value[4:]) != r.crc:
		err = errChecksum
	case fixed && r.format != want:
		err = errFormat
	}
	return r, err
}

// head takes a value apart, or the beginning of one, and believes it.
func head(value []byte) (record, error) {
	if len(value) < headSize {
		return record{}, errShort
	}
	return record{
		crc: binary.LittleEndian.Uint32(value), rev: binary.LittleEndian.Uint64(value[4:]),
		format: format(value[12]), body: value[headSize:],
	}, nil
}

func checksum(bucket string, key, rest []byte) uint32 {
	var name [64]byte
	b := append(append(name[:0], bucket...), 0)
	crc := crc32.Update(0, castagnoli, append(b, key...))
	return crc32.Update(crc, castagnoli, rest)
}
