package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func (p *program) codesCmd() *cobra.Command {
	list := p.codesList()
	cmd := &cobra.Command{
		Use: "codes", Short: p.t("codescmd.codes.short"), Example: p.t("codescmd.codes.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.codesAdd(), p.codesSet(), p.codesMove(), p.codesPin(), p.codesMerge(), p.codesSplit(), p.codesRemove(),
		p.codesImport(), p.codesExport())
	return cmd
}

func (p *program) codesList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: p.t("codescmd.codes.list"), Args: p.exactly(0)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return p.printOf(o, "codescmd.codes.title", func(s *sitting, v voice) (*exchange.Table, error) { return s.codesTable(v), nil })
	}
	return cmd
}

// printOf prints a table of the project in the words that go with the format.
func (p *program) printOf(o *printing, title string, make func(*sitting, voice) (*exchange.Table, error)) error {
	format, err := p.choose(o)
	if err != nil {
		return err
	}
	return p.reading(func(s *sitting) error {
		v := s.voice(format)
		t, err := make(s, v)
		if err != nil {
			return err
		}
		o.title, o.lang = v.words.T(title), v.words.Lang()
		return p.print(o, t)
	})
}

// codesTable is the codebook at a glance, in its order.
func (s *sitting) codesTable(v voice) *exchange.Table {
	study := s.project()
	tree, labels := study.Tree(), study.CodeLabels()
	codings := s.codingsByCode()
	var rows [][]exchange.Value
	for _, n := range tree.Order {
		c := study.Code(n)
		rows = append(rows, []exchange.Value{
			exchange.Of(labels[n]), exchange.Of(c.Number), exchange.Of(labels[tree.Top[n]]), exchange.Int(tree.Depth[n] + 1),
			exchange.Of(c.Pin), exchange.Bool(!c.Heading), exchange.Bool(c.Archived), exchange.Int(codings[n]),
		})
	}
	return exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "code"}, {Head: "number"}, {Head: "dimension"}, {Head: "level", Kind: exchange.Count}, {Head: "pin"},
		{Head: "codable", Kind: exchange.Truth}, {Head: "archived", Kind: exchange.Truth}, {Head: "codings", Kind: exchange.Count},
	}), rows, v.table)
}

// columnsOf gives columns the words that people read above them.
func columnsOf(v voice, columns []exchange.Column) []exchange.Column {
	for i := range columns {
		columns[i].Title = v.table.Say("column." + columns[i].Head)
	}
	return columns
}

// codingsByCode counts the codings of each code as stored, its own alone.
func (s *sitting) codingsByCode() []int {
	counts := make([]int, s.project().CodeLimit())
	for _, t := range s.project().Transcripts() {
		for _, code := range s.project().Codings(t.No).Code {
			counts[code]++
		}
	}
	return counts
}

// code finds a code by number, either name, path or id.
func (s *sitting) code(name string) (*codebook.Code, error) {
	n, err := s.project().CodeNames().Find(name)
	if err != nil {
		return nil, err
	}
	return s.project().Code(n), nil
}

// codeNos finds several codes.
func (s *sitting) codeNos(names []string) ([]codebook.No, error) {
	var nos []codebook.No
	all := s.project().CodeNames()
	for _, name := range names {
		n, err := all.Find(name)
		if err != nil {
			return nil, err
		}
		nos = append(nos, n)
	}
	return nos, nil
}
