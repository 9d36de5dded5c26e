package exchange

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"fangtan/codebook"
)

func TestLowered(t *testing.T) {
	for memo, want := range map[string]string{
		"# 一\n## 二\n正文":      "#### 一\n##### 二\n正文",
		"##### 五":            "###### 五",
		"#标签 #二":             "#标签 #二",
		"```\n# 注\n```\n# 题": "```\n# 注\n```\n#### 题",
		"####### 七":          "####### 七",
	} {
		if got := lowered(memo); got != want {
			t.Errorf("%q: %q, want %q", memo, got, want)
		}
	}
}

// noted is the study with a memo of every kind; each was written on a day of its own.
func noted(t *testing.T) (*codebook.Project, Texts) {
	p, texts := study(t)
	const day = 24 * 3600 * 1000
	do(t, p, &codebook.PutLink{Row: codebook.Link{
		ID: codebook.ID{7}, Kind: codebook.LinkCauses, From: code(t, p, "P1"), To: code(t, p, "P2"), Coder: 1,
	}})
	at := uint32(strings.Index(villageText, "文件看不懂"))
	for i, m := range []codebook.Memo{
		{Target: codebook.TargetLink, On: 1, Text: "五"},
		{Target: codebook.TargetCode, On: code(t, p, "P1"), Text: "四"},
		{Target: codebook.TargetPassage, On: 1, Start: at, End: at + uint32(len("文件看不懂")), Coder: 2, Text: "# 三\n- *x*"},
		{Target: codebook.TargetTranscript, On: 1, Text: "二"},
		{Target: codebook.TargetProject, Text: "一"},
	} {
		m.ID, m.Created = codebook.ID{6, byte(i)}, int64(i)*day
		if m.Coder == 0 {
			m.Coder = 1
		}
		do(t, p, &codebook.PutMemo{Row: m})
	}
	return p, texts
}

func TestMemosTable(t *testing.T) {
	p, texts := noted(t)
	var b strings.Builder
	if err := Write(&b, FormatCSV, MemosTable(p, Source{Texts: texts}, nil, Words{}), Options{}); err != nil {
		t.Fatal(err)
	}
	at := len([]rune(villageText[:strings.Index(villageText, "文件看不懂")]))
	coder := p.Coder(1).Name
	want := fmt.Sprintf(`on,file,code,start,end,turn,coder,created,changed,text,id
project,,,,,,%[1]s,1970-01-05T00:00:00Z,1970-01-05T00:00:00Z,一,06040000-0000-0000-0000-000000000000
transcript,村干部/01 村.txt,,,,,%[1]s,1970-01-04T00:00:00Z,1970-01-04T00:00:00Z,二,06030000-0000-0000-0000-000000000000
passage,村干部/01 村.txt,,%[2]d,%[3]d,2,Wang,1970-01-03T00:00:00Z,1970-01-03T00:00:00Z,"# 三
- *x*",06020000-0000-0000-0000-000000000000
code,,虚,,,,%[1]s,1970-01-02T00:00:00Z,1970-01-02T00:00:00Z,四,06010000-0000-0000-0000-000000000000
link,,虚 → 不懂,,,,%[1]s,,,五,06000000-0000-0000-0000-000000000000
`, coder, at, at+5)
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A page has a chapter for each thing, and the words of a passage above its memo.
func TestMemosPage(t *testing.T) {
	p, texts := noted(t)
	var b strings.Builder
	keep := func(m *codebook.Memo) bool { return m.Target != codebook.TargetLink }
	if err := WriteMemosPage(&b, p, Source{Texts: texts}, keep, "备忘录", Words{}); err != nil {
		t.Fatal(err)
	}
	coder := p.Coder(1).Name
	want := fmt.Sprintf(`# 备忘录

## project

*%[1]s · 1970-01-05*

一

## 村干部/01 村.txt

*%[1]s · 1970-01-04*

二

### turn 2

> 文件看不懂

*Wang · 1970-01-03*

#### 三
- *x*

## code

### 虚

*%[1]s · 1970-01-02*

四
`, coder)
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A text that cannot be read ends the table and the page with its error.
func TestMemosOfAnUnreadableText(t *testing.T) {
	p, _ := noted(t)
	broken := errors.New("broken")
	s := Source{Texts: func(codebook.No) (string, error) { return "", broken }}
	if err := Write(io.Discard, FormatCSV, MemosTable(p, s, nil, Words{}), Options{}); !errors.Is(err, broken) {
		t.Errorf("table: %v", err)
	}
	if err := WriteMemosPage(io.Discard, p, s, nil, "", Words{}); !errors.Is(err, broken) {
		t.Errorf("page: %v", err)
	}
}
