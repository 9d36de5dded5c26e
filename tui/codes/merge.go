package codes

import (
	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
)

// merge asks into which code the marked ones, or the one here, are to go; then whether.
func (s *Screen) merge() {
	from := s.subjects()
	into := s.takers(from)
	if len(into) == 0 {
		s.env.Warn(s.env.T("codes.no-taker"))
		return
	}
	title := s.env.T("codes.merge-into", "Code", s.subject(from))
	list := prompt.NewTypedList(s.env, title, s.env.T("codes.type-name"), s.items(into))
	s.slot.Ask(list, func() error {
		s.confirmMerge(from, into[list.Chosen()])
		return nil
	})
}

// takers are the codes that others can be merged into: no headings, none of the codes themselves or below them.
func (s *Screen) takers(from []codebook.No) []codebook.No {
	p := s.env.Study.Project()
	tree := p.Tree()
	var into []codebook.No
	for _, n := range tree.Order {
		fit := !p.Code(n).Heading
		for _, f := range from {
			fit = fit && !tree.Under(n, f)
		}
		if fit {
			into = append(into, n)
		}
	}
	return into
}

func (s *Screen) confirmMerge(from []codebook.No, into codebook.No) {
	p := s.env.Study.Project()
	target := s.title(p.Code(into))
	codings, below := 0, 0
	for _, n := range from {
		below += len(p.Tree().Children(n))
		codings += s.stored(n)
	}
	lines := []string{s.env.T("codes.merge-codings", "Count", locale.Number(codings), "PluralCount", codings, "Code", target)}
	if below > 0 {
		lines = append(lines, s.env.T("codes.merge-children", "Count", below, "Code", target))
	}
	lines = append(lines, s.env.T("codes.merge-words"), s.env.T("codes.can-undo"))
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("codes.merge"), Text: s.env.T("codes.merge-question", "From", s.subject(from), "Into", target),
		Lines: lines, Yes: s.env.T("codes.merge-yes"), No: s.env.T("codes.merge-no"),
	}), func() error {
		if err := prompt.Do(s.env, &codebook.MergeCodes{From: from, Into: into}); err != nil {
			return err
		}
		clear(s.marked)
		s.reveal(into)
		return nil
	})
}

// stored is how many codings a code has, as stored.
func (s *Screen) stored(n codebook.No) int {
	p := s.env.Study.Project()
	count := 0
	for _, t := range p.Transcripts() {
		for _, code := range p.Codings(t.No).Code {
			if code == n {
				count++
			}
		}
	}
	return count
}

// remove asks, and says what goes along.
func (s *Screen) remove() {
	codes := s.subjects()
	w := s.env.Study.Project().Weigh(codes)
	var along []string
	if w.Codes > len(codes) {
		along = append(along, s.env.T("codes.goes-below", "Count", w.Codes-len(codes)))
	}
	if w.Codings > 0 {
		along = append(along, s.env.T("codes.goes-codings", "Count", locale.Number(w.Codings), "PluralCount", w.Codings, "Transcripts", w.Transcripts))
	}
	if w.Links > 0 {
		along = append(along, s.env.T("codes.goes-links", "Count", w.Links))
	}
	if w.Memos > 0 {
		along = append(along, s.env.T("codes.goes-memos", "Count", w.Memos))
	}
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("codes.remove"), Text: s.env.T("codes.remove-question", "Code", s.subject(codes)),
		Along: along, Lines: []string{s.env.T("codes.can-undo")}, Yes: s.env.T("codes.remove-yes"), No: s.env.T("codes.remove-no"),
	}), func() error {
		if err := prompt.Do(s.env, &codebook.RemoveCodes{Codes: codes}); err != nil {
			return err
		}
		clear(s.marked)
		return nil
	})
}
