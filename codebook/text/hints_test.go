package text

import (
	"slices"
	"strings"
	"testing"
)

// marked reads a text in which lines begin with # (a heading), > (a quote), ^ (a
// note), and stretches in bold stand between * marks.
func marked(s string) (string, []Hint) {
	kinds := map[byte]HintKind{'#': HintHeading, '>': HintQuote, '^': HintNote}
	var out strings.Builder
	var hints []Hint
	for line := range strings.Lines(s) {
		start := out.Len()
		kind, ok := kinds[line[0]]
		if ok {
			line = line[1:]
		}
		if before, after, found := strings.Cut(line, "*"); found {
			in, rest, _ := strings.Cut(after, "*")
			hints = append(hints, Hint{Start: start + len(before), End: start + len(before) + len(in), Kind: HintBold})
			line = before + in + rest
		}
		out.WriteString(line)
		if ok {
			hints = append(hints, Hint{Start: start, End: out.Len(), Kind: kind})
		}
	}
	slices.Reverse(hints)
	return out.String(), hints
}

func TestHints(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"headings", "#访谈记录\n前言\n#呂家華：\n一\n二\n#問：\n三\n#呂家華：\n四", []string{"1 呂家華> 一 二", "2 問> 三", "3 呂家華> 四"}},
		{"headings that recur", "#记录\n#张三\n一\n#李四\n二\n#张三\n三\n#李四\n四", []string{"1 张三> 一", "2 李四> 二", "3 张三> 三", "4 李四> 四"}},
		{"a heading ends a turn", "问：一\n答：二\n#二、经费\n无主\n问：三", []string{"1 问> 一", "2 答> 二", "3 问> 三"}},
		{"a quote interrupts", "问：一\n答：二\n>链接\n三\n^[1] 注\n四", []string{"1 问> 一", "2 答> 二", "2 答> 三", "2 答> 四"}},
		{"a note at the end", "问：一\n答：二\n^[1] 注：文件。", []string{"1 问> 一", "2 答> 二"}},
		{"bold names", "*周明：*一\n*李芳*：二\n周明说不\n*周明：*三\n*王小五：*四", []string{"1 周明> 一", "2 李芳> 二 周明说不", "3 周明> 三", "4 王小五> 四"}},
		{"bold names that stand once", "*访谈者：*一\n*王主任：*二\n*李书记：*三\n*优势：*四", []string{"1 访谈者> 一", "2 王主任> 二", "3 李书记> 三 优势：四"}},
		{"headings that stand once", "#李明\n前言\n#访谈者\n一\n#王主任\n二\n#李书记\n三\n#文化建设\n无主", []string{"1 访谈者> 一", "2 王主任> 二", "3 李书记> 三"}},
		{"English headings that stand once", "#Interviewer\nWhy?\n#Mary Jones\nSo.\n#Main Findings\nNone.", []string{"1 Interviewer> Why?", "2 Mary Jones> So."}},
		{"bold words are no names", "*优势：*一\n*劣势：*二\n*注意：*三", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, hints := marked(tt.text)
			c := Segment(s, hints)
			verify(t, s, c)
			if got := script(s, c); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestGivenSpeakers(t *testing.T) {
	s := "你好 <丙>好\n李四：再来\n"
	at := strings.Index(s, "<")
	c := Segment(s, []Hint{
		{Start: at, End: at + 5, Kind: HintSpeaker, Name: "丙", Time: 7},
		{Start: 0, End: 0, Kind: HintSpeaker, Name: "甲", Time: -1},
		{Start: -4, End: 900, Kind: HintKind(77)},
	})
	verify(t, s, c)
	if got, want := script(s, c), []string{"1 甲> 你好", "2 丙> 好 李四：再来 @7"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
