package library

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/aside"
	"fangtan/tui/prompt"
)

// asideNames is the room for names beside the list.
const asideNames = 10

// aside tells all about a transcript that the list has no room for.
func (s *Screen) aside(t *codebook.Transcript) []string {
	p := s.env.Study.Project()
	a := aside.New(s.env.Ruler, s.env.Theme, s.layout.aside, asideNames)
	a.Heading(title(t), s.env.Theme.Text)
	a.Dim(t.File)
	a.Gap()
	a.Named(s.env.T("library.head-group"), s.groupName(t.Group))
	a.Named(s.env.T("library.field-kind"), s.env.T(kindWords[t.Kind]))
	a.Named(s.env.T("library.head-date"), t.Date)
	if pair := p.Transcript(t.Pair); pair != nil {
		a.Named(s.env.T("library.field-pair"), s.env.Theme.Glyphs.Link+" "+title(pair))
	}
	a.Gap()
	for i := range t.Speakers {
		sp := &t.Speakers[i]
		words := []string{sp.Shown(), s.env.T(roleWords[sp.Role])}
		if sp.Group != 0 && sp.Group != t.Group {
			words = append(words, s.groupName(sp.Group))
		}
		a.Plain(strings.Join(words, " · "))
	}
	a.Gap()
	for _, attribute := range p.Attributes() {
		if v, ok := t.Value(attribute.No); ok {
			a.Named(attribute.Name, v)
		}
	}
	a.Gap()
	var finished []string
	for _, c := range t.Finished {
		finished = append(finished, p.Coder(c).Name)
	}
	a.Named(s.env.T("library.finished-by"), strings.Join(finished, " · "))
	a.Gap()
	prompt.TellMemos(s.env, a, codebook.TargetTranscript, t.No)
	return a.Lines()
}

var roleWords = map[text.Role]string{
	text.RoleRespondent: "library.respondent", text.RoleInterviewer: "library.interviewer", text.RoleOther: "library.other-role",
}

var kindWords = [...]string{
	codebook.KindInterview: "library.interview", codebook.KindFocusGroup: "library.focus-group",
	codebook.KindFieldNote: "library.field-note", codebook.KindDocument: "library.document",
}
