package codebook_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

func furnished(t *testing.T) *study {
	s := newStudy(t)
	furnish(s)
	return s
}

// spans writes the codings of a transcript as "code:start-end" in characters.
func (s *study) spans(t codebook.No) string {
	var all []string
	for _, c := range s.p.Codings(t).Rows() {
		all = append(all, s.p.Code(c.Code).Number+":"+itoa(int(c.Start)/3)+"-"+itoa(int(c.End)/3))
	}
	return strings.Join(all, " ")
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// TestMeet: what a key does when it meets one's own coding of the same code.
func TestMeet(t *testing.T) {
	tests := []struct {
		name       string
		have       [][2]int // in characters
		start, end int
		how        codebook.Meeting
		then       string
	}{
		{"nothing there", nil, 2, 4, codebook.MeetsNone, "P1:2-4"},
		{"only touching", [][2]int{{0, 2}, {4, 6}}, 2, 4, codebook.MeetsNone, "P1:0-2 P1:2-4 P1:4-6"},
		{"exactly there", [][2]int{{2, 4}}, 2, 4, codebook.MeetsSame, "P1:2-4"},
		{"inside", [][2]int{{1, 5}}, 2, 4, codebook.MeetsInside, "P1:1-5"},
		{"over its end", [][2]int{{1, 3}}, 2, 5, codebook.MeetsOver, "P1:1-5"},
		{"around it", [][2]int{{2, 3}}, 1, 5, codebook.MeetsOver, "P1:1-5"},
		{"over two", [][2]int{{0, 2}, {4, 6}}, 1, 5, codebook.MeetsOver, "P1:0-6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := furnished(t)
			var ids []codebook.ID
			for _, h := range tt.have {
				c := s.coding(body, 2, 1, 3*h[0], 3*h[1])
				ids = append(ids, c.ID)
				s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{c}})
			}
			how, found, op := s.p.Meet(1, s.coding(body, 2, 1, 3*tt.start, 3*tt.end))
			if how != tt.how {
				t.Fatalf("meets as %d, want %d", how, tt.how)
			}
			if op != nil {
				s.must(op)
			}
			if got := s.spans(1); got != tt.then {
				t.Errorf("codings are %s, want %s", got, tt.then)
			}
			if how == codebook.MeetsOver && (found.ID != ids[0] || s.p.Codings(1).Find(ids[0]) < 0) {
				t.Error("the oldest coding did not stay")
			}
		})
	}
}

func TestMeetLeavesOthersAlone(t *testing.T) {
	s := furnished(t)
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{
		s.coding(body, 3, 1, 3, 9),  // another code
		s.coding(body, 2, 2, 3, 12), // another coder
	}})
	if how, _, _ := s.p.Meet(1, s.coding(body, 2, 1, 3, 9)); how != codebook.MeetsNone {
		t.Errorf("meets as %d what is another's", how)
	}
}

func TestEqualCodingsBecomeOne(t *testing.T) {
	s := furnished(t)
	a, b := s.coding(body, 2, 1, 3, 9), s.coding(body, 2, 1, 3, 9)
	a.Fields = []codebook.FieldValue{{Name: "from", Value: "P"}, {Name: "to", Value: ""}}
	b.Fields = []codebook.FieldValue{{Name: "from", Value: "I"}, {Name: "to", Value: "T"}}
	b.Flags = codebook.Starred
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{a}})
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{b}})
	rows := s.p.Codings(1).Rows()
	if len(rows) != 1 {
		t.Fatalf("%d codings, want 1", len(rows))
	}
	if got := rows[0]; got.ID != a.ID || got.FieldValue("from") != "P" || got.FieldValue("to") != "T" || got.Flags != codebook.Starred {
		t.Errorf("united into %+v", got)
	}
	if err := s.try(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{b}}); !errors.Is(err, codebook.ErrNothing) {
		t.Errorf("adding it again: %v, want %v", err, codebook.ErrNothing)
	}
}

