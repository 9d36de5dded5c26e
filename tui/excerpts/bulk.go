package excerpts

import (
	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
)

// codeAll asks which code goes on all passages shown, says how many that is, and does it.
func (s *Screen) codeAll() {
	s.askCode(s.env.T("excerpts.code-all"), func(n codebook.No) {
		study := s.env.Study
		row := codebook.Coding{Code: n, Coder: study.Coder(), Created: study.Now()}
		b := query.CodeAll(study.Project(), s.rows(), row, study.NewID)
		if b.Op == nil {
			s.env.Say(s.env.T("excerpts.coded-already"))
			return
		}
		s.confirm(b, s.env.T("excerpts.code-all"), prompt.Question{
			Text: s.env.T("excerpts.code-question", "Count", locale.Number(b.Changes), "PluralCount", b.Changes, "Code", s.codeTitle(n)),
			Yes:  s.env.T("excerpts.code-yes"),
		}, b.Passages-b.Changes)
	})
}

// uncodeAll asks which code comes off all passages shown, says how many that is, and does it.
func (s *Screen) uncodeAll() {
	s.askCode(s.env.T("excerpts.uncode-all"), func(n codebook.No) {
		b := query.UncodeAll(s.env.Study.Project(), s.rows(), n, s.env.Study.Coder())
		if b.Op == nil {
			s.env.Say(s.env.T("excerpts.coded-nowhere"))
			return
		}
		s.confirm(b, s.env.T("excerpts.uncode-all"), prompt.Question{
			Text: s.env.T("excerpts.uncode-question", "Count", locale.Number(b.Changes), "PluralCount", b.Changes, "Code", s.codeTitle(n)),
			Yes:  s.env.T("excerpts.uncode-yes"),
		}, 0)
	})
}

// askCode asks for a code that can be put on words.
func (s *Screen) askCode(title string, then func(codebook.No)) {
	p := s.env.Study.Project()
	var codes []codebook.No
	var items []prompt.Item
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		if c.Heading || c.Archived {
			continue
		}
		codes = append(codes, n)
		other := c.NameEn
		if s.env.Words.Lang() == "en" {
			other = c.NameZh
		}
		items = append(items, prompt.Item{
			Mark: s.env.Theme.Glyphs.Stripe, Style: s.env.Theme.CodeStyle(c.Color),
			Number: c.Number, Text: c.Name(s.env.Words.Lang()), Other: other,
		})
	}
	if len(codes) == 0 {
		s.env.Warn(s.env.T("excerpts.no-codes"))
		return
	}
	list := prompt.NewTypedList(s.env, title, s.env.T("excerpts.type-code"), items)
	s.slot.Ask(list, func() error {
		then(codes[list.Chosen()])
		return nil
	})
}

// confirm says what would change, how many passages have it already, and does it if told to.
func (s *Screen) confirm(b query.Bulk, title string, q prompt.Question, have int) {
	if have > 0 {
		q.Lines = append(q.Lines, s.env.T("excerpts.have-it", "Count", locale.Number(have), "PluralCount", have))
	}
	q.Title, q.No, q.Lines = title, s.env.T("excerpts.leave-it"), append(q.Lines, s.env.T("excerpts.can-undo"))
	s.slot.Ask(prompt.NewConfirm(s.env, q), func() error { return prompt.Do(s.env, b.Op) })
}

func (s *Screen) codeTitle(n codebook.No) string {
	return s.env.Study.Project().Code(n).Title(s.env.Words.Lang())
}
