package reader

import (
	"fmt"

	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// interview is a made-up talk with what a page has to cope with: quotes, English, a long turn, a time, harmful signs.
const interview = `访谈者：“传帮带”的要求，您觉得具体吗？
周明：文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。我问过镇上，镇上说你们自己把握。
后来我就按自己在单位带新人的办法来。
访谈者：那村干部怎么看？
周明：说实话，头一个月他们见我就躲。我一开口就是 KPI、PPT、SOP，他们听不懂，也不好意思问。后来我换了办法，先跟着他们跑了半个月的户，谁家有几口人、谁家的地租给了谁，跑完心里就有数了，他们也不躲了。
访谈者：镇上有没有人来看过？
周明：来过两回。	第一回坐了十分钟，拍了照就走。第二回倒是问了几句，问的是台账。
访谈者：台账是谁做的？
周明：我做的。村里会用电脑的就文书一个人，她还要管妇联、管医保、管疫苗登记。我要是不做，她就得熬夜。可是做着做着，就变成我替她干了，不是我教她干。
访谈者：您觉得这算“传帮带”吗？
周明：（笑）这个问题问得好。文件上说是“带”，实际上是“代”，代替的代。
访谈者：如果让您来改，您会改什么？
周明：第一，说清楚谁来带、带谁、带多久。第二，别光看台账，来村里坐半天，听他们自己讲一件事是怎么办成的。第三，` + "\x1b[31m" + `镇上也要有人担责任，不能什么都压给第一书记。
`

// page is a reader at the interview with codings over each other, two coders, four groups, a memo and a star.
func page(t *testing.T, lang string) *session {
	t.Helper()
	s := newSession(t, lang)
	policy := s.study.AddCode(codebook.Code{Number: "P", NameZh: "理想化政策", NameEn: "Idealised policy", Color: "#2f6fa8", Heading: true})
	p := func(number, zh, en, color, pin string) codebook.No {
		return s.study.AddCode(codebook.Code{Parent: policy, Number: number, NameZh: zh, NameEn: en, Color: color, Pin: pin, Definition: "谁来做、做什么、多久一次、怎么衡量，文件没有写。", Include: "说到“怎么传、帮什么没写”", Exclude: "只说目标（P1.1）"})
	}
	aim := p("P1.1", "目标不明确", "Unclear aims", "#2f6fa8", "q")
	ask := p("P2.1", "要求不具体", "Requirements not specific", "#3b8fd0", "w")
	share := p("I1.3", "分工与协同", "Division of work and cooperation", "#c0562f", "e")
	skill := p("I3.2", "能力不足", "Lack of skill", "#d08a2f", "r")
	avoid := p("T2.1", "回避与抵触", "Avoidance and resistance", "#3f8f4f", "t")
	problem := p("F2", "问题", "Problem", "#808080", "y")
	groups := []codebook.No{}
	for _, g := range [][3]string{{"department-heads", "部门领导", "Department heads"}, {"supervisors", "监督者", "Supervisors"}, {"secretaries", "第一书记", "First secretaries"}, {"cadres", "村干部", "Village cadres"}} {
		groups = append(groups, s.study.AddGroup(g[0], g[1], g[2]))
	}
	second := s.study.AddCoder("乙")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "03 周明（化名）.txt", Title: "03 周明（化名）", Group: groups[2]}, interview)
	at := func(words string, code, coder codebook.No) codebook.Coding {
		i := strings.Index(interview, words)
		if i < 0 {
			t.Fatalf("%q is not in the interview", words)
		}
		return codebook.Coding{Start: uint32(i), End: uint32(i + len(words)), Code: code, Coder: coder}
	}
	star := at("文件上说是“带”，实际上是“代”，代替的代。", share, 0)
	star.Flags = codebook.Starred
	s.study.Put(s.no,
		at("文件里就一句话，让我们“传经验、帮方法、带作风”。怎么传、帮到什么程度算完成，没有写。", ask, 0),
		at("怎么传、帮到什么程度算完成，没有写。", aim, 0), at("怎么传、帮到什么程度算完成，没有写。", problem, second),
		at("我问过镇上，镇上说你们自己把握。", share, 0), at("我问过镇上，镇上说你们自己把握。", share, second),
		at("头一个月他们见我就躲。", avoid, 0), at("我一开口就是 KPI、PPT、SOP，他们听不懂，也不好意思问。", skill, 0),
		at("见我就躲。我一开口就是 KPI", problem, second), at("他们听不懂", aim, 0), at("听不懂，也不", ask, second),
		at("村里会用电脑的就文书一个人，她还要管妇联、管医保、管疫苗登记。我要是不做，她就得熬夜。", skill, 0), star,
	)
	memo := at("后来我换了办法", 0, 0)
	if err := s.study.Do(&codebook.PutMemo{Row: codebook.Memo{ID: s.study.NewID(), Target: codebook.TargetPassage, On: s.no, Start: memo.Start, End: memo.End, Coder: second, Text: "先跑户，再说话：这是方法，也是态度。"}}); err != nil {
		t.Fatal(err)
	}
	s.study.Set(setRecent, fmt.Sprint(share))
	s.open(codebook.Passage{Transcript: s.no})
	return s
}

var sizes = []screen.Area{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 200, Height: 60}}

func TestFrame(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, a := range sizes {
			for _, c := range []struct{ name, keys string }{
				{"reading", "j j j"}, {"picker", "j c yqb"}, {"keys", "j <tab>"}, {"memo", "j j j j j j j j m 想一想 <enter> 再写"}, {"which", "j j x"},
			} {
				if c.name != "reading" && (lang == "en" || a.Width == 200) && c.name != "keys" {
					continue
				}
				t.Run(fmt.Sprintf("%s/%s/%dx%d", c.name, lang, a.Width, a.Height), func(t *testing.T) {
					s := page(t, lang)
					s.send(screen.ResizedMsg{Area: a})
					s.press(c.keys)
					content, cursor := s.frame(a.Width, a.Height)
					checkSize(t, content, a)
					tuitest.Golden(t, content, cursor)
				})
			}
		}
	}
}

// checkSize holds the frame to its area, line by line.
func checkSize(t *testing.T, content string, a screen.Area) {
	t.Helper()
	lines := strings.Split(content, "\n")
	if len(lines) != a.Height {
		t.Errorf("%d lines, want %d", len(lines), a.Height)
	}
	for i, l := range lines {
		if w := ansi.WcWidth.StringWidth(l); w > a.Width {
			t.Errorf("line %d is %d columns wide, want %d at most", i, w, a.Width)
		}
	}
}

// The colours of one frame, with the selection reversed and what the search found underlined.
func TestFrameColoured(t *testing.T) {
	s := page(t, "zh")
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 100, Height: 24}})
	s.press("j / 传 <enter>")
	content, _ := s.frame(100, 24)
	golden.RequireEqual(t, strings.ReplaceAll(content, "\x1b", "␛")+"\n")
}
