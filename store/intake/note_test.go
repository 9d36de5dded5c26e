package intake

import (
	"slices"
	"testing"

	"fangtan/store/exchange"
)

func TestOnlyInterviewersSpeak(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"nobody answers", "访谈者：请谈谈。\n好的。\n", true},
		{"nobody answers nor says a word", "访谈者：\n", true},
		{"two who ask", "访谈者：请谈谈。\n主持人：请。\n", true},
		{"a respondent without words", "访谈者：请谈谈。\n受访者：\n", true},
		{"a respondent", "访谈者：请谈谈。\n受访者：好。\n", false},
		{"a note-taker", "访谈者：请谈谈。\n记录员：没有录音。\n", false},
		{"a form to be filled in", "问：\n答：\n", false},
		{"a respondent alone", "受访者：我说说。\n", false},
		{"no speakers", "一篇文章。\n", false},
		{"boxes that stand once", "【访谈者】\n请谈谈。\n【王主任】\n我先说。\n【李书记】\n好。\n", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			plan, err := Read(folder(t, map[string]string{"a.txt": test.text}), study(t), Options{NewID: ids()})
			if err != nil {
				t.Fatal(err)
			}
			if got := slices.Contains(plan.Items[0].Notes, Note{Kind: NoteOnlyAsking}); got != test.want {
				t.Errorf("notes %v: warned %v, want %v", plan.Items[0].Notes, got, test.want)
			}
		})
	}
}

func TestListMakesInterviewerAnswer(t *testing.T) {
	files := folder(t, map[string]string{"a.txt": "主持人：我说说。\n再说一句。\n"})
	list := &exchange.Manifest{Rows: []exchange.ManifestRow{{File: "a.txt", Speaker: "主持人"}}}
	plan, err := Read(files, study(t), Options{NewID: ids(), Manifest: list})
	if err != nil {
		t.Fatal(err)
	}
	if notes := plan.Items[0].Notes; len(notes) > 0 {
		t.Errorf("a speaker whom the list lets answer: notes %v", notes)
	}
}
