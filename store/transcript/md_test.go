package transcript

import (
	"errors"
	"strings"
	"testing"

	"fangtan/codebook/text"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, md, want string }{
		{"paragraphs", "问：好\n\n答：好\n", "问：好\n\n答：好\n"},
		{"lines stay lines", "问：好\n答：好  \n再见\\\n走了", "问：好\n答：好\n再见\n走了\n"},
		{"headings", "# 题\n\n### 问：\n您好\n\n小题\n---\n话", "题\n\n问：\n您好\n\n小题\n话\n"},
		{"closed heading", "## 题 ##\n话", "题\n话\n"},
		{"emphasis", "*斜*体，**粗**体，***都***有，_a_ __b__", "斜体，粗体，都有，a b\n"},
		{"bold before a letter", "**访谈者：**您好\n\n**Q:**Hello\n\n**（笑）**对\n\n说**“不行”**就走", "访谈者：您好\n\nQ:Hello\n\n（笑）对\n\n说“不行”就走\n"},
		{"stars that are stars", "2 * 3 * 4，\\*\\*不粗\\*\\*，a*, b*.", "2 * 3 * 4，**不粗**，a*, b*.\n"},
		{"bold in code", "`**访谈者：**您好`", "**访谈者：**您好\n"},
		{"struck out", "~~错~~对", "错对\n"},
		{"links", "[现场录影](https://x.y \"题\")，<https://a.b>，![照片](p.png)，[引][r]\n\n[r]: http://z", "现场录影，https://a.b，照片，引\n"},
		{"escapes and entities", `1\. 不是列表 &amp; &lt;b&gt; \& &copy; &nosuch; & ；`, "1. 不是列表 & <b> & © &nosuch; & ；\n"},
		{"escaped entity", `\&amp; &amp;lt;`, "&amp; &lt;\n"},
		{"carriage return by entity", "a&#13;b", "a\nb\n"},
		{"bullets", "- 甲\n- 乙\n  - 丙\n    - 丁\n- 戊", "• 甲\n• 乙\n◦ 丙\n▪ 丁\n• 戊\n"},
		{"numbers", "3. 三\n4. 四\n   续\n\n1) 一\n2) 二", "3. 三\n4. 四\n续\n\n1) 一\n2) 二\n"},
		{"loose list", "- 甲\n\n- 乙\n\n  丙", "• 甲\n\n• 乙\n\n丙\n"},
		{"quotes", "> 引文\n> 二行\n\n话", "引文\n二行\n\n话\n"},
		{"table", "前\n\n| 问 | 答 |\n|---|--:|\n| **甲** | 1 |\n| a\\|b | |\n\n后", "前\n\n问\t答\n甲\t1\na|b\t\n\n后\n"},
		{"code", "```go\nx := 1\ny\n```\n话\n\n    缩进", "x := 1\ny\n\n话\n\n缩进\n"},
		{"rule", "上\n\n---\n\n下", "上\n\n下\n"},
		{"footnotes", "正文[^a]，又[^b]。\n\n[^b]: 乙\n[^a]: 甲\n", "正文[1]，又[2]。\n\n[1] 甲\n[2] 乙\n"},
		{"footnote without a mark", "正文[^a]。\n\n[^a]: 甲\n[^x]: 没人引\n", "正文[1]。\n\n[1] 甲\n[2] 没人引\n"},
		{"only a footnote without a mark", "正文。\n\n[^x]: 没人引\n", "正文。\n\n[1] 没人引\n"},
		{"mark without a footnote", "正文[^a]。", "正文[^a]。\n"},
		{"footnote of two paragraphs", "正文[^a]。\n\n[^a]: 甲\n\n    乙\n", "正文[1]。\n\n[1] 甲\n\n乙\n"},
		{"html", "一<br>二<b>三</b>\n\n<div>\n四 &amp; 五\n</div>\n\n<!-- 注 -->\n\n六", "一\n二三\n\n四 & 五\n\n六\n"},
		{"names that look like tags", "我叫<NAME>，来自<P01 village>。\n\n<VILLAGE>\n\n完", "我叫<NAME>，来自<P01 village>。\n\n<VILLAGE>\n\n完\n"},
		{"talk above a rule", "问：好\n答：好\n---\n话", "问：好\n答：好\n话\n"},
		{"front matter", "---\ntitle: \"驻村\"\ndate: 2024-03-05\n---\n# 题\n", "title: \"驻村\"\ndate: 2024-03-05\n\n题\n"},
		{"a rule first", "---\n\n话\n\n---\n", "话\n"},
		{"windows lines", "# 题\r\n\r\n话\r\n", "题\n\n话\n"},
		{"full-width spaces", "　　段首", "　　段首\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := Read("a.md", []byte(c.md))
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, src)
			if src.Text != c.want {
				t.Errorf("got %q, want %q", src.Text, c.want)
			}
		})
	}
}

