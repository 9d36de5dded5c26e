package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/field"
	"fangtan/tui/keys"
)

// line is a field for one line: what to search, or how a new code is called.
type line struct {
	title string
	hint  string
	field field.Field
	enter func(r *Reader, value string)
}

func (l *line) take(r *Reader, msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			l.leave(r)
			return nil
		case "enter":
			r.close()
			l.enter(r, strings.TrimSpace(l.field.Value()))
			return nil
		}
	}
	l.field.Update(msg)
	return nil
}

func (l *line) leave(r *Reader)    { r.close() }
func (*line) footer() []keys.Entry { return nil }

func (l *line) draw(r *Reader) overlay {
	t := r.env.Theme
	box := newBox(r, min(r.area.Width, max(r.sheet.measure, 40)+4), l.title)
	shown, column := l.field.View(box.inner, r.ruler(), field.Styles{Text: t.Text, Placeholder: t.Dim})
	box.add(shown)
	box.point(column)
	box.add(t.Dim.Render(r.ruler().Cut(l.hint, box.inner)))
	return box.lowerLeft()
}

// inVivo asks for the name of a new code, the selected words being proposed.
func (r *Reader) inVivo() {
	if r.sel.empty() {
		r.warn("reader.nothing-here")
		return
	}
	parent := r.branch()
	title := r.env.T("reader.in-vivo")
	if parent != 0 {
		title = r.env.T("reader.in-vivo-under", "Code", r.title(parent))
	}
	l := &line{title: title, hint: r.env.T("reader.in-vivo-hint"), enter: func(r *Reader, name string) { r.newCode(name, parent) }}
	l.field.SetValue(r.words())
	r.show(l)
}

// branch is where a new code goes: beside the current code.
func (r *Reader) branch() codebook.No {
	if c := r.project().Code(r.current()); c != nil {
		return c.Parent
	}
	return 0
}

// newCode makes a code and puts it on the selection, as one action.
func (r *Reader) newCode(name string, parent codebook.No) {
	row, ok := r.passage()
	p := r.project()
	switch {
	case name == "":
		r.warn("reader.no-name")
		return
	case !ok:
		r.warn("reader.nothing-here")
		return
	}
	code := codebook.Code{ID: r.env.Study.NewID(), Parent: parent}
	if p.Lang == "en" {
		code.NameEn = name
	} else {
		code.NameZh = name
	}
	row.ID, row.Code = r.env.Study.NewID(), p.Last().Codes+1
	row.Coder, row.Created = r.env.Study.Coder(), r.env.Study.Now()
	made := row.Code
	if !r.act(&codebook.Batch{Name: "code.apply-new", Names: []string{name, r.transcript().File}, Ops: []codebook.Op{
		&codebook.PutCode{Row: code}, &codebook.AddCodings{Transcript: r.doc.no, Rows: []codebook.Coding{row}},
	}}) {
		return
	}
	r.remember([]codebook.No{made})
	if r.mode == modeFree {
		r.mode = modeReading
	}
	r.say("reader.made", "Code", r.title(made))
	if r.movesOn() {
		r.onward()
	}
}
