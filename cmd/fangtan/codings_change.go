package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
)

// codingAsked is what "codings add" is asked. Offsets are Unicode code points.
type codingAsked struct {
	transcript, code, quote string
	start, end              int
	starred                 bool
	fields                  []string // NAME=VALUE
}

func (p *program) codingsAdd() *cobra.Command {
	c := &codingAsked{start: -1, end: -1}
	cmd := &cobra.Command{Use: "add", Short: p.t("codescmd.codings.add"), Args: p.exactly(0)}
	f := []option{
		{&c.transcript, "transcript", "codescmd.flag.transcript"},
		{&c.code, "code", "codescmd.flag.code"},
		{&c.start, "start", "codescmd.flag.start"},
		{&c.end, "end", "codescmd.flag.end"},
		{&c.quote, "quote", "codescmd.flag.quote"},
		{&c.starred, "starred", "codescmd.flag.starred"},
		{&c.fields, "field", "codescmd.flag.field"},
	}
	p.options(cmd, f)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ends := cmd.Flags().Changed("start") && cmd.Flags().Changed("end")
		if c.transcript == "" || c.code == "" || ends == (c.quote != "") {
			return p.usage("codescmd.usage.add")
		}
		if ends && c.start < 0 {
			return p.usage("codescmd.usage.before", "Start", c.start)
		}
		if ends && c.start >= c.end {
			return p.usage("codescmd.usage.ends", "Start", c.start, "End", c.end)
		}
		return p.writing(func(s *sitting) error { return s.addCoding(c) })
	}
	return p.changes(cmd)
}

func (s *sitting) addCoding(c *codingAsked) error {
	t, err := s.project().FindTranscript(c.transcript)
	if err != nil {
		return err
	}
	code, err := s.code(c.code)
	if err != nil {
		return err
	}
	row := codebook.Coding{ID: newID(), Code: code.No, Coder: s.coder.No, Created: now()}
	if c.starred {
		row.Flags = codebook.Starred
	}
	for _, pair := range c.fields {
		name, value, err := s.split(pair)
		if err != nil {
			return err
		}
		row.Fields = append(row.Fields, codebook.FieldValue{Name: name, Value: value})
	}
	words, err := s.texts(t.No)
	if err != nil {
		return err
	}
	start, end, err := s.passage(t, words, c)
	if err != nil {
		return err
	}
	x := text.NewIndex(words)
	row.Start, row.End = uint32(start), uint32(end)
	row.StartCh, row.EndCh = uint32(x.CharsBefore(start)), uint32(x.CharsBefore(end))
	return s.do(&codebook.AddCodings{Transcript: t.No, Rows: []codebook.Coding{row}})
}

// passage finds where the coding lies, in bytes, widened to whole characters.
func (s *sitting) passage(t *codebook.Transcript, words string, c *codingAsked) (start, end int, err error) {
	if c.quote != "" {
		start = strings.Index(words, c.quote)
		switch {
		case start < 0:
			return 0, 0, s.fail("codescmd.fail.no-quote", "File", t.File)
		case strings.Contains(words[start+1:], c.quote):
			return 0, 0, s.fail("codescmd.fail.quotes", "File", t.File)
		}
		end = start + len(c.quote)
	} else {
		x := text.NewIndex(words)
		var inside bool
		start, _ = x.ByteOfPoint(c.start)
		if end, inside = x.ByteOfPoint(c.end); !inside {
			return 0, 0, s.fail("codescmd.fail.outside", "End", c.end, "File", t.File, "Length", x.Points())
		}
	}
	from, to := text.Snap(words, start, end)
	if from != start || to != end {
		s.say(s.t("codescmd.widened"))
	}
	return from, to, nil
}

func (p *program) codingsRemove() *cobra.Command {
	given := &filtering{}
	var yes bool
	cmd := &cobra.Command{Use: "remove " + p.t("codescmd.codings.ids"), Short: p.t("codescmd.codings.remove"), Args: p.atLeast(0)}
	p.options(cmd, given.options())
	p.options(cmd, []option{{&yes, "yes", "codescmd.flag.yes-codings"}})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if (len(args) > 0) == given.given(cmd) {
			return p.usage("codescmd.usage.remove")
		}
		return p.writing(func(s *sitting) error { return s.removeCodings(args, given, yes) })
	}
	return p.changes(cmd)
}

// removeCodings takes off the codings with these ids, or all that a filter lets
// through, as one action. Before it takes off more than one by a filter it asks.
func (s *sitting) removeCodings(ids []string, given *filtering, yes bool) error {
	wanted := map[codebook.ID]bool{}
	for _, id := range ids {
		parsed, err := codebook.ParseID(id)
		if err != nil {
			return s.usage("codescmd.usage.coding-id", "Value", id)
		}
		wanted[parsed] = true
	}
	filter, err := s.filter(given)
	if err != nil {
		return err
	}
	ops, count := s.removals(wanted, filter.Stored(s.project()))
	if len(ids) > 0 && count < len(wanted) {
		return s.fail("codescmd.fail.ids", "Count", len(wanted)-count)
	}
	if count == 0 {
		s.say(s.t("cli.nothing-to-change"))
		return nil
	}
	if err := s.sure(yes || len(ids) > 0, s.t("codescmd.remove.codings", "Count", count)); err != nil {
		return err
	}
	if err := s.secure("coding.remove"); err != nil {
		return err
	}
	if len(ops) == 1 {
		return s.do(ops[0])
	}
	args := ops[0].Args(s.project())
	return s.do(&codebook.Batch{Name: ops[0].Kind(), Names: []string{args[0], args[1] + " …", strconv.Itoa(count)}, Ops: ops})
}

// removals are the ops that take codings off, transcript after transcript: those
// wanted by id or, where none is, those that keep lets through.
func (s *sitting) removals(wanted map[codebook.ID]bool, keep exchange.Keep) (ops []codebook.Op, count int) {
	for _, t := range s.project().Transcripts() {
		op := &codebook.RemoveCodings{Transcript: t.No}
		have := s.project().Codings(t.No)
		for i := range have.Len() {
			c := have.At(i)
			if wanted[c.ID] || len(wanted) == 0 && keep(t, &c, tally.SpeakerAt(s.project(), t, c.Start)) {
				op.IDs = append(op.IDs, c.ID)
			}
		}
		if len(op.IDs) > 0 {
			ops = append(ops, op)
			count += len(op.IDs)
		}
	}
	return ops, count
}
