package main

import (
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/store/exchange"
	"fangtan/tui/locale"
)

// counting is what all commands that count are asked: which part of the study, in
// which unit, each coder's own or all together, and how it is printed.
type counting struct {
	filtering
	unit  string
	apart bool
	out   *printing
}

// analysis is one way of counting: a table of the part of the study that a filter
// leaves, with the lines under it.
type analysis func(s *sitting, f tally.Filter, v voice) (*exchange.Table, error)

// voice is how a table speaks: the catalogue for what stands around it, and the
// words inside.
type voice struct {
	words *locale.Words
	table exchange.Words
}

// countingFlags adds the flags of commands that count, behind the command's own.
func (p *program) countingFlags(cmd *cobra.Command, c *counting, own []option) {
	p.options(cmd, own)
	p.options(cmd, c.options())
	p.options(cmd, []option{
		{&c.withInterviewer, "with-interviewer", "counting.flag.with-interviewer"},
		{&c.apart, "apart", "counting.flag.apart"},
	})
	c.out = p.printingFlags(cmd)
}

// count runs an analysis and prints its table.
func (p *program) count(cmd *cobra.Command, c *counting, title string, run analysis) error {
	format, err := p.choose(c.out)
	if err != nil {
		return err
	}
	return p.reading(func(s *sitting) error {
		filter, err := s.filter(&c.filtering)
		if err != nil {
			return err
		}
		v := s.voice(format)
		table, err := s.counted(c, filter, v, run)
		if err != nil {
			return err
		}
		table.Notes = append(table.Notes, v.words.T("counting.again", "Command", again(cmd, nil)))
		c.out.title, c.out.lang = v.words.T(title), v.words.Lang()
		return p.print(c.out, table)
	})
}

// counted counts all coders together, or each coder's own.
func (s *sitting) counted(c *counting, f tally.Filter, v voice, run analysis) (*exchange.Table, error) {
	if !c.apart {
		return run(s, f, v)
	}
	var names, notes []string
	var tables []*exchange.Table
	for _, coder := range s.countedCoders(&f) {
		own := f
		own.Coders = []codebook.No{coder.No}
		t, err := run(s, own, v)
		if err != nil {
			return nil, err
		}
		names, tables, notes = append(names, coder.Name), append(tables, t), append(notes, t.Notes...)
	}
	table, err := exchange.Apart(names, tables, v.table)
	if err == nil {
		table.Notes = notes
	}
	return table, err
}

// countedCoders are the coders whose codings a filter takes.
func (s *sitting) countedCoders(f *tally.Filter) []*codebook.Coder {
	var coders []*codebook.Coder
	for _, n := range f.Coders {
		coders = append(coders, s.project().Coder(n))
	}
	if len(coders) > 0 {
		return coders
	}
	for _, c := range s.project().Coders() {
		if c.Kind != codebook.CoderRecheck {
			coders = append(coders, c)
		}
	}
	return coders
}

// voice chooses the words. A table on a terminal speaks the user's language. What
// may be kept speaks the project's, so that the same data gives the same bytes to
// everybody; only a page for people heeds --lang.
func (s *sitting) voice(f exchange.Format) voice {
	page := f == exchange.FormatMarkdown || f == exchange.FormatHTML
	words := s.words
	if f != exchange.FormatTable && (!page || s.asked.lang == "") && words.Lang() != s.project().Lang {
		words = locale.Of(s.project().Lang)
	}
	return voice{words, exchange.Words{Say: spoken(words), Names: page || f == exchange.FormatTable}}
}

// scopeLine is the line under a table: what was counted, in which unit, over which
// coders and which part of the study.
func (s *sitting) scopeLine(v voice, what string, u tally.Unit, f *tally.Filter, c *counting) string {
	var coders []string
	for _, k := range s.countedCoders(f) {
		coders = append(coders, k.Name)
	}
	scope := v.words.T("counting.scope.respondents")
	if f.WithInterviewer {
		scope = v.words.T("counting.scope.all")
	}
	return v.words.T("counting.line", "What", what, "Unit", unitWords(v.words, u),
		"Coders", strings.Join(coders, v.words.T("counting.comma")), "Scope", scope, "Part", s.part(v.words, f, &c.filtering))
}

// unitNames are the messages for units.
var unitNames = map[tally.UnitKind]string{
	tally.Turn: "counting.unit.turn", tally.Sentence: "counting.unit.sentence", tally.Paragraph: "counting.unit.paragraph",
	tally.Window: "counting.unit.window", tally.Whole: "counting.unit.transcript",
	tally.Character: "counting.unit.character", tally.Overlap: "counting.unit.overlap",
}

func unitWords(w *locale.Words, u tally.Unit) string { return w.T(unitNames[u.Kind], "K", u.K) }

// unitOf reads a unit; only those that the command can count in are taken.
func (p *program) unitOf(name string, kinds ...tally.UnitKind) (tally.Unit, error) {
	unit, ok := tally.ParseUnit(name)
	var names []string
	for _, k := range kinds {
		if ok && k == unit.Kind {
			return unit, nil
		}
		names = append(names, unitPatterns[k])
	}
	return tally.Unit{}, p.usage("counting.usage.unit", "Name", name, "Names", strings.Join(names, ", "))
}

// unitPatterns are how units are written on the command line.
var unitPatterns = map[tally.UnitKind]string{
	tally.Turn: "turn", tally.Sentence: "sentence", tally.Paragraph: "paragraph", tally.Window: "window:K",
	tally.Whole: "transcript", tally.Character: "character", tally.Overlap: "overlap",
}
