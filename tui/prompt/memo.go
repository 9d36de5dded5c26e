package prompt

import (
	"fangtan/codebook"
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

// AskMemo asks for this coder's memo on a code or a transcript: the one that is there, else a new one. An emptied memo goes.
func (s *Slot) AskMemo(title string, target codebook.Target, on codebook.No) {
	now := s.env.Study.Now()
	row := codebook.Memo{Target: target, On: on, Coder: s.env.Study.Coder(), Created: now}
	if have := Memos(s.env, target, on); len(have) > 0 && have[0].Coder == row.Coder {
		row = *have[0]
	}
	text := NewText(s.env.T("prompt.memo"), row.Text)
	form := NewForm(s.env, title, text).Keep(memoDraft(s.env.Study.Project(), target, on))
	s.Ask(form, func() error {
		if text.Value() == row.Text {
			return nil
		}
		return Do(s.env, memoOp(row, text.Value(), s.env))
	})
}

// memoOp is the op that gives a memo a text, or takes it away when there is none.
func memoOp(row codebook.Memo, text string, env *screen.Env) codebook.Op {
	if text == "" {
		return &codebook.RemoveMemo{Memo: row.No}
	}
	if row.No == 0 {
		row.ID = env.Study.NewID()
	}
	row.Text, row.Changed = text, env.Study.Now()
	return &codebook.PutMemo{Row: row}
}
