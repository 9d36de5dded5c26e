package exchange

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

// randomCodes is a codebook with repeated and awkward names and words.
func randomCodes(rt *rapid.T, p *codebook.Project) {
	word := rapid.SampledFrom(append([]string{"", "文件; 政策", "一\n二"}, hostileOf("\r", "\x00", "\t=1", "\nx")...))
	name := rapid.SampledFrom([]string{"甲", "乙", "丙", "-丁", "'戊", "A, \"B\"", "有 / 无"})
	for i := range rapid.IntRange(1, 12).Draw(rt, "codes") {
		row := codebook.Code{
			ID: numbered(i + 1), Parent: codebook.No(rapid.IntRange(0, p.CodeCount()).Draw(rt, "parent")), NameZh: name.Draw(rt, "zh"),
			Definition: word.Draw(rt, "definition"), Cues: word.Draw(rt, "cues"), Heading: rapid.Bool().Draw(rt, "heading"),
			Color: rapid.SampledFrom([]string{"", "#00ff00"}).Draw(rt, "color"), Role: rapid.SampledFrom([]string{"", "facet", "tension:P-I"}).Draw(rt, "role"),
		}
		if rapid.Bool().Draw(rt, "numbered") {
			row.Number = fmt.Sprint("N", i)
		}
		if rapid.Bool().Draw(rt, "asks") {
			row.Fields = []codebook.Field{{Name: "a:b"}, {Name: "c", Kind: codebook.FieldChoice, Choices: []string{"1|2", "3"}}}
		}
		if _, err := p.Do(&codebook.PutCode{Row: row}, codebook.Stamp{}); err != nil {
			continue // a sibling has the name
		}
		if text := word.Draw(rt, "memo"); text != "" {
			p.Do(&codebook.PutMemo{Row: codebook.Memo{ID: numbered(1000 + i), Target: codebook.TargetCode, On: p.Last().Codes, Coder: 1, Text: text}}, codebook.Stamp{})
		}
	}
}

// hostileOf are the hostile words but these, which CSV or the reader of words changes.
func hostileOf(but ...string) []string {
	var kept []string
	for _, s := range hostile {
		drop := false
		for _, b := range but {
			drop = drop || s == b
		}
		if !drop {
			kept = append(kept, s)
		}
	}
	return kept
}

func TestAnyCodebookGoesRound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := withCoder(t, "zh")
		randomCodes(rt, p)
		out := csvOf(t, CodesTable(p, Words{}))
		report := takeIn(t, p, out)
		if report.Added+report.Changed > 0 || len(report.Warnings) > 0 {
			rt.Fatalf("taken in again: %+v %q\n%s", report, warnings(report.Warnings), out)
		}
		fresh := withCoder(t, "zh")
		takeIn(t, fresh, out)
		if again := csvOf(t, CodesTable(fresh, Words{})); again != out {
			rt.Fatalf("%s", firstDifference(again, out))
		}
	})
}
