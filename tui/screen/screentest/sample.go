package screentest

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Sample is a study with four groups, three transcripts, two coders and a small
// codebook, which codes in a language. One transcript is finished, one half read;
// codes have words, keys, a link and a memo; one is put away.
func Sample(lang string) *Study {
	s := NewStudy(lang, "林岚")
	s.AddCoder("周航")
	s.addGroups()
	s.AddAttribute("乡镇")
	s.AddAttribute("任期")
	s.transcripts()
	s.codes()
	s.codings()
	return s
}

const (
	head = "访谈者：“传帮带”的要求，您觉得具体吗？\n组织部副部长：目标是有的，写在文件里。怎么衡量，还没有细化。\n访谈者：那由谁来管？\n组织部副部长：镇里管日常，我们管考核。\n"
	zhou = "访谈者：要求具体吗？\n周明：文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。我问过镇上，镇上说你们自己把握。\n访谈者：那村干部怎么看？\n周明：说实话，头一个月他们见我就躲。后来一起跑项目，就好了。\n"
	ding = "Q: How did the secretary work with you?\nDing: He taught us how to write the reports. Nobody told him what to teach.\nQ: Did it help?\nDing: Yes, but there was no time.\n"
)

func (s *Study) transcripts() {
	s.AddTranscript(codebook.Transcript{
		File: "部门领导/01 组织部副部长.docx", Title: "组织部 副部长 甲", Group: 1, Date: "2026-03-02",
		Values: []codebook.Value{{Attribute: 1, Text: "县直"}},
	}, head)
	zhou := s.AddTranscript(codebook.Transcript{
		File: "第一书记/07 周明.docx", Title: "周明（化名）", Group: 3, Date: "2026-03-09",
		Values: []codebook.Value{{Attribute: 1, Text: "青石镇"}, {Attribute: 2, Text: "两年"}},
	}, zhou)
	ding := s.AddTranscript(codebook.Transcript{
		File: "村干部/11 丁.docx", Title: "村干部 丁", Group: 4, Date: "2026-03-10", Pair: zhou,
	}, ding)
	row := *s.P.Transcript(zhou)
	row.Pair = ding
	s.Must(&codebook.SetTranscript{Name: "transcript.set", Row: row})
	first := *s.P.Transcript(1)
	first.Finished = []codebook.No{1}
	s.Must(&codebook.SetTranscript{Name: "transcript.finish", Row: first})
	s.Places[1] = screen.Place{At: uint32(len(head)), Read: uint32(len(head))}
	read := uint32(strings.Index(s.Texts[zhou], "那村干部"))
	s.Places[zhou] = screen.Place{At: read, Read: read}
}

func (s *Study) codes() {
	for _, c := range []struct {
		under string
		row   codebook.Code
	}{
		{"", codebook.Code{Number: "P", NameZh: "理想化政策", NameEn: "Idealized policy", Color: "#2897ee", Role: codebook.RoleComponent}},
		{"P", codebook.Code{
			Number: "P1.1", NameZh: "目标不明确", NameEn: "Goals unclear", Color: "#0a7ee1", Pin: "1",
			Definition: "没有人说得清做到什么样才算成功。", Include: "“不知道帮到什么程度”，目标笼统。", Exclude: "只说任务没有写清（P2.1）。",
		}},
		{"P", codebook.Code{
			Number: "P2.1", NameZh: "要求不具体", NameEn: "Assistance requirements not specific", Color: "#1298cc", Pin: "2",
			Definition: "谁来做、做什么、多久一次、怎么衡量，文件没有写。", Include: "说到“怎么传、帮什么没写”。", Exclude: "只说目标（P1.1）。",
			Cues: "没有写; 自己把握", Examples: "“镇上说你们自己把握。”",
		}},
		{"", codebook.Code{Number: "I", NameZh: "执行机构", NameEn: "Implementing organization", Color: "#d9772b", Role: codebook.RoleComponent, Heading: true}},
		{"I", codebook.Code{Number: "I1.3", NameZh: "分工与协同", NameEn: "Division of labour", Color: "#c0562f", Pin: "q"}},
		{"I", codebook.Code{Number: "I3.2", NameZh: "能力不足", NameEn: "Lack of ability", Color: "#b0702f"}},
		{"", codebook.Code{Number: "F2", NameZh: "问题", NameEn: "problem", Color: "#8a8a8a", Role: codebook.RoleFacet}},
		{"", codebook.Code{NameZh: "旧编码", NameEn: "Old code", Archived: true}},
	} {
		if c.under != "" {
			c.row.Parent = s.CodeNamed(c.under)
		}
		s.AddCode(c.row)
	}
	s.Must(&codebook.PutMemo{Row: codebook.Memo{
		ID: s.NewID(), Target: codebook.TargetCode, On: s.CodeNamed("P2.1"), Coder: 1, Created: Now, Changed: Now,
		Text: "与 P1.1 常在同一片段，考虑以“目标”还是“任务”为界。",
	}})
	s.Must(&codebook.PutLink{Row: codebook.Link{
		ID: s.NewID(), Kind: codebook.LinkCauses, From: s.CodeNamed("P2.1"), To: s.CodeNamed("I1.3"), Coder: 1, Created: Now,
	}})
}

func (s *Study) codings() {
	for _, c := range []struct {
		transcript codebook.No
		words      string
		code       string
		coder      codebook.No
	}{
		{1, "怎么衡量，还没有细化。", "P1.1", 1},
		{1, "镇里管日常，我们管考核。", "I1.3", 1},
		{2, "文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。", "P2.1", 1},
		{2, "怎么传、帮到什么程度算完成，没有写。", "P1.1", 1},
		{2, "怎么传、帮到什么程度算完成，没有写。", "F2", 1},
		{2, "我问过镇上，镇上说你们自己把握。", "P2.1", 2},
		{2, "我问过镇上，镇上说你们自己把握。", "I1.3", 2},
		{3, "Nobody told him what to teach.", "P2.1", 1},
		{3, "there was no time", "F2", 2},
	} {
		s.Code(c.transcript, c.words, c.code, c.coder)
	}
}

// Hostile are names that try to break a frame: wide, joined, reversed, controlling, endless.
var Hostile = []string{
	"👨‍👩‍👧‍👦 家庭 ❤️ नमस्ते", "bidi \u202eabc\u2066", "esc\x1b[2J\x07 tab\t行", "e\u0301\u0301 \u0301始", strings.Repeat("很长的名字", 60), "\u200b", "“—…①”",
}
