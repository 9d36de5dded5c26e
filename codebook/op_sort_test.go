package codebook_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

// claim is what a coding says: who put which code on which words.
type claim struct {
	transcript codebook.No
	start, end uint32
	coder      codebook.No
	code       codebook.No
}

// claims are all codings of the study, with their fields and marks.
func (s *study) claims() map[claim]codebook.Coding {
	all := map[claim]codebook.Coding{}
	for _, t := range s.p.Transcripts() {
		for _, c := range s.p.Codings(t.No).Rows() {
			all[claim{t.No, c.Start, c.End, c.Coder, c.Code}] = c
		}
	}
	return all
}

// crowded is a study with random codings that meet often.
func crowded(rt *rapid.T, t *testing.T) *study {
	s := newStudy(t)
	furnish(s)
	for range rapid.IntRange(0, 6).Draw(rt, "codings") {
		op := randomCoding(rt, s).(*codebook.AddCodings)
		for i := range op.Rows {
			op.Rows[i].Fields = []codebook.FieldValue{{Name: fmt.Sprint("f", i%3), Value: "值"}}
			op.Rows[i].Flags = codebook.CodingFlags(rapid.IntRange(0, 1).Draw(rt, "star"))
		}
		_ = s.try(op) // now and then refused
	}
	return s
}

// TestMergeAndSplitNeverLoseACoding: whatever was said by somebody about some
// words is still said afterwards, of the code that took the place of the old one,
// with its fields and marks; and nothing is said that was not.
func TestMergeAndSplitNeverLoseACoding(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := crowded(rt, t)
		before := s.claims()
		var became func(claim) codebook.No
		var op codebook.Op
		if rapid.Bool().Draw(rt, "merge") {
			m := &codebook.MergeCodes{From: []codebook.No{pick(rt, "from", codes(s)), pick(rt, "from", codes(s))}, Into: pick(rt, "into", codes(s))}
			op, became = m, func(c claim) codebook.No {
				if slices.Contains(m.From, c.code) {
					return m.Into
				}
				return c.code
			}
		} else {
			op, became = randomSplit(rt, s)
		}
		dump := s.dump()
		if s.try(op) != nil {
			return
		}
		after := s.claims()
		kept := map[claim]bool{}
		for c, row := range before {
			c.code = became(c)
			now, stands := after[c]
			kept[c] = true
			if !stands {
				rt.Fatalf("%s lost %+v", op.Kind(), c)
			}
			for _, f := range row.Fields {
				if now.FieldValue(f.Name) != f.Value {
					rt.Fatalf("%s lost the field %s of %+v", op.Kind(), f.Name, c)
				}
			}
			if row.Flags&^now.Flags != 0 {
				rt.Fatalf("%s lost a mark of %+v", op.Kind(), c)
			}
		}
		for c := range after {
			if !kept[c] {
				rt.Fatalf("%s made up %+v", op.Kind(), c)
			}
		}
		s.undo()
		if got := s.dump(); got != dump {
			rt.Fatalf("undo of %s:\n%s", op.Kind(), firstDifference(dump, got))
		}
	})
}

// randomSplit sorts some of the codings of a code into a new one, another, or
// lets them be; became says what code a claim is of afterwards.
func randomSplit(rt *rapid.T, s *study) (*codebook.SplitCode, func(claim) codebook.No) {
	op := &codebook.SplitCode{Code: pick(rt, "split", codes(s))}
	op.New = []codebook.Code{{ID: s.id(), NameZh: "新一"}, {ID: s.id(), NameZh: "新二"}}
	targets := []codebook.ID{op.New[0].ID, op.New[1].ID}
	if other := s.p.Code(pick(rt, "other", codes(s))); other != nil {
		targets = append(targets, other.ID)
	}
	into := map[claim]codebook.ID{}
	for _, t := range s.p.Transcripts() {
		for _, c := range s.p.Codings(t.No).Rows() {
			if c.Code != op.Code || rapid.Bool().Draw(rt, "leave") {
				continue
			}
			to := pick(rt, "to", targets)
			into[claim{t.No, c.Start, c.End, c.Coder, c.Code}] = to
			op.Sort = append(op.Sort, codebook.Sorted{Transcript: t.No, Coding: c.ID, Into: to})
		}
	}
	return op, func(c claim) codebook.No {
		to, sorted := into[c]
		if !sorted {
			return c.code
		}
		for _, n := range s.p.Tree().Order {
			if s.p.Code(n).ID == to {
				return n
			}
		}
		return 0
	}
}

