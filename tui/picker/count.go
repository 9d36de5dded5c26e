package picker

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// CountedMsg brings the codings of all codes at one revision of the study.
type CountedMsg struct{ counts counts }

// counts are codings by code, united as the codebook and the table of frequencies have them.
type counts struct {
	of       []int // by code number; nil before the first answer
	revision uint64
}

// Count counts the codings of all codes behind the screen, unless that is done or under way.
func (c *Catalogue) Count(p *codebook.Project) tea.Cmd {
	if c.counting || c.counts.of != nil && c.counts.revision == p.Revision() {
		return nil
	}
	c.counting = true
	snapshot := p.Snapshot()
	return func() tea.Msg { return CountedMsg{count(snapshot)} }
}

// Counted takes an answer in. One to an older state of the study stands until it is asked for again.
func (c *Catalogue) Counted(msg CountedMsg) { c.counting, c.counts = false, msg.counts }

func count(p *codebook.Project) counts {
	f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
	c := counts{of: make([]int, p.CodeLimit()), revision: p.Revision()}
	for row, n := range f.Codes {
		c.of[n] = f.Totals[row].Codings
	}
	return c
}
