package store

import (
	"encoding/hex"
	"reflect"
	"strings"
	"testing"

	"fangtan/codebook"
)

// fillValue sets every field reachable from v to something that is not zero, each
// to another value, so that a field forgotten in a row or two exchanged are seen.
func fillValue(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillValue(v.Field(i), next)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fillValue(v.Index(i), next)
		}
	case reflect.String:
		v.SetString(strings.Repeat("字", *next%7+1) + "\xff" + string(rune('a'+*next%26)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32, reflect.Int64:
		v.SetInt(int64(-*next))
	default:
		v.SetUint(uint64(*next%250 + 1))
	}
}

func testKind[T any](k kind[T]) func(*testing.T) {
	return func(t *testing.T) {
		var want T
		next := 0
		fillValue(reflect.ValueOf(&want).Elem(), &next)
		n := codebook.No(reflect.ValueOf(want).FieldByName("No").Uint())
		same(t, k, n, &want)
		var zero T
		same(t, k, 0, &zero)
	}
}

func same[T any](t *testing.T, k kind[T], n codebook.No, want *T) {
	t.Helper()
	body, err := k.encode(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := k.decode(n, body)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	again, err := k.encode(got)
	if err != nil || hex.EncodeToString(again) != hex.EncodeToString(body) {
		t.Errorf("written again %x, %v, was %x", again, err, body)
	}
}

func TestRowsKeepEveryField(t *testing.T) {
	t.Run("transcript", testKind(transcripts))
	t.Run("code", testKind(codes))
	t.Run("coder", testKind(coders))
	t.Run("group", testKind(groups))
	t.Run("attribute", testKind(attributes))
	t.Run("memo", testKind(memos))
	t.Run("link", testKind(links))
}

func TestEmptyListsAreNone(t *testing.T) {
	body, err := codes.encode(&codebook.Code{Fields: []codebook.Field{}})
	if err != nil {
		t.Fatal(err)
	}
	bare, err := codes.encode(&codebook.Code{})
	if err != nil || string(bare) != string(body) {
		t.Fatalf("an empty list is written as %x, none as %x, %v", body, bare, err)
	}
	if row, err := codes.decode(1, body); err != nil || row.Fields != nil {
		t.Fatalf("fields %#v, %v", row.Fields, err)
	}
}

// A code written before codes had examples is read, and has none.
func TestCodeOfAnOlderVersion(t *testing.T) {
	old := codebook.Code{ID: codebook.ID{1}, Number: "P2.1", NameZh: "要求不具体", Fields: []codebook.Field{{Name: "强度"}}}
	body, err := codes.encode(&old)
	if err != nil {
		t.Fatal(err)
	}
	if body[0] != 0x92 || body[len(body)-1] != cborNull {
		t.Fatalf("a code without examples is written as %x", body)
	}
	before := append([]byte{0x91}, body[1:len(body)-1]...)
	got, err := codes.decode(7, before)
	old.No = 7
	if err != nil || !reflect.DeepEqual(got, &old) {
		t.Errorf("%+v, %v, want %+v", got, err, old)
	}
}

// Rows on disk never change what they mean: these bytes must be read for ever.
func TestGoldenRow(t *testing.T) {
	const golden = "84500102030405060708090a0b0c0d0e0f1063e69e970203"
	want := codebook.Coder{
		No: 9, ID: codebook.ID{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, Name: "林", Kind: codebook.CoderRecheck, Of: 3,
	}
	body, err := coders.encode(&want)
	if err != nil || hex.EncodeToString(body) != golden {
		t.Fatalf("%x, %v", body, err)
	}
	got, err := coders.decode(9, body)
	if err != nil || *got != want {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestRowsOfOtherVersions(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       codebook.Coder
		fails      bool
	}{
		{name: "older, without the last two", body: "82500102030405060708090a0b0c0d0e0f1063e69e97", want: codebook.Coder{Name: "林"}},
		{name: "newer, with two more", body: "86500102030405060708090a0b0c0d0e0f1063e69e97020361788101", want: codebook.Coder{Name: "林", Kind: codebook.CoderRecheck, Of: 3}},
		{name: "no array", body: "a0", fails: true},
		{name: "nothing", body: "", fails: true},
		{name: "cut off", body: "8450010203", fails: true},
		{name: "newer and cut off", body: "8650010203", fails: true},
		{name: "of another type", body: "8401020304", fails: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, err := hex.DecodeString(c.body)
			if err != nil {
				t.Fatal(err)
			}
			got, err := coders.decode(0, body)
			if c.fails {
				if err == nil {
					t.Fatalf("read as %+v", got)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			c.want.ID = codebook.ID{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
			if *got != c.want {
				t.Errorf("%+v, want %+v", *got, c.want)
			}
		})
	}
}
