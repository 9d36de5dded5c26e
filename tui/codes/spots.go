package codes

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// spot is something in the detail that can be changed or opened: one of the code's texts, or an example.
type spot struct {
	line     int              // of the detail
	text     int              // index in textsOf, -1 for an example
	instance codebook.Passage // of an example
}

// words is one of a code's texts.
type words struct {
	id   string
	text *string
}

// textsOf are the texts of a code, to be read or written.
func textsOf(c *codebook.Code) []words {
	return []words{
		{"codes.field-definition", &c.Definition}, {"codes.field-include", &c.Include}, {"codes.field-exclude", &c.Exclude},
		{"codes.field-cues", &c.Cues}, {"codes.field-examples", &c.Examples},
	}
}

// What keys mean in the detail.
const (
	spotNext = keys.Own + 200 + iota
	spotBefore
	spotOpen
	spotRemove
	spotLeave
)

func (s *Screen) spotTable() keys.Table[keys.Intent] {
	const group = "codes.detail"
	example := func() bool { at, ok := s.spotHere(); return ok && at.text < 0 && !s.env.Study.ReadOnly() }
	return keys.Table[keys.Intent]{
		{Keys: []string{"enter"}, Intent: spotOpen, Help: "codes.spot-open", Group: group, Footer: true},
		{Keys: []string{"down", "j"}, Intent: spotNext, Help: "codes.down", Group: group, Footer: true},
		{Keys: []string{"up", "k"}, Intent: spotBefore, Help: "codes.up", Group: group, Footer: true},
		{Keys: []string{"x", "delete"}, Intent: spotRemove, Help: "codes.spot-remove", Group: group, Footer: true, On: example, Why: "codes.spot-no-example"},
		{Keys: []string{"tab"}, Intent: spotLeave, Help: "codes.spot-leave", Group: group, Footer: true},
	}
}

// intoDetail gives the keys to the detail.
func (s *Screen) intoDetail() {
	s.inside, s.spotAt = true, 0
	s.detail = detail{}
}

// outOfDetail gives them back to the tree.
func (s *Screen) outOfDetail() {
	s.inside = false
	s.detail = detail{}
}

func (s *Screen) spotHere() (spot, bool) {
	if s.spotAt >= len(s.detail.spots) {
		return spot{}, false
	}
	return s.detail.spots[s.spotAt], true
}

func (s *Screen) spotPress(key tea.KeyPressMsg) tea.Cmd {
	if intent, _, ok := s.spotKeys.Press(key); ok {
		s.spotFollow(intent)
	}
	return nil
}

func (s *Screen) spotFollow(i keys.Intent) {
	switch i {
	case spotNext:
		s.spotAt = min(s.spotAt+1, max(len(s.detail.spots)-1, 0))
	case spotBefore:
		s.spotAt = max(s.spotAt-1, 0)
	case spotOpen:
		s.openSpot()
	case spotRemove:
		if at, ok := s.spotHere(); ok {
			s.do(&codebook.MarkInstance{Code: s.current().No, Passage: at.instance, Off: true})
		}
	case spotLeave:
		s.outOfDetail()
	}
}

// openSpot opens an example in the reader, or a text to be changed.
func (s *Screen) openSpot() {
	at, ok := s.spotHere()
	switch {
	case !ok:
	case at.text < 0:
		s.env.Wish(screen.Go{Route: screen.Route{To: screen.Reader, Passage: at.instance}})
	case s.env.Study.ReadOnly():
		s.env.Warn(s.env.T("codes.read-only"))
	default:
		s.askText(at.text)
	}
}

// askText asks for one of the texts of the code here.
func (s *Screen) askText(i int) {
	row := *s.current()
	w := textsOf(&row)[i]
	text := prompt.NewText(s.env.T(w.id), *w.text)
	s.slot.Ask(prompt.NewForm(s.env, s.title(&row), text).Keep("code/"+row.ID.String()+"/"+w.id), func() error {
		*w.text = text.Value()
		return prompt.Do(s.env, &codebook.PutCode{Row: row})
	})
}

// quoted names the words of an example: where they stand, and in which text.
type quoted struct {
	codebook.Passage
	text codebook.Hash
}

// quotedMsg brings the words of examples.
type quotedMsg map[quoted]string

// quoteCmd reads the words of the examples of the code here that are not known yet.
func (s *Screen) quoteCmd() tea.Cmd {
	c, p := s.current(), s.env.Study.Project()
	if c == nil {
		return nil
	}
	var wanted []quoted
	for _, in := range c.Instances {
		q := quoted{in, p.Transcript(in.Transcript).Text}
		if _, known := s.quotes[q]; !known {
			s.quotes[q] = ""
			wanted = append(wanted, q)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	study := s.env.Study
	return func() tea.Msg {
		read := quotedMsg{}
		for _, q := range wanted {
			if text, err := study.Text(q.Transcript); err == nil && int(q.End) <= len(text) {
				read[q] = strings.TrimSpace(text[q.Start:q.End])
			}
		}
		return read
	}
}

// tellInstances says which passages are examples: the words, and where they stand.
func (s *Screen) tellInstances(a *aside.Lines, d *detail, c *codebook.Code) {
	p := s.env.Study.Project()
	name := s.env.T("codes.field-instances")
	for _, in := range c.Instances {
		t := p.Transcript(in.Transcript)
		words := s.env.T("codes.instance", "Text", s.quotes[quoted{in, t.Text}], "Source", t.Title)
		d.spots = append(d.spots, spot{len(a.Lines()), -1, in})
		a.Named(name, words)
		name = ""
	}
}