func TestSplit(t *testing.T) {
	s := furnished(t)
	a, b, c := s.coding(body, 2, 1, 3, 9), s.coding(body, 2, 2, 3, 9), s.coding(body, 2, 1, 12, 15)
	d := s.coding(body, 3, 1, 12, 15) // of another code, on the words of c
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{a, b, c, d}})
	for _, in := range []codebook.Passage{{Transcript: 1, Start: 3, End: 9}, {Transcript: 1, Start: 12, End: 15}} {
		s.must(&codebook.MarkInstance{Code: 2, Passage: in})
	}
	first := codebook.Code{ID: s.id(), NameZh: "目标不明确", Number: "P1.1"}
	second := codebook.Code{ID: s.id(), NameZh: "目标太多", Number: "P1.2"}
	s.must(&codebook.SplitCode{Code: 2, New: []codebook.Code{first, second}, Sort: []codebook.Sorted{
		{Transcript: 1, Coding: a.ID, Into: first.ID}, {Transcript: 1, Coding: c.ID, Into: s.p.Code(3).ID},
	}})
	if got, want := s.spans(1), "P1:1-3 P1.1:1-3 P2:4-5"; got != want {
		t.Errorf("codings are %s, want %s", got, want)
	}
	var siblings []string
	for _, n := range s.p.Tree().Children(1) {
		siblings = append(siblings, s.p.Code(n).Number)
	}
	if want := []string{"P1", "P1.1", "P1.2", "P2"}; !slices.Equal(siblings, want) {
		t.Errorf("under P stand %v, want %v", siblings, want)
	}
	if got := s.p.Code(2).Instances; len(got) != 1 || got[0].Start != 3 {
		t.Errorf("P1 keeps %v: another's coding of it is still there", got)
	}
	if got := s.p.Code(3).Instances; len(got) != 1 || got[0].Start != 12 {
		t.Errorf("P2 has %v: the example goes with its words", got)
	}
	if got, want := s.journal[len(s.journal)-1].Args, []string{"P1 政策目标", "P1.1 目标不明确", "P1.2 目标太多", "P2 政策内容"}; !slices.Equal(got, want) {
		t.Errorf("the journal says %q, want %q", got, want)
	}
}

