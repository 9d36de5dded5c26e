package excerpts

import (
	"errors"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
)

// answer is what a query denotes, or where it is at fault.
type answer struct {
	rows  []codebook.Excerpt
	fault *fault
}

// fault is where a query is at fault, in bytes, and why.
type fault struct {
	at     int
	reason query.Reason
	near   string
	err    error
}

// find answers a query.
func find(p *codebook.Project, s string) *answer {
	q, err := query.Parse(p, s)
	if err == nil {
		return &answer{rows: q.Run(p, tally.Filter{})}
	}
	bad := &query.Fault{At: 1, Reason: query.WantName, Near: s, Err: err}
	errors.As(err, &bad)
	return &answer{fault: &fault{at: byteOf(s, bad.At), reason: bad.Reason, near: bad.Near, err: bad.Err}}
}

// byteOf is the byte at which code point n of s begins, counted from 1.
func byteOf(s string, n int) int {
	at := 0
	for ; n > 1 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// explain words a fault.
func (s *Screen) explain(f *fault) string {
	switch {
	case errors.Is(f.err, codebook.ErrAmbiguous):
		return s.env.T("excerpts.fault.ambiguous", "Name", f.near)
	case errors.Is(f.err, codebook.ErrUnknown):
		return s.env.T("excerpts.fault.unknown", "Name", f.near)
	case f.reason == query.WantQuote:
		return s.env.T("excerpts.fault.quote")
	case f.reason == query.WantOneAnd:
		return s.env.T("excerpts.fault.one-and")
	}
	return s.env.T("excerpts.fault.name")
}

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
		s.fault = find(s.env.Study.Project(), typed).fault
		s.query.SetCursor(s.fault.at)
		return nil
	}
	s.typing, s.fault, s.list = false, nil, nil
	s.cursor, s.window = 0, window{}
	s.env.Study.Set(setQuery, typed)
	return s.ask()
}
