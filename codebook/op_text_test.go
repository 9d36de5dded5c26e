package codebook_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// words finds a transcript's text among the bodies known.
func (s *study) words(t codebook.No, known map[codebook.Hash]string) string {
	for i := range s.journal {
		for h, words := range s.journal[i].Patch.NewTexts {
			known[h] = words
		}
	}
	return known[s.p.Transcript(t).Text]
}

// rewrite makes the op that gives transcript t another text.
func (s *study) rewrite(t codebook.No, before, after string) (*codebook.EditTranscript, error) {
	return s.p.Rewrite(codebook.Rewriting{Transcript: t, Before: before, After: after, NewID: s.id})
}

// on makes a coding of code 2 on the first occurrence of words in body.
func (s *study) on(body, words string) codebook.Coding {
	at := strings.Index(body, words)
	return s.coding(body, 2, 1, at, at+len(words))
}

// said are the words of all codings of a transcript, in order.
func (s *study) said(t codebook.No, body string) []string {
	var all []string
	for _, c := range s.p.Codings(t).Rows() {
		all = append(all, body[c.Start:c.End])
	}
	return all
}

const talk = "问：“传帮带”的要求，您觉得具体吗？\n\n张三丰：文件里就一句话。怎么传没有写。\n\n问：那村干部怎么看？\n\n张三丰：头一个月他们见我就躲。\n"

func talked(t *testing.T) (*study, codebook.No) {
	s := furnished(t)
	return s, s.transcript("谈.txt", 2, talk)
}

func TestEditMovesWhatStandsOnTheText(t *testing.T) {
	s, n := talked(t)
	kept, lost, across := s.on(talk, "怎么传没有写"), s.on(talk, "头一个月他们见我就躲"), s.on(talk, "文件里就一句话。怎么传没有写。")
	s.must(&codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.on(talk, "您觉得具体吗"), kept, lost, across}})
	at := strings.Index(talk, "怎么传")
	s.must(&codebook.PutMemo{Row: codebook.Memo{
		ID: s.id(), Target: codebook.TargetPassage, On: n, Start: uint32(at), End: uint32(at + 9), Coder: 1, Text: "记",
	}})
	gone := strings.Index(talk, "头一个月")
	s.must(&codebook.PutMemo{Row: codebook.Memo{
		ID: s.id(), Target: codebook.TargetPassage, On: n, Start: uint32(gone), End: uint32(gone + 12), Coder: 1, Text: "躲",
	}})
	for i, from := range []int{at, gone} {
		s.must(&codebook.PutLink{Row: codebook.Link{
			ID: s.id(), Kind: codebook.LinkCauses, From: 2, To: codebook.No(3 + i), Coder: 1,
			Transcript: n, Start: uint32(from), End: uint32(from + 9),
		}})
	}
	before := s.dump()

	after := strings.ReplaceAll(strings.Replace(talk, "\n张三丰：头一个月他们见我就躲。\n", "", 1), "文件里就一句话", "说实话，文件里一句话")
	op, err := s.rewrite(n, talk, after)
	if err != nil {
		t.Fatal(err)
	}
	out := op.Outcome(s.p)
	if out.Stay != 1 || len(out.Moved) != 2 || len(out.Changed) != 1 || len(out.Lost) != 1 || out.Lost[0].ID != lost.ID ||
		len(out.Points) != 1 || len(out.Unfounded) != 1 {
		t.Errorf("outcome %+v", out)
	}
	s.must(op)
	want := []string{"您觉得具体吗", "文件里一句话。怎么传没有写。", "怎么传没有写"}
	if got := s.said(n, after); !slices.Equal(got, want) {
		t.Errorf("codings say %q, want %q", got, want)
	}
	x := text.NewIndex(after)
	for _, c := range s.p.Codings(n).Rows() {
		if int(c.StartCh) != x.CharsBefore(int(c.Start)) || int(c.EndCh) != x.CharsBefore(int(c.End)) {
			t.Errorf("characters of %+v", c)
		}
	}
	memos, links := s.p.Memos(), s.p.Links()
	if m := memos[len(memos)-2]; after[m.Start:m.End] != "怎么传" {
		t.Errorf("memo stands on %q", after[m.Start:m.End])
	}
	if m := memos[len(memos)-1]; m.Start != m.End || int(m.End) > len(after) || m.Text != "躲" {
		t.Errorf("memo without words: %+v", m)
	}
	if l := links[0]; after[l.Start:l.End] != "怎么传" {
		t.Errorf("evidence is %q", after[l.Start:l.End])
	}
	if l := links[1]; l.Transcript != 0 || l.End != 0 || l.To != 4 {
		t.Errorf("link without evidence: %+v", l)
	}
	row := s.p.Transcript(n)
	if int(row.Bytes) != len(after) || int(row.Chars) != text.Chars(after) || row.Turns != 3 || int(row.Points) != len([]rune(after)) {
		t.Errorf("figures %+v", row)
	}
	last := s.journal[len(s.journal)-1].Header
	if last.Kind != "transcript.edit" || !slices.Equal(last.Args, []string{"谈.txt", "1"}) {
		t.Errorf("journal %+v", last)
	}
	s.undo()
	if got := s.dump(); got != before {
		t.Errorf("undo:\n%s", firstDifference(before, got))
	}
}

