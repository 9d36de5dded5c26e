package text

import (
	"strings"
	"testing"
)

// speech is 8 MB of an interview as people type it: Chinese with digits, Latin
// words, quotes and hesitation.
var speech = func() string {
	const one = "问：您能不能说说，去年“传帮带”是怎么落实的？有没有具体的标准？\n" +
		"答：说实话，文件下来了，可是没有细则。我们 3 个人包 2 个村，经费 5 万元，27 张表……填表就占了一半时间！" +
		"他跟我说：“先干起来再说。”我想，那就干吧；结果 App 一个月换了两次，村干部（主要是年纪大的）根本不会用。\n" +
		"后来县里开了会，说要减负，报表少了一些，但是检查一点没少。您说这个压力从哪里来？\n"
	return strings.Repeat(one, 8<<20/len(one))
}()

// english is the same amount of English.
var english = strings.Repeat("Q: How did you see it, when the letter came down?\n"+
	"A: Well, honestly, nobody asked us. Mr. Liman said 3.5 days a week; we had two. It isn't that people don't care, it's the forms... "+
	"The county's “guidance” was six pages long!\n", 8<<20/240)

func measure(b *testing.B, s string, work func(s string)) {
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		work(s)
	}
}

func BenchmarkImport(b *testing.B) {
	all := func(s string) {
		s, _ = Canonical(s)
		c := Segment(s, nil)
		x := NewIndex(s)
		if int(c.Paragraphs[len(c.Paragraphs)-1].EndCh) != x.Chars() {
			b.Fatal("the counts differ")
		}
	}
	b.Run("chinese", func(b *testing.B) { measure(b, speech, all) })
	b.Run("english", func(b *testing.B) { measure(b, english, all) })
}

// BenchmarkLimit is what a plain loop over the code points takes, for comparison.
func BenchmarkLimit(b *testing.B) {
	measure(b, speech, func(s string) {
		n := 0
		for _, r := range s {
			if r != ' ' && r != '\n' {
				n++
			}
		}
		if n == 0 {
			b.Fatal("nothing counted")
		}
	})
}

func BenchmarkParts(b *testing.B) {
	parts := []struct {
		name string
		work func(s string)
	}{
		{"canonical", func(s string) { Canonical(s) }},
		{"segment", func(s string) { Segment(s, nil) }},
		{"index", func(s string) { NewIndex(s) }},
		{"chars", func(s string) { Chars(s) }},
		{"safe", func(s string) { MakeSafe(s) }},
	}
	for _, p := range parts {
		b.Run(p.name, func(b *testing.B) { measure(b, speech, p.work) })
	}
}

func BenchmarkCharsBefore(b *testing.B) {
	x := NewIndex(speech)
	at := 0
	for b.Loop() {
		at = (at + 999_983) % len(speech)
		x.CharsBefore(at)
	}
}
