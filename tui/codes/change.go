package codes

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/prompt"
)

// addChild asks for a code under the one here; in an empty codebook, for the first.
func (s *Screen) addChild() {
	under := codebook.No(0)
	if c := s.current(); c != nil {
		under = c.No
	}
	s.add(under)
}

// addSibling asks for a code beside the one here.
func (s *Screen) addSibling() {
	under := codebook.No(0)
	if c := s.current(); c != nil {
		under = c.Parent
	}
	s.add(under)
}

func (s *Screen) add(parent codebook.No) {
	zh, en := prompt.NewLine(s.env.T("codes.field-zh"), ""), prompt.NewLine(s.env.T("codes.field-en"), "")
	number := prompt.NewLine(s.env.T("codes.field-number"), "")
	title, draft := s.env.T("codes.add-top"), "code/new"
	if above := s.env.Study.Project().Code(parent); above != nil {
		title, draft = s.env.T("codes.add-under", "Code", s.title(above)), "code/under/"+above.ID.String()
	}
	form := prompt.NewForm(s.env, title, append(s.names(zh, en), number)...).Keep(draft)
	s.slot.Ask(form, func() error {
		row := codebook.Code{
			ID: s.env.Study.NewID(), Parent: parent, Color: s.freshColour(parent),
			NameZh: value(zh), NameEn: value(en), Number: value(number),
		}
		if err := prompt.Do(s.env, &codebook.PutCode{Row: row}); err != nil {
			return err
		}
		siblings := s.env.Study.Project().Tree().Children(parent)
		s.reveal(siblings[len(siblings)-1])
		return nil
	})
}

// names puts the two names in the order of the study's language.
func (s *Screen) names(zh, en prompt.Input) []prompt.Input {
	if s.env.Study.Project().Lang == "en" {
		return []prompt.Input{en, zh}
	}
	return []prompt.Input{zh, en}
}

func value(l *prompt.Line) string { return strings.TrimSpace(l.Value()) }

// edit asks for all the words of the code here.
func (s *Screen) edit() {
	old := *s.current()
	zh, en := prompt.NewLine(s.env.T("codes.field-zh"), old.NameZh), prompt.NewLine(s.env.T("codes.field-en"), old.NameEn)
	number := prompt.NewLine(s.env.T("codes.field-number"), old.Number)
	colour := prompt.NewLine(s.env.T("codes.field-colour"), old.Color)
	heading := prompt.NewChoice(s.env.T("codes.field-codable"), []string{s.env.T("app.yes"), s.env.T("codes.only-heading")}, index(old.Heading))
	texts := []struct {
		into *string
		text *prompt.Text
	}{
		{&old.Definition, prompt.NewText(s.env.T("codes.field-definition"), old.Definition)},
		{&old.Include, prompt.NewText(s.env.T("codes.field-include"), old.Include)},
		{&old.Exclude, prompt.NewText(s.env.T("codes.field-exclude"), old.Exclude)},
		{&old.Cues, prompt.NewText(s.env.T("codes.field-cues"), old.Cues)},
		{&old.Examples, prompt.NewText(s.env.T("codes.field-examples"), old.Examples)},
	}
	inputs := append(s.names(zh, en), number, colour, heading)
	for _, t := range texts {
		inputs = append(inputs, t.text)
	}
	form := prompt.NewForm(s.env, s.title(&old), inputs...).Keep("code/" + old.ID.String())
	s.slot.Ask(form, func() error {
		old.NameZh, old.NameEn, old.Number = value(zh), value(en), value(number)
		old.Color, old.Heading = strings.ToLower(value(colour)), heading.At() == 1
		for _, t := range texts {
			*t.into = t.text.Value()
		}
		return prompt.Do(s.env, &codebook.PutCode{Row: old})
	})
}

func index(second bool) int {
	if second {
		return 1
	}
	return 0
}

// memo asks for a memo on the code here.
func (s *Screen) memo() {
	c := s.current()
	s.slot.AskMemo(s.title(c), codebook.TargetCode, c.No)
}

// archive puts the code here away, or offers it again.
func (s *Screen) archive() {
	row := *s.current()
	row.Archived = !row.Archived
	if !s.quietly(&codebook.PutCode{Row: row}) {
		return
	}
	if row.Archived {
		s.env.Say(s.env.T("codes.now-archived", "Code", s.title(&row)))
	} else {
		s.env.Say(s.env.T("codes.now-offered", "Code", s.title(&row)))
	}
}

// pin gives a code a key, or takes that very key off it.
func (s *Screen) pin(c *codebook.Code, key string) {
	row := *c
	row.Pin = key
	if c.Pin == key {
		row.Pin = ""
	}
	holder := s.holder(row.Pin)
	if !s.quietly(&codebook.PutCode{Row: row}) {
		return
	}
	switch {
	case row.Pin == "":
		s.env.Say(s.env.T("codes.unpinned", "Code", s.title(c)))
	case holder != nil:
		s.env.Say(s.env.T("codes.pin-taken", "Key", key, "Code", s.title(c), "Other", s.title(holder)))
	default:
		s.env.Say(s.env.T("codes.pinned", "Key", key, "Code", s.title(c)))
	}
}

// holder is the code that has a pin, or nil.
func (s *Screen) holder(pin string) *codebook.Code {
	p := s.env.Study.Project()
	for _, n := range p.Tree().Order {
		if c := p.Code(n); pin != "" && c.Pin == pin {
			return c
		}
	}
	return nil
}

// askPin asks for a key; Backspace takes the code's own off.
func (s *Screen) askPin() {
	c := s.current()
	now := s.env.T("codes.pin-none")
	if c.Pin != "" {
		now = s.env.T("codes.pin-now", "Key", c.Pin)
	}
	ask := prompt.NewPress(s.env, s.title(c), func(key string) bool {
		return len(key) == 1 && (key >= "1" && key <= "9" || key >= "a" && key <= "z") || key == "backspace" && c.Pin != ""
	}, s.env.T("codes.pin-ask"), now)
	s.slot.Ask(ask, func() error {
		key := ask.Key()
		if key == "backspace" {
			key = c.Pin
		}
		if key != c.Pin || ask.Key() == "backspace" {
			s.pin(c, key)
		}
		return nil
	})
}

// seek asks for a code by typing and goes there.
func (s *Screen) seek() {
	var codes []codebook.No
	p := s.env.Study.Project()
	for _, n := range p.Tree().Order {
		if s.archived || !p.Code(n).Archived {
			codes = append(codes, n)
		}
	}
	list := prompt.NewTypedList(s.env, s.env.T("codes.find"), s.env.T("codes.type-name"), s.items(codes))
	s.slot.Ask(list, func() error {
		s.reveal(codes[list.Chosen()])
		return nil
	})
}

// items are codes to choose from.
func (s *Screen) items(codes []codebook.No) []prompt.Item {
	items := make([]prompt.Item, len(codes))
	for i, n := range codes {
		c := s.env.Study.Project().Code(n)
		items[i] = prompt.Item{
			Mark: s.env.Theme.Glyphs.Stripe, Style: s.env.Theme.CodeStyle(c.Color),
			Number: c.Number, Text: c.Name(s.env.Words.Lang()), Other: s.otherName(c), Note: s.figure(n),
		}
	}
	return items
}
