package excerpts

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/tui/wording"
)

// answer is what a query denotes, or where it is at fault, or why it cannot be answered.
type answer struct {
	rows  []codebook.Excerpt
	fault *query.Fault
	err   error
}

// find answers a query.
func (s *Screen) find(p *codebook.Project, typed string) *answer {
	q, err := query.Parse(p, typed)
	if err != nil {
		return &answer{fault: faultOf(err)}
	}
	rows, err := q.Run(p, tally.Filter{}, s.env.Study.Text)
	return &answer{rows: rows, err: err}
}

// faultOf is what the language says of a faulty query; it says nothing else.
func faultOf(err error) *query.Fault {
	var f *query.Fault
	if !errors.As(err, &f) {
		f = &query.Fault{At: 1, Err: err}
	}
	return f
}

// explain words a fault.
func (s *Screen) explain(f *query.Fault) string { return wording.QueryFault(s.env.Words, f) }

// beginQuery opens the query's field with the query shown.
func (s *Screen) beginQuery() {
	s.typing, s.fault = true, nil
	if s.list == nil {
		s.query.SetValue(s.env.Study.Setting(setQuery))
	} else {
		s.query.SetValue("")
	}
	s.sketch.Spoil()
}

// pressQuery takes keys while a query is typed.
func (s *Screen) pressQuery(msg tea.KeyPressMsg) tea.Cmd {
	s.sketch.Spoil()
	switch msg.String() {
	case "esc":
		s.Back()
		return nil
	case "enter":
		return s.run()
	}
	if s.query.Update(msg) {
		s.fault = nil
	}
	return nil
}

// run asks for what was typed. A query that cannot be understood stays in the
// field, the cursor at the fault, and what was shown stays.
func (s *Screen) run() tea.Cmd {
	typed := s.query.Value()
	if typed == "" {
		s.Back()
		return nil
	}
	if _, err := query.Parse(s.env.Study.Project(), typed); err != nil {
		s.fault = faultOf(err)
		s.query.SetCursor(s.fault.Byte)
		return nil
	}
	s.typing, s.fault, s.list = false, nil, nil
	s.cursor, s.window = 0, window{}
	s.env.Study.Set(setQuery, typed)
	return s.ask()
}
