package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/lint"
)

// said writes findings as "rule code[=other][ groups][ n]".
func said(s *study) []string {
	var all []string
	for _, f := range lint.Check(s.p) {
		line := f.Rule.String() + " " + s.p.Code(f.Code).Name("zh")
		if f.Other != 0 {
			line += "=" + s.p.Code(f.Other).Name("zh")
		}
		for _, g := range f.Groups {
			line += " " + s.p.Group(g).Key
		}
		if f.Codings > 0 {
			line += fmt.Sprint(" ", f.Codings)
		}
		all = append(all, line)
	}
	return all
}

func TestAlone(t *testing.T) {
	s := book(t, "没用", "一次", "一人", "两组", "上级")
	child := s.code(codebook.Code{NameZh: "下级", Parent: s.named("上级")})
	s.code(codebook.Code{NameZh: "标题", Heading: true})
	gone := s.code(codebook.Code{NameZh: "旧的", Archived: true})
	s.code(codebook.Code{NameZh: "旧的之下", Parent: gone})
	s.put(1, "一二", "一次", 1)
	s.put(1, "一二", "一人", 1)
	s.put(1, "三四", "一人", 1)
	s.put(1, "三四", "一人", 2) // the same words, united
	for _, words := range []string{"一二", "三四"} {
		s.put(1, words, "两组", 1)
		s.put(2, words, "两组", 1)
		s.put(1, words, "下级", 1)
	}
	want := []string{
		"no-definition 下级 2", "unused 没用", "used-once 一次 1", "single-voice 一人 2", "single-voice 下级 2",
		"never-in-group 一次 cadres 1", "never-in-group 一人 cadres 2", "never-in-group 上级 cadres 2", "never-in-group 下级 cadres 2",
	}
	got := slices.DeleteFunc(said(s), func(line string) bool { return strings.HasPrefix(line, "always") })
	if !slices.Equal(got, want) {
		t.Errorf("finds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if s.p.Code(child).Heading {
		t.Error("the study was changed")
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string
	}{
		{"要求不具体", "要求不具体。", "near-name"},
		{"要求 不具体", "要求不具體", "same-sound"},
		{"要求不具体", "要求不明确", ""},
		{"目标不明确", "目的不明确", "near-name"},
		{"不明确目标", "目标不明确", "near-name"},
		{"能力不足", "动力不足", ""},
		{"责任", "择任", "same-sound"},
		{"工具", "公聚", "same-sound"},
		{"一", "衣", ""},
		{"第一类问题", "第二类问题", ""},
		{"阶段1的问题", "阶段2的问题", ""},
		{"Unclear goals", "unclear-goals", "near-name"},
		{"Unclear goals", "Goals, unclear", "near-name"},
		{"Coordination", "Cordination", "near-name"},
		{"Coordination", "Coordniation", "near-name"},
		{"Resources", "Recourses", ""},
		{"Training", "Trading", ""},
		{"cost", "cast", ""},
		{"Goals", "目标目标目标", ""},
		{"……", "。。", ""},
	} {
		s := book(t, c.a, c.b)
		got := ""
		for _, f := range lint.Check(s.p) {
			if f.Rule == lint.NearName || f.Rule == lint.SameSound {
				got += f.Rule.String()
			}
		}
		if got != c.want {
			t.Errorf("%s and %s: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// Names of either language are compared, and a pair is found once.
func TestBothLanguages(t *testing.T) {
	s := book(t)
	s.code(codebook.Code{NameZh: "目标不明确", NameEn: "Unclear goals", Definition: "有"})
	s.code(codebook.Code{NameZh: "目的不明确", NameEn: "Unclear goal", Definition: "有"})
	s.code(codebook.Code{NameZh: "另一个", NameEn: "Unclear  Goals", Definition: "有"})
	var got []string
	for _, f := range lint.Check(s.p) {
		if f.Rule == lint.NearName {
			got = append(got, fmt.Sprint(f.Code, f.Other))
		}
	}
	if want := []string{"1 2", "1 3", "2 3"}; !slices.Equal(got, want) {
		t.Errorf("pairs %v, want %v", got, want)
	}
}

func TestTogether(t *testing.T) {
	for _, c := range []struct {
		name string
		more func(s *study)
		want bool
	}{
		{"always", func(*study) {}, true},
		{"once alone", func(s *study) { s.put(2, "九十", "一", 1) }, false},
		{"with another of a third code", func(s *study) { s.put(2, "九十", "三", 1) }, true},
		{"another coder's alone", func(s *study) { s.put(2, "一二", "一", 2) }, false},
		{"archived", func(s *study) {
			row := *s.p.Code(s.named("二"))
			row.Archived = true
			s.must(&codebook.PutCode{Row: row})
		}, false},
	} {
		s := book(t, "一", "二", "三")
		s.put(1, "一二", "一", 1)
		s.put(1, "二三", "二", 1)
		s.put(1, "天地玄黄", "一", 1)
		s.put(1, "地玄", "二", 1)
		if found := pairs(s); len(found) > 0 {
			t.Errorf("%s: two meetings say nothing yet: %v", c.name, found)
		}
		s.put(2, "一二", "一", 1)
		s.put(2, "一二", "二", 1)
		c.more(s)
		if got := len(pairs(s)) > 0; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func pairs(s *study) []string {
	return slices.DeleteFunc(said(s), func(line string) bool { return !strings.HasPrefix(line, "always-together") })
}

func TestRules(t *testing.T) {
	for _, r := range lint.Rules() {
		if back, ok := lint.ParseRule(r.String()); !ok || back != r {
			t.Errorf("%d is %q, read back as %d", r, r, back)
		}
	}
	if _, ok := lint.ParseRule("tidy"); ok || lint.Rule(200).String() != "" {
		t.Error("there is no such rule")
	}
}

// BenchmarkCheck looks at a codebook of 5,000 codes.
func BenchmarkCheck(b *testing.B) {
	s := book(b)
	for i := range 5000 {
		s.code(codebook.Code{NameZh: fmt.Sprintf("编码%c%c%c号", 0x4E00+i%97, 0x5000+i%89, 0x5200+i%83), NameEn: fmt.Sprintf("code number %d of them", i)})
	}
	for b.Loop() {
		lint.Check(s.p)
	}
}
