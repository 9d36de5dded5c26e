package page

import "encoding/binary"

const bucketHeaderSize = 16

// bucket is the value of an element of the root.
type bucket struct {
	name     string
	root     uint64 // 0: the only page is inline
	sequence uint64
	inline   []byte
}

// decodeBucket keeps a part of value.
func decodeBucket(name string, value []byte) (bucket, error) {
	if len(value) < bucketHeaderSize {
		return bucket{}, Damage{Bucket: name, What: BucketHeader, Got: uint64(len(value))}
	}
	le := binary.LittleEndian
	b := bucket{name: name, root: le.Uint64(value), sequence: le.Uint64(value[8:]), inline: value[bucketHeaderSize:]}
	if (b.root == 0) != (len(b.inline) > 0) {
		return bucket{}, Damage{Bucket: name, What: BucketHeader, Got: b.root}
	}
	return b, nil
}
