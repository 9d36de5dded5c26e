package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func (p *program) codersCmd() *cobra.Command {
	list := p.codersList()
	cmd := &cobra.Command{
		Use: "coders", Short: p.t("cli.coders.short"), Example: p.t("cli.coders.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.codersAdd(), p.codersSet(), p.codersRemove())
	return cmd
}

func (p *program) codersList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: p.t("cli.coders.list"), Args: p.exactly(0)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return p.printOf(o, "cli.coders.title", func(s *sitting, v voice) (*exchange.Table, error) { return s.codersTable(v), nil })
	}
	return cmd
}

func (s *sitting) codersTable(v voice) *exchange.Table {
	codings := map[codebook.No]int{}
	for _, t := range s.project().Transcripts() {
		for _, c := range s.project().Codings(t.No).Coder {
			codings[codebook.No(c)]++
		}
	}
	var rows [][]exchange.Value
	for _, c := range s.project().Coders() {
		of := ""
		if o := s.project().Coder(c.Of); o != nil {
			of = o.Name
		}
		rows = append(rows, []exchange.Value{
			exchange.Of(c.Name), exchange.Of(c.Kind.String()), exchange.Filled(of), exchange.Int(codings[c.No]),
		})
	}
	return exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "name"}, {Head: "kind"}, {Head: "of"},
		{Head: "codings", Kind: exchange.Count},
	}), rows, v.table)
}

func (p *program) codersAdd() *cobra.Command {
	var kind, of string
	cmd := &cobra.Command{
		Use: "add NAME", Short: p.t("cli.coders.add"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			row := codebook.Coder{ID: newID(), Name: args[0]}
			var ok bool
			if row.Kind, ok = codebook.ParseCoderKind(kind); !ok {
				return p.usage("cli.usage.coder-kind", "Value", kind)
			}
			return p.writing(func(s *sitting) error {
				if of != "" {
					whom, err := s.project().FindCoder(of)
					if err != nil {
						return err
					}
					row.Of = whom.No
				}
				return s.do(&codebook.PutCoder{Row: row})
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", codebook.CoderPerson.String(), p.t("cli.flag.coder-kind"))
	cmd.Flags().StringVar(&of, "of", "", p.t("cli.flag.of"))
	return p.changes(cmd)
}

func (p *program) codersSet() *cobra.Command {
	var name string
	cmd := &cobra.Command{
		Use: "set CODER", Short: p.t("cli.coders.set"), Args: p.exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				old, err := s.project().FindCoder(args[0])
				if err != nil {
					return err
				}
				row := *old
				take(cmd, "name", &row.Name, name)
				return s.do(&codebook.PutCoder{Row: row})
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", p.t("cli.flag.coder-name"))
	return p.changes(cmd)
}

func (p *program) codersRemove() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "remove CODER", Short: p.t("cli.coders.remove"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				c, err := s.project().FindCoder(args[0])
				if err != nil {
					return err
				}
				return s.do(&codebook.RemoveCoder{Coder: c.No})
			})
		},
	})
}
