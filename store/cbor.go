package store

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/fxamacker/cbor/v2"

	"fangtan/codebook"
)

// Names and notes are kept as they came, so text need not be UTF-8.
var (
	encoding = must(cbor.EncOptions{Sort: cbor.SortCoreDeterministic, IndefLength: cbor.IndefLengthForbidden}.EncMode())
	decoding = must(cbor.DecOptions{
		UTF8: cbor.UTF8DecodeInvalid, IndefLength: cbor.IndefLengthForbidden, MaxArrayElements: 1 << 24,
	}.DecMode())
)

func must[T any](mode T, err error) T {
	if err != nil {
		panic(err) // the options above are constants
	}
	return mode
}

var errArray = errors.New("record is no array")

// decodeRow reads an array into the struct at row. Fields are only ever appended
// to a row: those that an older version did not write stay zero, those that a
// newer one added are passed over. That holds for the outer array alone, so a row
// within a row never changes.
func decodeRow(body []byte, row any) error {
	body, err := fitArray(body, reflect.TypeOf(row).Elem().NumField()-1)
	if err != nil {
		return err
	}
	return decoding.Unmarshal(body, row)
}

const cborNull = 0xf6

// fitArray gives the array with as many elements as wanted.
func fitArray(body []byte, want int) ([]byte, error) {
	have, rest, ok := arrayHead(body)
	switch {
	case !ok:
		return nil, errArray
	case have == want:
		return body, nil
	case have > want:
		var items []cbor.RawMessage
		if err := decoding.Unmarshal(body, &items); err != nil {
			return nil, err
		}
		return encoding.Marshal(items[:want])
	}
	grown := append([]byte{0x98, byte(want)}, rest...)
	for range want - have {
		grown = append(grown, cborNull)
	}
	return grown, nil
}

// arrayHead reads the head of an array of fewer than 256 elements.
func arrayHead(b []byte) (n int, rest []byte, ok bool) {
	switch {
	case len(b) > 0 && b[0] >= 0x80 && b[0] < 0x98:
		return int(b[0] - 0x80), b[1:], true
	case len(b) > 1 && b[0] == 0x98:
		return int(b[1]), b[2:], true
	}
	return 0, nil, false
}

// kind is how the rows of one bucket become bytes and come back.
type kind[T any] struct {
	bucket string
	encode func(*T) ([]byte, error)
	decode func(codebook.No, []byte) (*T, error)
}

// cborKind makes a kind of a row struct R and the way from and to it.
func cborKind[T, R any](bucket string, to func(*T) R, from func(codebook.No, *R) *T) kind[T] {
	return kind[T]{
		bucket: bucket,
		encode: func(v *T) ([]byte, error) { return encoding.Marshal(to(v)) },
		decode: func(n codebook.No, body []byte) (*T, error) {
			var row R
			if err := decodeRow(body, &row); err != nil {
				return nil, fmt.Errorf("row of bucket %q: %w", bucket, err)
			}
			return from(n, &row), nil
		},
	}
}

// each turns a list over, an empty one into none.
func each[A, B any](list []A, turn func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = turn(a)
	}
	return out
}

// some is the list, an empty one being none.
func some[A any](list []A) []A {
	if len(list) == 0 {
		return nil
	}
	return list
}