func TestMaskingANameKeepsItsSpeaker(t *testing.T) {
	s, n := talked(t)
	row := *s.p.Transcript(n)
	row.Speakers = slices.Clone(row.Speakers)
	row.Speakers[1].Group, row.Speakers[1].Person, row.Speakers[1].Role = 1, "P7", text.RoleOther
	s.must(&codebook.SetTranscript{Name: "transcript.set", Row: row})
	s.must(&codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.on(talk, "怎么传没有写"), s.on(talk, "头一个月他们见我就躲")}})
	after := strings.ReplaceAll(talk, "张三丰", "书记甲某某")
	op, err := s.rewrite(n, talk, after)
	if err != nil {
		t.Fatal(err)
	}
	s.must(op)
	got := s.p.Transcript(n).Speakers
	want := slices.Clone(row.Speakers)
	want[1].Label = "书记甲某某"
	if !slices.Equal(got, want) {
		t.Errorf("speakers %+v, want %+v", got, want)
	}
	if got, want := s.said(n, after), []string{"怎么传没有写", "头一个月他们见我就躲"}; !slices.Equal(got, want) {
		t.Errorf("codings say %q, want %q", got, want)
	}
	if turns := s.p.Cut(n).Turns(); len(turns) != 4 || turns[3].Speaker != 1 {
		t.Errorf("turns %+v", turns)
	}
}

func TestEqualPassagesBecomeOneByAnEdit(t *testing.T) {
	s, n := talked(t)
	a, b := s.on(talk, "文件里就一句话。"), s.on(talk, "文件里就一句话。怎么传没有写。")
	a.Fields = []codebook.FieldValue{{Name: "from", Value: "P"}}
	b.Fields = []codebook.FieldValue{{Name: "from", Value: "I"}, {Name: "to", Value: "T"}}
	s.must(&codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{a, b}})
	after := strings.Replace(talk, "怎么传没有写。", "", 1)
	op, err := s.rewrite(n, talk, after)
	if err != nil {
		t.Fatal(err)
	}
	before := s.dump()
	s.must(op)
	rows := s.p.Codings(n).Rows()
	if len(rows) != 1 || rows[0].ID != a.ID || rows[0].FieldValue("from") != "P" || rows[0].FieldValue("to") != "T" {
		t.Errorf("codings %+v", rows)
	}
	if s.undo(); s.dump() != before {
		t.Error("undo did not part them again")
	}
}

func TestWholeSourceStaysWhole(t *testing.T) {
	s, n := talked(t)
	c := s.coding(talk, 2, 1, 0, len(talk))
	c.Flags = codebook.WholeSource
	s.must(&codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{c}})
	after := "前言。\n" + talk + "后记。\n"
	op, err := s.rewrite(n, talk, after)
	if err != nil {
		t.Fatal(err)
	}
	s.must(op)
	if got := s.p.Codings(n).At(0); got.Start != 0 || int(got.End) != len(after) || int(got.EndCh) != text.Chars(after) {
		t.Errorf("%+v", got)
	}
}

