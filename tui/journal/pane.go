package journal

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/wording"
)

// pane shows what the action under the cursor changed.
type pane struct {
	state paneState
	asked uint64 // the action that was asked for last
	look  look
	top   int
}

// paneState says whether the pane is shown: by default where there is room beside
// the list.
type paneState uint8

const (
	paneDefault paneState = iota
	paneOpen
	paneClosed
)

// paneStep is how many lines the pane scrolls at a time.
const paneStep = 4

func (p *pane) toggle(open bool) {
	p.state = paneOpen
	if open {
		p.state = paneClosed
	}
}

// close closes a pane that was opened, and says whether it was.
func (p *pane) close() bool {
	was := p.state == paneOpen
	if was {
		p.state = paneDefault
	}
	return was
}

func (p *pane) scroll(by int) { p.top = max(0, p.top+by) }

// look asks for what the action under the cursor changed, unless that is known or
// asked for.
func (s *Screen) look() tea.Cmd {
	h, ok := s.here()
	if !ok || s.pane.asked == h.No {
		return nil
	}
	s.pane.asked, s.pane.top = h.No, 0
	l := looker{study: s.env.Study, project: s.env.Study.Project().Snapshot(), words: s.env.Words}
	record := s.env.Study.Journal()
	return func() tea.Msg {
		action, err := record.Action(h.No)
		if err != nil {
			return lookedMsg{look: look{no: h.No}, err: err}
		}
		return lookedMsg{look: l.look(&action)}
	}
}

// take takes in what was looked up, unless the cursor has gone on.
func (p *pane) take(msg lookedMsg) {
	if msg.look.no == p.asked {
		p.look = msg.look
		p.look.err = msg.err
	}
}

// drawPane gives the lines of the pane.
func (s *Screen) drawPane(width, height int) []string {
	h, ok := s.here()
	if !ok {
		return nil
	}
	a := aside.New(s.env.Ruler, s.env.Theme, width, 0)
	a.Heading(wording.Describe(s.env.Words, h), s.env.Theme.Text)
	a.Dim(s.env.T("journal.action", "No", h.No, "Coder", s.coderName(h.Coder), "Day", dayOf(&h), "Hour", hourOf(&h)))
	if by := s.fate().By; by != 0 {
		a.Dim(s.env.T(fateWords[s.fate().Standing], "No", by))
	}
	a.Gap()
	switch l := &s.pane.look; {
	case l.no != h.No:
		a.Dim(s.env.T("app.loading"))
	case l.err != nil:
		a.Dim(s.env.T("journal.unreadable"))
	default:
		for _, line := range l.extent {
			a.Plain(line)
		}
		a.Gap()
		for _, f := range l.facts {
			a.Plain(f.text)
			a.Dim(f.quote)
		}
		if l.more > 0 {
			a.Dim(s.env.T("journal.more", "Count", l.more))
		}
	}
	lines := a.Lines()
	s.pane.top = max(0, min(s.pane.top, len(lines)-height))
	lines = lines[s.pane.top:]
	if len(lines) > height {
		lines = append(lines[:height-1:height-1], "…")
	}
	return lines
}

// fateWords says by which entry an action was taken back or brought again.
var fateWords = map[codebook.Standing]string{codebook.Undone: "journal.undone-by", codebook.Redone: "journal.redone-by"}

func (s *Screen) coderName(n codebook.No) string {
	if c := s.env.Study.Project().Coder(n); c != nil {
		return c.Name
	}
	return s.env.T("journal.no-coder")
}
