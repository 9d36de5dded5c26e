package store

import (
	"crypto/rand"
	"crypto/sha256"
	"hash"

	"fangtan/codebook"
)

// maxPart is the most of a patch that one record holds, in bytes.
const maxPart = 1 << 20

// headerRow is a journal entry on the disk. PatchHash is H(salt, patch) and
// Previous the hash of the header before without its salt, so that a purge can
// take salt and patch away and the chain still holds.
type headerRow struct {
	_         struct{} `cbor:",toarray"`
	ID        codebook.ID
	Copy      codebook.ID
	Coder     codebook.No
	Time      int64
	Kind      string
	Args      []string
	Reverses  uint64
	Parts     uint32
	Salt      []byte // 16 bytes; none when the patch was purged
	PatchHash codebook.Hash
	Previous  codebook.Hash
}

func newHeaderRow(h *codebook.Header) headerRow {
	return headerRow{
		ID: h.ID, Copy: h.Copy, Coder: h.Coder, Time: h.Time, Kind: h.Kind, Args: some(h.Args), Reverses: h.Reverses,
	}
}

func (r *headerRow) header(no uint64) codebook.Header {
	return codebook.Header{
		No: no, ID: r.ID, Copy: r.Copy, Coder: r.Coder, Time: r.Time, Kind: r.Kind, Args: some(r.Args), Reverses: r.Reverses,
	}
}

// seal takes the patch in; parts are what is to be written of it.
func (r *headerRow) seal(patch []byte) (parts [][]byte) {
	r.Salt = make([]byte, 16)
	rand.Read(r.Salt) // never fails
	for ; len(patch) > maxPart; patch = patch[maxPart:] {
		parts = append(parts, patch[:maxPart])
	}
	parts = append(parts, patch)
	r.Parts, r.PatchHash = uint32(len(parts)), patchHash(r.Salt, parts)
	return parts
}

func patchHash(salt []byte, parts [][]byte) codebook.Hash {
	h := newSeal(salt)
	for _, p := range parts {
		h.Write(p)
	}
	return codebook.Hash(h.Sum(nil))
}

// newSeal begins the hash of a patch, whose parts are to be written to it.
func newSeal(salt []byte) hash.Hash {
	h := sha256.New()
	h.Write(salt)
	return h
}

// link is what the next header keeps of this one.
func (r headerRow) link() (codebook.Hash, error) {
	r.Salt = nil
	b, err := encoding.Marshal(r)
	return sha256.Sum256(b), err
}
