package cell_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/tui/cell"
)

const family = "👨‍👩‍👧"

func TestWidth(t *testing.T) {
	tests := []struct {
		text         string
		wc, grapheme int
	}{
		{"", 0, 0}, {"abc", 3, 3}, {"访谈", 4, 4}, {"“要求”……", 8, 8}, {"e\u0301", 1, 1},
		{family, 6, 2}, {"❤️", 1, 2}, {"a\nb", 3, 3}, {"a\tb", 3, 3}, {"\x1b[31m", 5, 5}, {"\u202e", 5, 5},
	}
	for _, test := range tests {
		if got := cell.Wc().Width(test.text); got != test.wc {
			t.Errorf("Wc %q: %d, want %d", test.text, got, test.wc)
		}
		if got := cell.Grapheme().Width(test.text); got != test.grapheme {
			t.Errorf("Grapheme %q: %d, want %d", test.text, got, test.grapheme)
		}
	}
	if cell.Wc() != (cell.Ruler{}) || cell.Wc() == cell.Grapheme() {
		t.Error("the zero ruler is Wc, and Grapheme is another")
	}
}

func TestFit(t *testing.T) {
	r := cell.Wc()
	tests := []struct{ name, got, want string }{
		{"cut nothing", r.Cut("访谈", 4), "访谈"},
		{"cut", r.Cut("访谈编码", 7), "访谈编…"},
		{"cut before a wide one", r.Cut("访谈编码", 6), "访谈…"},
		{"cut to the ellipsis", r.Cut("访谈", 1), "…"},
		{"cut to nothing", r.Cut("访谈", 0), ""},
		{"cut below nothing", r.Cut("访谈", -1), ""},
		{"cut keeps graphemes", r.Cut("e\u0301e\u0301e\u0301", 2), "e\u0301…"},
		{"cut nothing out of the middle", r.CutMiddle("甲.docx", 7), "甲.docx"},
		{"cut the middle", r.CutMiddle("第一书记/07 周明.docx", 14), "第一书…明.docx"},
		{"cut the middle before a wide one", r.CutMiddle("第一书记.md", 8), "第…记.md"},
		{"cut the middle to the ellipsis", r.CutMiddle("访谈", 1), "…"},
		{"cut the middle to nothing", r.CutMiddle("访谈", 0), ""},
		{"pad", r.Pad("访", 4), "访  "},
		{"pad what is longer", r.Pad("访谈", 3), "访谈"},
		{"pad left", r.PadLeft("12", 4), "  12"},
		{"fit a wide one", r.Fit("访谈编码", 6), "访谈… "},
		{"fit left", r.FitLeft("访谈编码", 6), " 访谈…"},
		{"fit to nothing", r.Fit("访谈", -2), ""},
		{"control characters show", r.Fit("a\x1b[2J\u202eb", 12), "a␛[2J‹RLO›b "},
		{"two lines are one", r.Fit("一\n二", 6), "一 二 "},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.name, test.got, test.want)
		}
	}
}

func TestFitIsExact(t *testing.T) {
	sign := rapid.SampledFrom([]rune("要求ab é\u0301👩\u200d🇨🇳❤\ufe0f\x1b\u202e\n\t…"))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(sign, 0, 30, -1).Draw(t, "text")
		n := rapid.IntRange(0, 30).Draw(t, "columns")
		r := rapid.SampledFrom([]cell.Ruler{cell.Wc(), cell.Grapheme()}).Draw(t, "ruler")
		for _, set := range []string{r.Fit(text, n), r.FitLeft(text, n), r.Pad(r.CutMiddle(text, n), n)} {
			if got := r.Width(set); got != n {
				t.Fatalf("%q has %d columns, want %d", set, got, n)
			}
			if strings.ContainsAny(set, "\x1b\n\t\u202e") {
				t.Fatalf("%q can harm a terminal", set)
			}
		}
	})
}

func TestRow(t *testing.T) {
	r := cell.Wc()
	right := func(column int) bool { return column > 0 }
	rows := [][]string{{"目标不明确", "18", "3/3"}, {"能力不足（单一来源）", "5"}, {"P", "100", "1/3"}}
	columns := r.Columns(rows, right, 80, 4)
	want := []string{
		"目标不明确             18  3/3",
		"能力不足（单一来源）    5     ",
		"P                     100  1/3",
	}
	for i, row := range rows {
		if got := r.Row(columns, row...); got != want[i] {
			t.Errorf("row %d: %q, want %q", i, got, want[i])
		}
	}
	narrow := r.Columns(rows, right, 20, 4)
	if got, want := r.Row(narrow, rows[1]...), "能力不足…     5     "; got != want {
		t.Errorf("narrow: %q, want %q", got, want)
	}
	if got, want := r.Columns(rows, right, 0, 3), (cell.Column{Width: 3}); got[0] != want {
		t.Errorf("no column goes below the least: %v", got)
	}
	if got := r.Row(columns[:1], "a", "surplus"); strings.Contains(got, "surplus") {
		t.Errorf("a text too many shows: %q", got)
	}
}
