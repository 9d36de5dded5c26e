package main

import (
	"slices"

	"github.com/spf13/cobra"

	"fangtan/codebook"
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
	if c.matrix && len(f.Codes) > 0 {
		onlySquare(s.project().Tree(), t, met.Codes, f.Codes, c.byDimension)
	}
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

// onlySquare leaves the rows and columns of the codes named and what is below them;
// by dimension, of the dimensions that these are counted for.
func onlySquare(tree *codebook.Tree, t *exchange.Table, codes, named []codebook.No, byDimension bool) {
	var kept []int
	for i, n := range codes {
		if slices.ContainsFunc(named, func(m codebook.No) bool { return tree.Under(n, m) || byDimension && tree.Under(m, n) }) {
			kept = append(kept, i)
		}
	}
	t.Columns = pick(t.Columns, kept)
	all := t.Rows
	t.Rows = func(yield func([]exchange.Value, error) bool) {
		at := 0
		for row, err := range all {
			if slices.Contains(kept, at) && !yield(pick(row, kept), err) {
				return
			}
			at++
		}
	}
}

// pick takes the first cell, which names the row, and those of the codes at these places.
func pick[T any](row []T, places []int) []T {
	picked := []T{row[0]}
	for _, i := range places {
		picked = append(picked, row[i+1])
	}
	return picked
}
