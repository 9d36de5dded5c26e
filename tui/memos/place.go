package memos

import (
	"cmp"
	"sort"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// on says what a memo hangs on: a title and the turn, a code, two codes, the project.
func (s *Screen) on(m *codebook.Memo) string { return s.thing(m) + s.inTurn(m) }

// onWithin says it in at most width columns; the title gives way before the turn.
func (s *Screen) onWithin(m *codebook.Memo, width int) string {
	turn := s.inTurn(m)
	return s.env.Ruler.Cut(s.env.Ruler.Cut(s.thing(m), max(1, width-s.env.Ruler.Width(turn)))+turn, width)
}

// inTurn is what follows the title of a transcript for a passage of it.
func (s *Screen) inTurn(m *codebook.Memo) string {
	if n := s.turn(m); n > 0 {
		return s.env.T("tables.separator") + s.env.T("memos.turn", "N", n)
	}
	return ""
}

// thing names what a memo hangs on, or the transcript of its passage.
func (s *Screen) thing(m *codebook.Memo) string {
	p := s.env.Study.Project()
	switch m.Target {
	case codebook.TargetTranscript, codebook.TargetPassage:
		if t := p.Transcript(m.On); t != nil {
			return cmp.Or(t.Title, t.File)
		}
		return tables.None
	case codebook.TargetCode:
		return tables.Code(s.env, p, m.On)
	case codebook.TargetLink:
		if l := p.Link(m.On); l != nil {
			return tables.Code(s.env, p, l.From) + " → " + tables.Code(s.env, p, l.To)
		}
	}
	return s.env.T("memos.on-project")
}

// turn is the number, from 1, of the turn that a passage starts in; 0 for none.
func (s *Screen) turn(m *codebook.Memo) int {
	cut := s.env.Study.Project().Cut(m.On)
	if m.Target != codebook.TargetPassage || cut == nil {
		return 0
	}
	turns := cut.Turns()
	n := 0
	for _, t := range turns[:sort.Search(len(turns), func(i int) bool { return turns[i].Start > m.Start })] {
		if !t.Same {
			n++
		}
	}
	return n
}

// color is that of the code a memo hangs on.
func (s *Screen) color(m *codebook.Memo) (string, bool) {
	if c := s.env.Study.Project().Code(m.On); m.Target == codebook.TargetCode && c != nil {
		return c.Color, true
	}
	return "", false
}

func (s *Screen) coder(m *codebook.Memo) string {
	if c := s.env.Study.Project().Coder(m.Coder); c != nil {
		return c.Name
	}
	return tables.None
}

// day is when a memo was written or changed last.
func day(m *codebook.Memo) string { return prompt.Day(max(m.Created, m.Changed)) }

// place is a stretch of one text, by the name of its content.
type place struct {
	text       codebook.Hash
	start, end uint32
}

// passages are the words that memos hang on, as far as they were read.
type passages struct {
	have  map[place]string
	asked map[place]bool
}

func newPassages() passages {
	return passages{have: map[place]string{}, asked: map[place]bool{}}
}

// placeOf is where a passage memo hangs; false for others, and for a mere point.
func placeOf(p *codebook.Project, m *codebook.Memo) (place, bool) {
	t := p.Transcript(m.On)
	if m.Target != codebook.TargetPassage || t == nil || m.Start == m.End {
		return place{}, false
	}
	return place{t.Text, m.Start, m.End}, true
}

// of gives the words of a passage memo, "" where there are none or they were not read yet.
func (x *passages) of(p *codebook.Project, m *codebook.Memo) string {
	at, ok := placeOf(p, m)
	if !ok {
		return ""
	}
	return x.have[at]
}

// passagesReadMsg brings words that were asked for, by the transcript they are from.
// Those of a text that could not be read are missing.
type passagesReadMsg struct {
	asked map[codebook.No][]place
	words map[place]string
}

// longest is how much of a passage is kept, in bytes: more than there is room for.
const longest = 3000

// ask reads the words of passages that nobody asked for yet.
func (x *passages) ask(study screen.Study, entries []entry) tea.Cmd {
	p := study.Project()
	wanted := map[codebook.No][]place{}
	for _, e := range entries {
		at, ok := placeOf(p, e.memo)
		if _, known := x.have[at]; !ok || known || x.asked[at] {
			continue
		}
		x.asked[at] = true
		wanted[e.memo.On] = append(wanted[e.memo.On], at)
	}
	if len(wanted) == 0 {
		return nil
	}
	return func() tea.Msg {
		read := passagesReadMsg{wanted, map[place]string{}}
		for transcript, places := range wanted {
			words, err := study.Text(transcript)
			if err != nil {
				continue
			}
			for _, at := range places {
				if at.end <= uint32(len(words)) {
					read.words[at] = shortened(words[at.start:at.end])
				}
			}
		}
		return read
	}
}

// shortened keeps the beginning of a passage, whole characters.
func shortened(words string) string {
	if len(words) > longest {
		_, end := text.Snap(words, 0, longest)
		words = words[:end]
	}
	return string(append([]byte(nil), words...)) // the text itself is not kept
}

// take takes words in. Those of a transcript whose text has changed meanwhile are of no use.
func (x *passages) take(p *codebook.Project, msg passagesReadMsg) {
	for transcript, places := range msg.asked {
		t := p.Transcript(transcript)
		for _, at := range places {
			delete(x.asked, at)
			if words, ok := msg.words[at]; ok && t != nil && t.Text == at.text {
				x.have[at] = words
			}
		}
	}
}
