package transcript

import (
	"strings"
	"testing"
)

// lvl is one level of a list.
func lvl(at, format, pattern, more string) string {
	return `<w:lvl w:ilvl="` + at + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + more + `<w:lvlText w:val="` + pattern + `"/></w:lvl>`
}

// lists are the numbering definitions of these tests.
var lists = `<w:abstractNum w:abstractNumId="0">` + lvl("0", "chineseCountingThousand", "%1、", "") + lvl("1", "chineseCounting", "（%2）", "") +
	lvl("2", "decimal", "%1.%2.%3", "<w:isLgl/>") + lvl("3", "lowerLetter", "%4)", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1">` + lvl("0", "bullet", "\uF0B7", "") + lvl("1", "bullet", "o", "") + `</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2">` + lvl("0", "decimal", "%1.", `<w:pStyle w:val="H1"/>`) + lvl("1", "decimal", "%1.%2", `<w:pStyle w:val="H2"/>`) + `</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Mine"/>` + lvl("0", "upperRoman", "%1.", "") + `</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Mine"/></w:abstractNum>` +
	num("1", "0", "") + num("2", "1", "") + num("3", "2", "") + num("4", "4", "") +
	num("5", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`) +
	num("6", "0", `<w:lvlOverride w:ilvl="0">`+lvl("0", "decimal", "[%1]", "")+`</w:lvlOverride>`) +
	num("7", "nowhere", "")

// num is one use of a list.
func num(id, abstract, more string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + more + `</w:num>`
}

// listStyles are paragraph styles that number their paragraphs.
const listStyles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>`

func TestWordNumbering(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"Chinese levels", numbered("1", "0", "总") + numbered("1", "1", "分") + numbered("1", "1", "分") + numbered("1", "2", "细") + numbered("1", "0", "总") + numbered("1", "1", "分"),
			"一、总 （一）分 （二）分 1.2.1 细 二、总 （一）分"},
		{"a level that never restarts", numbered("1", "3", "x") + numbered("1", "0", "y") + numbered("1", "3", "x"), "a) x 二、y b) x"},
		{"a level jumped over", numbered("1", "0", "总") + numbered("1", "2", "细"), "一、总 1.1.1 细"},
		{"bullets", numbered("2", "0", "甲") + numbered("2", "1", "乙") + numbered("2", "8", "丙"), "• 甲 ◦ 乙 丙"},
		{"numbered by style", para(`<w:pStyle w:val="H1"/>`, words("章")) + para(`<w:pStyle w:val="H2"/>`, words("节")) + para(`<w:pStyle w:val="H2"/>`, words("节")) +
			para(`<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, words("无号")), "1. 章 1.1 节 1.2 节 无号"},
		{"linked to a style", numbered("4", "0", "x") + numbered("4", "0", "x"), "I. x II. x"},
		{"two uses go on together", numbered("1", "0", "x") + numbered("6", "0", "x") + numbered("1", "0", "x"), "一、x [2] x 三、x"},
		{"a use that begins anew", numbered("1", "0", "x") + numbered("1", "0", "x") + numbered("5", "0", "x") + numbered("5", "0", "x"), "一、x 二、x 一、x 二、x"},
		{"no such list", numbered("7", "0", "x") + numbered("99", "0", "x"), "x x"},
		{"empty items count", numbered("1", "0", "x") + numbered("1", "0", "") + numbered("1", "0", "x"), "一、x  三、x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := map[string]string{"numbering": lists, "styles": listStyles}
			src, err := Read("a.docx", newDocx(c.body, more).zip(t))
			if err != nil {
				t.Fatal(err)
			}
			got := strings.ReplaceAll(strings.TrimSpace(src.Text), "\n", " ")
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDamagedNumbering reads definitions out of order and beyond all bounds.
func TestDamagedNumbering(t *testing.T) {
	for _, numbering := range []string{
		lvl("0", "decimal", "%1.", "") + `<w:lvlOverride w:ilvl="7"><w:startOverride w:val="3"/></w:lvlOverride>`,
		`<w:num w:numId="1">` + lvl("99", "decimal", "%1.", "") + `</w:num>`,
		`<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/><w:styleLink w:val="a"/></w:abstractNum>` + num("1", "0", ""),
		`<w:abstractNum w:abstractNumId="0">` + lvl("0", "decimal", strings.Repeat("%1", 1000), "") + `</w:abstractNum>` + num("1", "0", ""),
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="-99999999999999999999"/><w:numFmt w:val="upperLetter"/></w:lvl></w:abstractNum>` + num("1", "0", ""),
	} {
		src, err := Read("a.docx", newDocx(numbered("1", "0", "甲"), map[string]string{"numbering": numbering}).zip(t))
		if err != nil || src.Text != "甲\n" {
			t.Errorf("%.60s: got %+v, %v", numbering, src, err)
		}
	}
}

func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"}, {"unknown", 3, "3"}, {"none", 3, ""},
		{"lowerLetter", 1, "a"}, {"lowerLetter", 26, "z"}, {"upperLetter", 27, "AA"}, {"upperLetter", 53, "AAA"}, {"lowerLetter", 0, ""},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"lowerRoman", 4000, "4000"},
		{"ordinal", 1, "1st"}, {"ordinal", 12, "12th"}, {"ordinal", 23, "23rd"}, {"ordinal", 111, "111th"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"},
		{"chineseCounting", 101, "一百零一"}, {"chineseCounting", 110, "一百一十"}, {"chineseCounting", 1001, "一千零一"},
		{"chineseCountingThousand", 10010, "一万零一十"}, {"taiwaneseCountingThousand", 20000, "二萬"}, {"chineseCounting", 100000, "100000"},
		{"chineseLegalSimplified", 12, "壹拾贰"}, {"chineseLegalSimplified", 305, "叁佰零伍"},
		{"ideographDigital", 2024, "二〇二四"}, {"decimalFullWidth", 10, "１０"},
		{"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "甲"}, {"ideographZodiac", 12, "亥"},
		{"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircleChinese", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedFullstop", 3, "⒊"}, {"ideographEnclosedCircle", 10, "㊉"},
	} {
		if got := numeral(c.format, c.n); got != c.want {
			t.Errorf("%s %d: got %q, want %q", c.format, c.n, got, c.want)
		}
	}
}
