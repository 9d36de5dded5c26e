package reader

import (
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// TestTextChangedWhileOpen: the reader shows the new text and goes on selecting the
// same words; when the change is taken back it does the same.
func TestTextChangedWhileOpen(t *testing.T) {
	s := begin(t, "甲：要求不具体。[文件里没有写。]‹要求不具体:后来呢›？\n")
	before := s.reader.doc.source
	after := strings.Replace(before, "甲：", "某某甲：说实话，", 1)
	op, err := s.study.P.Rewrite(codebook.Rewriting{Transcript: s.no, Before: before, After: after, NewID: s.study.NewID})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.study.Do(op); err != nil {
		t.Fatal(err)
	}
	shows := func(want string) {
		t.Helper()
		s.study.Texts[s.no] = want
		s.send(screen.StudyChangedMsg{Revision: s.study.P.Revision()})
		if got := s.reader.doc.source; got != want {
			t.Fatalf("shows %q, want %q", got, want)
		}
		if got := want[s.reader.sel.start:s.reader.sel.end]; got != "文件里没有写。" {
			t.Errorf("selected is %q", got)
		}
	}
	shows(after)
	s.study.Grant([]screen.Wish{screen.Undo{}})
	shows(before)
}

func TestTheTextIsEditedElsewhere(t *testing.T) {
	s := begin(t, "甲：要求不具体。\n")
	s.press("E")
	if want := (screen.EditText{Transcript: s.no}); len(s.wishes) != 1 || s.wishes[0] != want {
		t.Errorf("wishes %v, want %v; said %+v", s.wishes, want, s.said)
	}
	s.study.Locked, s.wishes = true, nil
	s.press("E")
	if len(s.wishes) != 0 || !s.said.Warn {
		t.Errorf("a study that cannot be changed: %v, %+v", s.wishes, s.said)
	}
}
