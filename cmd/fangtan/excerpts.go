package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/store/exchange"
	"fangtan/tui/wording"
)

// excerptsAsked is what "excerpts" is asked.
type excerptsAsked struct {
	filtering
	context  int
	by, cite string
	starred  bool
	out      *printing
}

func (p *program) excerptsCmd() *cobra.Command {
	c := &excerptsAsked{context: 1, by: byTranscript}
	cmd := &cobra.Command{
		Use: "excerpts " + p.t("counting.excerpts.query"), Short: p.t("counting.excerpts.short"),
		Example: p.t("counting.excerpts.examples"), Args: p.atMost(1),
	}
	p.options(cmd, []option{
		{&c.context, "context", "counting.flag.context"},
		{&c.by, "by", "counting.flag.order"},
		{&c.starred, "starred", "counting.flag.starred"},
		{&c.cite, "cite", "counting.flag.cite"},
	})
	p.options(cmd, c.options())
	c.out = p.printingFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return p.excerpts(cmd, c, args) }
	return cmd
}

// excerptOrders are what excerpts can be put together by.
var excerptOrders = map[string]exchange.ExcerptOrder{
	byTranscript: exchange.OrderTranscript, byCode: exchange.OrderCode, byGroup: exchange.OrderGroup,
}

func (p *program) excerpts(cmd *cobra.Command, c *excerptsAsked, args []string) error {
	o := exchange.ExcerptOptions{Context: c.context, Starred: c.starred}
	var ok bool
	if o.Order, ok = excerptOrders[c.by]; !ok {
		return p.usage("counting.usage.order", "Name", c.by)
	}
	if c.context < 0 {
		return p.usage("counting.usage.context", "Value", c.context)
	}
	if c.cite != "" {
		var err error
		if o.Cite, err = exchange.ParseCite(c.cite); err != nil {
			return p.citeFault(c.cite, err)
		}
	}
	format, err := p.choose(c.out)
	if err != nil {
		return err
	}
	return p.reading(func(s *sitting) error {
		filter, err := s.filter(&c.filtering)
		if err != nil {
			return err
		}
		found, err := s.passages(args, filter, &o)
		if err != nil {
			return err
		}
		texts := s.texts
		if o.Order != exchange.OrderTranscript {
			texts = s.shelf()
		}
		v := s.voice(format)
		t := exchange.ExcerptsTable(s.project(), exchange.Source{Texts: texts}, found, o, v.table)
		t.Notes = []string{
			v.words.T("counting.excerpts.found", "Count", len(found), "Part", s.part(v.words, &filter, &c.filtering)),
			v.words.T("counting.again", "Command", again(cmd, args)),
		}
		c.out.title, c.out.lang = v.words.T("counting.excerpts.title"), v.words.Lang()
		return p.print(c.out, t)
	})
}

// passages gives what a query denotes; without one, all codings.
func (s *sitting) passages(args []string, f tally.Filter, o *exchange.ExcerptOptions) ([]codebook.Excerpt, error) {
	if len(args) == 0 {
		return tally.Coded(s.project(), f, 0), nil
	}
	q, err := query.Parse(s.project(), args[0])
	if err != nil {
		return nil, s.queryFault(err)
	}
	o.Match = q.Matches()
	return q.Run(s.project(), f, s.texts)
}

// queryFault says where a query is wrong. A name that the study lacks is no fault
// of the query's form.
func (s *sitting) queryFault(err error) error {
	var f *query.Fault
	if !errors.As(err, &f) {
		return err
	}
	words := wording.QueryFault(s.words, f)
	if f.Err != nil && f.Reason != query.WantRegexp {
		return &failure{words}
	}
	return &usageError{words}
}

func (p *program) citeFault(pattern string, err error) error {
	var f *exchange.CiteError
	if !errors.As(err, &f) {
		return err
	}
	return p.usage("counting.usage.cite", "At", len([]rune(pattern[:f.At]))+1, "Name", f.Name,
		"Names", "{"+strings.Join(exchange.Citable(), "}, {")+"}")
}
