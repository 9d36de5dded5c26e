package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook/tally"
	"fangtan/store/exchange"
)

// tensionAsked is what "tension" is asked.
type tensionAsked struct {
	counting
	cell string
}

func (p *program) tensionCmd() *cobra.Command {
	c := &tensionAsked{cell: string(exchange.TensionCodings), counting: counting{unit: "turn"}}
	cmd := &cobra.Command{
		Use: "tension", Short: p.t("counting.tension.short"), Example: p.t("counting.tension.examples"), Args: p.exactly(0),
	}
	p.countingFlags(cmd, &c.counting, []option{
		{&c.unit, "unit", "counting.flag.unit"},
		{&c.cell, "cell", "counting.flag.cell"},
	})
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cell, err := exchange.ParseTensionCell(c.cell)
		if err != nil {
			return p.usage("counting.usage.cell", "Name", c.cell)
		}
		unit, err := p.unitOf(c.unit, tally.Turn, tally.Sentence, tally.Paragraph, tally.Window, tally.Whole, tally.Character, tally.Overlap)
		if err != nil {
			return err
		}
		return p.count(cmd, &c.counting, "counting.tension.title", func(s *sitting, f tally.Filter, v voice) (*exchange.Table, error) {
			return s.tension(c, cell, unit, f, v)
		})
	}
	return cmd
}

// cellWords are the messages for what a cell of the tension table shows.
var cellWords = map[exchange.TensionCell]string{
	exchange.TensionCodings: "counting.cell.codings", exchange.TensionMet: "counting.cell.met",
	exchange.TensionVoices: "counting.cell.voices", exchange.TensionRate: "counting.cell.rate",
}

// tension counts where the components of the model pull against one another.
func (s *sitting) tension(c *tensionAsked, cell exchange.TensionCell, u tally.Unit, f tally.Filter, v voice) (*exchange.Table, error) {
	study := s.project()
	if len(tally.Components(study)) == 0 {
		return nil, s.fail("counting.fail.no-components")
	}
	pull := tally.TensionOf(study, f, u)
	t := exchange.TensionTable(study, pull, cell, v.table)
	t.Notes = append(t.Notes, s.scopeLine(v, v.words.T(cellWords[cell]), u, &f, &c.counting))
	var small []string
	for i, few := range pull.Small {
		if few && (len(f.Groups) == 0 || slices.Contains(f.Groups, pull.Groups[i])) {
			small = append(small, s.groupTitle(v, pull, i))
		}
	}
	if len(small) > 0 {
		t.Notes = append(t.Notes, v.words.T("counting.small", "Names", strings.Join(small, v.words.T("counting.comma"))))
	}
	return t, nil
}

func (s *sitting) groupTitle(v voice, t *tally.Tension, i int) string {
	if g := s.project().Group(t.Groups[i]); g != nil {
		return g.Name(s.project().Lang)
	}
	return v.table.Say("column." + t.Heads[i])
}