func TestSplitRefuses(t *testing.T) {
	s := furnished(t)
	mine, other := s.coding(body, 2, 1, 3, 9), s.coding(body, 3, 1, 3, 9)
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{mine, other}})
	into := func(id codebook.ID, n codebook.No) []codebook.Sorted {
		return []codebook.Sorted{{Transcript: 1, Coding: id, Into: s.p.Code(n).ID}}
	}
	heading := *s.p.Code(4)
	heading.Heading = true
	s.must(&codebook.PutCode{Row: heading})
	for _, c := range []struct {
		name string
		op   codebook.SplitCode
		want error
	}{
		{"a code that is not there", codebook.SplitCode{Code: 99}, codebook.ErrUnknown},
		{"into itself", codebook.SplitCode{Code: 2, Sort: into(mine.ID, 2)}, codebook.ErrSelf},
		{"into nothing", codebook.SplitCode{Code: 2, Sort: []codebook.Sorted{{Transcript: 1, Coding: mine.ID, Into: s.id()}}}, codebook.ErrUnknown},
		{"into a heading", codebook.SplitCode{Code: 2, Sort: into(mine.ID, 4)}, codebook.ErrNotCodable},
		{"another code's coding", codebook.SplitCode{Code: 2, Sort: into(other.ID, 4)}, codebook.ErrChanged},
		{"a coding twice", codebook.SplitCode{Code: 2, Sort: append(into(mine.ID, 3), into(mine.ID, 1)...)}, codebook.ErrAmbiguous},
		{"a coding that is gone", codebook.SplitCode{Code: 2, Sort: into(s.id(), 3)}, codebook.ErrUnknown},
		{"a name that a sibling has", codebook.SplitCode{Code: 2, New: []codebook.Code{{ID: s.id(), NameZh: "政策内容"}}}, codebook.ErrSameName},
		{"nothing at all", codebook.SplitCode{Code: 2}, codebook.ErrNothing},
	} {
		if err := s.try(&c.op); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// What is said twice in the command is merged once.
func TestMergeTakesEachCodeOnce(t *testing.T) {
	s := furnished(t)
	row := *s.p.Code(3)
	row.Definition = "内容。"
	s.must(&codebook.PutCode{Row: row})
	s.must(&codebook.MergeCodes{From: []codebook.No{3, 3}, Into: 2})
	if got := s.p.Code(2).Definition; got != "内容。" {
		t.Errorf("definition %q", got)
	}
}

// Equal codings become one with the fields, marks and, of the codes, the memos and
// examples of both.
func TestMergeKeepsWhatHangsOnBoth(t *testing.T) {
	s := furnished(t)
	a, b := s.coding(body, 2, 1, 3, 9), s.coding(body, 3, 1, 3, 9)
	a.Fields = []codebook.FieldValue{{Name: "from", Value: "P"}}
	b.Fields, b.Flags = []codebook.FieldValue{{Name: "to", Value: "I"}}, codebook.Starred
	s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{a, b}})
	for n := codebook.No(2); n <= 3; n++ {
		s.must(&codebook.PutMemo{Row: codebook.Memo{ID: s.id(), Target: codebook.TargetCode, On: n, Coder: 1, Text: "想"}})
		s.must(&codebook.MarkInstance{Code: n, Passage: codebook.Passage{Transcript: 1, Start: 3, End: 9}})
	}
	s.must(&codebook.MarkInstance{Code: 3, Passage: codebook.Passage{Transcript: 2, Start: 0, End: 3}})
	s.must(&codebook.MergeCodes{From: []codebook.No{3}, Into: 2})
	rows := s.p.Codings(1).Rows()
	if len(rows) != 1 || rows[0].FieldValue("from") != "P" || rows[0].FieldValue("to") != "I" || rows[0].Flags != codebook.Starred {
		t.Errorf("codings %+v", rows)
	}
	memos := s.p.Memos()
	if len(memos) != 2 || memos[0].On != 2 || memos[1].On != 2 {
		t.Errorf("memos %+v", memos)
	}
	if got := s.p.Code(2).Instances; len(got) != 2 {
		t.Errorf("examples %v, want both passages once", got)
	}
}

