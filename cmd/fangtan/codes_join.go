package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
)

func (p *program) codesMerge() *cobra.Command {
	var target string
	cmd := &cobra.Command{Use: "merge CODE…", Short: p.t("codescmd.codes.merge"), Args: p.atLeast(1)}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if target == "" {
			return p.usage("codescmd.usage.into")
		}
		return p.writing(func(s *sitting) error {
			from, err := s.codeNos(args)
			if err != nil {
				return err
			}
			to, err := s.code(target)
			if err != nil {
				return err
			}
			moved, children := 0, 0
			codings := s.codingsByCode()
			for _, n := range from {
				moved += codings[n]
				children += len(s.project().Tree().Children(n))
			}
			name := to.Title(s.lang())
			action, err := s.project().Do(&codebook.MergeCodes{From: from, Into: to.No}, s.stamp())
			if err != nil {
				return err
			}
			if err := s.secure("code.merge"); err != nil {
				return err
			}
			s.say(s.t("codescmd.merge.along", "Count", moved, "Codes", children, "Name", name))
			return s.put(action)
		})
	}
	p.options(cmd, []option{{&target, "into", "codescmd.flag.into"}})
	return p.changes(cmd)
}

func (p *program) codesRemove() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "remove CODE…", Short: p.t("codescmd.codes.remove"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.removeCodes(args, yes) })
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, p.t("codescmd.flag.yes"))
	return p.changes(cmd)
}

// removeCodes says what goes along and asks, unless nothing does.
func (s *sitting) removeCodes(names []string, yes bool) error {
	nos, err := s.codeNos(names)
	if err != nil {
		return err
	}
	w := s.project().Weigh(nos)
	what := s.t("codescmd.remove.along", "Codes", w.Codes, "Codings", w.Codings, "Transcripts", w.Transcripts,
		"Links", w.Links, "Memos", w.Memos)
	if w.Codes == len(nos) && w.Codings+w.Links+w.Memos == 0 {
		yes = true
	}
	if err := s.sure(yes, what); err != nil {
		return err
	}
	if err := s.secure("code.remove"); err != nil {
		return err
	}
	s.say(what)
	return s.do(&codebook.RemoveCodes{Codes: nos})
}