func TestMergeKeepsEveryCoding(t *testing.T) {
	s := furnished(t)
	child := s.code(3, "P2.1", "要求不具体")
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{
		s.coding(body, 2, 1, 3, 9), s.coding(body, 3, 1, 3, 9), s.coding(body, 3, 1, 12, 15), s.coding(body, child, 2, 3, 9),
	}})
	s.must(&codebook.PutMemo{Row: codebook.Memo{ID: s.id(), Target: codebook.TargetCode, On: 3, Coder: 1, Text: "备忘"}})
	s.must(&codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: codebook.LinkCauses, From: 3, To: 4, Coder: 1}})
	s.must(&codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: codebook.LinkCauses, From: 3, To: 2, Coder: 1}})
	s.must(&codebook.MergeCodes{From: []codebook.No{3}, Into: 2})
	if got, want := s.spans(1), "P1:1-3 P2.1:1-3 P1:4-5"; got != want {
		t.Errorf("codings are %s, want %s", got, want)
	}
	if s.p.Code(child).Parent != 2 || s.p.Memos()[0].On != 2 {
		t.Error("children or memos did not move")
	}
	if links := s.p.Links(); len(links) != 1 || links[0].From != 2 || links[0].To != 4 {
		t.Errorf("links are %+v, want the one to I alone", links)
	}
}

func TestRefusals(t *testing.T) {
	tests := []struct {
		name string
		op   func(s *study) codebook.Op
		want error
	}{
		{"coding with an unknown code", func(s *study) codebook.Op {
			return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 77, 1, 0, 3)}}
		}, codebook.ErrUnknown},
		{"coding outside the text", func(s *study) codebook.Op {
			return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 2, 1, 0, len(body)+3)}}
		}, codebook.ErrOutside},
		{"empty coding", func(s *study) codebook.Op {
			return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 2, 1, 3, 3)}}
		}, codebook.ErrOutside},
		{"two codes of one name under one parent", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), Parent: 1, NameZh: "政策目标"}}
		}, codebook.ErrSameName},
		{"a code without a name", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), Number: "Q"}}
		}, codebook.ErrNoName},
		{"a code named by spaces", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), NameZh: "　", NameEn: " \t"}}
		}, codebook.ErrNoName},
		{"a coder named by spaces", func(s *study) codebook.Op {
			return &codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: "   "}}
		}, codebook.ErrNoName},
		{"a group with a key of spaces", func(s *study) codebook.Op {
			return &codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: " "}}
		}, codebook.ErrNoName},
		{"an attribute named by spaces", func(s *study) codebook.Op {
			return &codebook.PutAttribute{Row: codebook.Attribute{ID: s.id(), Name: " "}}
		}, codebook.ErrNoName},
		{"the name of a sibling with spaces around it", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), Parent: 1, NameZh: " 政策目标 "}}
		}, codebook.ErrSameName},
		{"a number in use", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), NameZh: "新", Number: "P1"}}
		}, codebook.ErrExists},
		{"a code below itself", func(s *study) codebook.Op {
			return &codebook.MoveCode{Code: 1, Parent: 2}
		}, codebook.ErrCycle},
		{"a code merged with itself", func(s *study) codebook.Op {
			return &codebook.MergeCodes{From: []codebook.No{2}, Into: 2}
		}, codebook.ErrSelf},
		{"a code merged into its descendant", func(s *study) codebook.Op {
			return &codebook.MergeCodes{From: []codebook.No{1}, Into: 2}
		}, codebook.ErrCycle},
		{"a link of a code with itself", func(s *study) codebook.Op {
			return &codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: codebook.LinkCauses, From: 2, To: 2, Coder: 1}}
		}, codebook.ErrSelf},
		{"the same content twice", func(s *study) codebook.Op {
			return &codebook.AddTranscript{Row: row(s, "又.txt", 1, body), Text: body, Cut: &codebook.HeldCut{}}
		}, codebook.ErrDuplicate},
		{"a text of blanks", func(s *study) codebook.Op {
			return &codebook.AddTranscript{Row: row(s, "空.txt", 1, " \n"), Text: " \n", Cut: &codebook.HeldCut{}}
		}, codebook.ErrEmpty},
		{"a coder with codings removed", func(s *study) codebook.Op {
			s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 2, 1, 0, 3)}})
			return &codebook.RemoveCoder{Coder: 1}
		}, codebook.ErrInUse},
		{"a wrong pin", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), NameZh: "新", Pin: "0"}}
		}, codebook.ErrPin},
		{"a wrong colour", func(s *study) codebook.Op {
			return &codebook.PutCode{Row: codebook.Code{ID: s.id(), NameZh: "新", Color: "#12345g"}}
		}, codebook.ErrColor},
		{"a field value that is no choice", func(s *study) codebook.Op {
			c := *s.p.Code(2)
			c.Fields = []codebook.Field{{Name: "from", Kind: codebook.FieldChoice, Choices: []string{"P", "I"}}}
			s.must(&codebook.PutCode{Row: c})
			r := s.coding(body, 2, 1, 0, 3)
			r.Fields = []codebook.FieldValue{{Name: "from", Value: "Z"}}
			return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{r}}
		}, codebook.ErrField},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := furnished(t)
			err := s.try(tt.op(s))
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			var o *codebook.Objection
			if !errors.As(err, &o) || o.Error() == "" {
				t.Errorf("%v is no objection", err)
			}
		})
	}
}

