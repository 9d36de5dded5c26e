package store

import (
	"encoding/binary"
	"errors"
	"slices"

	"fangtan/codebook"
)

// entry is what an action did to one record: the bodies as they stand in the
// bucket, none when there is no record. For codings they hold only the rows
// that went and came.
type entry struct {
	bucket  string
	key     []byte
	out, in []byte
}

// entriesOf turns a patch into entries.
func entriesOf(q *codebook.Patch) ([]entry, error) {
	var b entryBuilder
	add(&b, transcripts, q.Transcripts)
	add(&b, cuts, q.Cuts)
	add(&b, codes, q.Codes)
	add(&b, coders, q.Coders)
	add(&b, groups, q.Groups)
	add(&b, attributes, q.Attributes)
	add(&b, memos, q.Memos)
	add(&b, links, q.Links)
	for _, c := range q.Codings {
		b.add(bucketCodings, c.Transcript, b.codings(c.Out), b.codings(c.In))
	}
	return b.entries, b.err
}

var cuts = kind[codebook.Cut]{
	bucket: bucketCuts,
	encode: func(c *codebook.Cut) ([]byte, error) { return encodeCut(*c) },
	decode: func(_ codebook.No, body []byte) (*codebook.Cut, error) {
		c, err := openCut(body)
		if err != nil {
			return nil, err
		}
		var held codebook.Cut = c
		return &held, nil
	},
}

type entryBuilder struct {
	entries []entry
	err     error
}

func (b *entryBuilder) add(bucket string, n codebook.No, out, in []byte) {
	b.entries = append(b.entries, entry{bucket, noKey(n), out, in})
}

func (b *entryBuilder) codings(rows []codebook.Coding) []byte {
	if len(rows) == 0 {
		return nil
	}
	body, err := encodeCodings(codebook.NewCodings(slices.Clone(rows)))
	b.err = errors.Join(b.err, err)
	return body
}

func add[T any](b *entryBuilder, k kind[T], changes []codebook.Change[T]) {
	body := func(row *T) []byte {
		if row == nil {
			return nil
		}
		bytes, err := k.encode(row)
		b.err = errors.Join(b.err, err)
		return bytes
	}
	for _, c := range changes {
		b.add(k.bucket, c.No, body(c.Old), body(c.New))
	}
}

// patchOf turns entries into a patch.
func patchOf(entries []entry) (codebook.Patch, error) {
	var q codebook.Patch
	for _, e := range entries {
		n, ok := keyNo(e.key)
		read := readers[e.bucket]
		if !ok || read == nil {
			return codebook.Patch{}, errPatch
		}
		if err := read(&q, n, e); err != nil {
			return codebook.Patch{}, err
		}
	}
	return q, nil
}

var errPatch = errors.New("patch cannot be read")

// readers put an entry of a bucket into a patch.
var readers = map[string]func(*codebook.Patch, codebook.No, entry) error{
	bucketTranscripts: reader(transcripts, func(q *codebook.Patch) *[]codebook.Change[codebook.Transcript] { return &q.Transcripts }),
	bucketCuts:        reader(cuts, func(q *codebook.Patch) *[]codebook.Change[codebook.Cut] { return &q.Cuts }),
	bucketCodes:       reader(codes, func(q *codebook.Patch) *[]codebook.Change[codebook.Code] { return &q.Codes }),
	bucketCoders:      reader(coders, func(q *codebook.Patch) *[]codebook.Change[codebook.Coder] { return &q.Coders }),
	bucketGroups:      reader(groups, func(q *codebook.Patch) *[]codebook.Change[codebook.Group] { return &q.Groups }),
	bucketAttributes:  reader(attributes, func(q *codebook.Patch) *[]codebook.Change[codebook.Attribute] { return &q.Attributes }),
	bucketMemos:       reader(memos, func(q *codebook.Patch) *[]codebook.Change[codebook.Memo] { return &q.Memos }),
	bucketLinks:       reader(links, func(q *codebook.Patch) *[]codebook.Change[codebook.Link] { return &q.Links }),
	bucketCodings:     readCodings,
}

func reader[T any](k kind[T], list func(*codebook.Patch) *[]codebook.Change[T]) func(*codebook.Patch, codebook.No, entry) error {
	return func(q *codebook.Patch, n codebook.No, e entry) error {
		row := func(body []byte) (*T, error) {
			if len(body) == 0 {
				return nil, nil
			}
			return k.decode(n, body)
		}
		before, err := row(e.out)
		if err != nil {
			return err
		}
		after, err := row(e.in)
		into := list(q)
		*into = append(*into, codebook.Change[T]{No: n, Old: before, New: after})
		return err
	}
}

func readCodings(q *codebook.Patch, n codebook.No, e entry) error {
	rows := func(body []byte) ([]codebook.Coding, error) {
		if len(body) == 0 {
			return nil, nil
		}
		c, err := decodeCodings(body)
		if err != nil {
			return nil, err
		}
		return c.Rows(), nil
	}
	out, err := rows(e.out)
	if err != nil {
		return err
	}
	in, err := rows(e.in)
	q.Codings = append(q.Codings, codebook.CodingsChange{Transcript: n, Out: out, In: in})
	return err
}

// encodeEntries writes bucket, key, out and in of each entry, every one with its
// length before it.
func encodeEntries(entries []entry) []byte {
	size := 0
	for _, e := range entries {
		size += len(e.out) + len(e.in) + 40
	}
	b := make([]byte, 0, size)
	for _, e := range entries {
		for _, part := range [][]byte{[]byte(e.bucket), e.key, e.out, e.in} {
			b = binary.AppendUvarint(b, uint64(len(part)))
			b = append(b, part...)
		}
	}
	return b
}

// decodeEntries keeps parts of b.
func decodeEntries(b []byte) ([]entry, error) {
	var entries []entry
	r := varints{rest: b}
	for len(r.rest) > 0 {
		var parts [4][]byte
		for i := range parts {
			parts[i] = r.take(r.next())
		}
		entries = append(entries, entry{string(parts[0]), parts[1], parts[2], parts[3]})
	}
	if r.bad {
		return nil, errPatch
	}
	return entries, nil
}
