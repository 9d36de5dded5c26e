package codebook_test

import (
	"fmt"
	"slices"
	"testing"

	"fangtan/codebook"
)

// told writes a difference as "code born P2.1 …".
func told(d codebook.Difference) string {
	s := fmt.Sprintf("%s %s %s", d.Thing, d.Kind, d.Name)
	if d.Then+d.Now != "" {
		s += fmt.Sprintf(" [%s > %s]", d.Then, d.Now)
	}
	for _, w := range d.With {
		s += fmt.Sprintf(" +%s×%d", w.Name, w.Codings)
	}
	if d.CodingsThen+d.CodingsNow > 0 {
		s += fmt.Sprintf(" %d>%d", d.CodingsThen, d.CodingsNow)
	}
	return s
}

func TestDiff(t *testing.T) {
	const p1, p2, i = 2, 3, 4
	recode := func(s *study, at int, to codebook.No) {
		row := s.p.Codings(1).At(at)
		row.Code = to
		s.must(&codebook.ChangeCodings{Name: "coding.recode", Transcript: 1, Rows: []codebook.Coding{row}})
	}
	set := func(s *study, n codebook.No, change func(*codebook.Code)) {
		row := *s.p.Code(n)
		change(&row)
		s.must(&codebook.PutCode{Row: row})
	}
	for _, c := range []struct {
		name   string
		change func(*study)
		want   []string
	}{
		{"nothing", func(*study) {}, nil},
		{"born and grown", func(s *study) {
			n := s.code(i, "I1", "分工")
			s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{s.coding(body, n, 1, 0, 3), s.coding(body, i, 1, 0, 3)}})
		}, []string{"code grew I 执行机构 1>2", "code born I1 分工 [ > I 执行机构] 0>1"}},
		{"renamed, moved and revised", func(s *study) {
			set(s, p1, func(c *codebook.Code) { c.NameZh, c.Definition = "目的", "为什么" })
			s.must(&codebook.MoveCode{Code: p1, Parent: 0, Index: 9})
		}, []string{
			"code renamed P1 目的 [P1 政策目标 > P1 目的] 2>2", "code moved P1 目的 [P 理想化政策 > ] 2>2", "code revised P1 目的 2>2",
		}},
		{"merged", func(s *study) {
			s.must(&codebook.MergeCodes{From: []codebook.No{p1}, Into: p2})
		}, []string{"code grew P2 政策内容 1>3", "code merged P1 政策目标 +P2 政策内容×2 2>0"}},
		{"split", func(s *study) {
			a, b := s.code(1, "P3", "甲"), s.code(1, "P4", "乙")
			recode(s, 0, a)
			recode(s, 1, b)
			s.must(&codebook.RemoveCodes{Codes: []codebook.No{p1}})
		}, []string{
			"code born P3 甲 [ > P 理想化政策] 0>1", "code born P4 乙 [ > P 理想化政策] 0>1",
			"code split P1 政策目标 +P3 甲×1 +P4 乙×1 2>0",
		}},
		{"split and kept", func(s *study) {
			recode(s, 0, s.code(1, "P3", "甲"))
		}, []string{"code split P1 政策目标 +P3 甲×1 2>1", "code shrank P1 政策目标 2>1", "code born P3 甲 [ > P 理想化政策] 0>1"}},
		{"removed", func(s *study) {
			s.must(&codebook.RemoveCodes{Codes: []codebook.No{p2}})
			s.must(&codebook.RemoveTranscripts{Transcripts: []codebook.No{2}})
		}, []string{"code removed P2 政策内容 1>0", "transcript removed 二.txt"}},
		{"people and transcripts", func(s *study) {
			s.transcript("三.txt", 1, body+"又")
			s.coder("王")
			g := *s.p.Group(1)
			g.NameZh = "村里人"
			s.must(&codebook.PutGroup{Row: g})
		}, []string{"transcript born 三.txt", "coder born 王", "group renamed 村里人 [村干部 > 村里人]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := furnished(t)
			s.must(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{
				s.coding(body, p1, 1, 3, 9), s.coding(body, p1, 1, 9, 12), s.coding(body, p2, 1, 12, 15), s.coding(body, i, 1, 12, 15),
			}})
			then := s.p.Snapshot()
			c.change(s)
			var got []string
			for _, d := range codebook.Diff(then, s.p, nil, "zh") {
				got = append(got, told(d))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

// A code without codings leaves no trace in the passages: the journal knows.
func TestDiffAsksTheJournalForMerges(t *testing.T) {
	s := furnished(t)
	child := s.code(3, "P2.1", "要求")
	then := s.p.Snapshot()
	s.must(&codebook.MergeCodes{From: []codebook.No{3}, Into: 2})
	from, into := s.journal[len(s.journal)-1].Patch.MergedInto()
	if !slices.Equal(from, []codebook.No{3}) || into != 2 {
		t.Fatalf("merged %d into %d", from, into)
	}
	diff := codebook.Diff(then, s.p, map[codebook.No]codebook.No{3: 2}, "zh")
	if got := told(diff[len(diff)-1]); got != "code merged P2 政策内容 +P1 政策目标×0" {
		t.Errorf("got %s", got)
	}
	if s.p.Code(child).Parent != 2 {
		t.Error("the child did not move")
	}
	if _, into := new(codebook.Patch).MergedInto(); into != 0 {
		t.Error("an empty patch merges nothing")
	}
}
