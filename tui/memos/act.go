package memos

import (
	"cmp"
	"strings"

	"fangtan/codebook"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// visit goes to what the memo under the cursor hangs on. The project is no place to go
// to: its memo is opened.
func (s *Screen) visit() {
	m, p := s.current(), s.env.Study.Project()
	switch m.Target {
	case codebook.TargetTranscript:
		s.leave(screen.Route{To: screen.Reader, Passage: codebook.Passage{Transcript: m.On}})
	case codebook.TargetPassage:
		s.leave(screen.Route{To: screen.Reader, Passage: codebook.Passage{Transcript: m.On, Start: m.Start, End: max(m.End, m.Start+1)}})
	case codebook.TargetCode:
		s.leave(screen.Route{To: screen.Codebook, Code: m.On})
	case codebook.TargetLink:
		s.leave(screen.Route{To: screen.Codebook, Code: p.Link(m.On).From})
	default:
		if s.env.Study.ReadOnly() {
			s.env.Warn(s.env.T("memos.read-only"))
			return
		}
		s.edit()
	}
}

func (s *Screen) leave(r screen.Route) { s.env.Wish(screen.Go{Route: r}) }

// compose asks what to write a memo on: the project, a transcript or a code. Passages
// are chosen in the reader.
func (s *Screen) compose() {
	p := s.env.Study.Project()
	type thing struct {
		target codebook.Target
		no     codebook.No
	}
	things := []thing{{codebook.TargetProject, 0}}
	items := []prompt.Item{{Mark: " ", Text: s.env.T("memos.on-project"), Note: s.env.Study.Name()}}
	for _, t := range p.Transcripts() {
		things = append(things, thing{codebook.TargetTranscript, t.No})
		items = append(items, prompt.Item{Mark: " ", Text: cmp.Or(t.Title, t.File), Other: t.File, Note: s.env.T("memos.on-transcript")})
	}
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		things = append(things, thing{codebook.TargetCode, n})
		items = append(items, prompt.Item{
			Mark: s.env.Theme.Glyphs.Stripe, Style: s.env.Theme.CodeStyle(c.Color), Number: c.Number,
			Text: c.Name(s.env.Words.Lang()), Other: otherName(c, s.env.Words.Lang()), Note: s.env.T("memos.on-code"),
		})
	}
	list := prompt.NewTypedList(s.env, s.env.T("memos.on-what"), s.env.T("memos.type-name"), items)
	s.slot.Ask(list, func() error {
		chosen := things[list.Chosen()]
		s.write(chosen.target, chosen.no)
		return nil
	})
}

// otherName is a code's name in the other language.
func otherName(c *codebook.Code, lang string) string {
	if c.Name(lang) == c.NameZh {
		return c.NameEn
	}
	return c.NameZh
}

// write asks for a new memo on a thing.
func (s *Screen) write(target codebook.Target, on codebook.No) {
	if s.env.Study.ReadOnly() {
		s.env.Warn(s.env.T("memos.read-only"))
		return
	}
	row := prompt.NewMemo(s.env, target, on)
	s.slot.EditMemo(s.on(&row), row)
}

// edit asks for the text of the memo under the cursor.
func (s *Screen) edit() {
	m := s.current()
	s.slot.EditMemo(s.on(m)+s.env.T("tables.separator")+s.coder(m), *m)
}

// editOutside has the memo under the cursor changed in the user's own editor.
func (s *Screen) editOutside() {
	m := s.current()
	s.env.Wish(screen.EditWords{Of: m.ID, Name: "memo.md", Words: m.Text})
}

// edited writes what the editor left of a memo.
func (s *Screen) edited(msg screen.WordsEditedMsg) {
	for _, m := range s.env.Study.Project().Memos() {
		if m.ID != msg.Of {
			continue
		}
		if err := prompt.WriteMemo(s.env, *m, strings.TrimSpace(msg.Words)); err != nil {
			s.env.Object(err)
		}
		return
	}
}

// remove takes the memo under the cursor away and says how to get it back.
func (s *Screen) remove() {
	m := s.current()
	on := s.on(m)
	if err := s.env.Study.Do(&codebook.RemoveMemo{Memo: m.No}); err != nil {
		s.env.Object(err)
		return
	}
	s.env.Say(s.env.T("memos.removed", "On", on))
}

// copy puts the memo under the cursor with what it hangs on on the clipboard.
func (s *Screen) copy() {
	m := s.current()
	parts := []string{s.env.T("memos.source", "On", s.on(m), "Coder", s.coder(m), "Date", day(m))}
	if words := strings.TrimSpace(s.passages.of(s.env.Study.Project(), m)); words != "" {
		parts = append([]string{s.env.T("memos.quote", "Text", words)}, parts...)
	}
	s.env.Wish(screen.Copy{Text: strings.Join(append(parts, m.Text), "\n") + "\n"})
	s.env.Say(s.env.T("memos.copied"))
}

// command prints what is listed; kinds and filters of the screen are for the eye.
const command = "fangtan memos list"

func (s *Screen) copyCommand() { tables.CopyCommand(s.env, command) }