func TestMarkdownHints(t *testing.T) {
	md := "# 驻村**访谈**\n\n> 链接\n\n**访谈者：**您*好*\n**受访者：** 好\n\n## 第二节\n\n- **要点**：话[^1]\n\n[^1]: 注**释**\n"
	src, err := Read("a.md", []byte(md))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		kind  text.HintKind
		level int
		words string
	}{
		{text.HintHeading, 1, "驻村访谈"},
		{text.HintQuote, 0, "链接"},
		{text.HintBold, 0, "访谈者："},
		{text.HintBold, 0, "受访者："},
		{text.HintHeading, 2, "第二节"},
		{text.HintBold, 0, "要点"},
		{text.HintNote, 0, "[1] 注释"},
		{text.HintBold, 0, "释"},
	}
	if len(src.Hints) != len(want) {
		t.Fatalf("got %+v in %q", src.Hints, src.Text)
	}
	for i, h := range src.Hints {
		if got := src.Text[h.Start:h.End]; h.Kind != want[i].kind || h.Level != want[i].level || got != want[i].words {
			t.Errorf("hint %d: %d %d %q, want %+v", i, h.Kind, h.Level, got, want[i])
		}
	}
	if src.Title != "驻村访谈" || src.Facts.Notes != 1 || src.Format != "md" {
		t.Errorf("title %q, facts %+v, format %q", src.Title, src.Facts, src.Format)
	}
}

func TestMarkdownTitle(t *testing.T) {
	for md, want := range map[string]string{
		"# 题\n\n## 一\n\n## 二\n":         "题",
		"### 问：\n好\n\n### 答：\n好\n":      "",
		"### 问：\n好\n":                   "",
		"# 一\n\n# 二\n":                  "",
		"## 小\n\n# 大\n":                 "",
		"话\n":                           "",
		"---\ntitle: 驻村\n---\n# 题\n":    "驻村",
		"# 两\n行\n\n话\n":                 "两",
		"#  Interview  with *Theo*  \n": "Interview with Theo",
	} {
		src, err := Read("a.md", []byte(md))
		if err != nil {
			t.Fatal(err)
		}
		if src.Title != want {
			t.Errorf("%q: title %q, want %q", md, src.Title, want)
		}
	}
}

// TestMarkdownDepth holds that what would take a parser forever is refused, and
// that what merely looks bad is read.
func TestMarkdownDepth(t *testing.T) {
	for unit, n := range map[string]int{"> ": 5000, "- ": 5000, "1. ": 5000, "a*b_": 11_000, "[^a]: x\n": 6000, "[a](": 5100} {
		if _, err := Read("a.md", []byte("话\n\n"+strings.Repeat(unit, n))); !errors.Is(err, &Error{Reason: ReasonTooDeep}) {
			t.Errorf("%d times %q: got %v", n, unit, err)
		}
	}
	for _, unit := range []string{"[", "![", "`", "<", "<!-- ", "*a ", "**a", "> x\n", "- x\n", "We went. ", "-----", "**问：**您\n", "&", "\\", "|-|\n"} {
		src, err := Read("a.md", []byte("话\n\n"+strings.Repeat(unit, 3000)))
		if err != nil {
			t.Fatalf("%q: %v", unit, err)
		}
		checkSource(t, src)
	}
}
