package transcript

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// archive is an opened zip file that gives out its parts, within the limits.
// Nothing is ever written under a name from it.
type archive struct {
	files map[string]*zip.File // by lower-case name without a leading slash
	total int64                // bytes unpacked so far
}

// centralHeader starts each entry in the directory of a zip file.
const centralHeader = "PK\x01\x02"

// openArchive reads the directory of a zip file.
func openArchive(data []byte) (*archive, error) {
	if bytes.Count(data, []byte(centralHeader)) > MaxEntries {
		return nil, failCount(ReasonBomb, DetailParts, MaxEntries)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fail(ReasonDamaged, DetailDirectory)
	}
	a := &archive{files: make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		key := partKey(f.Name)
		if a.files[key] == nil { // the first of several, as Word reads it
			a.files[key] = f
		}
	}
	return a, nil
}

// partKey is a part's name as it is compared: parts know no case, and some
// writers use backslashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// has tells whether a part is there.
func (a *archive) has(name string) bool { return a.files[partKey(name)] != nil }

// read unpacks a part. A header that admits to too much is believed; else the
// bytes counted are those that really come out.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[partKey(name)]
	if f == nil {
		return nil, fail(ReasonDamaged, DetailMissing)
	}
	if f.Flags&1 != 0 {
		return nil, fail(ReasonEncrypted, "")
	}
	in, err := f.Open()
	if err != nil {
		return nil, fail(ReasonDamaged, DetailEntry)
	}
	defer in.Close()
	limit := min(int64(MaxEntry), MaxArchive-a.total, max(RatioFrom, MaxRatio*int64(f.CompressedSize64)))
	told := int64(min(f.UncompressedSize64, MaxArchive))
	if told > limit {
		return nil, failCount(ReasonBomb, DetailPartSize, int(limit>>20))
	}
	out := bytes.NewBuffer(make([]byte, 0, told+bytes.MinRead))
	n, err := io.Copy(out, io.LimitReader(in, limit+1))
	a.total += n
	switch {
	case n > limit:
		return nil, failCount(ReasonBomb, DetailPartSize, int(limit>>20))
	case errors.Is(err, zip.ErrAlgorithm):
		return nil, fail(ReasonDamaged, DetailCompression)
	case err != nil:
		return nil, fail(ReasonDamaged, DetailEntry)
	}
	return out.Bytes(), nil
}
