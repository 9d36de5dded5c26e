package store

import (
	"encoding/binary"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// road draws positions that never go back.
type road struct {
	t  *rapid.T
	at uint32
}

func (r *road) next() uint32 {
	r.at += rapid.Uint32Range(0, 1<<20).Draw(r.t, "step")
	return r.at
}

func drawMarks(t *rapid.T) []text.Mark {
	at, ch := road{t: t}, road{t: t}
	marks := make([]text.Mark, rapid.IntRange(0, 9).Draw(t, "marks"))
	for i := range marks {
		marks[i] = text.Mark{Start: at.next(), End: at.next(), StartCh: ch.next(), EndCh: ch.next()}
	}
	return marks
}

func TestCutsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := text.Cut{Version: rapid.Uint16().Draw(t, "version"), Turns: []text.Turn{}}
		at, ch := road{t: t}, road{t: t}
		for range rapid.IntRange(0, 9).Draw(t, "turns") {
			want.Turns = append(want.Turns, text.Turn{
				Start: at.next(), Text: at.next(), End: at.next(), StartCh: ch.next(), TextCh: ch.next(), EndCh: ch.next(),
				Speaker: rapid.Uint16().Draw(t, "speaker"), Same: rapid.Bool().Draw(t, "same"),
				Time: rapid.SampledFrom([]int32{-1, 0, 1, 3600, 1<<31 - 1, -1 << 31}).Draw(t, "time"),
			})
		}
		want.Paragraphs, want.Sentences = drawMarks(t), drawMarks(t)
		c, err := openCut(cutBody(t, want))
		if err != nil {
			t.Fatal(err)
		}
		got := text.Cut{Version: c.Version(), Turns: c.Turns(), Paragraphs: c.Paragraphs(), Sentences: c.Sentences()}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
		if err := c.verify(); err != nil {
			t.Fatal(err)
		}
	})
}

func cutBody(t interface{ Fatal(...any) }, c text.Cut) []byte {
	body, err := encodeCut(&codebook.HeldCut{Cut: c})
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestCutOutsideTheText(t *testing.T) {
	c, err := openCut(cutBody(t, text.Cut{Sentences: []text.Mark{{Start: 4, End: 9}}, Turns: []text.Turn{{End: 5}}}))
	if err != nil {
		t.Fatal(err)
	}
	c.length = 9
	if got := c.Sentences(); len(got) != 1 || c.verify() != nil {
		t.Errorf("a cut as long as the text gives %v, %v", got, c.verify())
	}
	c.length = 8
	if got := c.Sentences(); got != nil || c.verify() == nil || len(c.Turns()) != 1 {
		t.Errorf("a cut longer than the text gives %v, %v", got, c.verify())
	}
}

func TestCutThatGoesBack(t *testing.T) {
	for name, c := range map[string]text.Cut{
		"a turn":     {Turns: []text.Turn{{Start: 5, Text: 4, End: 9}}},
		"a sentence": {Sentences: []text.Mark{{Start: 3, End: 6}, {Start: 5, End: 7}}},
		"characters": {Paragraphs: []text.Mark{{Start: 3, End: 6, StartCh: 2, EndCh: 1}}},
	} {
		if _, err := encodeCut(&codebook.HeldCut{Cut: c}); err == nil {
			t.Errorf("%s that goes back was written", name)
		}
	}
}

func TestTurnsAreDecodedOnce(t *testing.T) {
	c, err := openCut(cutBody(t, text.Cut{Turns: []text.Turn{{End: 5}}}))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := c.Turns(), c.Turns(); &a[0] != &b[0] {
		t.Fatal("turns were decoded again")
	}
}

func FuzzCut(f *testing.F) {
	f.Add(cutBody(f, text.Cut{Turns: []text.Turn{{End: 300}}, Sentences: []text.Mark{{Start: 4, End: 9}}}))
	f.Add([]byte{1, 255, 255, 255, 255, 15, 0, 0, 0, 0, 0})
	f.Add(binary.AppendUvarint([]byte{1, 0, 0, 0, 0}, 1<<63)) // a count below zero as an int
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := openCut(body)
		if err != nil {
			return
		}
		if n := len(c.Turns()) + len(c.Paragraphs()) + len(c.Sentences()); n > len(body) {
			t.Fatalf("%d marks from %d bytes", n, len(body))
		}
	})
}