func TestRewriteRefuses(t *testing.T) {
	s, n := talked(t)
	for _, tt := range []struct {
		name, before, after string
		transcript          codebook.No
		want                error
	}{
		{"unchanged", talk, talk, n, codebook.ErrNothing},
		{"unchanged but for line ends", talk, strings.ReplaceAll(talk, "\n", "\r\n"), n, codebook.ErrNothing},
		{"empty", talk, "", n, codebook.ErrEmpty},
		{"blank", talk, "\n　\n", n, codebook.ErrEmpty},
		{"no UTF-8", talk, talk + "\xff", n, codebook.ErrEncoding},
		{"another text than it has", talk + "旧", talk + "新", n, codebook.ErrChanged},
		{"the text of another transcript", talk, body, n, codebook.ErrDuplicate},
		{"not there", talk, "新", 99, codebook.ErrUnknown},
	} {
		if _, err := s.rewrite(tt.transcript, tt.before, tt.after); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	op, err := s.rewrite(n, talk, talk+"完。\n")
	if err != nil {
		t.Fatal(err)
	}
	s.transcript("又.txt", 1, talk+"完。\n")
	if err := s.try(op); !errors.Is(err, codebook.ErrDuplicate) {
		t.Errorf("a text that another transcript has meanwhile: %v", err)
	}
}

// TestStudyChangedMeanwhile: what came between the making of an edit and its
// doing moves along or stops it, but is never lost unasked.
func TestStudyChangedMeanwhile(t *testing.T) {
	after := strings.Replace(talk, "头一个月", "", 1)
	tests := []struct {
		name string
		do   func(s *study, n codebook.No) codebook.Op
		want error
	}{
		{"a coding came", func(s *study, n codebook.No) codebook.Op {
			return &codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.on(talk, "他们见我")}}
		}, nil},
		{"a coding came that would be lost", func(s *study, n codebook.No) codebook.Op {
			return &codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.on(talk, "头一个月")}}
		}, codebook.ErrChanged},
		{"the text was edited", func(s *study, n codebook.No) codebook.Op {
			op, err := s.rewrite(n, talk, talk+"完。\n")
			if err != nil {
				t.Fatal(err)
			}
			return op
		}, codebook.ErrChanged},
		{"a speaker was named", func(s *study, n codebook.No) codebook.Op {
			row := *s.p.Transcript(n)
			row.Speakers = slices.Clone(row.Speakers)
			row.Speakers[0].Name = "林老师"
			return &codebook.SetTranscript{Name: "transcript.set", Row: row}
		}, codebook.ErrChanged},
		{"it was removed", func(_ *study, n codebook.No) codebook.Op {
			return &codebook.RemoveTranscripts{Transcripts: []codebook.No{n}}
		}, codebook.ErrUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, n := talked(t)
			op, err := s.rewrite(n, talk, after)
			if err != nil {
				t.Fatal(err)
			}
			s.must(tt.do(s, n))
			if err := s.try(op); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
			if tt.want == nil && !slices.Equal(s.said(n, after), []string{"他们见我"}) {
				t.Errorf("codings say %q", s.said(n, after))
			}
		})
	}
}

// TestUndoOfAnEditAlone: not while codings stand on the new text that came later.
func TestUndoOfAnEditAlone(t *testing.T) {
	s, n := talked(t)
	after := "前言。\n" + talk
	op, err := s.rewrite(n, talk, after)
	if err != nil {
		t.Fatal(err)
	}
	s.must(op)
	edit := s.journal[len(s.journal)-1]
	s.must(&codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.on(after, "怎么传没有写")}})
	if _, err := s.p.Revert(codebook.KindUndo, edit.Header, edit.Patch.Inverse(), s.stamp()); !errors.Is(err, codebook.ErrChanged) {
		t.Errorf("undo of the edit alone: %v", err)
	}
	for range 2 {
		if !s.undo() {
			t.Error("there is something to undo yet")
		}
	}
	if s.words(n, map[codebook.Hash]string{}) != talk {
		t.Error("undo of both did not give the text back")
	}
}

var pieces = []string{
	"问：", "答：", "怎么传，", "没有写。", "\n", "\n", "要求不具体", "文件里", "就一句话。", "\r\n", " ", "e\u0301", "👨‍👩‍👧", "书记", "村干部", "，", "！",
}

// TestRandomEdits: codings and edits in any order; ends stay on graphemes and in
// the text, and as many undos give the study back byte for byte.
func TestRandomEdits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newStudy(t)
		furnish(s)
		known := map[codebook.Hash]string{}
		s.words(1, known)
		s.journal, s.history = nil, codebook.NewHistory(s.p.Copy)
		start, done := s.dump(), 0
		for range rapid.IntRange(1, 25).Draw(rt, "actions") {
			if s.try(randomTextOp(rt, s, known)) == nil {
				done++
			}
			standsOnGraphemes(rt, s, known)
		}
		end := s.dump()
		for range done {
			s.undo()
		}
		if got := s.dump(); got != start {
			rt.Fatalf("undo of all does not give back the start:\n%s", firstDifference(start, got))
		}
		for s.redo() {
		}
		if got := s.dump(); got != end {
			rt.Fatalf("redo of all does not give the end:\n%s", firstDifference(end, got))
		}
	})
}

