package exchange

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

func TestExcerptsOut(t *testing.T) {
	p, texts := coded(t)
	all := excerptsOf(p)
	slices.Reverse(all) // the order is made here
	const head = "file,title,group,speaker,coder,code,start,end,turn,paragraph,text,before,after,memo\n"
	const village = "村干部/01 村.txt,标题 村干部/01 村.txt,cadres,"
	const asked = "\n访谈者：后来呢？"
	want := head +
		"县/county.txt,标题 县/county.txt,department-heads,A,Wang,不懂,31,55,2,2,Nobody told us anything.,The caf\u00e9\u0301 was shut.,We waited.,\n" +
		village + ",Li,政策,0,4,,1,访谈标题,,访谈者：您好吗？,\n" +
		village + "受访者,Li,家庭,22,31,2,3,家里👨‍👩‍👧都在,还好。,。文件看不懂，写得太虚。,\n" +
		village + "受访者,Wang,不懂,32,37,2,3,文件看不懂,家里👨‍👩‍👧都在。,\"，写得太虚。" + asked + "\",\n" +
		village + "受访者,Li,政策与环境,32,43,2,3,文件看不懂，写得太虚。,家里👨‍👩‍👧都在。,访谈者：后来呢？,\n" +
		village + "受访者,Li,虚,38,42,2,3,写得太虚,家里👨‍👩‍👧都在。文件看不懂，,\"。" + asked + "\",一; 二\n" +
		village + "受访者,Li,家庭,38,42,2,3,写得太虚,家里👨‍👩‍👧都在。文件看不懂，,\"。" + asked + "\",一; 二\n"
	if out := csvOf(t, ExcerptsTable(p, Source{Texts: texts}, all, ExcerptOptions{Context: 1}, Words{})); out != want {
		t.Errorf("%s", firstDifference(out, want))
	}
	if out := csvOf(t, ExcerptsTable(p, Source{Texts: texts}, all, ExcerptOptions{Starred: true}, Words{})); out !=
		head+village+"受访者,Li,虚,38,42,2,3,写得太虚,,,一; 二\n" {
		t.Errorf("starred %s", out)
	}
}

func TestExcerptOrders(t *testing.T) {
	p, texts := coded(t)
	for order, want := range map[ExcerptOrder][]string{
		OrderTranscript: {"不懂 31", "政策 0", "家庭 22", "不懂 32", "政策与环境 32", "虚 38", "家庭 38"},
		OrderCode:       {"政策 0", "虚 38", "不懂 31", "不懂 32", "家庭 22", "家庭 38", "政策与环境 32"},
		OrderGroup:      {"不懂 31", "政策 0", "家庭 22", "不懂 32", "政策与环境 32", "虚 38", "家庭 38"},
	} {
		var got []string
		for row, err := range ExcerptsTable(p, Source{Texts: texts}, excerptsOf(p), ExcerptOptions{Order: order}, Words{}).Rows {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, row[5].String()+" "+row[6].String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("order %d: %q, want %q", order, got, want)
		}
	}
}

func TestExcerptContext(t *testing.T) {
	p, texts := coded(t)
	for _, c := range []struct {
		quote         string
		n             int
		before, after string
	}{
		{"家里👨‍👩‍👧都在。", 1, "还好。", "文件看不懂，写得太虚。"},
		{"家里👨‍👩‍👧都在", 1, "还好。", "。文件看不懂，写得太虚。"},
		{"写得太虚", 1, "家里👨‍👩‍👧都在。文件看不懂，", "。\n访谈者：后来呢？"},
		{"文件看不懂", 2, "还好。家里👨‍👩‍👧都在。", "，写得太虚。\n访谈者：后来呢？\n受访者：后来就不管了。"},
		{"后来就不管了。", 9, strings.TrimSuffix(villageText[:strings.Index(villageText, "后来就")], "受访者："), ""},
		{"不管了。", 1, "后来呢？\n后来就", ""},
		{"不管了。", 2, "文件看不懂，写得太虚。\n访谈者：后来呢？\n后来就", ""},
		{"后来就不管了。", 0, "", ""},
	} {
		at := strings.Index(villageText, c.quote)
		found := []codebook.Excerpt{{Passage: codebook.Passage{Transcript: 1, Start: uint32(at), End: uint32(at + len(c.quote))}, Code: 1, Coder: 1}}
		for row, err := range ExcerptsTable(p, Source{Texts: texts}, found, ExcerptOptions{Context: c.n}, Words{}).Rows {
			if err != nil {
				t.Fatal(err)
			}
			if before, after := row[11].String(), row[12].String(); before != strings.TrimSpace(c.before) || after != c.after {
				t.Errorf("%s, %d: before %q, after %q; want %q, %q", c.quote, c.n, before, after, c.before, c.after)
			}
		}
	}
}

func TestExcerptPairs(t *testing.T) {
	p, texts := coded(t)
	at := strings.Index(villageText, "写得太虚")
	pair := codebook.Excerpt{
		Passage: codebook.Passage{Transcript: 1, Start: uint32(at), End: uint32(at + len("写得太虚"))}, Coding: numbered(101), Code: code(t, p, "P1"), Coder: 1,
		Match: &codebook.Match{Coding: numbered(102), Code: code(t, p, "X-PE"), Coder: 2},
	}
	cite, err := ParseCite("（{group}，{speaker}，第{turn}轮，{start}–{end}）")
	if err != nil {
		t.Fatal(err)
	}
	out := csvOf(t, ExcerptsTable(p, Source{Texts: texts}, []codebook.Excerpt{pair}, ExcerptOptions{Match: true, Cite: cite}, Words{}))
	want := "file,title,group,speaker,coder,code,start,end,turn,paragraph,text,before,after,memo,match,cite\n" +
		"村干部/01 村.txt,标题 村干部/01 村.txt,cadres,受访者,Li,虚,38,42,2,3,写得太虚,,,一; 二,政策与环境 (Wang),（cadres，受访者，第2轮，38–42）\n"
	if out != want {
		t.Errorf("%s", firstDifference(out, want))
	}
}

func TestCiteRefused(t *testing.T) {
	for pattern, want := range map[string]CiteError{
		"{title} {nobody}": {8, "nobody"}, "x{": {1, ""}, "{turn": {0, "turn"}, "{}": {0, ""}, "{{title}}": {0, "{title"},
	} {
		_, err := ParseCite(pattern)
		var bad *CiteError
		if !errors.As(err, &bad) || *bad != want {
			t.Errorf("%q: %v, want %+v", pattern, err, want)
		}
	}
}

func TestExcerptOfNothing(t *testing.T) {
	p, texts := coded(t)
	found := []codebook.Excerpt{{Passage: codebook.Passage{Transcript: 99, End: 1}}}
	if err := Write(&counter{}, FormatCSV, ExcerptsTable(p, Source{Texts: texts}, found, ExcerptOptions{Order: OrderGroup}, Words{}), Options{}); !errors.Is(err, codebook.ErrUnknown) {
		t.Errorf("error %v", err)
	}
}
