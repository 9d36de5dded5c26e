package prompt

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// Text is text of several lines.
type Text struct {
	label string
	area  textarea.Model
}

// NewText makes a text that holds value.
func NewText(label, value string) *Text {
	a := textarea.New()
	a.SetVirtualCursor(false)
	a.SetStyles(textarea.Styles{}) // the lines are set by the ruler, without styles of their own
	a.Prompt, a.ShowLineNumbers = "", false
	a.KeyMap.Paste.SetEnabled(false) // a terminal pastes by itself; this would run a program
	a.CharLimit, a.MaxHeight, a.MaxWidth = 0, 0, 0
	a.SetValue(value)
	return &Text{label: label, area: a}
}

// Value is the text without blanks at its ends.
func (x *Text) Value() string { return strings.TrimSpace(x.area.Value()) }

func (x *Text) name() string             { return x.label }
func (x *Text) exit()                    { x.area.Blur() }
func (x *Text) tall() bool               { return true }
func (x *Text) fault(*screen.Env) string { return "" }

func (x *Text) written() string      { return x.area.Value() }
func (x *Text) rewrite(value string) { x.area.SetValue(value) }

// enter drops the command that would make a cursor blink: the terminal's own does as it likes.
func (x *Text) enter() { _ = x.area.Focus() }

// update makes the line ends of a paste those of a text: terminals send what the clipboard has.
func (x *Text) update(msg tea.Msg) (understood bool, cmd tea.Cmd) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(paste.Content)}
	}
	x.area, cmd = x.area.Update(msg)
	return true, cmd
}

func (x *Text) draw(env *screen.Env, width, height int, focused bool) ([]string, *tea.Cursor) {
	if !focused {
		return x.glance(env, width, height), nil
	}
	if x.area.Width() != width || x.area.Height() != height {
		x.area.SetWidth(width)
		x.area.SetHeight(height)
		x.area, _ = x.area.Update(nil) // brings the cursor back into sight
	}
	lines := strings.Split(ansi.Strip(x.area.View()), "\n")
	for i, line := range lines {
		lines[i] = env.Theme.Text.Render(env.Ruler.Fit(line, width))
	}
	cursor := x.area.Cursor()
	if cursor == nil {
		return lines, tea.NewCursor(0, 0)
	}
	return lines, tea.NewCursor(min(cursor.X, width-1), min(cursor.Y, height-1))
}

// glance gives the first lines; an ellipsis says that there are more.
func (x *Text) glance(env *screen.Env, width, height int) []string {
	lines := env.Ruler.Wrap(x.Value(), width)
	if len(lines) > height {
		lines = lines[:height]
		lines[height-1] = env.Ruler.Cut(lines[height-1]+cell.Ellipsis, width)
	}
	for i, line := range lines {
		lines[i] = env.Theme.Text.Render(line)
	}
	return lines
}