func randomTextOp(rt *rapid.T, s *study, known map[codebook.Hash]string) codebook.Op {
	n := codebook.No(rapid.IntRange(1, 2).Draw(rt, "transcript"))
	words := s.words(n, known)
	from, _ := text.Snap(words, rapid.IntRange(0, len(words)).Draw(rt, "from"), 0)
	_, to := text.Snap(words, from, from+rapid.IntRange(1, 90).Draw(rt, "length"))
	switch rapid.IntRange(0, 4).Draw(rt, "op") {
	case 0, 1:
		code := codebook.No(rapid.IntRange(2, 4).Draw(rt, "code"))
		return &codebook.AddCodings{Transcript: n, Rows: []codebook.Coding{s.coding(words, code, 1, from, to)}}
	case 2:
		return &codebook.PutMemo{Row: codebook.Memo{
			ID: s.id(), Target: codebook.TargetPassage, On: n, Start: uint32(from), End: uint32(to), Coder: 1, Text: "记", Created: int64(s.serial),
		}}
	case 3:
		return &codebook.PutLink{Row: codebook.Link{
			ID: s.id(), Kind: codebook.LinkCauses, From: 2, To: 3, Transcript: n, Start: uint32(from), End: uint32(to), Coder: 1, Created: int64(s.serial),
		}}
	}
	put := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(rt, "put"), "")
	op, err := s.rewrite(n, words, words[:from]+put+words[to:])
	if err != nil {
		return &refusal{err}
	}
	return op
}

// refusal is an op that could not be made.
type refusal struct{ err error }

func (r *refusal) Kind() string                                    { return "refusal" }
func (r *refusal) Args(*codebook.Project) []string                 { return nil }
func (r *refusal) Apply(*codebook.Project) (codebook.Patch, error) { return codebook.Patch{}, r.err }

func standsOnGraphemes(rt *rapid.T, s *study, known map[codebook.Hash]string) {
	for n := codebook.No(1); n <= 2; n++ {
		words := s.words(n, known)
		x := text.NewIndex(words)
		check := func(what string, start, end uint32) {
			if a, b := text.Snap(words, int(start), int(end)); a != int(start) || b != int(end) || int(end) > len(words) {
				rt.Fatalf("%s %d-%d of %q", what, start, end, words)
			}
		}
		for _, c := range s.p.Codings(n).Rows() {
			check("coding", c.Start, c.End)
			if int(c.StartCh) != x.CharsBefore(int(c.Start)) || int(c.EndCh) != x.CharsBefore(int(c.End)) {
				rt.Fatalf("characters of %+v", c)
			}
		}
		for _, m := range s.p.Memos() {
			if m.On == n {
				check("memo", m.Start, m.End)
			}
		}
		for _, l := range s.p.Links() {
			if l.Transcript == n {
				check("evidence", l.Start, l.End)
			}
		}
	}
}

// BenchmarkEdit: one edit of 200,000 characters with 5,000 codings: making the op
// (in the background) and doing it (while somebody waits).
func BenchmarkEdit(b *testing.B) {
	s := newStudy(b)
	furnish(s)
	var sb strings.Builder
	for i := 0; sb.Len() < 600_000; i++ {
		fmt.Fprintf(&sb, "问：第%d个问题是怎么传？\n答：说不清楚。文件里第%d条没有写。\n", i, i)
	}
	long := sb.String()
	n := s.transcript("长.txt", 1, long)
	x := text.NewIndex(long)
	rows := make([]codebook.Coding, 5000)
	for i := range rows {
		at, end := text.Snap(long, i*len(long)/5000, i*len(long)/5000+60)
		rows[i] = codebook.Coding{
			ID: s.id(), Start: uint32(at), End: uint32(end), StartCh: uint32(x.CharsBefore(at)), EndCh: uint32(x.CharsBefore(end)), Code: 2, Coder: 1,
		}
	}
	s.must(&codebook.AddCodings{Transcript: n, Rows: rows})
	after := "前言。\n" + strings.ReplaceAll(long, "文件", "通知")
	var op *codebook.EditTranscript
	b.Run("make", func(b *testing.B) {
		for range b.N {
			var err error
			if op, err = s.rewrite(n, long, after); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("do", func(b *testing.B) {
		for range b.N {
			q := s.p.Snapshot()
			if _, err := op.Apply(q); err != nil {
				b.Fatal(err)
			}
		}
	})
}
