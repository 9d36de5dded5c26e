package links

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// mostPassages is how many passages are offered as evidence.
const mostPassages = 200

// candidate is a passage that may show a link.
type candidate struct {
	at    codebook.Passage
	last  bool // it was read last
	both  bool // both codes are on it
	text  string
	title string
}

// evidenceMsg brings the passages that may show a link.
type evidenceMsg struct {
	number int
	row    codebook.Link
	found  []candidate
}

// seekEvidence looks for passages that may show a link: the one read last, then
// those that both codes are on, then those of either.
func (s *Screen) seekEvidence(row codebook.Link) tea.Cmd {
	s.asked++
	number, study, p := s.asked, s.env.Study, s.env.Study.Project().Snapshot()
	found := lastRead(study, p)
	return func() tea.Msg {
		found = append(found, passages(p, row.From, row.To)...)
		found = found[:min(len(found), mostPassages)]
		texts := map[codebook.No]string{}
		for i := range found {
			c := &found[i]
			t := p.Transcript(c.at.Transcript)
			if _, read := texts[t.No]; !read {
				texts[t.No], _ = study.Text(t.No) // what cannot be read stays without words
			}
			if words := texts[t.No]; int(c.at.End) <= len(words) {
				c.text = oneLine(words[c.at.Start:c.at.End])
			}
			c.title = cmp.Or(t.Title, t.File)
		}
		return evidenceMsg{number, row, found}
	}
}

// lastTranscript is the setting in which the root keeps the transcript opened last.
const lastTranscript = "app/last-transcript"

// lastRead is the sentence where the person stands in the transcript opened last.
func lastRead(study screen.Study, p *codebook.Project) []candidate {
	for _, t := range p.Transcripts() {
		if t.ID.String() != study.Setting(lastTranscript) || p.Cut(t.No) == nil {
			continue
		}
		at := study.Place(t.No).At
		for _, m := range p.Cut(t.No).Sentences() {
			if m.Start <= at && at < m.End {
				return []candidate{{at: codebook.Passage{Transcript: t.No, Start: m.Start, End: m.End}, last: true}}
			}
		}
	}
	return nil
}

// passages are those coded with either of two codes, each once, those with both first.
func passages(p *codebook.Project, a, b codebook.No) []candidate {
	var all []candidate
	for _, t := range p.Transcripts() {
		c := p.Codings(t.No)
		var here []candidate
		for i := range c.Len() {
			if code := c.Code[i]; code != a && code != b {
				continue
			}
			at := codebook.Passage{Transcript: t.No, Start: c.Start[i], End: c.End[i]}
			if n := len(here); n == 0 || here[n-1].at != at {
				here = append(here, candidate{at: at})
			}
		}
		for i := range here {
			here[i].both = on(c, here[i].at, a) && on(c, here[i].at, b)
		}
		all = append(all, here...)
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(index(y.both), index(x.both)) })
	return all
}

// on says whether a code is on some of a passage's words.
func on(c *codebook.Codings, at codebook.Passage, code codebook.No) bool {
	return slices.ContainsFunc(c.Touching(at.Start, at.End), func(i int) bool { return c.Code[i] == code })
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// offer asks which of the passages shows the link; the first row is none.
func (s *Screen) offer(msg evidenceMsg) {
	if msg.number != s.asked || s.Typing() {
		return
	}
	items := []prompt.Item{{Text: s.env.T("links.without")}}
	for _, c := range msg.found {
		note := c.title
		switch {
		case c.last:
			note = s.env.T("links.read-last", "Title", c.title)
		case c.both:
			note = s.env.T("links.with-both", "Title", c.title)
		}
		items = append(items, prompt.Item{Text: s.env.Ruler.Cut(cmp.Or(c.text, cell.Ellipsis), s.area.Width), Note: s.env.Ruler.Cut(note, s.area.Width/3)})
	}
	list := prompt.NewList(s.env, s.env.T("links.choose-evidence", "Link", s.sentence(&msg.row)), items, 0)
	s.slot.Ask(list, func() error {
		if i := list.Chosen(); i > 0 {
			at := msg.found[i-1].at
			msg.row.Transcript, msg.row.Start, msg.row.End = at.Transcript, at.Start, at.End
		}
		return s.put(msg.row)
	})
}
