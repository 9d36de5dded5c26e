package links

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/picker"
	"fangtan/tui/screen"
)

// picking is the code picker, and what follows it.
type picking struct {
	*picker.Picker
	then func(codebook.No) tea.Cmd
}

// choose asks which code is to be in the middle.
func (s *Screen) choose() {
	s.pickFor(s.env.T("links.choose-code"), 0, func(n codebook.No) tea.Cmd { s.walk(place{code: n}); return nil })
}

// pickFor asks for a code other than one.
func (s *Screen) pickFor(title string, without codebook.No, then func(codebook.No) tea.Cmd) {
	s.picking = &picking{picker.New(s.env, title, picker.Options{
		Catalogue: &s.catalogue, Whole: true, Without: func(n codebook.No) bool { return n == without },
	}), then}
}

func (s *Screen) pick(msg tea.Msg) tea.Cmd {
	now := s.picking
	result, done, cmd := now.Update(msg)
	if !done {
		return cmd
	}
	s.picking = nil
	if len(result.Codes) == 0 {
		return cmd
	}
	return tea.Batch(cmd, now.then(result.Codes[0]))
}

// overPicker lays the picker over the lower right of a frame.
func (s *Screen) overPicker(frame []string, a screen.Area) ([]string, *tea.Cursor) {
	box, w, h, cursor := s.picking.Draw(a)
	x, y := max(0, a.Width-w), max(0, a.Height-h)
	frame = s.env.Ruler.Overlay(frame, strings.Split(box, "\n"), x, y)
	if cursor == nil {
		return frame, nil
	}
	return frame, tea.NewCursor(cursor.X+x, cursor.Y+y)
}
