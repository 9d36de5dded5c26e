package store

import (
	"reflect"
	"testing"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// somePatches gives one of every sort that a small study is made of, and their inverses.
func somePatches(t testing.TB) []codebook.Patch {
	t.Helper()
	m := &storetest.Maker{}
	p, _ := m.Empty()
	var all []codebook.Patch
	for _, op := range m.Found() {
		a, err := p.Do(op, m.Stamp())
		if err != nil {
			t.Fatal(err)
		}
		a.Patch.NewTexts = nil
		all = append(all, a.Patch, a.Patch.Inverse())
	}
	return all
}

func TestPatchesComeBack(t *testing.T) {
	for _, want := range somePatches(t) {
		body := encode(t, want)
		entries, err := decodeEntries(body)
		if err != nil {
			t.Fatal(err)
		}
		got, err := patchOf(entries)
		if err != nil {
			t.Fatal(err)
		}
		if again := encode(t, got); !reflect.DeepEqual(again, body) {
			t.Errorf("written again %x, was %x", again, body)
		}
		if len(want.Cuts) == 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

func encode(t testing.TB, q codebook.Patch) []byte {
	t.Helper()
	entries, err := entriesOf(&q)
	if err != nil {
		t.Fatal(err)
	}
	return encodeEntries(entries)
}

func TestPatchesThatCannotBeRead(t *testing.T) {
	row := mustEncode(coders, &codebook.Coder{Name: "林"})
	for name, e := range map[string]entry{
		"of an unknown bucket":     {"marvels", noKey(1), nil, row},
		"of a bucket without rows": {bucketState, noKey(1), nil, row},
		"of a short key":           {bucketCoders, []byte{1}, nil, row},
		"of number 0":              {bucketCoders, noKey(0), nil, row},
		"of broken rows in":        {bucketCoders, noKey(1), row, row[:5]},
		"of broken rows out":       {bucketCoders, noKey(1), row[:5], row},
		"of broken codings":        {bucketCodings, noKey(1), []byte{9}, nil},
		"of a broken cut":          {bucketCuts, noKey(1), nil, []byte{9}},
	} {
		if q, err := patchOf([]entry{e}); err == nil {
			t.Errorf("a patch %s was read as %+v", name, q)
		}
	}
	if _, err := decodeEntries([]byte{5, 1}); err == nil {
		t.Error("a patch that is cut off was read")
	}
}

func FuzzEntries(f *testing.F) {
	for _, q := range somePatches(f) {
		f.Add(encode(f, q))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		entries, err := decodeEntries(body)
		if err != nil {
			return
		}
		if _, err := patchOf(entries); err == nil && len(entries) > len(body) {
			t.Fatalf("%d entries from %d bytes", len(entries), len(body))
		}
	})
}
