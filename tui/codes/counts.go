package codes

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/screen"
)

// counts are the figures of all codes at one revision of the study.
type counts struct {
	revision uint64
	own      *tally.Frequency // by group
	rolled   *tally.Frequency // by group, with sub-codes
	united   int              // codings of all codes, overlaps of one code united
	row      []int            // by code: its row in both tables, -1 for none
	groups   []int            // columns that are shown: every group, and what has none if there is any
	peaks    [2][]int         // by level, own and rolled: the largest figure of a code in a group
	most     int              // the largest figure of all
}

// peak is the largest figure that a code of a level had in a group when it was counted; 0 for a level that is new since.
func (c *counts) peak(rollup bool, level int) int {
	peaks := c.peaks[0]
	if rollup {
		peaks = c.peaks[1]
	}
	if level >= len(peaks) {
		return 0
	}
	return peaks[level]
}

// measure finds what the bars are drawn by.
func (c *counts) measure() {
	for column, n := range c.own.Columns.Nos {
		if n != 0 || c.own.Bases[column].Transcripts > 0 {
			c.groups = append(c.groups, column)
		}
	}
	for i, f := range []*tally.Frequency{c.own, c.rolled} {
		for row, level := range f.Level {
			for len(c.peaks[i]) <= level {
				c.peaks[i] = append(c.peaks[i], 0)
			}
			for _, in := range f.Cells[row] {
				c.peaks[i][level] = max(c.peaks[i][level], in.Codings)
			}
			c.most = max(c.most, f.Totals[row].Codings)
		}
	}
}

// known says that code n was counted.
func (c *counts) known(n codebook.No) bool { return int(n) < len(c.row) && c.row[n] >= 0 }

// of is the number of codings of a code, alone and with its sub-codes.
func (c *counts) of(n codebook.No) (own, rolled int) {
	i := c.row[n]
	return c.own.Totals[i].Codings, c.rolled.Totals[i].Codings
}

// table is the table with sub-codes or without.
func (c *counts) table(rollup bool) *tally.Frequency {
	if rollup {
		return c.rolled
	}
	return c.own
}

// countedMsg brings the counts of a revision.
type countedMsg struct{ counts counts }

// countCmd counts the study as it is, unless that is done or under way.
func (s *Screen) countCmd() tea.Cmd {
	p := s.env.Study.Project()
	if s.counting || s.counts.own != nil && s.counts.revision == p.Revision() {
		return nil
	}
	s.counting = true
	snapshot := p.Snapshot()
	return func() tea.Msg { return countedMsg{count(snapshot)} }
}

func count(p *codebook.Project) counts {
	by, unit := tally.ByGroup(p), tally.Unit{}
	c := counts{
		revision: p.Revision(),
		own:      tally.FrequencyOf(p, tally.Filter{}, by, unit, false),
		rolled:   tally.FrequencyOf(p, tally.Filter{}, by, unit, true),
		row:      make([]int, p.CodeLimit()),
	}
	for i := range c.row {
		c.row[i] = -1
	}
	for i, n := range c.own.Codes {
		c.row[n] = i
		c.united += c.own.Totals[i].Codings
	}
	c.measure()
	return c
}

// counted takes counts in. When the study has gone on since they are dropped and made anew.
func (s *Screen) counted(msg countedMsg) tea.Cmd {
	s.counting = false
	if msg.counts.revision == s.env.Study.Project().Revision() {
		s.counts = msg.counts
		return nil
	}
	return s.countCmd()
}

// roll switches the figures between a code alone and with its sub-codes.
func (s *Screen) roll() {
	s.rollup = !s.rollup
	if s.rollup {
		s.env.Say(s.env.T("codes.now-rolled"))
	} else {
		s.env.Say(s.env.T("codes.now-own"))
	}
}

// passagesFoundMsg brings the passages behind a code's figure.
type passagesFoundMsg struct {
	code     codebook.No
	revision uint64
	rows     []codebook.Excerpt
}

// passagesCmd finds the passages behind a code's figure, with its sub-codes or without.
func (s *Screen) passagesCmd(code codebook.No) tea.Cmd {
	snapshot, rollup := s.env.Study.Project().Snapshot(), s.rollup
	return func() tea.Msg {
		rows := tally.Behind(snapshot, tally.Filter{}, tally.ByGroup(snapshot), rollup, code, tally.Total)
		return passagesFoundMsg{code, snapshot.Revision(), rows}
	}
}

// show opens the passages, unless the study or the cursor has gone on since, or there are none.
func (s *Screen) show(msg passagesFoundMsg) {
	code := s.current()
	switch {
	case code == nil || code.No != msg.code || msg.revision != s.env.Study.Project().Revision():
	case len(msg.rows) == 0:
		s.env.Warn(s.env.T("codes.no-passages", "Code", s.title(code)))
	default:
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Excerpts, List: &screen.List{Title: s.title(code), Rows: msg.rows}}})
	}
}

// title is a code's number and name in the language of the interface.
func (s *Screen) title(c *codebook.Code) string { return c.Title(s.env.Words.Lang()) }
