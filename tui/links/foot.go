package links

import (
	"cmp"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/cell"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// The lines below the rows: a rule, the link, its words, where they are from, its note.
const (
	lowFoot  = 6
	highFoot = 9
	highFrom = 28 // height of an area for the high one
)

func (s *Screen) footHeight() int {
	switch {
	case s.area.Height >= highFrom:
		return highFoot
	case s.area.Height >= 2*lowFoot:
		return lowFoot
	}
	return 0
}

// foot tells about the link under the cursor.
func (s *Screen) foot(a screen.Area) []string {
	height := s.footHeight()
	if height == 0 {
		return nil
	}
	t := s.env.Theme
	lines := []string{t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.Width))}
	if l := s.link(); l != nil {
		lines = append(lines, s.tell(l, a.Width-2, height-1)...)
	}
	return append(lines, make([]string, max(0, height-len(lines)))...)[:height]
}

// tell says a link in so many lines: its words give way first.
func (s *Screen) tell(l *codebook.Link, width, height int) []string {
	t, r := s.env.Theme, s.env.Ruler
	lines := []string{" " + t.Heading.Render(r.Cut(s.sentence(l), width))}
	notes := s.notes(l)
	for i, note := range notes {
		notes[i] = " " + t.Text.Render(r.Cut(note, width))
	}
	notes = notes[:min(len(notes), max(1, height-4))]
	room := height - 1 - len(notes)
	if at, some := l.Evidence(); some {
		lines = append(lines, s.tellEvidence(at, width, room)...)
	} else {
		lines = append(lines, " "+t.Dim.Render(r.Cut(s.env.T("links.no-evidence"), width)))
	}
	return append(lines, notes...)
}

// tellEvidence is the passage and where it is from, in at most so many lines.
func (s *Screen) tellEvidence(at codebook.Passage, width, room int) []string {
	t, r := s.env.Theme, s.env.Ruler
	transcript := s.env.Study.Project().Transcript(at.Transcript)
	source := " " + t.Dim.Render(r.Cut(s.source(transcript, at), width))
	words := s.words.quoted(transcript, at)
	switch {
	case s.words.of == transcript.Text && s.words.err != nil:
		words = s.env.T("links.unreadable", "Why", s.words.err.Error())
	case words == "":
		words = cell.Ellipsis
	default:
		words = s.env.T("links.quoted", "Text", words)
	}
	lines := r.Wrap(words, width)
	if most := max(1, room-1); len(lines) > most {
		lines = lines[:most]
		lines[most-1] = r.Cut(lines[most-1]+cell.Ellipsis, width)
	}
	for i := range lines {
		lines[i] = " " + t.Text.Render(lines[i])
	}
	return append(lines, source)
}

// source names the transcript, the group and the speaker of a passage.
func (s *Screen) source(t *codebook.Transcript, at codebook.Passage) string {
	p := s.env.Study.Project()
	words := cmp.Or(t.Title, t.File)
	speaker := tally.SpeakerAt(p, t, at.Start)
	if g := p.Group(p.SpeakerGroup(t, speaker)); g != nil {
		words += s.env.T("tables.separator") + g.Name(s.env.Words.Lang())
	}
	if speaker >= 0 {
		words += s.env.T("tables.separator") + t.Speakers[speaker].Shown()
	}
	return words
}

// notes are the note on a link and the memos that hang on it, each in one line.
func (s *Screen) notes(l *codebook.Link) []string {
	var notes []string
	if l.Note != "" {
		notes = append(notes, s.env.T("links.noted", "Text", oneLine(l.Note)))
	}
	for _, m := range prompt.Memos(s.env, codebook.TargetLink, l.No) {
		notes = append(notes, s.env.T("links.memo", "Text", oneLine(m.Text)))
	}
	return notes
}
