package text

import (
	"reflect"
	"testing"
)

// TestGivenCutsTheSameWay: what a file's layout said can be said again by the cut.
func TestGivenCutsTheSameWay(t *testing.T) {
	const said = "标题\n甲：一。\n题记\n说下去。\n乙  二。\n小标题\n没有人。\n甲：三。\n"
	at := func(words string) (start, end int) {
		for i := range said {
			if len(said) >= i+len(words) && said[i:i+len(words)] == words {
				return i, i + len(words)
			}
		}
		t.Fatalf("no %q", words)
		return 0, 0
	}
	hint := func(kind HintKind, words, name string) Hint {
		start, end := at(words)
		return Hint{Start: start, End: end, Kind: kind, Name: name, Time: -1}
	}
	for name, hints := range map[string][]Hint{
		"none": nil,
		"layout": {
			hint(HintSpeaker, "甲：", "甲"), hint(HintQuote, "题记", ""), hint(HintSpeaker, "乙  ", "乙"), hint(HintHeading, "小标题", ""),
		},
	} {
		want := Segment(said, hints)
		got := Segment(said, Given(want, want.Labels))
		if len(want.Turns) == 0 && name != "none" || !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, got, want)
		}
	}
}
