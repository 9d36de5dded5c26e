package cell_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"fangtan/tui/cell"
)

// broken shows the lines of a text, │ between them, without what hangs at their ends.
func broken(text string, width int) string {
	var lines []string
	for _, l := range cell.Break(text, 0, len(text), width, cell.Wc()) {
		lines = append(lines, strings.TrimRight(text[l.Start:l.End], " \n\t\u3000"))
	}
	return strings.Join(lines, "│")
}

func TestBreak(t *testing.T) {
	tests := []struct {
		name  string
		width int
		text  string
		want  string
	}{
		{"nothing", 10, "", ""},
		{"fits", 10, "要求不具体", "要求不具体"},
		{"one too many", 10, "要求不够具体", "要求不够具│体"},
		{"an odd width", 11, "要求不够具体", "要求不够具│体"},
		{"no stop at the beginning", 10, "要求不具体。我", "要求不具│体。我"},
		{"no run of stops at the beginning", 10, "要求不具体？”他说", "要求不具│体？”他说"},
		{"no opening at the end", 10, "他说要求（不", "他说要求│（不"},
		{"no run of openings at the end", 10, "他说要：“《不》", "他说要：│“《不》"},
		{"the design's example", 12, "他说“要求不具体”，我就按", "他说“要求不│具体”，我就│按"},
		{"dashes stay whole", 9, "要求不具——是", "要求不具│——是"},
		{"dots stay with what they follow", 10, "要求不具体……是", "要求不具│体……是"},
		{"words stay whole", 10, "按first hand办", "按first│hand办"},
		{"a word too long", 10, "按internationalisation办", "按│internatio│nalisation│办"},
		{"only a word too long", 5, "internationalisation", "inter│natio│nalis│ation"},
		{"numbers stay whole", 8, "共有3,000.5元", "共有│3,000.5│元"},
		{"per cent stays with its number", 8, "共有占41.5%吗", "共有占│41.5%吗"},
		{"apostrophe in a word", 8, "I said don’t go", "I said│don’t go"},
		{"straight apostrophe", 8, "I said don't go", "I said│don't go"},
		{"signs in words", 6, "用C#和US$", "用C#和│US$"},
		{"a comma in English", 9, "yes, yes, yes", "yes, yes,│yes"},
		{"brackets in English", 8, "see (the) end", "see│(the)│end"},
		{"line breaks", 10, "一\n\n二\n", "一││二"},
		{"blanks hang", 4, "要求    不", "要求│不"},
		{"blanks at the beginning stay", 10, "\u3000\u3000要求", "\u3000\u3000要求"},
		{"no wider than it must be", 1, "要求", "要│求"},
		{"no width at all", 0, "ab", "a│b"},
		{"nothing but closings", 4, "。。。。", "。。│。。"},
		{"a family is one", 4, "人人👨‍👩‍👧人", "人人│👨‍👩‍👧│人"},
		{"a name with a dot", 8, "卡尔·马克思", "卡尔·马│克思"},
	}
	for _, test := range tests {
		if got := broken(test.text, test.width); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestBreakRange(t *testing.T) {
	const text = "访谈者\n要求不够具体"
	got := cell.Break(text, 10, len(text), 10, cell.Wc())
	want := []cell.Line{{Start: 10, End: 25, Width: 10}, {Start: 25, End: 28, Width: 2}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := cell.Break(text, 10, 10, 10, cell.Wc()); !slices.Equal(got, []cell.Line{{Start: 10, End: 10}}) {
		t.Errorf("an empty range: %v", got)
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"用：说到“怎么传、帮什么没写” \n\t不用：\x1b", 16, []string{"用：说到“怎么", "传、帮什么没写”", "    不用：␛"}},
		{"one two  three ", 8, []string{"one two", "three"}},
	}
	for _, test := range tests {
		if got := cell.Wc().Wrap(test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestColumns(t *testing.T) {
	const text = "要求a\u0301不\n"
	line := cell.Line{Start: 0, End: len(text)}
	r := cell.Wc()
	if got, want := r.Offsets(text, line), []int{0, 0, 3, 3, 6, 9, 9}; !slices.Equal(got, want) {
		t.Errorf("offsets %v, want %v", got, want)
	}
	for off, want := range map[int]int{-1: 0, 0: 0, 2: 0, 3: 2, 6: 4, 8: 4, 9: 5, 12: 7, 13: 7, 99: 7} {
		if got := r.ColumnOf(text, line, off); got != want {
			t.Errorf("column of byte %d: %d, want %d", off, got, want)
		}
	}
	for column, want := range map[int]int{-3: 0, 0: 0, 1: 0, 2: 3, 4: 6, 5: 9, 6: 9, 7: 12, 70: 12} {
		if got := r.OffsetAt(text, line, column); got != want {
			t.Errorf("offset at column %d: %d, want %d", column, got, want)
		}
	}
	if got := r.OffsetAt("要求", cell.Line{End: 6}, 9); got != 6 {
		t.Errorf("right of a line without a break: %d, want 6", got)
	}
}

// check holds the laws of Break for one text.
func check(t interface{ Fatalf(string, ...any) }, text string, start, end, limit int, r cell.Ruler) {
	lines := cell.Break(text, start, end, limit, r)
	at := start
	for i, line := range lines {
		if line.Start != at || line.End < line.Start || line.End == line.Start && end > start {
			t.Fatalf("line %d of %q is %v and should begin at %d", i, text, line, at)
		}
		at = line.End
		ink := strings.TrimRight(text[line.Start:line.End], " \t\n\u3000\u2002\u2003\u2009")
		if got := width(r, ink); line.Width != got {
			t.Fatalf("line %d of %q: width %d, its ink %q has %d", i, text, line.Width, ink, got)
		}
		glyphs := 0
		for g := range r.Glyphs(text, line.Start, line.End) {
			if g.Width > 0 {
				glyphs++
			}
			if got := r.ColumnOf(text, line, g.Start); got != g.Column {
				t.Fatalf("byte %d of %q in column %d, want %d", g.Start, text, got, g.Column)
			}
			if g.Width > 0 && r.OffsetAt(text, line, g.Column+g.Width-1) != g.Start {
				t.Fatalf("column %d of %q is not at byte %d", g.Column, text, g.Start)
			}
		}
		if line.Width > max(limit, 0) && glyphs > 1 && strings.TrimRight(ink, " \t\u3000") != "" && width(r, first(r, text, line)) <= limit {
			t.Fatalf("line %d of %q has %d columns of %d", i, text, line.Width, limit)
		}
	}
	if at != end {
		t.Fatalf("lines of %q end at %d, want %d", text, at, end)
	}
}

// width is what the graphemes of a text add up to.
func width(r cell.Ruler, text string) (columns int) {
	for g := range r.Glyphs(text, 0, len(text)) {
		columns += g.Width
	}
	return columns
}

// first is the first grapheme of a line.
func first(r cell.Ruler, text string, line cell.Line) string {
	for g := range r.Glyphs(text, line.Start, line.End) {
		return text[g.Start:g.End]
	}
	return ""
}

func TestBreakLaws(t *testing.T) {
	sign := rapid.SampledFrom([]rune("要求不具体。，“”（）《》—…·a b-c1.2,%\"'’\n\t\u3000é\u0301👩\u200d🇨🇳﷽\u200b"))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(sign, 0, 60, -1).Draw(t, "text")
		width := rapid.IntRange(0, 30).Draw(t, "width")
		ruler := rapid.SampledFrom([]cell.Ruler{cell.Wc(), cell.Grapheme()}).Draw(t, "ruler")
		check(t, text, 0, len(text), width, ruler)
	})
}

// Kinsoku, told by other means: in text of Chinese characters and signs, and lines wide enough, no line begins or
// ends with a sign that may not.
func TestKinsoku(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"要求", "不", "具体。", "他说，", "“好”", "（是）", "《法》", "——", "……", "吗？”", "first", "hand, "})
		text := strings.Join(rapid.SliceOfN(piece, 1, 40).Draw(t, "pieces"), "文")
		width := rapid.IntRange(14, 40).Draw(t, "width")
		lines := cell.Break(text, 0, len(text), width, cell.Wc())
		for i, l := range lines {
			head, _ := utf8.DecodeRuneInString(text[l.Start:])
			tail, _ := utf8.DecodeLastRuneInString(text[:l.End])
			if i > 0 && strings.ContainsRune("。，、！？；：”’）》」』…,", head) {
				t.Fatalf("line %q begins with %q", text[l.Start:l.End], head)
			}
			if i+1 < len(lines) {
				next, _ := utf8.DecodeRuneInString(text[l.End:])
				if strings.ContainsRune("（《“‘「『", tail) || tail == '—' && next == '—' {
					t.Fatalf("line %q ends with %q", text[l.Start:l.End], tail)
				}
			}
		}
	})
}

func FuzzBreak(f *testing.F) {
	for _, seed := range []string{"他说“要求不具体”，我就按自己的办法来。", "plain words, and\tmore\n", "\x1b[31m红\u202e\x9b\xff", "👨‍👩‍👧❤️नमस्ते"} {
		f.Add(seed, 12, false)
	}
	f.Fuzz(func(t *testing.T, text string, width int, graphemes bool) {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "\ufffd")
		}
		r := cell.Wc()
		if graphemes {
			r = cell.Grapheme()
		}
		check(t, text, 0, len(text), width%200, r)
	})
}

func BenchmarkBreak(b *testing.B) {
	text := strings.Repeat("文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。", 25)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		cell.Break(text, 0, len(text), 72, cell.Wc())
	}
}
