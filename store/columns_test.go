package store

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

func drawCoding(t *rapid.T, id byte) codebook.Coding {
	c := codebook.Coding{
		ID: codebook.ID{id, id}, Start: rapid.Uint32Range(0, 9).Draw(t, "start"), End: rapid.Uint32().Draw(t, "end"),
		StartCh: rapid.Uint32().Draw(t, "start characters"), EndCh: 3, Code: codebook.No(rapid.Uint32().Draw(t, "code")),
		Coder: codebook.No(rapid.Uint16().Draw(t, "coder")), Flags: codebook.Starred, Created: rapid.Int64().Draw(t, "created"),
	}
	if rapid.IntRange(0, 3).Draw(t, "fields") == 0 {
		c.Fields = []codebook.FieldValue{{Name: rapid.String().Draw(t, "name"), Value: rapid.String().Draw(t, "value")}}
	}
	return c
}

func columnsOf(t interface{ Fatal(...any) }, rows []codebook.Coding) ([]byte, columns) {
	body, err := encodeCodings(codebook.NewCodings(append([]codebook.Coding{}, rows...)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := openColumns(body)
	if err != nil {
		t.Fatal(err)
	}
	return body, c
}

func TestCodingsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []codebook.Coding
		for i := range rapid.IntRange(0, 20).Draw(t, "n") {
			rows = append(rows, drawCoding(t, byte(i+1)))
		}
		body, _ := columnsOf(t, rows)
		got, err := decodeCodings(body)
		if err != nil {
			t.Fatal(err)
		}
		if want := codebook.NewCodings(rows); !reflect.DeepEqual(got.Rows(), want.Rows()) {
			t.Fatalf("got %+v\nwant %+v", got.Rows(), want.Rows())
		}
	})
}

// A splice is what taking rows out and putting rows in does to a list.
func TestSpliceAgainstList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var have, out, in, want []codebook.Coding
		for i := range rapid.IntRange(0, 30).Draw(t, "n") {
			r := drawCoding(t, byte(i+1))
			have = append(have, r)
			switch rapid.IntRange(0, 4).Draw(t, "fate") {
			case 0:
				out = append(out, r)
			case 1: // changed in place
				out = append(out, r)
				r.Flags, r.Fields = codebook.WholeSource, nil
				in, want = append(in, r), append(want, r)
			default:
				want = append(want, r)
			}
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "fresh") {
			r := drawCoding(t, byte(100+i))
			in, want = append(in, r), append(want, r)
		}
		_, c := columnsOf(t, have)
		_, o := columnsOf(t, out)
		_, n := columnsOf(t, in)
		value, err := c.splice(&o, &n)
		if err != nil {
			t.Fatal(err)
		}
		whole, _ := columnsOf(t, want)
		if string(value[headSize:]) != string(whole) {
			t.Fatalf("spliced %x\nwant    %x", value[headSize:], whole)
		}
	})
}

func TestSpliceRefusesWhatIsNotThere(t *testing.T) {
	a := codebook.Coding{ID: codebook.ID{1}, Start: 1, End: 5, Code: 1, Coder: 1}
	b := codebook.Coding{ID: codebook.ID{2}, Start: 2, End: 6, Code: 1, Coder: 1, Fields: []codebook.FieldValue{{Name: "a", Value: "b"}}}
	moved, starred, bare := a, a, b
	moved.Start, starred.Flags, bare.Fields = 2, codebook.Starred, nil
	c := codebook.Coding{ID: codebook.ID{3}, Start: 1, End: 3, Code: 1, Coder: 1}
	for name, c := range map[string]struct{ out, in []codebook.Coding }{
		"another place":      {out: []codebook.Coding{moved}},
		"other flags":        {out: []codebook.Coding{starred}},
		"other fields":       {out: []codebook.Coding{bare}},
		"not there":          {out: []codebook.Coding{{ID: codebook.ID{9}, Start: 1, End: 5, Code: 1, Coder: 1}}},
		"there already":      {in: []codebook.Coding{a}},
		"one out, one there": {out: []codebook.Coding{a}, in: []codebook.Coding{b}},
		"twice out":          {out: []codebook.Coding{a, a}},
		"twice in":           {in: []codebook.Coding{c, c}},
	} {
		t.Run(name, func(t *testing.T) {
			_, have := columnsOf(t, []codebook.Coding{a, b})
			_, out := columnsOf(t, c.out)
			_, in := columnsOf(t, c.in)
			if _, err := have.splice(&out, &in); !errors.Is(err, ErrDiverged) {
				t.Fatalf("error %v", err)
			}
		})
	}
}

func TestUnsortedCodings(t *testing.T) {
	body, c := columnsOf(t, []codebook.Coding{{ID: codebook.ID{1}, Start: 3, End: 5}, {ID: codebook.ID{2}, Start: 4, End: 6}})
	c.cell(colStart, 1)[0] = 1 // a part of body
	if got, err := decodeCodings(body); !errors.Is(err, errUnsorted) {
		t.Fatalf("%+v, %v", got, err)
	}
}

func FuzzColumns(f *testing.F) {
	body, _ := columnsOf(f, []codebook.Coding{{ID: codebook.ID{1}, Start: 1, End: 5, Fields: []codebook.FieldValue{{Name: "a", Value: "b"}}}})
	f.Add(body)
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := decodeCodings(body)
		if err == nil && c.Len() > len(body)/rowWidth {
			t.Fatalf("%d codings from %d bytes", c.Len(), len(body))
		}
	})
}
