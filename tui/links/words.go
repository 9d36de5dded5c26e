package links

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// words is the text of the transcript whose evidence was under the cursor last.
type words struct {
	of, wanted codebook.Hash
	text       string
	err        error
}

// read asks for the words of the evidence under the cursor, unless they are there or
// on their way.
func (s *Screen) read() tea.Cmd {
	l := s.link()
	if l == nil {
		return nil
	}
	t := s.env.Study.Project().Transcript(l.Transcript)
	if t == nil || s.words.of == t.Text || s.words.wanted == t.Text {
		return nil
	}
	s.words.wanted = t.Text
	return s.env.Study.ReadText(t.No)
}

// take takes a text in if it is the one asked for last.
func (w *words) take(p *codebook.Project, msg screen.TextReadMsg) {
	t := p.Transcript(msg.Transcript)
	if t == nil || t.Text != w.wanted || msg.Err == nil && len(msg.Text) != int(t.Bytes) {
		return
	}
	*w = words{of: t.Text, text: msg.Text, err: msg.Err}
}

// quoted are the words of a passage in one line, "" while they are not read.
func (w *words) quoted(t *codebook.Transcript, at codebook.Passage) string {
	if w.of != t.Text || int(at.End) > len(w.text) || at.Start > at.End {
		return ""
	}
	return oneLine(w.text[at.Start:at.End])
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
