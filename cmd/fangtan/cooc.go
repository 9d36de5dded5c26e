package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook/tally"
	"fangtan/store/exchange"
)

// coocAsked is what "cooc" is asked.
type coocAsked struct {
	counting
	sameCoder, byDimension, rollup, matrix bool
}

func (p *program) coocCmd() *cobra.Command {
	c := &coocAsked{counting: counting{unit: "turn"}}
	cmd := &cobra.Command{
		Use: "cooc", Short: p.t("counting.cooc.short"), Example: p.t("counting.cooc.examples"), Args: p.exactly(0),
	}
	p.countingFlags(cmd, &c.counting, []option{
		{&c.unit, "unit", "counting.flag.unit"},
		{&c.sameCoder, "same-coder", "counting.flag.same-coder"},
		{&c.byDimension, "by-dimension", "counting.flag.by-dimension"},
		{&c.rollup, "rollup", "counting.flag.rollup"},
		{&c.matrix, "matrix", "counting.flag.matrix"},
	})
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		unit, err := p.unitOf(c.unit, tally.Turn, tally.Sentence, tally.Paragraph, tally.Window, tally.Whole, tally.Character, tally.Overlap)
		if err != nil {
			return err
		}
		o := tally.CoocOptions{Unit: unit, SameCoder: c.sameCoder, ByDimension: c.byDimension, Rollup: c.rollup}
		return p.count(cmd, &c.counting, "counting.cooc.title", func(s *sitting, f tally.Filter, v voice) (*exchange.Table, error) {
			return s.cooccurrence(c, o, f, v), nil
		})
	}
	return cmd
}

// cooccurrence counts which codes meet.
func (s *sitting) cooccurrence(c *coocAsked, o tally.CoocOptions, f tally.Filter, v voice) *exchange.Table {
	met := tally.CooccurrenceOf(s.project(), f, o)
	t := exchange.CooccurrenceTable(s.project(), met, c.matrix, v.table)
	t.Notes = append(t.Notes,
		s.scopeLine(v, v.words.T("counting.cooc.what", "N", met.Units), o.Unit, &f, &c.counting),
		v.words.T("counting.met", "Count", met.Stored, "Outside", met.Outside))
	if o.Rollup || o.ByDimension {
		t.Notes = append(t.Notes, v.words.T("counting.rolled-up"))
	}
	if o.SameCoder {
		t.Notes = append(t.Notes, v.words.T("counting.same-coder"))
	}
	return t
}
