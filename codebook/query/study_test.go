package query_test

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// The codes of the study: one with a blank in its name, two of one name under
// different parents, and some with operators and quotation marks in their names.
const (
	policy = codebook.No(iota + 1)
	vague
	money
	both
	quoted
	policyCost
	moneyCost
	hard
)

// study is a small project that is built through ops.
type study struct {
	fatal  func(args ...any)
	p      *codebook.Project
	bodies map[codebook.No]string
	serial uint64
}

func newStudy(fatal func(args ...any)) *study {
	s := &study{fatal: fatal, p: codebook.New(codebook.ID{1}, codebook.ID{2}, "zh"), bodies: map[codebook.No]string{}}
	for _, c := range []codebook.Code{
		{Number: "P", NameZh: "政策", NameEn: "Policy"}, {Number: "P1", NameZh: "要求 不具体", NameEn: "Vague", Parent: policy},
		{NameZh: "钱"}, {NameZh: "人 & 事"}, {NameZh: "“空”话"}, {NameZh: "成本", Parent: policy}, {NameZh: "成本", Parent: money},
		{NameZh: "难 (或 | 不难)!"},
	} {
		c.ID = s.id()
		s.do(&codebook.PutCode{Row: c})
	}
	for _, key := range []string{"cadres", "secretaries"} {
		s.do(&codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: key}})
	}
	for _, name := range []string{"甲", "乙"} {
		s.do(&codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: name}})
	}
	s.do(&codebook.PutAttribute{Row: codebook.Attribute{ID: s.id(), Name: "site"}})
	s.do(&codebook.PutAttribute{Row: codebook.Attribute{ID: s.id(), Name: "乡 镇"}})
	return s
}

func testStudy(t testing.TB) *study {
	return newStudy(func(args ...any) { t.Helper(); t.Fatal(args...) })
}

func (s *study) id() (id codebook.ID) {
	s.serial++
	binary.BigEndian.PutUint64(id[8:], s.serial)
	return id
}

func (s *study) do(op codebook.Op) {
	if _, err := s.p.Do(op, codebook.Stamp{ID: s.id()}); err != nil && !errors.Is(err, codebook.ErrNothing) {
		s.fatal(op.Kind(), err)
	}
}

// said is a stretch of a transcript; nobody (-1) speaks in a title.
type said struct {
	speaker int
	words   string
}

// transcript puts a transcript in whose text is what was said, one after another.
// The first character of what somebody said is the label.
func (s *study) transcript(row codebook.Transcript, parts ...said) codebook.No {
	var body strings.Builder
	var cut text.Cut
	for _, at := range parts {
		start := body.Len()
		body.WriteString(at.words)
		if at.speaker < 0 {
			continue
		}
		n := len(cut.Turns)
		cut.Turns = append(cut.Turns, text.Turn{
			Start: uint32(start), Text: uint32(start), End: uint32(body.Len()), Speaker: uint16(at.speaker),
			Same: n > 0 && int(cut.Turns[n-1].Speaker) == at.speaker,
		})
	}
	x := text.NewIndex(body.String())
	for i := range cut.Turns {
		t := &cut.Turns[i]
		t.StartCh, t.EndCh = uint32(x.CharsBefore(int(t.Start))), uint32(x.CharsBefore(int(t.End)))
		t.TextCh = t.StartCh
	}
	row.ID, row.Bytes, row.Chars = s.id(), uint32(body.Len()), uint32(x.Chars())
	copy(row.Text[:], row.ID[:])
	s.do(&codebook.AddTranscript{Row: row, Text: body.String(), Cut: &codebook.HeldCut{Cut: cut}})
	no := s.p.Last().Transcripts
	s.bodies[no] = body.String()
	return no
}

// coding puts a code on the bytes [start, end) of a transcript.
func (s *study) coding(t, code, coder codebook.No, start, end int, flags codebook.CodingFlags) {
	x := text.NewIndex(s.bodies[t])
	s.do(&codebook.AddCodings{Transcript: t, Rows: []codebook.Coding{{
		ID: s.id(), Start: uint32(start), End: uint32(end), StartCh: uint32(x.CharsBefore(start)), EndCh: uint32(x.CharsBefore(end)),
		Code: code, Coder: coder, Flags: flags,
	}}})
}

// on puts a code on the first place where words stand.
func (s *study) on(t, code codebook.No, words string) {
	at := strings.Index(s.bodies[t], words)
	if at < 0 {
		s.fatal("not in the transcript: ", words)
	}
	s.coding(t, code, 1, at, at+len(words), 0)
}

// memo hangs a memo on the first place where words stand.
func (s *study) memo(t codebook.No, words string) {
	at := strings.Index(s.bodies[t], words)
	s.do(&codebook.PutMemo{Row: codebook.Memo{
		ID: s.id(), Target: codebook.TargetPassage, On: t, Start: uint32(at), End: uint32(at + len(words)), Coder: 1, Text: "想",
	}})
}

func (s *study) texts(t codebook.No) (string, error) { return s.bodies[t], nil }
