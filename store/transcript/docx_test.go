package transcript

import (
	"strings"
	"testing"

	"fangtan/codebook/text"
)

// bodies are the features of a document, each with the text that must come out.
var bodies = []struct {
	name, body, want string
	facts            Facts
}{
	{"paragraphs", para("", words("问：好")) + para("", "") + para("", words("答：好")), "问：好\n\n答：好\n", Facts{}},
	{"runs join", para("", words("访")+words("谈")+look("<w:i/>", "者")), "访谈者\n", Facts{}},
	{"breaks and tabs", para(`<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>`,
		"<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>"), "甲\n乙\t丙\n丁\n", Facts{}},
	{"hyphens and symbols", para("", `<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>`+
		`<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F021"/><w:sym w:font="宋体" w:char="2460"/></w:r>`),
		"a\u2011bc✓□①\n", Facts{Symbols: 1}},
	{"line ends of the source", para("", "<w:r><w:t>一行\n 还是一行&#13;</w:t></w:r>"), "一行  还是一行\n", Facts{}},
	{"entities", para("", words("&lt;A&amp;B&gt; &#x4F60;")), "<A&B> 你\n", Facts{}},
	{"tracked insertion and deletion", para("", words("我")+`<w:ins w:id="1">`+words("不")+`</w:ins><w:del w:id="2"><w:r><w:delText>很</w:delText></w:r></w:del>`+words("知道")),
		"我不知道\n", Facts{Insertions: 1, Deletions: 1}},
	{"deleted in inserted", para("", words("甲")+`<w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`+words("丙")+`</w:ins>`),
		"甲丙\n", Facts{Insertions: 1, Deletions: 1}},
	{"tracked move", para("", `<w:moveFromRangeStart w:id="1"/><w:moveFrom>`+words("走了")+`</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`+words("中间")+`<w:moveTo>`+words("走了")+`</w:moveTo>`),
		"中间走了\n", Facts{Moves: 1}},
	{"deleted paragraph mark", para("<w:rPr><w:del/></w:rPr>", words("前半，")) + para("", words("后半。")) + para("", words("下一段。")),
		"前半，后半。\n下一段。\n", Facts{Deletions: 1}},
	{"deleted mark before a table", para("<w:rPr><w:del/></w:rPr>", words("前")) + "<w:tbl><w:tr><w:tc>" + para("", words("格")) + "</w:tc></w:tr></w:tbl>",
		"前\n格\n", Facts{Deletions: 1}},
	{"deleted last mark", para("", words("一")) + para("<w:rPr><w:del/></w:rPr>", words("二")), "一\n二\n", Facts{Deletions: 1}},
	{"moved paragraph", para("<w:rPr><w:moveFrom/></w:rPr>", "<w:moveFrom>"+words("旧")+"</w:moveFrom>") + para("", words("其他")) + para("<w:rPr><w:moveTo/></w:rPr>", "<w:moveTo>"+words("新")+"</w:moveTo>"),
		"其他\n新\n", Facts{Moves: 1}},
	{"former properties", para(`<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`,
		look(`<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>`, "看得见")), "看得见\n", Facts{}},
	{"hidden text", para("", words("甲")+look("<w:vanish/>", "真名")+look(`<w:vanish w:val="0"/>`, "乙")), "甲乙\n", Facts{HiddenRuns: 1}},
	{"hidden by style", para("", `<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>密</w:t></w:r>`+words("公开")), "公开\n", Facts{HiddenRuns: 1}},
	{"hyperlink, smart tag, directions", para("", `<w:hyperlink r:id="x">`+words("链接")+`</w:hyperlink><w:smartTag w:uri="u" w:element="e"><w:smartTagPr><w:attr w:name="n" w:val="v"/></w:smartTagPr>`+words("标签")+`</w:smartTag><w:dir w:val="rtl">`+words("字")+`</w:dir>`),
		"链接标签字\n", Facts{}},
	{"content controls", `<w:sdt><w:sdtPr><w:alias w:val="别名"/></w:sdtPr><w:sdtContent>` + para("", words("块")+`<w:sdt><w:sdtPr/><w:sdtContent>`+words("内")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>` +
		para("", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+words("单击此处输入")+`</w:sdtContent></w:sdt>`+words("完")), "块内\n完\n", Facts{}},
	{"fields", para("", words("第")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+words("3")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+words("页")+`<w:fldSimple w:instr="DATE">`+words("今天")+`</w:fldSimple>`),
		"第3页今天\n", Facts{}},
	{"field in a field's code", para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>`+
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+words("条件")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+words("结果")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "结果\n", Facts{}},
	{"field never ended", para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+words("还在")) + para("", words("也在")), "还在\n也在\n", Facts{}},
	{"two fields never ended", para("", `<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>`) + para("", words("还在")), "\n还在\n", Facts{}},
	{"field over paragraphs", para("", `<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>`+words("目录一")) + para("", words("目录二")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "目录一\n目录二\n", Facts{}},
	{"ruby", para("", `<w:r><w:ruby><w:rubyPr/><w:rt>`+words("yù")+`</w:rt><w:rubyBase>`+words("喻")+`</w:rubyBase></w:ruby></w:r>`), "喻\n", Facts{}},
	{"formula", para("", `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`), "x=1\n", Facts{}},
	{"unknown markup", para("", `<w:newThing>`+words("新")+`</w:newThing>`), "新\n", Facts{}},
	{"text box for new and old programs", para("", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+para("", words("框"))+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+para("", words("框"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+words("正文")),
		"框\n正文\n", Facts{TextBoxes: 1}},
	{"text box only for old programs", para("", `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+para("", words("旧框"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+words("正文")),
		"旧框\n正文\n", Facts{TextBoxes: 1}},
	{"text box of VML", para("", words("前")+`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>`+para("", words("甲"))+para("", words("乙"))+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`+words("后")),
		"甲\n乙\n前后\n", Facts{TextBoxes: 1}},
	{"picture and embedded", para("", `<w:r><w:drawing/></w:r><w:r><w:object/></w:r>`+words("图")) + `<w:altChunk r:id="a"/>`, "图\n", Facts{Pictures: 1, Embedded: 2}},
	{"table", "<w:tbl><w:tblPr/>" + tr(para("", words("身份")), para("", words("人数"))) + tr(para("", words("干部"))+para("", words("村")), para("", words("第一段"))+para("", words("第二段"))) + "</w:tbl>" + para("", words("后")),
		"身份\t人数\n干部 村\t第一段\n第二段\n后\n", Facts{}},
	{"empty cells", "<w:tbl>" + tr(para("", ""), para("", words("中")), para("", "")) + "</w:tbl>", "\t中\n", Facts{}},
	{"nested table", "<w:tbl>" + tr(para("", words("外")), "<w:tbl>"+tr(para("", words("内一")), para("", words("内二")))+tr(para("", words("内三")), para("", words("内四")))+"</w:tbl>"+para("", "")) + "</w:tbl>",
		"外\t内一\t内二\n内三\t内四\n", Facts{}},
	{"deleted row", "<w:tbl>" + tr(para("", words("留"))) + `<w:tr><w:trPr><w:del/></w:trPr><w:tc>` + para("", words("删")) + `</w:tc></w:tr></w:tbl>`, "留\n", Facts{Deletions: 1}},
	{"row in a content control", "<w:tbl><w:sdt><w:sdtPr/><w:sdtContent>" + tr(para("", words("甲")), para("", words("乙"))) + "</w:sdtContent></w:sdt></w:tbl>", "甲\t乙\n", Facts{}},
	{"footnotes and endnotes", para("", words("正文")+`<w:r><w:endnoteReference w:id="2"/></w:r>`+words("，又")+`<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="99"/></w:r>`+words("。")),
		"正文[1]，又[2]。\n\n[1] 尾注\n[2] 脚注甲\n脚注乙\n", Facts{Notes: 2}},
}

// tr is a row of a table.
func tr(cells ...string) string {
	return "<w:tr><w:tc><w:tcPr/>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
}

// asides are the other parts of the documents in these tests.
var asides = map[string]string{
	"styles": `<w:style w:type="character" w:styleId="Base"><w:name w:val="base"/><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Secret"><w:name w:val="secret"/><w:basedOn w:val="Base"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="my1"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="B"><w:name w:val="说话人"/><w:rPr><w:b/></w:rPr></w:style>`,
	"footnotes": `<w:footnote w:type="separator" w:id="-1">` + para("", words("线")) + `</w:footnote><w:footnote w:id="2">` +
		para("", `<w:r><w:footnoteRef/></w:r>`+words(" 脚注甲")) + para("", words("脚注乙")) + `</w:footnote>`,
	"endnotes": `<w:endnote w:id="2">` + para("", words("尾注")) + `</w:endnote>`,
}

func TestWordBodies(t *testing.T) {
	for _, c := range bodies {
		t.Run(c.name, func(t *testing.T) {
			src, err := Read("a.docx", newDocx(c.body, asides).zip(t))
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, src)
			if src.Text != c.want {
				t.Errorf("got %q, want %q", src.Text, c.want)
			}
			c.facts.Invisible = src.Facts.Invisible
			if src.Facts != c.facts {
				t.Errorf("got %+v, want %+v", src.Facts, c.facts)
			}
		})
	}
}

// TestWordStrict reads the same bodies in the namespaces of the ISO standard.
func TestWordStrict(t *testing.T) {
	for _, c := range bodies {
		parts := newDocx(c.body, asides)
		for name, content := range parts {
			content = strings.ReplaceAll(content, nsWord, nsStrict)
			parts[name] = strings.ReplaceAll(content, nsRel, "http://purl.oclc.org/ooxml/officeDocument/relationships")
		}
		src, err := Read("a.docx", parts.zip(t))
		if err != nil || src.Text != c.want {
			t.Errorf("%s: got %+v, %v, want %q", c.name, src, err, c.want)
		}
	}
}

func TestWordHints(t *testing.T) {
	body := para(`<w:pStyle w:val="T"/>`, words("驻村访谈")) +
		para(`<w:pStyle w:val="my1"/>`, words("背景")) +
		para(`<w:outlineLvl w:val="2"/>`, words("细节")) +
		para(`<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>`, words("不是标题")) +
		para("", look("<w:b/>", "访谈")+look("<w:b/>", "者：")+words("您好")+look(`<w:b w:val="false"/>`, "不粗")) +
		para(`<w:pStyle w:val="B"/>`, words("粗")+look(`<w:b w:val="0"/>`, "细")) +
		para(`<w:pStyle w:val="Q"/>`, words("引文")) +
		para("", words("末")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)
	src, err := Read("a.docx", newDocx(body, asides).zip(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		kind  text.HintKind
		level int
		words string
	}{
		{text.HintHeading, 1, "驻村访谈"},
		{text.HintHeading, 1, "背景"},
		{text.HintHeading, 3, "细节"},
		{text.HintBold, 0, "不是标题"},
		{text.HintBold, 0, "访谈者："},
		{text.HintBold, 0, "粗"},
		{text.HintQuote, 0, "引文"},
		{text.HintNote, 0, "[1] 脚注甲\n脚注乙"},
	}
	if len(src.Hints) != len(want) {
		t.Fatalf("got %d hints, want %d: %+v in %q", len(src.Hints), len(want), src.Hints, src.Text)
	}
	for i, h := range src.Hints {
		if got := src.Text[h.Start:h.End]; h.Kind != want[i].kind || h.Level != want[i].level || got != want[i].words {
			t.Errorf("hint %d: %d %d %q, want %+v", i, h.Kind, h.Level, got, want[i])
		}
	}
	if src.Title != "驻村访谈" {
		t.Errorf("title %q", src.Title)
	}
}

func TestWordAsides(t *testing.T) {
	more := map[string]string{
		"comments": `<w:comment w:id="0">` + para("", words("批注")) + `</w:comment><w:comment w:id="1"/>`,
		"header":   para("", words("页眉")),
		"footer":   para("", ""),
	}
	src, err := Read("a.docx", newDocx(para("", words("正文")+`<w:r><w:commentReference w:id="0"/></w:r>`), more).zip(t))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Facts{Comments: 2, HeadersFooters: 1}); src.Text != "正文\n" || src.Facts != want {
		t.Errorf("got %q, %+v, want %+v", src.Text, src.Facts, want)
	}
}

// TestWordPackages finds the text wherever it lies.
func TestWordPackages(t *testing.T) {
	body := element("document", "<w:body>"+para("", words("找到了"))+"</w:body>")
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/a/b.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	for name, parts := range map[string]docxParts{
		"by relation":      {"_rels/.rels": relations(map[string]string{"officeDocument": "/x/Y.xml"}), "x/y.xml": body},
		"by content type":  {"[Content_Types].xml": types, "a/b.xml": body},
		"backslashes":      {"_rels/.rels": relations(map[string]string{"officeDocument": "x/y.xml"}), `x\y.xml`: body},
		"mark in front":    {"_rels/.rels": "\uFEFF" + relations(map[string]string{"officeDocument": "y.xml"}), "y.xml": "\uFEFF" + body},
		"UTF-16":           {"_rels/.rels": relations(map[string]string{"officeDocument": "y.xml"}), "y.xml": "\xFF\xFE" + string(encode(t, encodings[6].table, strings.Replace(body, "UTF-8", "UTF-16", 1)))},
		"another encoding": {"_rels/.rels": relations(map[string]string{"officeDocument": "y.xml"}), "y.xml": string(encode(t, encodings[0].table, strings.Replace(body, "UTF-8", "GB18030", 1)))},
	} {
		src, err := Read("a.docx", parts.zip(t))
		if err != nil || src.Text != "找到了\n" {
			t.Errorf("%s: got %+v, %v", name, src, err)
		}
	}
}
