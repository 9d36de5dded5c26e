package find

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// book is a small codebook; tests name its entries by number.
var book = []Entry{
	{Names: []string{"理想化政策", "Idealized policy"}, Number: "P"},
	{Names: []string{"目标不明确", "Goals unclear"}, Number: "P1.1"},
	{Names: []string{"政策内容与要求", "Policy content"}, Number: "P2"},
	{Names: []string{"要求不具体", "Assistance requirements not specific"}, Number: "P2.1"},
	{Names: []string{"一刀切", "One size fits all"}, Number: "P2.2"},
	{Names: []string{"工作压力", "Work pressure"}, Number: "E3"},
	{Names: []string{"压在身上的力", "Force on the body"}, Number: "Y1"},
	{Names: []string{"银行贷款", "Bank loans"}, Number: "Y2"},
	{Names: []string{"集体收入低、岗位吸引力弱", "Low collective income, unattractive posts"}, Number: "E4.1"},
	{Names: []string{"政策与执行机构", "Policy and implementing organization"}, Number: "X-PI"},
	{Names: []string{"KPI考核", "KPI appraisal"}, Number: "Y21"},
	{Names: []string{"女性干部", "Café talk"}, Number: "Y3"},
	{Names: []string{"執行機構", ""}, Number: "Y4"},
}

func numberOf(h Hit) string { return book[h.Entry].Number }

func TestFindFirst(t *testing.T) {
	x := New(book)
	cases := []struct {
		query, first string
		tier         tier
	}{
		{"要求不具体", "P2.1", exact},
		{"goals unclear", "P1.1", exact},
		{"ＧＯＡＬＳ　ＵＮＣＬＥＡＲ", "P1.1", exact},
		{"P2.1", "P2.1", numberExact},
		{"p21", "P2.1", numberExact},
		{"Ｐ２．１", "P2.1", numberExact},
		{"xpi", "X-PI", numberExact},
		{"x-p", "X-PI", numberPrefix},
		{"y2", "Y2", numberExact},
		{"要求", "P2.1", start},
		{"Goals", "P1.1", start},
		{"压力", "E3", inside},
		{"requirements", "P2.1", inside},
		{"yaoqiu", "P2.1", pinyin},
		{"YaoQiuBu", "P2.1", pinyin},
		{"yaoqiubujuti", "P2.1", pinyin},
		{"yaoq", "P2.1", pinyin},
		{"zhengcenei", "P2", pinyin},
		{"yqbjt", "P2.1", initials},
		{"YQ", "P2.1", initials},
		{"ＹＱ", "P2.1", initials},
		{"zhxjg", "Y4", initials},
		{"yh", "Y2", initials},
		{"yx", "Y2", initials},
		{"yinxing", "Y2", pinyin},
		{"jtsrdgw", "E4.1", initials},
		{"gwxyl", "E4.1", initials},
		{"nvxing", "Y3", pinyin},
		{"nuxing", "Y3", pinyin},
		{"要qiu", "P2.1", mixed},
		{"yaoqbj", "P2.1", mixed},
		{"kpikh", "Y21", mixed},
		{"kpikaohe", "Y21", pinyin},
		{"yao qiu", "P2.1", pinyin},
		{"gu", "P1.1", initials},
		{"yjt", "P2.1", scattered},
		{"具求", "", 0},
		{"求具", "P2.1", scattered},
		{"attractive", "E4.1", midWord},
		{"café", "Y3", start},
		{"cafe\u0301", "Y3", start},
		{"zzzz", "", 0},
		{"不存在的", "", 0},
		{"", "", 0},
		{" 　", "", 0},
		{"。", "", 0},
		{strings.Repeat("y", 300), "", 0},
	}
	for _, c := range cases {
		hits := x.Find(c.query, 5)
		if c.first == "" {
			if hits != nil {
				t.Errorf("Find(%q) = %v, want nothing", c.query, hits)
			}
			continue
		}
		if len(hits) == 0 {
			t.Errorf("Find(%q) found nothing, want %s", c.query, c.first)
			continue
		}
		if got := numberOf(hits[0]); got != c.first || tierOf(hits[0].Score) != c.tier {
			t.Errorf("Find(%q) = %s in tier %d, want %s in tier %d", c.query, got, tierOf(hits[0].Score), c.first, c.tier)
		}
	}
}

