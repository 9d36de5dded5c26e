package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// script writes a cut as a play: one line for each stretch.
func script(s string, c Cut) []string {
	var out []string
	for i, t := range c.Turns {
		words := strings.Join(strings.Fields(s[t.Text:t.End]), " ")
		line := fmt.Sprintf("%d %s> %s", c.TurnNo(i), c.Labels[t.Speaker], words)
		if t.Time >= 0 {
			line += fmt.Sprintf(" @%d", t.Time)
		}
		out = append(out, line)
	}
	return out
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"question and answer", "问：你好\n答：您好\n再说一句", []string{"1 问> 你好", "2 答> 您好 再说一句"}},
		{"traditional", "問：你好\n答：好", []string{"1 問> 你好", "2 答> 好"}},
		{"letters", "Q: Hi\nA: Hello", []string{"1 Q> Hi", "2 A> Hello"}},
		{"numbered questions", "Q1：怎么样？\nA1：行\nQ2：还有吗？\nA2：没有", []string{"1 Q> 怎么样？", "2 A> 行", "3 Q> 还有吗？", "4 A> 没有"}},
		{"words of the trade", "访谈者：甲\n受访者A：乙\n受访者B：丙", []string{"1 访谈者> 甲", "2 受访者A> 乙", "3 受访者B> 丙"}},
		{"English words", "Interviewer: Why?\nParticipant 3: Because.", []string{"1 Interviewer> Why?", "2 Participant 3> Because."}},
		{"host and guests", "主持人：请\n周明：好\n主持人：您\n李会计：行\n周明：对",
			[]string{"1 主持人> 请", "2 周明> 好", "3 主持人> 您", "4 李会计> 行", "5 周明> 对"}},
		{"one speaker again", "张三：一\n张三：二\n李四：三\n李四：四",
			[]string{"1 张三> 一", "1 张三> 二", "2 李四> 三", "2 李四> 四"}},
		{"brackets and time", "王主任(线上)(00:00:12): 我先说\n李书记（01:10）：好",
			[]string{"1 王主任(线上)> 我先说 @12", "2 李书记> 好 @70"}},
		{"boxes", "【周明】我说：对\n【李芳】：好\n【周明】 再来\n【李芳】嗯",
			[]string{"1 周明> 我说：对", "2 李芳> 好", "3 周明> 再来", "4 李芳> 嗯"}},
		{"header lines", "说话人 1 00:01:23\n第一段\n第二段\n\n说话人 2  00:08\n好\n",
			[]string{"1 说话人 1> 第一段 第二段 @83", "2 说话人 2> 好 @8"}},
		{"names as header lines", "张三 00:01\n好\n李四 00:05\n行\n张三 1:02:03\n完",
			[]string{"1 张三> 好 @1", "2 李四> 行 @5", "3 张三> 完 @3723"}},
		{"time before", "[00:01:02] 张三：你好\n[00:01:08] 李四：好", []string{"1 张三> 你好 @62", "2 李四> 好 @68"}},
		{"time on the line above", "00:01:02\n张三：你好\n00:01:05 --> 00:01:09\n李四：好\n\n00:02:00\n张三：嗯",
			[]string{"1 张三> 你好 @62", "2 李四> 好 @65", "3 张三> 嗯 @120"}},
		{"time within a turn", "张三：你好\n[00:01:02] 接着说\n李四：好\n张三：对",
			[]string{"1 张三> 你好", "1 张三> 接着说 @62", "2 李四> 好", "3 张三> 对"}},
		{"times and words alone", "张三：你好\n[00:01:02] 嗯哪\n[00:01:03] 嗯哪\n李四：好\n张三：对",
			[]string{"1 张三> 你好", "1 张三> 嗯哪 @62", "1 张三> 嗯哪 @63", "2 李四> 好", "3 张三> 对"}},
		{"time before a name alone", "00:01:02 张三\n你好\n00:01:09 李四\n好\n00:01:12 张三\n对\n", []string{"1 张三> 你好 @62", "2 李四> 好 @69", "3 张三> 对 @72"}},
		{"time of day in a turn", "问：几点\n答：早\n10:30 开的动员会\n10:30开的会：大家都来", []string{"1 问> 几点", "2 答> 早 10:30 开的动员会 10:30开的会：大家都来"}},
		{"preamble", "访谈编号：S03　对象：驻村工作队员\n时间：2024年3月5日；地点：村委会\n访谈者：李明\n受访者：王书记\n\n访谈者：您好。\n受访者：您好。",
			[]string{"1 访谈者> 您好。", "2 受访者> 您好。"}},
		{"preamble of another kind", "访谈记录\n受访者：张某（村支书）\n问：在吗？\n答：在", []string{"1 问> 在吗？", "2 答> 在"}},
		{"guests who are listed", "主题：座谈\n参会人：周明、赵会计\n周明：我先说。\n赵会计：我没有意见，就这样。\n我补充一点。\n再补充。\n没了。",
			[]string{"1 周明> 我先说。", "2 赵会计> 我没有意见，就这样。 我补充一点。 再补充。 没了。"}},
		{"speech within an answer", "问：后来呢？\n答：就那样。\n他说：不行。\n老王说：行。\n注意：这是规定。\n文件要求：驻村。\nhttps://a.b/c\n比如：开会。\n目标：清楚\n目标：不清楚",
			[]string{"1 问> 后来呢？", "2 答> 就那样。 他说：不行。 老王说：行。 注意：这是规定。 文件要求：驻村。 https://a.b/c 比如：开会。 目标：清楚 目标：不清楚"}},
		{"Markdown marks kept", "**访谈者：**您好\n\n**受访者**：好", []string{"1 访谈者> 您好", "2 受访者> 好"}},
		{"Mr.", "Mr. LIMAN: Do you recall?\nMr. POINDEXTER: No.\nMr. LIMAN: But:\nso", []string{"1 Mr. LIMAN> Do you recall?", "2 Mr. POINDEXTER> No.", "3 Mr. LIMAN> But: so"}},
		{"no speakers", "政策目标：帮扶\n主要措施：培训\n这是一篇文章。\n它说：不是访谈。\nNote: nothing.\n", nil},
		{"a list of options", "请选择。\nA：同意\nB：不同意\n一段话。\n又一段。", nil},
		{"numbered lines", "1、问：一\n答：二\n2. 问：三\n1、人手不够\n答：四", []string{"1 问> 一", "2 答> 二", "3 问> 三 1、人手不够", "4 答> 四"}},
		{"two letters", "A: Why?\nB: So.\nA: And?\nB: No.", []string{"1 A> Why?", "2 B> So.", "3 A> And?", "4 B> No."}},
		{"ordinals", "甲：一\n乙：二\n甲：三\n乙：四", []string{"1 甲> 一", "2 乙> 二", "3 甲> 三", "4 乙> 四"}},
		{"codes", "I: Why?\nP1: So.\nP2: No.", []string{"1 I> Why?", "2 P1> So.", "3 P2> No."}},
		{"a name in brackets and a time", "[张三] 10:01:23\n好\n[李四] 10:01:30\n行\n[张三] 10:02:00\n完", []string{"1 张三> 好 @36083", "2 李四> 行 @36090", "3 张三> 完 @36120"}},
		{"a foreign service", "Speaker 1  0:03\nHello. How are you?\nSpeaker 2  0:07\nFine.\n", []string{"1 Speaker 1> Hello. How are you? @3", "2 Speaker 2> Fine. @7"}},
		{"stage directions", "问：一\n答：二\n【笑】三\n（沉默）\n[笑] 四\n【笑】五", []string{"1 问> 一", "2 答> 二 【笑】三 （沉默） [笑] 四 【笑】五"}},
		{"minutes of a meeting", "会议开始 09:00\n张主任：同志们好。\n李书记：大家好。\n张主任：散会。\n会议结束 10:12",
			[]string{"1 张主任> 同志们好。", "2 李书记> 大家好。", "3 张主任> 散会。 会议结束 10:12"}},
		{"label without words", "问：\n答：\n问：真的？", []string{"1 问> ", "2 答> ", "3 问> 真的？"}},
		{"words below the label", "受访者：\n\n　　第一段。\n", []string{"1 受访者> 第一段。"}},
		{"a third letter", "Q: Hi\nA: Yes.\nB: No.\nQ: Go on\nB: So.\nA: Right.\nB: Well.",
			[]string{"1 Q> Hi", "2 A> Yes.", "3 B> No.", "4 Q> Go on", "5 B> So.", "6 A> Right.", "7 B> Well."}},
		{"wide letters", "Q：在？\nA：在。\nＢ：在。\nQ：哦\nＢ：嗯。", []string{"1 Q> 在？", "2 A> 在。", "3 Ｂ> 在。", "4 Q> 哦", "5 Ｂ> 嗯。"}},
		{"codes beside letters", "Q: Hi\nA: Yes.\nP1: No.\nR2: So.\nP1: Well.\nR2: Right.",
			[]string{"1 Q> Hi", "2 A> Yes.", "3 P1> No.", "4 R2> So.", "5 P1> Well.", "6 R2> Right."}},
		{"letters beside words", "主持人：谁先？\n受访者：我\nB：一\n主持人：还有？\nB：二\n受访者：三\nB：四",
			[]string{"1 主持人> 谁先？", "2 受访者> 我", "3 B> 一", "4 主持人> 还有？", "5 B> 二", "6 受访者> 三", "7 B> 四"}},
		{"options within an answer", "问：选哪个？\n答：有两个。\nA：同意\nB：不同意\n问：为什么？\n答：方便。", []string{"1 问> 选哪个？", "2 答> 有两个。 A：同意 B：不同意", "3 问> 为什么？", "4 答> 方便。"}},
		{"options asked twice", "问：选哪个？\nA：同意\nB：不同意\n答：头一个。\n问：再选？\nA：同意\nB：不同意\n答：一样。",
			[]string{"1 问> 选哪个？ A：同意 B：不同意", "2 答> 头一个。", "3 问> 再选？ A：同意 B：不同意", "4 答> 一样。"}},
		{"options beside letters", "Q: Which?\nA: These.\nB: one\nC: two\nQ: Why?\nA: So.", []string{"1 Q> Which?", "2 A> These. B: one C: two", "3 Q> Why?", "4 A> So."}},
		{"paths", "Q: Where?\nA: There.\nC: \\drive\nC:\\temp\nC: \\users", []string{"1 Q> Where?", "2 A> There. C: \\drive C:\\temp C: \\users"}},
		{"boxes that stand once", "【访谈者】请谈谈。\n【王主任】我先说。\n【李书记】好。\n【村支书】行。",
			[]string{"1 访谈者> 请谈谈。", "2 王主任> 我先说。", "3 李书记> 好。", "4 村支书> 行。"}},
		{"boxes above their words", "【访谈者】\n请谈谈。\n【王主任】\n我先说。\n【李书记】\n好。", []string{"1 访谈者> 请谈谈。", "2 王主任> 我先说。", "3 李书记> 好。"}},
		{"boxed headings", "【王明】\n【摘要】略\n【访谈者】请谈谈。\n【王主任】我说。\n【背景】\n东坪村。\n【文化】\n【管理】\n【工作成效】\n【笑】好",
			[]string{"1 访谈者> 请谈谈。", "2 王主任> 我说。 【背景】 东坪村。 【文化】 【管理】 【工作成效】 【笑】好"}},
		{"a boxed guest who begins", "【王明】我先说。\n【访谈者】请。\n【李芳】好。", []string{"1 王明> 我先说。", "2 访谈者> 请。", "3 李芳> 好。"}},
		{"boxes in another's text", "访谈者：请谈谈。\n受访者：好。\n【李明】\n【王主任】", []string{"1 访谈者> 请谈谈。", "2 受访者> 好。 【李明】 【王主任】"}},
		{"empty", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Segment(tt.text, nil)
			verify(t, tt.text, c)
			if got := script(tt.text, c); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	const in, re, ot = RoleInterviewer, RoleRespondent, RoleOther
	tests := []struct {
		text string
		want []Role
	}{
		{"问：一\n答：二", []Role{in, re}},
		{"主持人：一\n周明：二\n周明：三\n记录员：四", []Role{in, re, ot}},
		{"记者1：一\n记者2：二\n村支书：三\n村支书：四", []Role{in, in, re}},
		{"张三：好吗？\n李四：好。\n张三：“真的？”\n李四：是吗？真的。", []Role{in, re}},
		{"张三：好。\n李四：好。\n张三：行。\n李四：对。", []Role{re, re}},
		{"Q: a?\nA: b?\nQ: c\nA: d?", []Role{in, re}},
		{"A: Why?\nB: So.\nA: And?\nB: No.", []Role{in, re}},
		{"独白", []Role{}},
	}
	for _, tt := range tests {
		if got := GuessRoles(tt.text, Segment(tt.text, nil)); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestTurnNo(t *testing.T) {
	c := Segment("甲某：一\n甲某：二\n乙某：三\n甲某：四\n乙某：五", nil)
	for i, want := range []int{1, 1, 2, 3, 4} {
		if got := c.TurnNo(i); got != want {
			t.Errorf("TurnNo(%d) = %d, want %d", i, got, want)
		}
	}
	if c.TurnNo(-1) != 0 || c.TurnNo(5) != 0 || (Cut{}).TurnCount() != 0 {
		t.Error("a stretch that is not there has a number")
	}
}

// someHints draws hints of every kind, well placed or not.
func someHints(t *rapid.T, n int) []Hint {
	offset := rapid.IntRange(-2, n+2)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Hint {
		return Hint{
			Start: offset.Draw(t, "start"), End: offset.Draw(t, "end"),
			Kind: HintKind(rapid.IntRange(0, 6).Draw(t, "kind")), Name: rapid.SampledFrom([]string{"甲", "乙"}).Draw(t, "name"), Time: -1,
		}
	}), 0, 4).Draw(t, "hints")
}

func TestAnyTextIsCutWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someText.Draw(t, "s")
		verify(t, s, Segment(s, nil))
		verify(t, s, Segment(s, someHints(t, len(s))))
	})
}

func TestOffersMissesNoLabel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for line := range strings.SplitSeq(someText.Draw(t, "s"), "\n") {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			if l, ok := parseLabel(line, false); ok && !offers(line) {
				t.Fatalf("%q offers %+v", line, l)
			}
		}
	})
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"问：你好。\n答：您好！“是吗？”他说。\n", "说话人1  00:00\n您好\n\n说话人2  00:08\n行", "[00:01:02] 张三：a. b\n[00:02] x",
		"Q1: Mr. X?\nA: e.g. 3.14...\n", "00:01:02\n张三：一\n00:02:02\n张三：二", "时间：1\n参会人：周明、李芳\n周明：在",
	} {
		f.Add(s, 0, 3, byte(HintHeading))
	}
	f.Fuzz(func(t *testing.T, s string, start, end int, kind byte) {
		c := Segment(s, []Hint{{Start: start, End: end, Kind: HintKind(kind), Name: "甲", Time: -1}})
		verify(t, s, c)
		if got := len(GuessRoles(s, c)); got != len(c.Labels) {
			t.Fatalf("%d roles for %d labels", got, len(c.Labels))
		}
	})
}
