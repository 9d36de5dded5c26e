package codebook_test

import (
	"slices"
	"testing"

	"fangtan/codebook"
)

// Memos stand in the order of what they hang on, whatever the order they were written in.
func TestMemosByPlace(t *testing.T) {
	s := newStudy(t)
	me := s.coder("甲")
	first, second := s.code(0, "A", "一"), s.code(0, "B", "二")
	one, two := s.transcript("a.txt", 0, "问：一二三\n答：四五六\n"), s.transcript("b.txt", 0, "答：七\n")
	s.must(&codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: codebook.LinkCauses, From: first, To: second, Coder: me}})
	for _, m := range []codebook.Memo{
		{Target: codebook.TargetLink, On: 1, Text: "9"},
		{Target: codebook.TargetCode, On: second, Text: "8"},
		{Target: codebook.TargetCode, On: first, Text: "7"},
		{Target: codebook.TargetPassage, On: two, Start: 0, End: 3, Text: "6"},
		{Target: codebook.TargetPassage, On: one, Start: 3, End: 6, Text: "5"},
		{Target: codebook.TargetPassage, On: one, Start: 3, End: 3, Text: "4"},
		{Target: codebook.TargetTranscript, On: one, Text: "3"},
		{Target: codebook.TargetProject, Created: 2, Text: "2"},
		{Target: codebook.TargetProject, Created: 1, Text: "1"},
	} {
		m.ID, m.Coder = s.id(), me
		s.must(&codebook.PutMemo{Row: m})
	}
	var got []string
	for _, m := range s.p.MemosByPlace() {
		got = append(got, m.Text)
	}
	if want := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	on := (&codebook.RemoveMemo{Memo: 1}).Args(s.p)
	if want := []string{"A 一 → B 二", "9"}; !slices.Equal(on, want) {
		t.Errorf("a memo on a link is about %q, want %q", on, want)
	}
}