func TestPinGoesOver(t *testing.T) {
	s := furnished(t)
	for _, n := range []codebook.No{2, 3} {
		c := *s.p.Code(n)
		c.Pin = "1"
		s.must(&codebook.PutCode{Row: c})
	}
	if s.p.Code(2).Pin != "" || s.p.Code(3).Pin != "1" {
		t.Errorf("pins are %q and %q", s.p.Code(2).Pin, s.p.Code(3).Pin)
	}
}

func TestRemoveCodesTakesAlong(t *testing.T) {
	s := furnished(t)
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, 2, 1, 0, 3), s.coding(body, 4, 1, 0, 3)}})
	s.must(&codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: codebook.LinkCauses, From: 2, To: 4, Coder: 1}})
	want := codebook.Weight{Codes: 3, Codings: 1, Transcripts: 1, Links: 1}
	if got := s.p.Weigh([]codebook.No{1}); got != want {
		t.Errorf("weighs %+v, want %+v", got, want)
	}
	s.must(&codebook.RemoveCodes{Codes: []codebook.No{1}})
	if s.p.CodeCount() != 1 || s.p.CodingCount() != 1 || len(s.p.Links()) != 0 {
		t.Errorf("left %d codes, %d codings, %d links", s.p.CodeCount(), s.p.CodingCount(), len(s.p.Links()))
	}
	s.undo()
	if s.p.CodeCount() != 4 || s.p.CodingCount() != 2 || len(s.p.Links()) != 1 {
		t.Error("undo did not bring all back")
	}
}

// TestUndoOfAnOlderAction: alone if nothing stands in the way, else refused.
func TestUndoOfAnOlderAction(t *testing.T) {
	s := furnished(t)
	n := s.code(0, "Q", "新编码")
	made := s.journal[len(s.journal)-1]
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, n, 1, 0, 3)}})
	before := s.dump()
	_, err := s.p.Revert(codebook.KindUndo, made.Header, made.Patch.Inverse(), s.stamp())
	if !errors.Is(err, codebook.ErrInUse) {
		t.Errorf("undo of a code in use: %v, want %v", err, codebook.ErrInUse)
	}
	if after := s.dump(); after != before {
		t.Errorf("the refusal changed something:\n%s", firstDifference(before, after))
	}
	other := *s.p.Code(n)
	other.NameZh = "改名"
	s.must(&codebook.PutCode{Row: other})
	if _, err := s.p.Revert(codebook.KindUndo, made.Header, made.Patch.Inverse(), s.stamp()); !errors.Is(err, codebook.ErrChanged) {
		t.Errorf("undo of a code renamed since: %v, want %v", err, codebook.ErrChanged)
	}
}

