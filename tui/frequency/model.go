package frequency

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// unsorted stands for codebook order.
const unsorted = -1

// Screen is the table of frequencies.
type Screen struct {
	env     *screen.Env
	keys    screen.Keys[keys.Intent]
	figures tables.Figures[settings, *answer]
	grid    tables.Grid

	filter   field.Field
	typing   bool
	measured tally.Measure // that the columns are set for
	sorted   int           // column of the screen that rows are sorted by
	rows     []int         // rows of the table that are shown, in order
	set      []setColumn   // how the columns are set
	passages tables.Passages
	wanted   codebook.No // whose row to go to when it has been counted
}

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, sorted: unsorted}
	s.keys = screen.NewKeys(env, s.bindings())
	s.figures = tables.NewFigures(env, s.settings, func(p *codebook.Project, by settings) *answer {
		return count(p, by, env.Study.Text)
	})
	return s
}

// Update takes keys and messages.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.typing && s.filter.Update(msg) {
			s.arrange()
		}
	case tea.MouseMsg:
		if s.grid.Mouse(msg) {
			s.figures.Spoil()
		}
	case screen.SurroundingsChangedMsg:
		s.arrange()
	case tables.CountedMsg[settings, *answer]:
		s.counted(msg)
	case tables.PassagesFoundMsg:
		s.passages.Take(s.env, msg)
	}
	return s.figures.Update(msg)
}

// counted takes a table in; the cursor stays with its code.
func (s *Screen) counted(msg tables.CountedMsg[settings, *answer]) {
	code, by := s.code(), s.figures.Of.Settings.by
	if !s.figures.Take(msg) {
		return
	}
	if msg.Question.Settings.by != by {
		s.sorted = unsorted
		s.grid.Put(s.grid.Row, 0)
	}
	s.arrange()
	s.follow(code)
	s.wanted = 0
}

// Typing says that the filter has the keys.
func (s *Screen) Typing() bool { return s.typing }

// Back leaves the filter, then takes it away, then the order.
func (s *Screen) Back() bool {
	code := s.code()
	switch {
	case s.typing || s.filter.Value() != "":
		s.typing = false
		s.filter.SetValue("")
	case s.sorted != unsorted:
		s.sorted = unsorted
	default:
		return false
	}
	s.arrange()
	s.follow(code)
	return true
}

// Open shows a code's row, when the table has been counted.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	s.wanted = r.Code
	s.arrange()
	s.follow(s.code())
	return nil
}

// change changes a setting and counts or lays out anew.
func (s *Screen) change(name, value string) tea.Cmd {
	code := s.code()
	s.env.Study.Set(name, value)
	if s.figures.Has {
		s.arrange()
		s.follow(code)
	}
	return s.figures.Ask()
}
