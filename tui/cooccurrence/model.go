package cooccurrence

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Screen is the screen of co-occurrence and tension.
type Screen struct {
	env      *screen.Env
	keys     screen.Keys[keys.Intent]
	figures  tables.Figures[settings, *answer]
	passages tables.Passages

	matrix  matrix
	list    list
	tension tension
	wanted  codebook.No // whose row to go to when it has been counted
}

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env}
	s.keys = screen.NewKeys(env, s.bindings())
	s.figures = tables.NewFigures(env, s.settings, count)
	return s
}

// Update takes keys and messages.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.MouseMsg:
		s.mouse(msg)
	case screen.SurroundingsChangedMsg:
		s.arrange()
	case tables.CountedMsg[settings, *answer]:
		if s.figures.Take(msg) {
			s.arrange()
		}
	case tables.PassagesFoundMsg:
		s.passages.Take(s.env, msg)
	}
	return s.figures.Update(msg)
}

// arrange takes what was counted into the view; the cursor stays with its codes.
func (s *Screen) arrange() {
	s.figures.Spoil()
	switch {
	case !s.figures.Has:
	case s.figures.Answer.tension != nil:
		s.tension.take(s.figures.Answer)
	default:
		s.matrix.take(s.env, s.figures.Answer, s.on(setAll), s.wanted)
		s.wanted = 0
		s.list.grid.Size(len(s.figures.Answer.pairs), 1)
	}
}

// shown is the view of what was counted: until the answer to a change of view has
// come, the view before.
func (s *Screen) shown() view {
	switch v := s.view(); {
	case s.figures.Answer.tension != nil:
		return tensionView
	case v == tensionView:
		return matrixView
	default:
		return v
	}
}

// pair is the pair of codes under the cursor, 0 for none.
func (s *Screen) pair() (a, b codebook.No) {
	if !s.figures.Has {
		return 0, 0
	}
	switch s.shown() {
	case matrixView:
		return s.matrix.pair()
	case listView:
		if pairs := s.figures.Answer.pairs; s.list.grid.Row < len(pairs) {
			return pairs[s.list.grid.Row].A, pairs[s.list.grid.Row].B
		}
	}
	return 0, 0
}

// Typing is never so: there is no text field here.
func (s *Screen) Typing() bool { return false }

// Back has nothing to leave but the screen: views are settings.
func (s *Screen) Back() bool { return false }

// Head says what is shown.
func (s *Screen) Head() (left, right string) {
	now := s.settings()
	unit := tables.UnitWord(s.env, now.unit)
	if now.tension {
		return s.env.T("cooccurrence.tension-title"), s.env.T("cooccurrence.tension-head", "Unit", unit)
	}
	group := s.env.T("cooccurrence.all-groups")
	if now.group != 0 {
		group = tables.Group(s.env, s.env.Study.Project(), now.group)
	}
	left = s.env.T("cooccurrence.title", "Group", group, "Unit", unit)
	if now.dimension {
		left += s.env.T("cooccurrence.by-dimension")
	}
	if now.same {
		left += s.env.T("cooccurrence.same-coder")
	}
	return left, s.legend()
}

// Open shows a code's row in the matrix, when it has been counted.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	if r.Code == 0 {
		return nil
	}
	s.wanted = r.Code
	s.env.Study.Set(setView, string(matrixView))
	s.arrange()
	return nil
}