func TestFuse(t *testing.T) {
	for _, c := range []struct {
		name string
		have [][4]int // code, coder, start, end in characters
		only []codebook.No
		want string
		gone int
	}{
		{"apart", [][4]int{{2, 1, 0, 2}, {2, 1, 3, 4}}, nil, "P1:0-2 P1:3-4", 0},
		{"touching", [][4]int{{2, 1, 0, 2}, {2, 1, 2, 4}}, nil, "P1:0-2 P1:2-4", 0},
		{"overlapping", [][4]int{{2, 1, 0, 3}, {2, 1, 2, 5}}, nil, "P1:0-5", 1},
		{"in a chain", [][4]int{{2, 1, 0, 3}, {2, 1, 2, 5}, {2, 1, 4, 7}, {2, 1, 7, 8}}, nil, "P1:0-7 P1:7-8", 2},
		{"one within", [][4]int{{2, 1, 0, 9}, {2, 1, 2, 5}, {2, 1, 8, 11}}, nil, "P1:0-11", 2},
		{"of another coder", [][4]int{{2, 1, 0, 3}, {2, 2, 2, 5}}, nil, "P1:0-3 P1:2-5", 0},
		{"of another code", [][4]int{{2, 1, 0, 3}, {3, 1, 2, 5}}, nil, "P1:0-3 P2:2-5", 0},
		{"two codes, one asked for", [][4]int{{2, 1, 0, 3}, {2, 1, 2, 5}, {3, 1, 0, 3}, {3, 1, 2, 5}}, []codebook.No{3}, "P1:0-3 P2:0-5 P1:2-5", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := furnished(t)
			for i, h := range c.have {
				row := s.coding(body, codebook.No(h[0]), codebook.No(h[1]), 3*h[2], 3*h[3])
				row.Fields = []codebook.FieldValue{{Name: itoa(i), Value: "有"}}
				s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{row}})
			}
			fields := 0
			count := func() (n int) {
				for _, r := range s.p.Codings(1).Rows() {
					n += len(r.Fields)
				}
				return n
			}
			fields = count()
			if d := s.p.Doubles(c.only); d.Codings != c.gone {
				t.Errorf("%d would go, want %d", d.Codings, c.gone)
			}
			err := s.try(&codebook.FuseCodings{Codes: c.only})
			if c.gone == 0 != errors.Is(err, codebook.ErrNothing) {
				t.Fatalf("fusing %d: %v", c.gone, err)
			}
			if got := s.spans(1); got != c.want {
				t.Errorf("codings are %s, want %s", got, c.want)
			}
			if count() != fields {
				t.Errorf("%d fields, want %d", count(), fields)
			}
			if s.p.Doubles(c.only).Codings != 0 {
				t.Error("something is left to fuse")
			}
		})
	}
}

func TestInstances(t *testing.T) {
	s := furnished(t)
	place := codebook.Passage{Transcript: 1, Start: 3, End: 9}
	for _, c := range []struct {
		op   codebook.MarkInstance
		want error
		left int
	}{
		{codebook.MarkInstance{Code: 2, Passage: place}, nil, 1},
		{codebook.MarkInstance{Code: 2, Passage: place}, codebook.ErrNothing, 1},
		{codebook.MarkInstance{Code: 2, Passage: codebook.Passage{Transcript: 1, Start: 3, End: 1 << 20}}, codebook.ErrOutside, 1},
		{codebook.MarkInstance{Code: 2, Passage: codebook.Passage{Transcript: 9, Start: 3, End: 9}}, codebook.ErrInUse, 1},
		{codebook.MarkInstance{Code: 2, Passage: codebook.Passage{Transcript: 2, Start: 0, End: 3}}, nil, 2},
		{codebook.MarkInstance{Code: 2, Passage: codebook.Passage{Transcript: 1, Start: 0, End: 3}, Off: true}, codebook.ErrUnknown, 2},
		{codebook.MarkInstance{Code: 99, Passage: place}, codebook.ErrUnknown, 2},
	} {
		if err := s.try(&c.op); !errors.Is(err, c.want) || len(s.p.Code(2).Instances) != c.left {
			t.Errorf("%+v: %v, want %v; %v", c.op, err, c.want, s.p.Code(2).Instances)
		}
	}
	// A transcript that goes takes the examples in it along; undo brings them back.
	s.must(&codebook.RemoveTranscripts{Transcripts: []codebook.No{1}})
	if got := s.p.Code(2).Instances; len(got) != 1 || got[0].Transcript != 2 {
		t.Errorf("left are %v", got)
	}
	s.undo()
	if got := s.p.Code(2).Instances; len(got) != 2 || got[0] != place {
		t.Errorf("brought back are %v", got)
	}
	s.must(&codebook.MarkInstance{Code: 2, Passage: place, Off: true})
	if len(s.p.Code(2).Instances) != 1 {
		t.Error("the example is still there")
	}
}
