package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func (p *program) groupsCmd() *cobra.Command {
	list := p.groupsList()
	cmd := &cobra.Command{
		Use: "groups", Short: p.t("cli.groups.short"), Example: p.t("cli.groups.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.groupsAdd(), p.groupsSet(), p.groupsRemove())
	return cmd
}

func (p *program) groupsList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: p.t("cli.groups.list"), Args: p.exactly(0)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return p.printOf(o, "cli.groups.title", func(s *sitting, v voice) (*exchange.Table, error) { return s.groupsTable(v), nil })
	}
	return cmd
}

func (s *sitting) groupsTable(v voice) *exchange.Table {
	transcripts := map[codebook.No]int{}
	for _, t := range s.project().Transcripts() {
		transcripts[t.Group]++
	}
	var rows [][]exchange.Value
	for _, g := range s.project().Groups() {
		rows = append(rows, []exchange.Value{
			exchange.Of(g.Key), exchange.Of(g.NameZh), exchange.Of(g.NameEn), exchange.Int(transcripts[g.No]),
		})
	}
	return exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "id"}, {Head: "name_zh"}, {Head: "name_en"},
		{Head: "transcripts", Kind: exchange.Count},
	}), rows, v.table)
}

// groupFlags are what can be said of a group.
func (p *program) groupFlags(cmd *cobra.Command, g *codebook.Group) {
	cmd.Flags().StringVar(&g.NameZh, "name-zh", "", p.t("cli.flag.name-zh"))
	cmd.Flags().StringVar(&g.NameEn, "name-en", "", p.t("cli.flag.name-en"))
}

func (p *program) groupsAdd() *cobra.Command {
	row := codebook.Group{}
	cmd := &cobra.Command{
		Use: "add ID", Short: p.t("cli.groups.add"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			row.Key, row.ID = args[0], newID()
			return p.writing(func(s *sitting) error { return s.do(&codebook.PutGroup{Row: row}) })
		},
	}
	p.groupFlags(cmd, &row)
	return p.changes(cmd)
}

func (p *program) groupsSet() *cobra.Command {
	var given codebook.Group
	var position int
	cmd := &cobra.Command{
		Use: "set GROUP", Short: p.t("cli.groups.set"), Args: p.exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				old, err := s.findGroup(args[0])
				if err != nil {
					return err
				}
				row := *old
				take(cmd, "id", &row.Key, given.Key)
				take(cmd, "name-zh", &row.NameZh, given.NameZh)
				take(cmd, "name-en", &row.NameEn, given.NameEn)
				batch := &codebook.Batch{Name: "group.set", Names: []string{old.Name(s.project().Lang)}}
				batch.Ops = append(batch.Ops, &codebook.PutGroup{Row: row})
				if cmd.Flags().Changed("position") {
					batch.Ops = append(batch.Ops, &codebook.MoveGroup{Group: old.No, Index: position - 1})
				}
				return s.do(batch)
			})
		},
	}
	p.groupFlags(cmd, &given)
	cmd.Flags().StringVar(&given.Key, "id", "", p.t("cli.flag.group-id"))
	cmd.Flags().IntVar(&position, "position", 0, p.t("cli.flag.position"))
	return p.changes(cmd)
}

// take puts the value of a flag in its place if the flag was given.
func take[T any](cmd *cobra.Command, flag string, into *T, given T) {
	if cmd.Flags().Changed(flag) {
		*into = given
	}
}

func (p *program) groupsRemove() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "remove GROUP", Short: p.t("cli.groups.remove"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				g, err := s.findGroup(args[0])
				if err != nil {
					return err
				}
				orphans := 0
				for _, t := range s.project().Transcripts() {
					if t.Group == g.No {
						orphans++
					}
				}
				if orphans > 0 {
					s.say(s.t("cli.groups.orphans", "Count", orphans))
				}
				return s.do(&codebook.RemoveGroup{Group: g.No})
			})
		},
	})
}
