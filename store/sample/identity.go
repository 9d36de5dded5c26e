package sample

import (
	"crypto/sha256"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// identity makes an id that follows from names alone, in the manner of a version 5
// UUID.
func identity(names ...string) codebook.ID {
	sum := sha256.Sum256([]byte("fangtan sample\x00" + strings.Join(names, "\x00")))
	id := codebook.ID(sum[:16])
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return id
}

// identities makes ids in a row, for what is made in a fixed order.
func identities(kind string) func() codebook.ID {
	n := 0
	return func() codebook.ID {
		n++
		return identity(kind, strconv.Itoa(n))
	}
}