func TestNewActionEmptiesRedo(t *testing.T) {
	s := furnished(t)
	s.code(0, "Q", "一")
	s.undo()
	s.code(0, "R", "二")
	if s.redo() {
		t.Error("redo after a new action")
	}
}

func TestOtherCopiesAreNotUndone(t *testing.T) {
	h := codebook.NewHistory(codebook.ID{1})
	h.Push(codebook.Header{No: 1, Copy: codebook.ID{1}, Kind: "code.add"})
	h.Push(codebook.Header{No: 2, Copy: codebook.ID{2}, Kind: "code.add"})
	if n, ok := h.Undo(); !ok || n != 1 {
		t.Errorf("undo would take back %d, want 1", n)
	}
	if h.Last() != 2 || h.Undoable(2) || !h.Undoable(1) {
		t.Error("the other copy's action counts as ours")
	}
}

func TestRetract(t *testing.T) {
	s := furnished(t)
	before := s.dump()
	s.code(0, "Q", "一")
	if err := s.p.Retract(&s.journal[len(s.journal)-1]); err != nil {
		t.Fatal(err)
	}
	if after := s.dump(); after != before {
		t.Error(firstDifference(before, after))
	}
}

func TestCompareNumbers(t *testing.T) {
	want := []string{"", "E1", "F2", "P", "P1", "P1.1", "P1.2", "P1.10", "P2", "P10", "X-PI", "X-TT"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, codebook.CompareNumbers)
	if !slices.Equal(got, want) {
		t.Errorf("sorted as %q, want %q", got, want)
	}
	if codebook.CompareNumbers("P01", "P1") != 0 && codebook.CompareNumbers("P01", "P1") == codebook.CompareNumbers("P1", "P01") {
		t.Error("P01 and P1 have no order")
	}
}

func TestNames(t *testing.T) {
	s := furnished(t)
	sub := s.code(4, "I1", "政策目标") // the same name under another parent
	s.transcript("村干部/老耿.txt", 1, body+"耿")
	names := s.p.CodeNames()
	for name, want := range map[string]codebook.No{"p1": 2, "理想化政策/政策目标": 2, "理想化政策 / 政策目标": 2, "I1": sub, s.p.Code(4).ID.String(): 4} {
		if got, err := names.Find(name); err != nil || got != want {
			t.Errorf("%q is %d (%v), want %d", name, got, err, want)
		}
	}
	if _, err := names.Find("政策目标"); !errors.Is(err, codebook.ErrAmbiguous) {
		t.Errorf("a name of two: %v", err)
	}
	if got := s.p.CodeLabels()[sub]; got != "执行机构 / 政策目标" || got != s.p.CodeLabel(sub) {
		t.Errorf("label is %q", got)
	}
	for _, name := range []string{"村干部/老耿.txt", "老耿.txt", "老耿"} {
		if got, err := s.p.FindTranscript(name); err != nil || got.No != 3 {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := s.p.FindGroup("没有"); !errors.Is(err, codebook.ErrUnknown) {
		t.Errorf("an unknown group: %v", err)
	}
	if id, err := codebook.ParseID(s.p.ID.String()); err != nil || id != s.p.ID {
		t.Errorf("id read back as %v (%v)", id, err)
	}
	if _, err := codebook.ParseID("P1"); err == nil {
		t.Error("P1 is read as an id")
	}
}

func TestFlatten(t *testing.T) {
	got := codebook.Flatten([]codebook.Layer{{Start: 0, End: 6, Key: 1}, {Start: 3, End: 9, Key: 2}, {Start: 20, End: 30, Key: 3}}, 0, 12)
	want := []struct {
		start, end uint32
		keys       []int
	}{{0, 3, []int{1}}, {3, 6, []int{1, 2}}, {6, 9, []int{2}}, {9, 12, nil}}
	if len(got) != len(want) {
		t.Fatalf("%d segments, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		if got[i].Start != w.start || got[i].End != w.end || !slices.Equal(got[i].Keys, w.keys) {
			t.Errorf("segment %d is %v, want %v", i, got[i], w)
		}
	}
}
