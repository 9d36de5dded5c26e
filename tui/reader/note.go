package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/field"
)

// note is the field for a memo on the selection, with the memos that others, or she elsewhere, wrote there above it.
type note struct {
	passage codebook.Coding
	old     *codebook.Memo   // being changed; nil for a new one
	others  []*codebook.Memo // that touch the passage
	lines   []*field.Field
	row     int
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
	text := r.drafts[n.key()]
	if text == "" && n.old != nil {
		text = n.old.Text
	}
	n.set(text)
	r.show(n)
}

func (n *note) key() span { return span{int(n.passage.Start), int(n.passage.End)} }

// set fills the lines and puts the cursor at the end.
func (n *note) set(text string) {
	n.lines = nil
	for _, l := range strings.Split(text, "\n") {
		f := field.New()
		f.SetValue(l)
		n.lines = append(n.lines, f)
	}
	n.row = len(n.lines) - 1
}

func (n *note) text() string {
	lines := make([]string, len(n.lines))
	for i, f := range n.lines {
		lines[i] = f.Value()
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n ")
}

func (n *note) take(r *Reader, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		n.paste(msg.Content)
		return nil
	case tea.KeyPressMsg:
		if edit, ok := noteKeys[msg.Keystroke()]; ok {
			edit(n, r)
			return nil
		}
	}
	n.lines[n.row].Update(msg)
	return nil
}

// noteKeys are what a note understands beside what a line does.
var noteKeys = map[string]func(*note, *Reader){
	"enter":       (*note).save,
	"esc":         (*note).leave,
	"alt+enter":   func(n *note, _ *Reader) { n.part() },
	"shift+enter": func(n *note, _ *Reader) { n.part() },
	"ctrl+j":      func(n *note, _ *Reader) { n.part() },
	"up":          func(n *note, _ *Reader) { n.row = max(n.row-1, 0) },
	"down":        func(n *note, _ *Reader) { n.row = min(n.row+1, len(n.lines)-1) },
	"backspace":   func(n *note, _ *Reader) { n.backspace() },
}

// part begins a new line at the cursor.
func (n *note) part() {
	f := n.lines[n.row]
	before, after := f.Value()[:f.Cursor()], f.Value()[f.Cursor():]
	f.SetValue(before)
	next := field.New()
	next.SetValue(after)
	next.SetCursor(0)
	n.lines = append(n.lines[:n.row+1], append([]*field.Field{next}, n.lines[n.row+1:]...)...)
	n.row++
}

// backspace at the beginning of a line joins it to the one above.
func (n *note) backspace() {
	f := n.lines[n.row]
	if f.Cursor() > 0 || n.row == 0 {
		f.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		return
	}
	above := n.lines[n.row-1]
	at := len(above.Value())
	above.SetValue(above.Value() + f.Value())
	above.SetCursor(at)
	n.lines = append(n.lines[:n.row], n.lines[n.row+1:]...)
	n.row--
}

func (n *note) paste(content string) {
	content = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(content)
	for i, l := range strings.Split(content, "\n") {
		if i > 0 {
			n.part()
		}
		n.lines[n.row].Update(tea.PasteMsg{Content: l})
	}
}

// leave closes the field and keeps what was written for the next time.
func (n *note) leave(r *Reader) {
	r.close()
	text := n.text()
	switch {
	case n.old != nil && text == n.old.Text, n.old == nil && text == "":
		delete(r.drafts, n.key())
	default:
		r.drafts[n.key()] = text
		r.say("reader.draft")
	}
}

// save writes the memo; one that was emptied is taken away.
func (n *note) save(r *Reader) {
	r.close()
	delete(r.drafts, n.key())
	text := n.text()
	switch {
	case text == "" && n.old == nil:
		r.warn("reader.memo-empty")
	case text == "":
		if r.act(&codebook.RemoveMemo{Memo: n.old.No}) {
			r.say("reader.memo-gone")
		}
	case n.old != nil && n.old.Text == text:
	default:
		if r.act(&codebook.PutMemo{Row: n.memo(r, text)}) {
			r.say("reader.memo-kept")
		}
	}
}

func (n *note) memo(r *Reader, text string) codebook.Memo {
	if n.old != nil {
		row := *n.old
		row.Text, row.Changed = text, r.env.Study.Now()
		return row
	}
	now := r.env.Study.Now()
	return codebook.Memo{
		ID: r.env.Study.NewID(), Target: codebook.TargetPassage, On: r.doc.no, Start: n.passage.Start, End: n.passage.End,
		Coder: r.env.Study.Coder(), Created: now, Changed: now, Text: text,
	}
}

// draw is what others wrote, the lines, and how to save.
func (n *note) draw(r *Reader) overlay {
	t, ruler := r.env.Theme, r.ruler()
	box := newBox(r, min(r.area.Width, max(r.sheet.measure, 40)+4), r.env.T("reader.memo"))
	room := max(r.area.Height/2-2, 2)
	for _, memo := range n.others {
		who := ""
		if c := r.project().Coder(memo.Coder); c != nil {
			who = c.Name + "  "
		}
		for i, l := range ruler.Wrap(who+memo.Text, box.inner) {
			if i == 2 || len(box.lines) > room/2 {
				break
			}
			box.add(t.Dim.Render(l))
		}
	}
	rows := min(len(n.lines), room)
	first := max(0, n.row-rows+1)
	for i := first; i < first+rows; i++ {
		shown, column := n.lines[i].View(box.inner, ruler, field.Styles{Text: t.Text, Placeholder: t.Dim})
		box.add(shown)
		if i == n.row {
			box.point(column)
		}
	}
	box.add(t.Dim.Render(ruler.Cut(r.env.T("reader.memo-hint"), box.inner)))
	return box.lowerLeft()
}
