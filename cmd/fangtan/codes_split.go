package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

// codesSplit sorts the codings of a code by a table, as one action.
func (p *program) codesSplit() *cobra.Command {
	var names []string
	var table string
	cmd := &cobra.Command{Use: "split CODE", Short: p.t("codescmd.codes.split"), Args: p.exactly(1)}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if table == "" {
			return p.usage("codescmd.usage.split")
		}
		return p.writing(func(s *sitting) error { return s.splitCode(args[0], names, table) })
	}
	p.options(cmd, []option{{&names, "into", "codescmd.flag.new"}, {&table, "by", "codescmd.flag.by"}})
	return p.changes(cmd)
}

func (s *sitting) splitCode(name string, fresh []string, table string) error {
	old, err := s.code(name)
	if err != nil {
		return err
	}
	in, err := s.open(table)
	if err != nil {
		return err
	}
	defer in.Close()
	rows := make([]codebook.Code, len(fresh))
	for i, n := range fresh {
		rows[i] = codebook.Code{ID: newID(), Color: old.Color, Fields: old.Fields}
		s.nameCode(&rows[i], n)
	}
	op, err := exchange.ReadSplit(in, s.project(), old.No, rows)
	if err != nil {
		return &about{table, err}
	}
	if err := s.secure(op.Kind()); err != nil {
		return err
	}
	s.say(s.t("codescmd.split.along", "Count", len(op.Sort), "Name", old.Title(s.lang())))
	return s.do(op)
}
