package memos_test

import (
	"testing"

	"fangtan/tui/screen"
)

// What the editor left is written into the memo it was of, whatever the cursor is on.
func TestEditedOutside(t *testing.T) {
	st := zh(t).Press("E")
	wish, ok := st.Wishes[0].(screen.EditWords)
	if !ok || wish.Words != "研究问题：传帮带的要求有多具体？" || wish.Name != "memo.md" {
		t.Fatalf("%+v", st.Wishes)
	}
	st.Press("j")
	st.Send(screen.WordsEditedMsg{Of: wish.Of, Words: "# 新\n\n"})
	if got := st.Study.P.Memo(st.Study.P.Last().Memos).Text; got != "# 新" {
		t.Errorf("%q", got)
	}
	if st.Line("项目", "新", "2026-02-25") == "" {
		t.Errorf("the list shows the former words:\n%s", st.Frame())
	}
	if st.Send(screen.WordsEditedMsg{Words: "无主"}); st.Last() != "memo.set" {
		t.Errorf("words of no memo did %s", st.Last())
	}
}
