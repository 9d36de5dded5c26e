package excerpts

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// setQuery is the name of the setting that keeps the query.
const setQuery = "excerpts/query"

// Screen is the list of passages.
type Screen struct {
	env    *screen.Env
	keys   screen.Keys[keys.Intent]
	front  screen.Front
	sketch tables.Sketch
	area   screen.Area

	list  *screen.List // from another screen; nil shows the query's
	count tables.Count[string, *answer]
	texts texts

	cursor int
	window window

	slot   *prompt.Slot
	query  field.Field
	typing bool
	fault  *query.Fault
}

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, area: screen.Area{Width: 80, Height: 24}, texts: newTexts(), slot: prompt.NewSlot(env)}
	s.keys = screen.NewKeys(env, s.bindings())
	return s
}

// Update takes keys and messages.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return tea.Batch(s.press(msg), s.settle())
	case tea.PasteMsg:
		if s.slot.Open() {
			s.sketch.Spoil()
			return s.slot.Update(msg)
		}
		if s.typing && s.query.Update(msg) {
			s.fault = nil
			s.sketch.Spoil()
		}
	case tea.MouseMsg:
		return tea.Batch(s.mouse(msg), s.settle())
	case screen.ResizedMsg:
		s.area = msg.Area
		return s.settle()
	case screen.ShownMsg:
		s.front.Drawn()
		return tea.Batch(s.ask(), s.settle())
	case screen.StudyChangedMsg:
		if s.front.Changed() {
			return tea.Batch(s.ask(), s.settle())
		}
	case screen.SurroundingsChangedMsg:
		s.sketch.Spoil()
		if s.front.Changed() {
			return tea.Batch(s.ask(), s.settle())
		}
	case screen.TextReadMsg:
		if s.texts.take(s.env.Study.Project(), msg) {
			return s.settle()
		}
	case tables.CountedMsg[string, *answer]:
		s.answered(msg)
		return s.settle()
	case tables.LateMsg[string]:
		if s.count.Waited(msg) {
			s.sketch.Spoil()
		}
	}
	return nil
}

// Open shows a list from another screen, else the passages of a code, else what
// was shown last.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	if r.List == nil && r.Code == 0 {
		return nil
	}
	s.slot.Close()
	s.list, s.typing, s.fault = r.List, false, nil
	s.cursor, s.window = 0, window{}
	if r.List == nil {
		s.env.Study.Set(setQuery, tables.QueryWord(s.env.Study.Project(), r.Code))
	}
	return tea.Batch(s.ask(), s.settle())
}

// ask asks for the query's passages, unless a list from elsewhere is shown.
func (s *Screen) ask() tea.Cmd {
	s.sketch.Spoil()
	query := s.env.Study.Setting(setQuery)
	if s.list != nil || query == "" {
		return nil
	}
	return s.count.Ask(s.env.Study.Project(), query, s.find)
}

// answered takes the passages of a query in; the cursor stays with its passage.
func (s *Screen) answered(msg tables.CountedMsg[string, *answer]) {
	here, had := s.here()
	if !s.count.Take(msg) || s.list != nil {
		return
	}
	s.sketch.Spoil()
	s.cursor = 0
	for i, e := range s.rows() {
		if had && e.Coding == here.Coding && e.Passage == here.Passage {
			s.cursor = i
			break
		}
	}
	s.window.top = min(s.window.top, s.cursor)
}

// rows are the passages shown.
func (s *Screen) rows() []codebook.Excerpt {
	switch {
	case s.list != nil:
		return s.list.Rows
	case s.count.Has && s.count.Of.Settings == s.env.Study.Setting(setQuery):
		return s.count.Answer.rows
	}
	return nil
}

// here is the passage under the cursor.
func (s *Screen) here() (codebook.Excerpt, bool) {
	rows := s.rows()
	if s.cursor >= len(rows) {
		return codebook.Excerpt{}, false
	}
	return rows[s.cursor], true
}

// Typing says that the query, or what is asked, has the keys.
func (s *Screen) Typing() bool { return s.typing || s.slot.Open() }

// Back leaves what is asked, or the query's field.
func (s *Screen) Back() bool {
	if s.slot.Close() {
		s.sketch.Spoil()
		return true
	}
	if !s.typing {
		return false
	}
	s.typing, s.fault = false, nil
	s.sketch.Spoil()
	return true
}

// Head says what is shown, and where in it the cursor is.
func (s *Screen) Head() (left, right string) {
	left = s.env.T("excerpts.title")
	if title := s.title(); title != "" {
		left = s.env.T("excerpts.title-of", "What", title)
	}
	if n := len(s.rows()); n > 0 {
		right = s.env.T("excerpts.at", "N", tables.Whole(s.cursor+1), "Total", tables.Whole(n))
	}
	return left, right
}

func (s *Screen) title() string {
	if s.list != nil {
		return s.list.Title
	}
	return s.env.Study.Setting(setQuery)
}

// command prints what is shown; empty where no command does.
func (s *Screen) command() string {
	if s.list != nil {
		return s.list.Command
	}
	if query := s.env.Study.Setting(setQuery); query != "" {
		return "fangtan excerpts " + tables.Quote(query)
	}
	return ""
}
