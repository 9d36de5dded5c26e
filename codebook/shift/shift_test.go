package shift

import (
	"strings"
	"testing"
)

// marked takes the marks ‹ and › out of a text and gives the passage between them.
func marked(s string) (words string, start, end int) {
	before, rest, _ := strings.Cut(s, "‹")
	inside, after, _ := strings.Cut(rest, "›")
	return before + inside + after, len(before), len(before) + len(inside)
}

func TestPassageGoesAlong(t *testing.T) {
	tests := []struct {
		name, before, after string // the passage between ‹ ›; none in after: lost
		fate                Fate
	}{
		{"nothing changed", "甲：‹我不知道›。\n", "甲：‹我不知道›。\n", Whole},
		{"words put before it", "甲：‹我不知道›。\n", "甲：说实话，‹我不知道›。\n", Whole},
		{"words put right before it", "‹我不知道›。", "其实‹我不知道›。", Whole},
		{"words put right after it", "‹我不知道›。", "‹我不知道›了。", Whole},
		{"words put after it", "‹我不知道›。以后再说。", "‹我不知道›。真的，以后再说。", Whole},
		{"words put inside", "‹我不知道›。", "‹我真的不知道›。", Changed},
		{"words taken from inside", "‹我真的不知道›。", "‹我不知道›。", Changed},
		{"its first words taken", "他说‹我不知道怎么帮›。", "他说‹怎么帮›。", Changed},
		{"its last words taken", "他说‹我不知道怎么帮›。", "他说‹我不知道›。", Changed},
		{"a change across its end", "他说‹我不知道›怎么帮他们。", "他说‹我不›帮他们。", Changed},
		{"a typing error at its end", "他说‹要求不具休›，没有写。", "他说‹要求不具体›，没有写。", Changed},
		{"a typing error at its beginning", "他说‹耍求不具体›，没有写。", "他说‹要求不具体›，没有写。", Changed},
		{"a name masked in it", "‹张三丰说不具体›。", "‹某甲说不具体›。", Changed},
		{"a name masked before it", "张三丰说‹不具体›。", "某某甲乙说‹不具体›。", Whole},
		{"a name that is all of it masked", "镇上的‹张三丰›和我说，要求不具体。", "镇上的‹某某›和我说，要求不具体。", Changed},
		{"a name masked by a longer one", "镇上的‹李四›和我说，要求不具体。", "镇上的‹（化名）老周›和我说，要求不具体。", Changed},
		{"its sentence replaced in a long turn", "第一句话说要求。‹第二句话说能力。›第三句话说态度。第四句话也说了。", "第一句话说要求。今天天气好得很。第三句话说态度。第四句话也说了。", Lost},
		{"its sentence taken, the next one alike", "第一句。‹第二句。›第三句。", "第一句。第三句。", Lost},
		{"the sentence before it taken", "第一句。第二句。‹第三句。›", "第一句。‹第三句。›", Whole},
		{"the first sentence taken", "第一句。‹第二句。›", "‹第二句。›", Whole},
		{"its turn taken", "甲：为什么？\n乙：‹没有写›。\n甲：那怎么办？\n", "甲：为什么？\n甲：那怎么办？\n", Lost},
		{"the turn before it taken", "甲：为什么？\n乙：没有写。\n甲：‹那怎么办›？\n", "甲：为什么？\n甲：‹那怎么办›？\n", Whole},
		{"only its full stop left", "我说。‹不清楚。›真的。", "我说。。真的。", Lost},
		{"its answer rewritten", "甲：‹完全没有写清楚›。\n", "甲：今天天气好得很呀。\n", Lost},
		{"its paragraph swapped with the next", "甲：‹第一段里说要求›。\n乙：第二段里说能力。\n", "乙：第二段里说能力。\n甲：‹第一段里说要求›。\n", Whole},
		{"the other paragraph swapped", "甲：第一段里说要求。\n乙：‹第二段里说能力›。\n", "乙：‹第二段里说能力›。\n甲：第一段里说要求。\n", Whole},
		{"two lines joined", "甲：‹要求\n不具体›。\n", "甲：‹要求不具体›。\n", Changed},
		{"a line cut in two", "甲：‹要求不具体›。没有写。\n", "甲：‹要求不具体›。\n没有写。\n", Whole},
		{"all spaces taken out", "我 说 ‹要 求 不 具 体› 。", "我说‹要求不具体›。", Changed},
		{"half-width commas made full", "说,‹要求,不具体›,没写", "说，‹要求，不具体›，没写", Changed},
		{"a combining mark kept whole", "cafe\u0301 ‹e\u0301te\u0301› x", "le cafe\u0301 ‹e\u0301te\u0301› x", Whole},
		{"all is gone", "‹要求›不具体", "天气好", Lost},
		{"a passage over two turns, one taken", "甲：‹要求不具体。\n乙：能力不足。›\n丙：好的。\n", "甲：‹要求不具体。›\n丙：好的。\n", Changed},
		{"a new turn put inside", "甲：‹要求不具体。\n乙：能力不足。›\n", "甲：‹要求不具体。\n丙：是吗？\n乙：能力不足。›\n", Changed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, start, end := marked(tt.before)
			after, from, to := marked(tt.after)
			got := Between(before, after).Passage(start, end)
			if got.Fate != tt.fate || got.Fate != Lost && (got.Start != from || got.End != to) {
				t.Errorf("%d: %q, want %d: %q", got.Fate, after[got.Start:got.End], tt.fate, after[from:to])
			}
		})
	}
}

func TestPointGoesAlong(t *testing.T) {
	for _, tt := range []struct{ before, after string }{ // the point is ‹
		{"我说‹要求", "其实我说‹要求"},
		{"我说‹要求", "我‹求"},
		{"我说‹", "我说‹"},
		{"‹我说", "‹我说"},
		{"我说‹", "我说‹好"},
		{"甲：一二三四五六\n乙：‹六五四三二一\n", "乙：‹六五四三二一\n甲：一二三四五六\n"},
	} {
		before, at, _ := marked(tt.before)
		after, want, _ := marked(tt.after)
		if got := Between(before, after).Point(at); got != want {
			t.Errorf("%s: at %d, want %d", tt.before, got, want)
		}
	}
}
