package prompt

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/field"
	"fangtan/tui/screen"
)

// Line is one line of text.
type Line struct {
	label string
	field field.Field
	check func(env *screen.Env, value string) string
}

// NewLine makes a line that holds value.
func NewLine(label, value string) *Line {
	l := &Line{label: label}
	l.field.SetValue(value)
	return l
}

// Checked has the value looked at before the form is accepted: check gives the message that says what is wrong, or "".
func (l *Line) Checked(check func(env *screen.Env, value string) string) *Line {
	l.check = check
	return l
}

// Value is the text as typed.
func (l *Line) Value() string { return l.field.Value() }

func (l *Line) name() string { return l.label }
func (l *Line) enter()       {}
func (l *Line) exit()        {}
func (l *Line) tall() bool   { return false }

func (l *Line) written() string      { return l.Value() }
func (l *Line) rewrite(value string) { l.field.SetValue(value) }

func (l *Line) update(msg tea.Msg) (bool, tea.Cmd) { return l.field.Update(msg), nil }

func (l *Line) fault(env *screen.Env) string {
	if l.check == nil {
		return ""
	}
	return l.check(env, l.Value())
}

func (l *Line) draw(env *screen.Env, width, _ int, focused bool) ([]string, *tea.Cursor) {
	if !focused {
		return []string{env.Theme.Text.Render(env.Ruler.Fit(l.Value(), width))}, nil
	}
	text, x := l.field.View(width, env.Ruler, field.Styles{Text: env.Theme.Text, Placeholder: env.Theme.Dim})
	return []string{text}, tea.NewCursor(x, 0)
}
