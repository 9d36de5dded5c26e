package text

import (
	"slices"
	"strings"
	"testing"
)

// TestSentences writes each text with | where one sentence ends and the next begins.
func TestSentences(t *testing.T) {
	tests := []string{
		"文件下来了。|可是没有细则！|你说呢？|嗯",
		"真的吗？！|不会吧！！！|好……。|走",
		"那个……我也说不好……反正就那样。|完了",
		"任务太重了：上周四个检查；还有两个会，都要去。",
		"他说：“文件写得笼统。”|我也这么看。",
		"“我叫张三！”|“你呢？”",
		"他问：‘为什么？’|没人答。|『走！』|「好。」|（笑！）|【完。】",
		"“好！”。|然后",
		"第一句。  　|第二句。",
		"Mr. Liman asked. |Dr. Who did not.",
		"It is 3.14 percent. |See p. 5 and Fig. 2. |No. |No. 7 is next.",
		"e.g. this, i.e. that. |In the U.S. we do. |J. R. R. Tolkien wrote.",
		"So did I. |Then we left at 5 p.m. |It rained.",
		"1988 or...? |Start with the beginnings.",
		"Well... I think so. |Yes!",
		"“Why?” he asked. |\"Go!\" |\"No. |Stay.\"",
		"See http://a.b/c?d=e!f for more. |Done.",
		"1. 完善政策内容。|2. 强化队伍",
		"没有细则.|后来有了.|Good. |Node.js 3.5.2 好.",
		"经费５．５万元。|好",
		"好不好?|好!|行.",
		"吃了(是吧?)|对",
		"a. first point. |B",
		"？",
		"好‼️|再来⁉|嗯",
		"是\u0301。\u0301|对",
	}
	for _, tt := range tests {
		var want []string
		for _, p := range strings.Split(tt, "|") {
			want = append(want, strings.TrimSpace(p))
		}
		s := strings.ReplaceAll(tt, "|", "")
		c := Segment(s, nil)
		verify(t, s, c)
		var got []string
		for _, m := range c.Sentences {
			got = append(got, s[m.Start:m.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", s, got, want)
		}
	}
}

func TestSentencesStayInTheirLine(t *testing.T) {
	s := "第一行没有句号\n第二行\n\n　第三行。 \n"
	c := Segment(s, nil)
	verify(t, s, c)
	if len(c.Sentences) != 3 || len(c.Paragraphs) != 3 || c.Paragraphs[2].EndCh != 14 {
		t.Errorf("cut as %+v", c)
	}
}
