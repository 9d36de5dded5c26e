package codebook

import (
	"encoding/hex"
	"fmt"
)

// ID is a UUID: the only identity an object has outside its file. The zero ID
// stands for none.
type ID [16]byte

// No is an object's number within one file: dense, from 1, never used again.
// Zero stands for none.
type No uint32

// Hash names a canonical text: the SHA-256 of its bytes.
type Hash [32]byte

// String writes id as 8-4-4-4-12 lower-case hexadecimal digits (RFC 9562).
func (id ID) String() string {
	h := hex.EncodeToString(id[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// Zero says whether id stands for none.
func (id ID) Zero() bool { return id == ID{} }

// ParseID reads the form that [ID.String] writes; upper-case digits are taken too.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) == 36 && s[8] == '-' && s[13] == '-' && s[18] == '-' && s[23] == '-' {
		digits := s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:]
		if _, err := hex.Decode(id[:], []byte(digits)); err == nil {
			return id, nil
		}
	}
	return ID{}, fmt.Errorf("%q is no id: want 8-4-4-4-12 hexadecimal digits", s)
}
