package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/store/exchange"
	"fangtan/tui/locale"
)

// freqAsked is what "freq" is asked.
type freqAsked struct {
	counting
	measure, by  string
	rollup, tidy bool
}

func (p *program) freqCmd() *cobra.Command {
	c := &freqAsked{measure: tally.Codings.String(), by: byGroup, counting: counting{unit: "turn"}}
	cmd := &cobra.Command{
		Use: "freq", Short: p.t("counting.freq.short"), Example: p.t("counting.freq.examples"), Args: p.exactly(0),
	}
	p.countingFlags(cmd, &c.counting, []option{
		{&c.measure, "measure", "counting.flag.measure"},
		{&c.unit, "unit", "counting.flag.freq-unit"},
		{&c.by, "by", "counting.flag.by"},
		{&c.rollup, "rollup", "counting.flag.rollup"},
		{&c.tidy, "tidy", "counting.flag.tidy"},
	})
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		measure, ok := tally.ParseMeasure(c.measure)
		if !ok {
			return p.usage("counting.usage.measure", "Name", c.measure, "Names", measureNames())
		}
		unit, err := p.unitOf(c.unit, tally.Turn, tally.Sentence, tally.Paragraph, tally.Window, tally.Whole, tally.Character)
		if err != nil {
			return err
		}
		return p.count(cmd, &c.counting, "counting.freq.title", func(s *sitting, f tally.Filter, v voice) (*exchange.Table, error) {
			return s.frequency(c, measure, unit, f, v)
		})
	}
	return cmd
}

func measureNames() string {
	var names []string
	for _, m := range tally.Measures() {
		names = append(names, m.String())
	}
	return strings.Join(names, ", ")
}

// frequency counts codes by columns.
func (s *sitting) frequency(c *freqAsked, m tally.Measure, u tally.Unit, f tally.Filter, v voice) (*exchange.Table, error) {
	freq, err := s.frequencyBy(c, u, f)
	if err != nil {
		return nil, err
	}
	if s.project().Lang == locale.English && (m == tally.Rate || c.tidy) {
		if err := freq.CountWords(s.project(), f, s.texts); err != nil {
			return nil, err
		}
	}
	onlyRows(s.project(), freq, f.Codes)
	t := exchange.FrequencyTable(s.project(), freq, m, c.tidy, v.table)
	what := v.words.T(measureWords[m])
	if m == tally.Rate && freq.InWords() {
		what = v.words.T("counting.measure.rate-words")
	}
	if c.tidy {
		what = v.words.T("counting.measure.all")
	}
	t.Notes = append(t.Notes, s.scopeLine(v, what, u, &f, &c.counting))
	if c.rollup {
		t.Notes = append(t.Notes, v.words.T("counting.rolled-up"))
	}
	t.Notes = append(t.Notes, v.words.T("counting.united", "Count", freq.Stored, "United", freq.United, "Outside", freq.Outside))
	t.Notes = append(t.Notes, testLines(v, freq)...)
	if line := s.singleVoices(v, freq); line != "" {
		t.Notes = append(t.Notes, line)
	}
	return t, nil
}

// onlyRows leaves the rows of these codes and their descendants; without any, all.
// What the others have is filtered out already, so their rows would say nothing.
func onlyRows(p *codebook.Project, f *tally.Frequency, codes []codebook.No) {
	if len(codes) == 0 {
		return
	}
	kept := 0
	all := f.Codes
	f.Codes = nil // the rows are shared with the tree
	for r, n := range all {
		if slices.ContainsFunc(codes, func(above codebook.No) bool { return p.Tree().Under(n, above) }) {
			f.Codes = append(f.Codes, n)
			f.Level[kept], f.Cells[kept], f.Totals[kept] = f.Level[r], f.Cells[r], f.Totals[r]
			kept++
		}
	}
	f.Level, f.Cells, f.Totals = f.Level[:kept], f.Cells[:kept], f.Totals[:kept]
}

// What a frequency table can be broken down by, beside an attribute.
const (
	byGroup      = "group"
	byTranscript = "transcript"
	bySpeaker    = "speaker"
	byCoder      = "coder"
	byCode       = "code"
)

func (s *sitting) frequencyBy(c *freqAsked, u tally.Unit, f tally.Filter) (*tally.Frequency, error) {
	study := s.project()
	var columns tally.Columns
	switch c.by {
	case byGroup:
		columns = tally.ByGroup(study)
	case byTranscript:
		columns = tally.ByTranscript(study)
	case bySpeaker:
		columns = tally.BySpeaker(study)
	case byCoder:
		return tally.FrequencyByCoder(study, f, u, c.rollup), nil
	default:
		a, err := study.FindAttribute(c.by)
		if err != nil {
			return nil, s.usage("counting.usage.by", "Name", c.by, "Names", strings.Join(breakdowns(study), ", "))
		}
		columns = tally.ByAttribute(study, a)
	}
	return tally.FrequencyOf(study, f, columns, u, c.rollup), nil
}

// breakdowns are all that "freq --by" takes in a study.
func breakdowns(study *codebook.Project) []string {
	names := []string{byGroup, byTranscript, bySpeaker, byCoder}
	for _, a := range study.Attributes() {
		names = append(names, a.Name)
	}
	return names
}

// singleVoices names the codes whose findings rest on one speaker alone.
func (s *sitting) singleVoices(v voice, f *tally.Frequency) string {
	const most = 5
	var names []string
	count := 0
	labels := s.project().CodeLabels()
	for r, code := range f.Codes {
		if !f.Totals[r].SingleVoice() {
			continue
		}
		if count++; count <= most {
			names = append(names, labels[code])
		}
	}
	if count == 0 {
		return ""
	}
	if count > most {
		names = append(names, "…")
	}
	return v.words.T("counting.single-voice", "Count", count, "Names", strings.Join(names, v.words.T("counting.comma")))
}
