package query_test

import (
	"errors"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
)

// spoken is a study with somebody to be asked for.
func spoken(t testing.TB) *study {
	s := testStudy(t)
	s.transcript(codebook.Transcript{File: "a.txt", Speakers: []codebook.Speaker{{ID: s.id(), Label: "王", Name: "王 主任"}}}, said{0, "甲乙丙"})
	return s
}

func TestParse(t *testing.T) {
	s := spoken(t)
	for _, c := range []struct{ query, want string }{
		{"政策", "政策"},
		{"  policy\t", "政策"},
		{"p1", "要求 不具体"},
		{"要求 不具体", "要求 不具体"},
		{`"要求 不具体"`, "要求 不具体"},
		{"“要求 不具体”", "要求 不具体"},
		{"”要求 不具体“", "要求 不具体"},
		{"＂钱＂", "钱"},
		{"政策/成本", "政策 / 成本"},
		{"人 & 事", "人 & 事"},
		{"难 (或 | 不难)!", "难 (或 | 不难)!"},
		{`"“空”话"`, "“空”话"},
		{s.p.Code(money).ID.String(), "钱"},
		{"政策 & 钱", "(政策 & 钱)"},
		{"政策＆钱", "(政策 & 钱)"},
		{"　政策　｜　！钱　", "(政策 | !钱)"},
		{"要求 不具体 & 钱 / 成本", "(要求 不具体 & 钱 / 成本)"},
		{`"人 & 事" & "政策"　`, "(人 & 事 & 政策)"},
		{"P | 钱 & P1", "(政策 | (钱 & 要求 不具体))"},
		{"P & 钱 | P1", "((政策 & 钱) | 要求 不具体)"},
		{"P & 钱 & P1", "((政策 & 钱) & 要求 不具体)"},
		{"P & 钱 near:2 P1", "(政策 & (钱 near:2 要求 不具体))"},
		{"P & 钱 then：０３ P1 in P", "(政策 & ((钱 then:3 要求 不具体) in 政策))"},
		{"P same:turn !钱 & P1", "((政策 same:turn !钱) & 要求 不具体)"},
		{"P SAME: Turn 钱", "(政策 same:turn 钱)"},
		{"!P in 钱", "(!政策 in 钱)"},
		{"!!P", "!!政策"},
		{"（P｜钱）＆P1", "((政策 | 钱) & 要求 不具体)"},
		{"！（P & 钱）", "!(政策 & 钱)"},
		{`P & text:"文 件"`, `(政策 & text:"文 件")`},
		{"P&text：“文件”", `(政策 & text:"文件")`},
		{"text:文件", `text:"文件"`},
		{"text:near:2", `text:/(?i)near:2/`},
		{`text:"a.b"`, `text:/(?i)a\.b/`},
		{`text:/文(件|书)\/[ a]/ & 钱`, `(text:/文(件|书)/[ a]/ & 钱)`},
		{"group:cadres | coder:乙", "(group:1 | coder:2)"},
		{"speaker:王", "speaker:王"},
		{`speaker:"王 主任" & has:memo`, "(speaker:王 主任 & has:memo)"},
		{"attr.site:A村", "attr.1:A村"},
		{`attr."乡 镇":"A 村"`, "attr.2:A 村"},
		{"ATTR.site:A村", "attr.1:A村"},
	} {
		q, err := query.Parse(s.p, c.query)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
			continue
		}
		if got := query.Shape(s.p, q); got != c.want {
			t.Errorf("%q: %s, want %s", c.query, got, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	s := spoken(t)
	for _, c := range []struct {
		query   string
		at      int
		reason  query.Reason
		near    string
		err     any // an error of ours, or a code of package syntax
		nearest string
	}{
		{"", 1, query.WantPassages, "", nil, ""},
		{"　 ", 3, query.WantPassages, "", nil, ""},
		{"& 钱", 1, query.WantPassages, "&", nil, ""},
		{"政策 &", 5, query.WantPassages, "", nil, ""},
		{"政策 ＆ ＆ 钱", 6, query.WantPassages, "＆", nil, ""},
		{`政策 & ""`, 6, query.WantPassages, `""`, nil, ""},
		{"政策 near:1", 10, query.WantPassages, "", nil, ""},
		{"!", 2, query.WantPassages, "", nil, ""},
		{`政策 & "钱`, 6, query.WantQuote, `"钱`, nil, ""},
		{"“政策\"", 1, query.WantQuote, "“政策\"", nil, ""},
		{`"政策" 钱`, 6, query.WantOperator, "钱", nil, ""},
		{"政策 钱", 4, query.WantOperator, "钱", nil, ""},
		{"政策 AND 钱", 4, query.WantOperator, "AND 钱", nil, ""},
		{"政策 (钱)", 4, query.WantOperator, "(", nil, ""},
		{"政策)", 3, query.WantOperator, ")", nil, ""},
		{"(政策 & 钱", 8, query.WantClose, "", nil, ""},
		{"(政策 钱)", 5, query.WantOperator, "钱", nil, ""},
		{"()", 2, query.WantPassages, ")", nil, ""},
		{"政策 near:x 钱", 9, query.WantNumber, "x", nil, ""},
		{"政策 near:-1 钱", 9, query.WantNumber, "-1", nil, ""},
		{"政策 then:0 钱", 9, query.WantNumber, "0", nil, ""},
		{"政策 near:99999999999999999999 钱", 9, query.WantNumber, "99999999999999999999", nil, ""},
		{"政策 near: & 钱", 10, query.WantNumber, "&", nil, ""},
		{"政策 same:sentence 钱", 9, query.WantTurn, "sentence", nil, ""},
		{"政策 & has:note", 10, query.WantMemo, "note", nil, ""},
		{"政策 & text:", 11, query.WantValue, "", nil, ""},
		{`政策 & text:""`, 11, query.WantValue, `""`, nil, ""},
		{"text:/文(/", 7, query.WantRegexp, "文(/", syntax.ErrMissingParen, ""},
		{"政策 & text:/文+*/", 13, query.WantRegexp, "+*/", syntax.ErrInvalidRepeatOp, ""},
		{"text:/文", 6, query.WantSlash, "/文", nil, ""},
		{"text:/文\\", 6, query.WantSlash, "/文\\", nil, ""},
		{"没有", 1, query.WantKnown, "没有", codebook.ErrUnknown, ""},
		{"要求 不俱体", 1, query.WantKnown, "要求 不俱体", codebook.ErrUnknown, "要求 不具体"},
		{"polici & 钱", 1, query.WantKnown, "polici", codebook.ErrUnknown, "Policy"},
		{"政策 & 成本", 6, query.WantKnown, "成本", codebook.ErrAmbiguous, ""},
		{"政策 & 没人 & 事", 6, query.WantKnown, "没人", codebook.ErrUnknown, ""},
		{"inside", 1, query.WantKnown, "inside", codebook.ErrUnknown, ""},
		{"钱 & group:cadrs", 11, query.WantKnown, "cadrs", codebook.ErrUnknown, "cadres"},
		{"coder:丙", 7, query.WantKnown, "丙", codebook.ErrUnknown, ""},
		{"speaker:主任", 9, query.WantKnown, "主任", codebook.ErrUnknown, "王 主任"},
		{"attr.sites:A", 1, query.WantKnown, "sites", codebook.ErrUnknown, "site"},
		{`attr."site`, 1, query.WantValue, `attr."site`, nil, ""},
		{strings.Repeat("(", 300) + "钱", 202, query.WantShallow, "(", nil, ""},
	} {
		_, err := query.Parse(s.p, c.query)
		var f *query.Fault
		if !errors.As(err, &f) {
			t.Errorf("%q: %v", c.query, err)
			continue
		}
		if f.At != c.at || f.Reason != c.reason || f.Near != c.near || f.Nearest != c.nearest || !because(f, c.err) {
			t.Errorf("%q: %+v, want %+v", c.query, *f, c)
		}
		if utf8.RuneCountInString(c.query[:f.Byte]) != f.At-1 {
			t.Errorf("%q: byte %d is not character %d", c.query, f.Byte, f.At)
		}
	}
}

// because says whether a fault has this error, or this complaint about an expression.
func because(f *query.Fault, want any) bool {
	switch want := want.(type) {
	case error:
		return errors.Is(f.Err, want)
	case syntax.ErrorCode:
		var bad *syntax.Error
		return errors.As(f.Err, &bad) && bad.Code == want
	}
	return f.Err == nil
}

// conversation is coded so that every operator has something to find and to leave:
//
//	turns      0 问     1 答      2 问   3 答
func conversation(t testing.TB) *study {
	s := testStudy(t)
	talk := s.transcript(codebook.Transcript{
		File: "a.txt", Group: 1, Values: []codebook.Value{{Attribute: 1, Text: "A村"}},
		Speakers: []codebook.Speaker{{ID: s.id(), Label: "问"}, {ID: s.id(), Label: "答", Group: 2}},
	}, said{-1, "题 "}, said{0, "甲乙丙"}, said{1, "丁戊己庚 "}, said{0, "辛壬"}, said{1, "癸子丑File"})
	for code, list := range map[codebook.No][]string{
		policy: {"甲乙", "戊己庚 辛", "题"}, vague: {"乙丙"}, money: {"己庚", "丑File"}, both: {"乙丙丁", "癸"}, hard: {" "},
	} {
		for _, words := range list {
			s.on(talk, code, words)
		}
	}
	s.memo(talk, "乙丙")
	diary := s.transcript(codebook.Transcript{File: "b.txt"}, said{-1, "一二三四"})
	s.on(diary, policy, "一")
	s.on(diary, money, "四")
	s.coding(diary, hard, 2, 0, 12, codebook.WholeSource)
	return s
}

func TestRun(t *testing.T) {
	s := conversation(t)
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"P", []string{"题", "甲乙", "乙丙", "戊己庚 辛", "一"}},
		{"P1", []string{"乙丙"}},
		{"P & P1", []string{"乙×要求 不具体"}},
		{`P & "人 & 事"`, []string{"乙×人 & 事", "乙丙×人 & 事"}},
		{`P & "人 & 事" & P1`, []string{"乙×人 & 事×要求 不具体"}},
		{"P1 | P", []string{"题", "甲乙", "乙丙", "戊己庚 辛", "一"}},
		{"P & !P1", []string{"题", "戊己庚 辛", "一"}},
		{"P & !!钱", []string{"戊己庚 辛"}},
		{"钱 in P", []string{"己庚×政策"}},
		{"P1 in P", nil},
		{"钱 near:1 P1", []string{"己庚×要求 不具体"}},
		{"P1 near:2 钱", []string{"乙丙×钱"}},
		{"P near:0 钱", []string{"戊己庚 辛×钱", "一×钱"}},
		{"P same:turn 钱", []string{"戊己庚 辛×钱", "一×钱"}},
		{"P then:1 钱", []string{"甲乙×钱", "乙丙×钱", "戊己庚 辛×钱"}},
		{"钱 then:1 P", nil},
		{`钱 then:1 "人 & 事"`, nil},
		{`钱 then:2 "人 & 事"`, []string{"己庚×人 & 事"}},
		{"钱 then:5 P1", nil},
		{"难 (或 | 不难)!", []string{" ", "一二三四"}},
		{`"难 (或 | 不难)!" & P`, nil},
		{`"难 (或 | 不难)!" near:9 P`, nil},
		{`"难 (或 | 不难)!" & !P`, []string{" ", "一二三四"}},
		{"text:file", []string{"丑File"}},
		{"text:/^F/", nil},
		{"text:/(?m)[戊子]/", []string{"戊己庚 辛"}},
		{"text:一", []string{"一"}},
		{"P & group:secretaries", []string{"戊己庚 辛"}},
		{"P & !group:secretaries & attr.site:A村", []string{"题", "甲乙", "乙丙"}},
		{"speaker:答 & !P", []string{"癸", "丑File"}},
		{"speaker:答 & 钱", []string{"己庚", "丑File"}},
		{"has:memo", []string{"乙丙"}},
		{`P & "人 & 事" & has:memo`, []string{"乙丙×人 & 事"}},
		{"coder:乙", []string{"一二三四"}},
		{"(P | 钱) & (text:己 | has:memo)", []string{"乙丙", "戊己庚 辛", "己庚"}},
	} {
		if got := s.run(t, c.query); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.query, got, c.want)
		}
	}
}

