package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// roomy is the height from which a blank line stands between the head, the
// screen and the footer.
const roomy = 20

// frameTop and frameLines are where the screen's area begins and how many lines
// the head and the footer take.
func (a *App) frameTop() int {
	if a.height >= roomy {
		return 2
	}
	return 1
}

func (a *App) area() screen.Area {
	return screen.Area{Width: a.width, Height: max(0, a.height-2*a.frameTop())}
}

func (a *App) tooSmall() bool { return a.width < MinWidth || a.height < MinHeight }

// View is the only maker of a tea.View.
func (a *App) View() tea.View {
	if a.drawn == nil {
		a.drawn = new(a.frame())
	}
	return *a.drawn
}

func (a *App) frame() tea.View {
	content, cursor := a.draw()
	v := tea.NewView(content)
	v.AltScreen, v.ReportFocus = true, true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = a.env.Ruler.Cut(a.port.Name(), 60)
	v.Cursor = cursor
	return v
}

// draw makes the whole frame, and says where the cursor stands.
func (a *App) draw() (string, *tea.Cursor) {
	if a.width == 0 || a.height == 0 {
		return "", nil
	}
	if a.tooSmall() {
		return a.env.Ruler.Frame([]string{a.env.T("app.too-small", "Width", MinWidth, "Height", MinHeight)}, a.width, a.height), nil
	}
	body, cursor := a.front().Draw(a.area())
	if cursor != nil { // a copy: the renderer reads it while the screen goes on
		moved := *cursor
		moved.Y += a.frameTop()
		cursor = &moved
	}
	blank := make([]string, a.frameTop()-1)
	lines := append([]string{a.head()}, blank...)
	lines = append(lines, strings.Split(body, "\n")...)
	lines = append(append(lines, blank...), a.foot())
	if a.importing != nil {
		lines, cursor = a.overlayImport(lines)
	}
	if a.editing != nil && a.editing.panel != nil {
		lines, cursor = a.overlayEdit(lines)
	}
	if a.palette != nil {
		box, at := a.palette.Draw(a.area())
		x, y := (a.width-a.palette.Width(a.area()))/2, a.frameTop()
		lines = a.env.Ruler.Overlay(lines, box, x, y)
		at.X, at.Y = at.X+x, at.Y+y
		cursor = at
	}
	return strings.Join(lines, "\n"), cursor
}

// head is the top line: where the user is, figures about it, and whether all is saved.
func (a *App) head() string {
	r, t := a.env.Ruler, a.env.Theme
	left, right := a.front().Head()
	right = strings.TrimPrefix(right+" · "+a.savedWord(), " · ")
	room := a.width - 2 - r.Width(right) - 2
	if room < 12 {
		right, room = "", a.width-2
	}
	return " " + t.Heading.Render(r.Fit(left, room)) + "  " + t.Dim.Render(right) + " "
}

func (a *App) savedWord() string {
	switch {
	case a.study.ReadOnly():
		return a.readOnlyWord()
	case a.study.writer.busy():
		return a.env.T("app.saving")
	}
	return a.env.T("app.saved")
}

// readOnlyWord says that the study cannot be changed, and as of when it is.
func (a *App) readOnlyWord() string {
	if at := a.asOf(); at != "" {
		return a.env.T("app.read-only-as-of", "Time", at)
	}
	return a.env.T("app.read-only")
}

// asOf is when a study that can only be read was read, or the moment at which it is
// looked at; the day is said when it is another one. It is "" when that says nothing.
func (a *App) asOf() string {
	r, ok := a.port.(Reloader)
	if !ok || r.SnapshotTime().IsZero() {
		return ""
	}
	at, now := r.SnapshotTime().Local(), time.UnixMilli(a.port.Now()).Local()
	if at.Format(time.DateOnly) != now.Format(time.DateOnly) {
		return at.Format("2006-01-02 15:04")
	}
	return at.Format("15:04")
}

// foot is the bottom line: the status, else the keys that matter here.
func (a *App) foot() string {
	r, t := a.env.Ruler, a.env.Theme
	if a.status.text != "" {
		style := t.Text
		if a.status.warn {
			style = t.Warn
		}
		return " " + style.Render(r.Fit(a.status.text, a.width-2)) + " "
	}
	entries := a.front().Footer()
	if a.importing != nil {
		entries = a.importing.dialog.Footer()
	}
	if a.editing != nil && a.editing.panel != nil {
		entries = a.editing.panel.Footer()
	}
	if len(entries) > keys.FooterSize {
		entries = entries[:keys.FooterSize]
	}
	var b strings.Builder
	used := 1
	b.WriteByte(' ')
	last := ""
	if !a.front().Typing() {
		last = "? " + a.env.T("app.all-keys")
	}
	for _, e := range entries {
		word := a.env.T(e.Help)
		width := r.Width(e.Keys) + 1 + r.Width(word) + 3
		if used+width+r.Width(last) > a.width-1 {
			break
		}
		used += width
		b.WriteString(t.Key.Render(r.Pad(e.Keys, 0)) + " " + t.Dim.Render(r.Pad(word, 0)) + "   ")
	}
	if last != "" {
		b.WriteString(t.Key.Render("?") + " " + t.Dim.Render(a.env.T("app.all-keys")))
	}
	return r.Crop(b.String(), 0, a.width)
}
