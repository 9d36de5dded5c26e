package codes

import (
	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
)

// fuse asks whether overlapping codings are to be united: of the marked codes, else of all.
func (s *Screen) fuse() {
	var codes []codebook.No
	title := s.env.T("codes.fuse-all")
	if len(s.marked) > 0 {
		for _, n := range s.env.Study.Project().Tree().Order {
			if s.marked[n] {
				codes = append(codes, n)
			}
		}
		title = s.env.T("codes.fuse-these", "Code", s.subject(codes))
	}
	d := s.env.Study.Project().Doubles(codes)
	if d.Codings == 0 {
		s.env.Say(s.env.T("codes.fuse-none"))
		return
	}
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("codes.fuse"), Text: title,
		Lines: []string{
			s.env.T("codes.fuse-count", "Count", locale.Number(d.Codings), "PluralCount", d.Codings, "Passages", d.Passages, "Transcripts", d.Transcripts),
			s.env.T("codes.fuse-kept"), s.env.T("codes.can-undo"),
		},
		Yes: s.env.T("codes.fuse-yes"), No: s.env.T("codes.merge-no"),
	}), func() error {
		if err := prompt.Do(s.env, &codebook.FuseCodings{Codes: codes}); err != nil {
			return err
		}
		clear(s.marked)
		return nil
	})
}
