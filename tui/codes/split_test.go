package codes_test

import (
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
)

// codesOf lists the codes of a transcript's codings, in their order.
func codesOf(st *screentest.Stage, transcript codebook.No) string {
	var all []string
	for _, c := range st.Study.P.Codings(transcript).Rows() {
		all = append(all, st.Study.P.Code(c.Code).Name("zh"))
	}
	return strings.Join(all, " ")
}

func TestSplit(t *testing.T) {
	before := codesOf(zh(t), 2)
	for _, c := range []struct{ script, says, want string }{
		{"j j S <tab> 甲 <enter> <tab> 乙 <enter> <enter> <enter>", "拆分为“甲”、“乙”", "P2.1 要求不具体[2] >甲 >乙 I"},
		{"j j S <tab> 甲 <enter> 1 <enter> <enter>", "拆分为“甲”", "P2.1 要求不具体[2] >甲 I"},
		{"j j S / nlbz <enter> <space> <enter> <enter>", "拆分为“I3.2 能力不足”", "P2.1 要求不具体[2] I"},
		{"j j S <tab> 甲 <enter> u <space> <space> <enter>", "没有可拆分的", "P2.1 要求不具体[2] I"},
		{"j j S 1", "还没有可归入的编码", "P2.1 要求不具体[2] I"},
		{"j j S u", "还没有归过", "P2.1 要求不具体[2] I"},
		{"j j S <tab> 目标不明确 <enter>", "a name already used", "P2.1 要求不具体[2] I"},
		{"j j S <tab> 甲 <enter> 7", "7 还没有对应的编码", "P2.1 要求不具体[2] I"},
		{"S", "还没有片段", "P2.1 要求不具体[2] I"},
	} {
		st := zh(t).Press(c.script)
		if got := tree(st.Study.P); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %s", c.script, got, c.want)
		}
		if said := strings.Join(st.Said, "\n") + st.Status; c.says != "" && !strings.Contains(said, c.says) {
			t.Errorf("%s: says %q, want %q", c.script, said, c.says)
		}
	}
	st := zh(t).Press("j j S <tab> 甲 <enter> <space> <enter> <enter>")
	if got := codesOf(st, 2); got == before || strings.Count(got, " ") != strings.Count(before, " ") {
		t.Errorf("codings %s, before %s", got, before)
	}
	if st.Press("u"); codesOf(st, 2) != before || strings.Contains(tree(st.Study.P), "甲") {
		t.Errorf("one undo takes it back: %s", codesOf(st, 2))
	}
}

// Leaving asks once something is sorted, and nothing is changed by it.
func TestLeavingASplit(t *testing.T) {
	st := zh(t).Press("j j S")
	if !st.Screen.Back() || st.Screen.Back() {
		t.Error("one step back leaves a split in which nothing is sorted")
	}
	st.Press("S <tab> 甲 <enter>")
	if !st.Screen.Back() || !st.Screen.Typing() {
		t.Fatal("it does not ask")
	}
	if st.Press("y"); st.Line("P 理想化政策") == "" || strings.Contains(tree(st.Study.P), "甲") {
		t.Errorf("the tree is not back:\n%s", st.Frame())
	}
}

func TestFuse(t *testing.T) {
	st := zh(t)
	if st.Press("F"); !strings.Contains(st.Status, "没有重叠") {
		t.Errorf("says %q", st.Status)
	}
	st.Study.Code(2, "怎么传、帮到什么程度算完成，没有写。", "P2.1", 1)
	st.Study.Code(2, "没有写。", "P2.1", 1)
	stored := st.Study.P.CodingCount()
	st.Tell()
	if st.Press("F y"); st.Study.P.CodingCount() >= stored || st.Last() != "coding.fuse" {
		t.Errorf("%d codings of %d are left; last %s", st.Study.P.CodingCount(), stored, st.Last())
	}
	if st.Press("u"); st.Study.P.CodingCount() != stored {
		t.Error("one undo brings them back")
	}
}

func TestLint(t *testing.T) {
	st := zh(t).Press("v")
	st.Shows("没有定义", "从未使用")
	if st.Press("<enter>"); st.Line("核对") == "" || st.Line("P2.1 要求不具体", "▌2") != "" {
		t.Errorf("P2.1 has a definition and is shown:\n%s", st.Frame())
	}
	if !st.Screen.Back() {
		t.Error("one step back shows all codes again")
	}
	if st.Line("▌2", "P2.1") == "" {
		t.Errorf("not all codes are back:\n%s", st.Frame())
	}
}

// An example is a link: it shows the words, and Enter goes there.
func TestExamples(t *testing.T) {
	study := screentest.Sample("zh")
	code := study.CodeNamed("P2.1")
	c := study.P.Codings(2).Rows()[0]
	at := codebook.Passage{Transcript: 2, Start: c.Start, End: c.End}
	study.Must(&codebook.MarkInstance{Code: code, Passage: at})
	st := stage(t, study, "zh", 120, 40).Press("j j")
	st.Shows("周明（化名）")
	st.Press("<tab> j j j j j <enter>")
	if r, ok := st.Gone(); !ok || r.To != screen.Reader || r.Passage != at {
		t.Errorf("goes to %+v in\n%s", r, st.Frame())
	}
	if st.Press("x"); len(study.P.Code(code).Instances) != 0 || st.Last() != "code.instance-off" {
		t.Errorf("still an example; last %s", st.Last())
	}
	st.Press("<esc>")
	st.Screen.Back()
	if st.Press("j k <tab> <enter> 补。 <ctrl+s>"); !strings.HasSuffix(study.P.Code(code).Definition, "补。") {
		t.Errorf("definition %q", study.P.Code(code).Definition)
	}
}
