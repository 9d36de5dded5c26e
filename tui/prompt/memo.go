package prompt

import (
	"fmt"
	"strings"
	"time"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/screen"
)

// Memos are the memos on a thing, this coder's before those of others.
func Memos(env *screen.Env, target codebook.Target, on codebook.No) []*codebook.Memo {
	var mine, others []*codebook.Memo
	for _, m := range env.Study.Project().Memos() {
		switch {
		case m.Target != target || m.On != on:
		case m.Coder == env.Study.Coder():
			mine = append(mine, m)
		default:
			others = append(others, m)
		}
	}
	return append(mine, others...)
}

// TellMemos adds the memos on a thing to what stands beside it, each under whose it is and from when.
func TellMemos(env *screen.Env, a *aside.Lines, target codebook.Target, on codebook.No) {
	for _, m := range Memos(env, target, on) {
		a.Gap()
		a.Dim(env.T("prompt.memo") + " · " + MemoBy(env, m))
		a.Markdown(m.Text)
	}
}

// MemoBy says whose a memo is and when it was changed last.
func MemoBy(env *screen.Env, m *codebook.Memo) string {
	by := []string{}
	if c := env.Study.Project().Coder(m.Coder); c != nil {
		by = append(by, c.Name)
	}
	return strings.Join(append(by, Day(max(m.Created, m.Changed))), " · ")
}

// Day is the local day of a time in Unix milliseconds.
func Day(ms int64) string { return time.UnixMilli(ms).Format(time.DateOnly) }

// AskMemo asks for this coder's memo on a code or a transcript: the one that is there, else a new one. An emptied memo goes.
func (s *Slot) AskMemo(title string, target codebook.Target, on codebook.No) {
	row := NewMemo(s.env, target, on)
	if have := Memos(s.env, target, on); len(have) > 0 && have[0].Coder == row.Coder {
		row = *have[0]
	}
	s.EditMemo(title, row)
}

// NewMemo is a memo of this coder that is not written yet.
func NewMemo(env *screen.Env, target codebook.Target, on codebook.No) codebook.Memo {
	return codebook.Memo{Target: target, On: on, Coder: env.Study.Coder(), Created: env.Study.Now()}
}

// EditMemo asks for the text of a memo, a new one if it has no number. An emptied memo goes.
func (s *Slot) EditMemo(title string, row codebook.Memo) {
	text := NewText(s.env.T("prompt.memo"), row.Text)
	form := NewForm(s.env, title, text).Keep(MemoDraft(s.env.Study.Project(), &row))
	s.Ask(form, func() error { return WriteMemo(s.env, row, text.Value()) })
}

// WriteMemo gives a memo a text and says so. One that is emptied goes; an empty new one is none.
func WriteMemo(env *screen.Env, row codebook.Memo, text string) error {
	switch {
	case text == row.Text:
		return nil
	case text == "":
		return Do(env, &codebook.RemoveMemo{Memo: row.No})
	case row.No == 0:
		row.ID = env.Study.NewID()
	}
	row.Text, row.Changed = text, env.Study.Now()
	return Do(env, &codebook.PutMemo{Row: row})
}

// MemoDraft names the draft of a memo: after the memo, or a new one after what it is to hang on.
func MemoDraft(p *codebook.Project, row *codebook.Memo) string {
	t, c, l := p.Transcript(row.On), p.Code(row.On), p.Link(row.On)
	switch {
	case row.No != 0:
		return "memo/" + row.ID.String()
	case row.Target == codebook.TargetTranscript && t != nil:
		return "memo/transcript/" + t.ID.String()
	case row.Target == codebook.TargetPassage && t != nil:
		return fmt.Sprintf("memo/passage/%s/%d-%d", t.ID, row.Start, row.End)
	case row.Target == codebook.TargetCode && c != nil:
		return "memo/code/" + c.ID.String()
	case row.Target == codebook.TargetLink && l != nil:
		return "memo/link/" + l.ID.String()
	}
	return "memo/project"
}
