package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func (p *program) diffCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "diff A [B]", Short: p.t("journalcmd.diff.short"), Example: p.t("journalcmd.diff.examples"), Args: p.between(1, 2),
	}
	o := p.printingFlags(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		format, err := p.choose(o)
		if err != nil {
			return err
		}
		return p.reading(func(s *sitting) error {
			v := s.voice(format)
			c, err := s.compare(args, v.words.Lang())
			if err != nil {
				return err
			}
			o.title, o.lang = v.words.T("journalcmd.diff.title"), v.words.Lang()
			if format == exchange.FormatMarkdown {
				return p.printText(o, c.appendix(v))
			}
			return p.print(o, c.table(v))
		})
	}
	return cmd
}

// comparison is a study at two points, and what happened between them.
type comparison struct {
	from, to  codebook.Header
	then, now *codebook.Project
	actions   []codebook.Header // between them, oldest first
	all       []codebook.Difference
}

// compare compares the study at two points; without a second one it is now.
func (s *sitting) compare(args []string, lang string) (*comparison, error) {
	from, err := s.point(args[0])
	if err != nil {
		return nil, err
	}
	to := s.file.LastAction()
	if len(args) == 2 {
		if to, err = s.point(args[1]); err != nil {
			return nil, err
		}
	}
	if from > to {
		return nil, s.usage("journalcmd.diff.backwards", "A", args[0], "B", args[1])
	}
	return s.compareActions(from, to, lang)
}

func (s *sitting) compareActions(from, to uint64, lang string) (*comparison, error) {
	if err := s.file.StandAt(to); err != nil {
		return nil, &about{s.path, err}
	}
	since, err := s.file.Between(from, to)
	if err != nil {
		return nil, &about{s.path, err}
	}
	c := &comparison{now: s.project(), then: s.project().Snapshot()}
	if err := c.then.Stand(&since); err != nil {
		return nil, err
	}
	headers, err := s.file.Headers(to, int(to))
	if err != nil {
		return nil, &about{s.path, err}
	}
	slices.Reverse(headers)
	c.from, c.to, c.actions = headers[from-1], headers[to-1], headers[from:]
	merged, err := s.mergedBetween(headers, from)
	if err != nil {
		return nil, err
	}
	c.all = codebook.Diff(c.then, c.now, merged, lang)
	return c, nil
}

// mergedBetween says which codes were merged into which by the actions behind a
// point that stand.
func (s *sitting) mergedBetween(journal []codebook.Header, after uint64) (map[codebook.No]codebook.No, error) {
	merged := map[codebook.No]codebook.No{}
	for i, fate := range codebook.Fates(journal) {
		h := &journal[i]
		if h.No <= after || h.Kind != (&codebook.MergeCodes{}).Kind() || fate.Standing == codebook.Undone {
			continue
		}
		patch, err := s.file.Patch(h.No)
		if err != nil {
			return nil, &about{s.path, err}
		}
		from, into := patch.MergedInto()
		for _, n := range from {
			merged[n] = into
		}
	}
	return merged, nil
}

// kindWords and thingWords are the words for what happened, and to what.
var (
	diffKindWords = map[codebook.DiffKind]string{
		codebook.DiffBorn: "journalcmd.kind.born", codebook.DiffRenamed: "journalcmd.kind.renamed", codebook.DiffMoved: "journalcmd.kind.moved",
		codebook.DiffRevised: "journalcmd.kind.revised", codebook.DiffSplit: "journalcmd.kind.split", codebook.DiffMerged: "journalcmd.kind.merged",
		codebook.DiffRemoved: "journalcmd.kind.removed", codebook.DiffGrew: "journalcmd.kind.grew", codebook.DiffShrank: "journalcmd.kind.shrank",
	}
	diffThingWords = map[codebook.Thing]string{
		codebook.ThingCode: "journalcmd.thing.code", codebook.ThingTranscript: "journalcmd.thing.transcript",
		codebook.ThingCoder: "journalcmd.thing.coder", codebook.ThingGroup: "journalcmd.thing.group",
	}
)

// table is every difference, a row each.
func (c *comparison) table(v voice) *exchange.Table {
	rows := make([][]exchange.Value, len(c.all))
	for i, d := range c.all {
		kind, thing := string(d.Kind), string(d.Thing)
		if v.table.Names {
			kind, thing = v.words.T(diffKindWords[d.Kind]), v.words.T(diffThingWords[d.Thing])
		}
		rows[i] = []exchange.Value{
			exchange.Of(thing), exchange.Of(kind), exchange.Of(d.Name), exchange.Filled(d.Then), exchange.Filled(d.Now),
			exchange.Filled(shares(v, d.With)), codings(d, d.CodingsThen), codings(d, d.CodingsNow),
		}
	}
	columns := []exchange.Column{
		{Head: "thing"}, {Head: "change"}, {Head: "name", Wrap: true}, {Head: "then", Wrap: true}, {Head: "now", Wrap: true}, {Head: "with", Wrap: true},
		{Head: "codings_then", Kind: exchange.Count}, {Head: "codings_now", Kind: exchange.Count},
	}
	for i := range columns {
		columns[i].Title = diffHead(v, columns[i].Head)
	}
	t := exchange.NewTable(columns, rows, v.table)
	t.Notes = []string{c.span(v), c.sizes(v)}
	return t
}

// diffHead is what people read above a column: a code has a name, not a person's.
func diffHead(v voice, head string) string {
	if head == "name" {
		return v.words.T("journalcmd.head.name")
	}
	return v.table.Say("column." + head)
}

// codings is the cell of a count, which only codes and transcripts have.
func codings(d codebook.Difference, n int) exchange.Value {
	if d.Thing != codebook.ThingCode && d.Thing != codebook.ThingTranscript {
		return exchange.Value{}
	}
	return exchange.Int(n)
}

// shares writes codes with how many codings each took over: "P3 甲 (4); P4 乙 (2)".
func shares(v voice, with []codebook.Share) string {
	parts := make([]string, len(with))
	for i, w := range with {
		parts[i] = w.Name
		if w.Codings > 0 {
			parts[i] = v.words.T("journalcmd.share", "Name", w.Name, "N", w.Codings)
		}
	}
	return strings.Join(parts, exchange.Separator)
}

// span says between which points the study was compared, and whose work that is.
func (c *comparison) span(v voice) string {
	var names []string
	for _, h := range c.actions {
		if k := c.now.Coder(h.Coder); k != nil && !slices.Contains(names, k.Name) {
			names = append(names, k.Name)
		}
	}
	slices.Sort(names)
	return v.words.T("journalcmd.diff.span", "From", c.from.No, "FromTime", minute(c.from.Time), "To", c.to.No, "ToTime", minute(c.to.Time),
		"N", len(c.actions), "Coders", strings.Join(names, v.words.T("counting.comma")))
}

// sizes says how large the study was then and now.
func (c *comparison) sizes(v voice) string {
	return v.words.T("journalcmd.diff.sizes",
		"CodesThen", c.then.CodeCount(), "CodesNow", c.now.CodeCount(), "CodingsThen", c.then.CodingCount(), "CodingsNow", c.now.CodingCount(),
		"TranscriptsThen", len(c.then.Transcripts()), "TranscriptsNow", len(c.now.Transcripts()))
}