// run spells what a query denotes: the words, and the codes of the matches.
func (s *study) run(t testing.TB, words string) (list []string) {
	t.Helper()
	q, err := query.Parse(s.p, words)
	if err != nil {
		t.Fatal(err)
	}
	found, err := q.Run(s.p, tally.Filter{}, s.texts)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		spelt := s.bodies[e.Transcript][e.Start:e.End]
		for m := e.Match; m != nil; m = m.Next {
			spelt += "×" + s.p.CodeLabel(m.Code)
		}
		if e.Match != nil && !q.Matches() {
			t.Errorf("%q has a match unannounced", words)
		}
		list = append(list, spelt)
	}
	return list
}

func TestTextsAreReadWhereAPassageIsLookedAt(t *testing.T) {
	s := conversation(t)
	var asked []codebook.No
	q, err := query.Parse(s.p, "P1 & text:乙")
	if err != nil {
		t.Fatal(err)
	}
	unreadable := errors.New("unreadable")
	_, err = q.Run(s.p, tally.Filter{}, func(n codebook.No) (string, error) {
		asked = append(asked, n)
		return "", unreadable
	})
	if !errors.Is(err, unreadable) || !slices.Equal(asked, []codebook.No{1}) {
		t.Errorf("%v were read: %v", asked, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"政策", "政策 | attr.a", "(in 策 near：1", `"人 & 事" ＆ P1`, "“钱”&", "a & b & c", "\xff&\"", "　", "text:/a\\/(/", "text:\xff", "!!P in P",
	} {
		f.Add(s)
	}
	s := conversation(f)
	f.Fuzz(func(t *testing.T, src string) {
		q, err := query.Parse(s.p, src)
		if err == nil {
			_, err = q.Run(s.p, tally.Filter{}, s.texts)
			if err != nil {
				t.Errorf("%q: %v", src, err)
			}
			return
		}
		var fault *query.Fault
		if !errors.As(err, &fault) || fault.At < 1 || fault.At > utf8.RuneCountInString(src)+1 || fault.Byte > len(src) {
			t.Errorf("%q: %#v", src, err)
		}
	})
}