func TestFindOrder(t *testing.T) {
	cases := []struct {
		why     string
		entries []string
		query   string
		want    []string
	}{
		{"contiguous before scattered", []string{"压在身上的力", "经济/压力/房租", "工作压力", "压力"}, "压力",
			[]string{"压力", "经济/压力/房租", "工作压力", "压在身上的力"}},
		{"as written before pinyin", []string{"押金", "Yajin", "the yajin"}, "yajin", []string{"Yajin", "the yajin", "押金"}},
		{"all of it, from the start, anywhere", []string{"不要求人", "要求人数", "要求人"}, "yqr", []string{"要求人", "要求人数", "不要求人"}},
		{"initials before a mixture", []string{"安徽", "阿哥会"}, "ah", []string{"安徽", "阿哥会"}},
		{"a part of a word after pinyin", []string{"Policy", "里程"}, "lic", []string{"里程", "Policy"}},
		{"closer before further apart", []string{"甲一二三乙", "甲一乙", "甲一二乙"}, "甲乙", []string{"甲一乙", "甲一二乙", "甲一二三乙"}},
		{"a later word that begins so", []string{"unpaid aid", "unpaid"}, "aid", []string{"unpaid aid", "unpaid"}},
	}
	for _, c := range cases {
		var entries []Entry
		for _, s := range c.entries {
			entries = append(entries, Entry{Names: []string{s}})
		}
		var got []string
		for _, h := range New(entries).Find(c.query, 0) {
			got = append(got, c.entries[h.Entry])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: Find(%q) = %v, want %v", c.why, c.query, got, c.want)
		}
	}
}

