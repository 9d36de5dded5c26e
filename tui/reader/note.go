package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// note is the form for a memo on the selection; above it stand the memos that others, or she elsewhere, wrote there.
type note struct {
	passage codebook.Coding
	old     *codebook.Memo   // being changed; nil for a new one
	others  []*codebook.Memo // that touch the passage
	text    *prompt.Text
	form    *prompt.Form
}

// openMemo opens this coder's memo on exactly the selection, or a new one; a draft left behind comes back.
func (r *Reader) openMemo() {
	row, ok := r.passage()
	if !ok {
		r.warn("reader.nothing-here")
		return
	}
	n := &note{passage: row}
	for _, memo := range r.marks.memos {
		s := span{int(memo.Start), int(memo.End)}
		point := memo.Start == memo.End && r.sel.start <= s.start && s.start < r.sel.end
		switch {
		case memo.Start == row.Start && memo.End == row.End && memo.Coder == r.env.Study.Coder():
			n.old = memo
		case point || s.touches(r.sel.span):
			n.others = append(n.others, memo)
		}
	}
	n.text = prompt.NewText("", n.was())
	n.form = prompt.NewForm(r.env, r.env.T("reader.memo"), n.text).Keep(prompt.MemoDraft(r.project(), n.draft(r)))
	r.show(n)
}

func (n *note) take(r *Reader, msg tea.Msg) tea.Cmd {
	result, cmd := n.form.Update(msg)
	switch result {
	case prompt.Accepted:
		n.save(r)
	case prompt.Left:
		n.leave(r)
	case prompt.Open:
	}
	return cmd
}

func (n *note) footer() []keys.Entry { return n.form.Footer() }

// draft is the memo that a draft is of.
func (n *note) draft(r *Reader) *codebook.Memo {
	if n.old != nil {
		return n.old
	}
	return &codebook.Memo{Target: codebook.TargetPassage, On: r.doc.no, Start: n.passage.Start, End: n.passage.End}
}

// was is the text of the memo that is there.
func (n *note) was() string {
	if n.old == nil {
		return ""
	}
	return n.old.Text
}

// leave closes the form; it has kept what was written for the next time.
func (n *note) leave(r *Reader) { r.close() }

// save writes the memo; one that was emptied is taken away. What was refused stays a draft.
func (n *note) save(r *Reader) {
	r.close()
	switch text := n.text.Value(); {
	case text == "" && n.old == nil:
		n.form.Forget()
		r.warn("reader.memo-empty")
	case text == n.was():
		n.form.Forget()
	case text == "":
		n.write(r, &codebook.RemoveMemo{Memo: n.old.No}, "reader.memo-gone")
	default:
		n.write(r, &codebook.PutMemo{Row: n.memo(r, text)}, "reader.memo-kept")
	}
}

// write makes the change and says so.
func (n *note) write(r *Reader, op codebook.Op, said string) {
	if r.act(op) {
		n.form.Forget()
		r.say(said)
	}
}

func (n *note) memo(r *Reader, text string) codebook.Memo {
	now := r.env.Study.Now()
	if n.old != nil {
		row := *n.old
		row.Text, row.Changed = text, now
		return row
	}
	return codebook.Memo{
		ID: r.env.Study.NewID(), Target: codebook.TargetPassage, On: r.doc.no, Start: n.passage.Start, End: n.passage.End,
		Coder: r.env.Study.Coder(), Created: now, Changed: now, Text: text,
	}
}

// draw is the form below the text, and above it what others wrote.
func (n *note) draw(r *Reader) overlay {
	form := n.form.Draw(screen.Area{Width: r.area.Width, Height: max(min(r.area.Height/3, 9), 5)})
	box := newBox(r, form.Width, r.env.T("reader.memos-here"))
	if len(n.others) == 0 {
		box.lines = nil
	}
	for _, memo := range n.others {
		n.other(r, box, memo)
	}
	above := len(box.lines)
	box.lines = append(box.lines, form.Lines...)
	if form.Cursor != nil {
		box.cursor = tea.NewCursor(form.Cursor.X, form.Cursor.Y+above)
	}
	return box.lowerLeft()
}

// other adds the beginning of another memo and who wrote it, as long as the memos take no more than a quarter of the area.
func (n *note) other(r *Reader, box *box, memo *codebook.Memo) {
	const most = 2 // lines of one memo
	text := memo.Text
	if c := r.project().Coder(memo.Coder); c != nil {
		text = c.Name + "  " + text
	}
	for i, l := range r.ruler().Wrap(text, box.inner) {
		if i == most || len(box.lines) > r.area.Height/4 {
			return
		}
		box.add(r.env.Theme.Dim.Render(l))
	}
}
