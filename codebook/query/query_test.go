package query_test

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

const body = "甲乙丙丁戊己庚辛壬癸"

// The codes of the study: one with a blank in its name, two of one name under
// different parents, one with "&" and one with a quotation mark.
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

type study struct {
	p      *codebook.Project
	serial uint64
}

func (s *study) id() (id codebook.ID) {
	s.serial++
	binary.BigEndian.PutUint64(id[8:], s.serial)
	return id
}

func (s *study) do(t testing.TB, op codebook.Op) {
	t.Helper()
	if _, err := s.p.Do(op, codebook.Stamp{ID: s.id()}); err != nil {
		t.Fatal(err)
	}
}

func newStudy(t testing.TB) *study {
	s := &study{p: codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")}
	for _, c := range []codebook.Code{
		{Number: "P", NameZh: "政策", NameEn: "Policy"}, {Number: "P1", NameZh: "要求 不具体", NameEn: "Vague", Parent: policy},
		{NameZh: "钱"}, {NameZh: "人 & 事"}, {NameZh: "“空”话"}, {NameZh: "成本", Parent: policy}, {NameZh: "成本", Parent: money},
		{NameZh: "难 (或 | 不难)!"},
	} {
		c.ID = s.id()
		s.do(t, &codebook.PutCode{Row: c})
	}
	s.do(t, &codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: "甲"}})
	s.do(t, &codebook.AddTranscript{
		Row:  codebook.Transcript{ID: s.id(), File: "a.txt", Bytes: uint32(len(body)), Chars: uint32(text.Chars(body))},
		Text: body, Cut: &codebook.HeldCut{},
	})
	return s
}

// put codes the words of the body with code.
func (s *study) put(t testing.TB, code codebook.No, words string) {
	at := strings.Index(body, words)
	s.do(t, &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{{
		ID: s.id(), Start: uint32(at), End: uint32(at + len(words)), StartCh: uint32(at / 3), EndCh: uint32((at + len(words)) / 3), Code: code, Coder: 1,
	}}})
}

func TestParse(t *testing.T) {
	p := newStudy(t).p
	for _, c := range []struct {
		query string
		want  query.Query
	}{
		{"政策", query.Query{A: policy}},
		{"  policy\t", query.Query{A: policy}},
		{"p1", query.Query{A: vague}},
		{"要求 不具体", query.Query{A: vague}},
		{`"要求 不具体"`, query.Query{A: vague}},
		{"“要求 不具体”", query.Query{A: vague}},
		{"政策/成本", query.Query{A: policyCost}},
		{"钱 / 成本", query.Query{A: moneyCost}},
		{"政策 & 钱", query.Query{A: policy, B: money}},
		{"人 & 事", query.Query{A: both}},
		{"难 (或 | 不难)!", query.Query{A: hard}},
		{"政策＆钱", query.Query{A: policy, B: money}},
		{"　政策　＆　钱　", query.Query{A: policy, B: money}},
		{`"人 & 事" & "政策"　`, query.Query{A: both, B: policy}},
		{`钱&"人 & 事"`, query.Query{A: money, B: both}},
		{`"“空”话"`, query.Query{A: quoted}},
		{p.Code(money).ID.String(), query.Query{A: money}},
	} {
		if got, err := query.Parse(p, c.query); err != nil || got != c.want {
			t.Errorf("%q: %v %v, want %v", c.query, got, err, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	p := newStudy(t).p
	for _, c := range []struct {
		query  string
		at     int
		reason query.Reason
		near   string
		err    error
	}{
		{"", 1, query.WantName, "", nil},
		{"　 ", 3, query.WantName, "", nil},
		{"& 钱", 1, query.WantName, "& 钱", nil},
		{"政策 &", 5, query.WantName, "", nil},
		{"政策 ＆ ＆ 钱", 6, query.WantName, "＆ 钱", nil},
		{`政策 & ""`, 6, query.WantName, `""`, nil},
		{`政策 & "钱`, 6, query.WantQuote, `"钱`, nil},
		{"“政策\"", 1, query.WantQuote, "“政策\"", nil},
		{`"政策" 钱`, 6, query.WantOneAnd, "钱", nil},
		{"政策 & 钱 & P1", 8, query.WantOneAnd, "& P1", nil},
		{"没有", 1, query.WantName, "没有", codebook.ErrUnknown},
		{"政策 & 没有", 6, query.WantName, "没有", codebook.ErrUnknown},
		{"政策 & 成本", 6, query.WantName, "成本", codebook.ErrAmbiguous},
		{"没人 & 事", 1, query.WantName, "没人", codebook.ErrUnknown},
		{"政策 | 钱", 4, query.WantLater, "|", nil},
		{"政策 & !钱", 6, query.WantLater, "!", nil},
		{"(政策 & 钱) & P1", 1, query.WantLater, "(", nil},
		{"政策 in 钱", 4, query.WantLater, "in", nil},
		{"政策 near:2 钱", 4, query.WantLater, "near:", nil},
		{"政策 then:2 钱", 4, query.WantLater, "then:", nil},
		{"政策 same:turn 钱", 4, query.WantLater, "same:", nil},
		{`政策 & text:"文件"`, 6, query.WantLater, "text:", nil},
		{"group:cadres", 1, query.WantLater, "group:", nil},
		{"政策 & attr.site:A", 6, query.WantLater, "attr.", nil},
		{`"政策|" & "没 in 有"`, 1, query.WantName, "政策|", codebook.ErrUnknown},
		{"inside", 1, query.WantName, "inside", codebook.ErrUnknown},
	} {
		_, err := query.Parse(p, c.query)
		var f *query.Fault
		if !errors.As(err, &f) || f.At != c.at || f.Reason != c.reason || f.Near != c.near || !errors.Is(f.Err, c.err) {
			t.Errorf("%q: %v, want %+v", c.query, err, c)
		}
	}
}

func TestRun(t *testing.T) {
	s := newStudy(t)
	s.put(t, policy, "甲乙丙")
	s.put(t, vague, "丙丁")
	s.put(t, money, "乙丙")
	s.put(t, money, "丁戊己")
	s.put(t, both, "壬")
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"P", []string{"甲乙丙", "丙丁"}},
		{"P1", []string{"丙丁"}},
		{"P & 钱", []string{"乙丙", "丙", "丁"}},
		{"钱 & P", []string{"乙丙", "丙", "丁"}},
		{"政策/成本", nil},
		{`"人 & 事" & P`, nil},
	} {
		q, err := query.Parse(s.p, c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range q.Run(s.p, tally.Filter{}) {
			got = append(got, body[e.Start:e.End])
			if (e.Match == nil) != (q.B == 0) {
				t.Errorf("%q: %+v", c.query, e)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.query, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"政策", "政策 | attr.a", "(in 策 near：1", `"人 & 事" ＆ P1`, "“钱”&", "a & b & c", "\xff&\"", "　"} {
		f.Add(s)
	}
	p := newStudy(f).p
	f.Fuzz(func(t *testing.T, s string) {
		q, err := query.Parse(p, s)
		if err == nil {
			if p.Code(q.A) == nil || q.B != 0 && p.Code(q.B) == nil {
				t.Errorf("%q is taken for %v", s, q)
			}
			return
		}
		var fault *query.Fault
		if !errors.As(err, &fault) || fault.At < 1 || fault.At > utf8.RuneCountInString(s)+1 || !strings.Contains(s, fault.Near) {
			t.Errorf("%q: %#v", s, err)
		}
	})
}