func TestRankBreaksTies(t *testing.T) {
	x := New([]Entry{
		{Names: []string{"要求甲"}},
		{Names: []string{"要求乙"}, Rank: 2},
		{Names: []string{"要求丙"}, Rank: 2},
		{Names: []string{"不要求"}, Rank: 99},
	})
	var got []int
	for _, h := range x.Find("要求", 0) {
		got = append(got, h.Entry)
	}
	if want := []int{1, 2, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func TestLimit(t *testing.T) {
	x := New(book)
	all := x.Find("政策", 0)
	if len(all) != 3 {
		t.Fatalf("found %d entries, want 3", len(all))
	}
	if two := x.Find("政策", 2); len(two) != 2 || two[0].Entry != all[0].Entry || two[1].Entry != all[1].Entry {
		t.Errorf("limit 2 gives %v, want the first two of %v", two, all)
	}
}

func TestSpans(t *testing.T) {
	cases := []struct{ name, number, query, want string }{
		{"要求不具体", "", "不具", "要求[不具]体"},
		{"要求不具体", "", "qiub", "要[求不]具体"},
		{"要求不具体", "", "yqbjt", "[要求不具体]"},
		{"要求不具体", "", "求具", "要[求]不[具]体"},
		{"要求不具体", "", "yjt", "[要]求不[具体]"},
		{"属于我的归属感", "", "属感", "属于我的归[属感]"},
		{"低、弱、空", "", "drk", "[低]、[弱]、[空]"},
		{"Goals unclear", "", "goaun", "[Goa]ls [un]clear"},
		{"ＫＰＩ考核", "", "pi", "Ｋ[ＰＩ]考核"},
		{"Cafe\u0301 talk", "", "café", "[Cafe\u0301] talk"},
		{"İstanbul", "", "istan", "[İstan]bul"},
		{"无关", "P2.1", "p21", "[P2.1]"},
		{"无关", "X-PI", "xp", "[X-P]I"},
		{"无关", "Ｐ２．１", "p2.", "[Ｐ２．]１"},
		{"坏\xff字节", "", "字节", "坏\xff[字节]"},
	}
	for _, c := range cases {
		hits := New([]Entry{{Names: []string{c.name}, Number: c.number}}).Find(c.query, 1)
		if len(hits) == 0 {
			t.Errorf("Find(%q) in %q found nothing", c.query, c.name)
			continue
		}
		shown := c.name
		if hits[0].Name == ByNumber {
			shown = c.number
		}
		if got := mark(shown, hits[0].Spans); got != c.want {
			t.Errorf("Find(%q) highlights %q, want %q", c.query, got, c.want)
		}
	}
}

// mark puts brackets around spans.
func mark(s string, spans [][2]int) string {
	for _, p := range slices.Backward(spans) {
		s = s[:p[0]] + "[" + s[p[0]:p[1]] + "]" + s[p[1]:]
	}
	return s
}

func TestFindSaysWhichName(t *testing.T) {
	x := New(book)
	for query, want := range map[string]int{"yqbjt": 0, "assistance": 1, "p2.1": ByNumber} {
		if h := x.Find(query, 1); len(h) != 1 || h[0].Name != want || numberOf(h[0]) != "P2.1" {
			t.Errorf("Find(%q) = %v, want name %d of P2.1", query, h, want)
		}
	}
}

// A query may be as long as what somebody pastes, and have other punctuation than the name.
func TestLongQuery(t *testing.T) {
	for _, n := range []int{mostScattered, mostScattered + 1, 50, 200, 2000} {
		letters := strings.Repeat("ab", n)[:n]
		x := New([]Entry{{Names: []string{letters[:n/2] + ", " + letters[n/2:]}}})
		hits := x.Find(letters, 0)
		for _, h := range hits {
			checkSpans(t, letters[:n/2]+", "+letters[n/2:], h)
		}
		if n <= mostScattered && len(hits) != 1 {
			t.Errorf("%d characters: %d hits, want 1", n, len(hits))
		}
	}
}

func TestNormalize(t *testing.T) {
	cases := []struct{ in, want string }{
		{"ＹＱ　：／", "yq :/"},
		{"Cafe\u0301", "café"},
		{"J\u030c", "ǰ"},
		{"ｱｶﾞ", "アガ"},
		{"要求", "要求"},
		{"\u212bngstro\u0308m", "ångström"},
		{"a\xffb", "a\ufffdb"},
	}
	for _, c := range cases {
		if got := Normalize(c.in); got != c.want {
			t.Errorf("Normalize(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, e := range book {
		for _, query := range []string{"yq", "要qiu", "P2.1", "ＹＱ", "zhzh", "a\u0301", "\x00"} {
			f.Add(e.Names[0], e.Number, query)
		}
	}
	f.Add("啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊", "A", strings.Repeat("a", 20)+"b")
	f.Fuzz(func(t *testing.T, name, number, query string) {
		if n := Normalize(name); Normalize(n) != n {
			t.Errorf("Normalize(%q) = %q is not stable", name, n)
		}
		x := New([]Entry{{Names: []string{name, query}, Number: number}, {Names: []string{name}}})
		hits := x.Find(query, 0)
		if strings.TrimSpace(Normalize(query)) != "" && (len(hits) == 0 || hits[0].Entry != 0) {
			// TrimSpace may take from the query what stands in the name.
			if strings.TrimSpace(Normalize(query)) == Normalize(query) {
				t.Errorf("Find(%q) does not find the entry of that name first: %v", query, hits)
			}
		}
		for _, h := range hits {
			shown := number
			if h.Name >= 0 {
				shown = []string{name, query}[h.Name]
			}
			checkSpans(t, shown, h)
		}
	})
}

// checkSpans fails unless the spans are ascending, apart, not empty, within
// shown and on its character boundaries.
func checkSpans(t *testing.T, shown string, h Hit) {
	t.Helper()
	if len(h.Spans) == 0 {
		t.Errorf("hit %v in %q has no spans", h, shown)
	}
	boundary := map[int]bool{len(shown): true}
	for i := range shown {
		boundary[i] = true
	}
	last := -1
	for _, s := range h.Spans {
		if s[0] <= last || s[1] <= s[0] || !boundary[s[0]] || !boundary[s[1]] {
			t.Errorf("spans %v do not fit %q", h.Spans, shown)
			return
		}
		last = s[1]
	}
}

func TestPinyinTable(t *testing.T) {
	tab := table()
	for r, want := range map[rune]string{'行': "xing hang heng", '要': "yao", '〇': "ling yuan xing", '绿': "lv lu", 'a': ""} {
		if got := strings.Join(tab.read(r).syllables, " "); got != want {
			t.Errorf("%c reads %q, want %q", r, got, want)
		}
	}
	known := 0
	for r := rune(firstHan); r <= lastHan; r++ {
		if len(tab.read(r).syllables) > 0 {
			known++
		}
	}
	if known < 20_000 {
		t.Errorf("the table knows %d characters, want at least 20,000", known)
	}
	if !utf8.ValidString(pinyinText) {
		t.Error("the table is not UTF-8")
	}
}
