package intake

import (
	"slices"
	"testing"

	"fangtan/codebook"
)

var fourGroups = []*codebook.Group{
	{No: 1, Key: "department-heads", NameZh: "部门领导", NameEn: "Department heads"},
	{No: 2, Key: "supervisors", NameZh: "监督者", NameEn: "Supervisors"},
	{No: 3, Key: "secretaries", NameZh: "第一书记", NameEn: "First secretaries"},
	{No: 4, Key: "cadres", NameZh: "村干部", NameEn: "Village cadres"},
	{No: 5, Key: "village-secretaries", NameZh: "村第一书记"},
}

func TestGuessGroup(t *testing.T) {
	tests := []struct {
		folders []string
		name    string
		want    codebook.No
		several bool
	}{
		{[]string{"第一书记"}, "周明.txt", 3, false},
		{[]string{"secretaries"}, "a.txt", 3, false},
		{[]string{"First Secretaries"}, "a.txt", 3, false},
		{[]string{"周明", "第一书记", "访谈"}, "a.txt", 3, false},
		{[]string{"村干部"}, "第一书记.txt", 4, false}, // the folder before the name
		{[]string{"3 第一书记访谈"}, "a.txt", 3, false},
		{[]string{"访谈"}, "第一书记-周明.docx", 3, false},
		{[]string{"访谈"}, "村干部谈第一书记.docx", 0, true},
		{[]string{"访谈"}, "东坪村第一书记.docx", 5, false}, // the longer name holds the shorter one
		{[]string{"访谈"}, "cadres_07.txt", 4, false},
		{[]string{"访谈"}, "mycadres.txt", 0, false}, // part of a word
		{[]string{"访谈"}, "Village cadres, Dongping.txt", 4, false},
		{[]string{"访谈"}, "a.txt", 0, false},
		{nil, "村干部.txt", 4, false},
	}
	for _, test := range tests {
		got, several := guessGroup(fourGroups, test.folders, test.name)
		if got != test.want || several != test.several {
			t.Errorf("%v %s: group %d, several %v; want %d, %v", test.folders, test.name, got, several, test.want, test.several)
		}
	}
}

func TestHeadDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"访谈编号：01\n访谈时间：2025年9月16日 9:10—10:25\n", "2025-09-16"},
		{"日期: 2025.9.6\n", "2025-09-06"},
		{"日期 2025/09/16\n", "2025-09-16"},
		{"Date: 16 September 2025, 9:10-10:25\n", "2025-09-16"},
		{"Date: Sept. 3rd, 2025\n", "2025-09-03"},
		{"Interview date 2025-09-16\n", "2025-09-16"},
		{"访谈时间：2025年2月30日\n", ""}, // no such day
		{"文件是2023年3月1日发的\n", ""},  // no word for a date before it
		{"2023年印发，访谈时间：2025年9月16日\n", "2025-09-16"},
		{"时间：上午九点\n", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := headDate(test.text, len(test.text)); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
	if got := headDate("问：那是什么时间？\n答：2025年9月16日\n", 0); got != "" {
		t.Errorf("a date in a turn was taken: %q", got)
	}
}

func TestCompareNames(t *testing.T) {
	want := []string{
		"a.txt", "访谈1.docx", "访谈2.docx", "访谈10/1.docx", "访谈10.docx", "部门领导/01 甲.txt", "部门领导/02 乙.txt", "部门领导/2/x.txt",
	}
	slices.SortFunc(want, compareNames)
	for i := range want {
		for j := range want {
			if c := compareNames(want[i], want[j]); c < 0 != (i < j) || c > 0 != (i > j) {
				t.Errorf("%s and %s: %d", want[i], want[j], c)
			}
		}
	}
	in := []string{"b/10.txt", "b/9.txt", "a10.txt", "a9.txt", "b.txt"}
	slices.SortFunc(in, compareNames)
	if got := []string{"a9.txt", "a10.txt", "b/9.txt", "b/10.txt", "b.txt"}; !slices.Equal(in, got) {
		t.Errorf("got %q, want %q", in, got)
	}
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		speakers []codebook.Speaker
		names    string
		ok       bool
		want     string // role and name of each
	}{
		{[]codebook.Speaker{{Label: "问", Role: 1}, {Label: "答"}}, "答", true, "interviewer  respondent "},
		{[]codebook.Speaker{{Label: "A"}, {Label: "B"}}, "A", true, "respondent  interviewer "},
		{[]codebook.Speaker{{Label: "A", Role: 1}, {Label: "B"}}, "A", true, "respondent  interviewer "},
		{[]codebook.Speaker{{Label: "问", Role: 1}, {Label: "答"}}, "周明", true, "interviewer  respondent 周明"},
		{[]codebook.Speaker{{Label: "问", Role: 1}, {Label: "甲"}, {Label: "乙"}}, "甲; 乙", true, "interviewer  respondent  respondent "},
		{[]codebook.Speaker{{Label: "问", Role: 1}, {Label: "甲"}, {Label: "乙"}}, "丙", false, "interviewer  respondent  respondent "},
		{nil, "丙", false, ""},
	}
	for _, test := range tests {
		ok := answers(test.speakers, test.names)
		got := ""
		for i, s := range test.speakers {
			if i > 0 {
				got += " "
			}
			got += s.Role.String() + " " + s.Name
		}
		if ok != test.ok || got != test.want {
			t.Errorf("%q: %v %q, want %v %q", test.names, ok, got, test.ok, test.want)
		}
	}
}
