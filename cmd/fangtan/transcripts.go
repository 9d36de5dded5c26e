package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
)

func (p *program) transcriptsCmd() *cobra.Command {
	list := p.transcriptsList()
	cmd := &cobra.Command{
		Use: "transcripts", Short: p.t("cli.transcripts.short"), Example: p.t("cli.transcripts.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.transcriptsShow(), p.transcriptsSet(), p.transcriptsEdit(), p.transcriptsRemove(), p.transcriptsText())
	cmd.AddCommand(p.laterCommands("transcripts", []string{"recut"})...)
	return cmd
}

func (p *program) transcriptsList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: p.t("cli.transcripts.list"), Args: p.exactly(0)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return p.printOf(o, "cli.transcripts.title", func(s *sitting, v voice) (*exchange.Table, error) { return s.transcriptsTable(v), nil })
	}
	return cmd
}

// transcriptsTable is what is in, in the order of the study, with all attributes.
func (s *sitting) transcriptsTable(v voice) *exchange.Table {
	study := s.project()
	columns := columnsOf(v, []exchange.Column{
		{Head: "file", Wrap: true}, {Head: "title"}, {Head: "group"}, // a file is told from others by its whole name
		{Head: "kind"}, {Head: "date", Kind: exchange.Date}, {Head: "turns", Kind: exchange.Count},
		{Head: "speakers", Kind: exchange.Count}, {Head: "characters", Kind: exchange.Count},
		{Head: "codings", Kind: exchange.Count}, {Head: "finished"},
	})
	for _, a := range study.Attributes() {
		columns = append(columns, exchange.Column{Head: a.Name})
	}
	var rows [][]exchange.Value
	for _, t := range study.Transcripts() {
		row := []exchange.Value{
			exchange.Of(t.File), exchange.Of(t.Title), v.table.Group(study, t.Group),
			exchange.Of(t.Kind.String()), exchange.Filled(t.Date), exchange.Int(int(t.Turns)),
			exchange.Int(len(t.Speakers)), exchange.Int(int(t.Chars)),
			exchange.Int(study.Codings(t.No).Len()), exchange.Filled(finishers(study, t)),
		}
		for _, a := range study.Attributes() {
			v, _ := t.Value(a.No)
			row = append(row, exchange.Filled(v))
		}
		rows = append(rows, row)
	}
	return exchange.NewTable(columns, rows, v.table)
}

// finishers are the names of those who marked a transcript as finished.
func finishers(study *codebook.Project, t *codebook.Transcript) string {
	var names []string
	for _, n := range t.Finished {
		names = append(names, study.Coder(n).Name)
	}
	return strings.Join(names, exchange.Separator)
}

func (p *program) transcriptsShow() *cobra.Command {
	cmd := &cobra.Command{Use: "show TRANSCRIPT", Short: p.t("cli.transcripts.show"), Args: p.exactly(1)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return p.printOf(o, "cli.transcripts.title", func(s *sitting, v voice) (*exchange.Table, error) {
			t, err := s.project().FindTranscript(args[0])
			if err != nil {
				return nil, err
			}
			return s.propertiesTable(t, v), nil
		})
	}
	return cmd
}

// propertiesTable is all that is known about one transcript, one property a row.
func (s *sitting) propertiesTable(t *codebook.Transcript, v voice) *exchange.Table {
	study := s.project()
	var rows [][]exchange.Value
	add := func(name string, v exchange.Value) { rows = append(rows, []exchange.Value{exchange.Of(name), v}) }
	add("file", exchange.Of(t.File))
	add("title", exchange.Of(t.Title))
	add("group", v.table.Group(study, t.Group))
	add("kind", exchange.Of(t.Kind.String()))
	add("date", exchange.Filled(t.Date))
	if pair := study.Transcript(t.Pair); pair != nil {
		add("pair", exchange.Of(pair.File))
	}
	add("turns", exchange.Int(int(t.Turns)))
	add("characters", exchange.Int(int(t.Chars)))
	add("codings", exchange.Int(study.Codings(t.No).Len()))
	add("finished", exchange.Filled(finishers(study, t)))
	add("format", exchange.Of(t.Source.Format))
	add("encoding", exchange.Filled(t.Source.Encoding))
	add("imported", exchange.Moment(t.Created))
	for i := range t.Speakers {
		add("speaker."+t.Speakers[i].Label, exchange.Of(speakerLine(study, &t.Speakers[i], v)))
	}
	for _, v := range t.Values {
		add(study.Attribute(v.Attribute).Name, exchange.Of(v.Text))
	}
	add("id", exchange.Of(t.ID.String()))
	return exchange.NewTable(columnsOf(v, []exchange.Column{{Head: "property"}, {Head: "value"}}), rows, v.table)
}

// speakerLine is what is known about a speaker beside the label in the text.
func speakerLine(study *codebook.Project, k *codebook.Speaker, v voice) string {
	parts := []string{k.Role.String()}
	for _, s := range []string{k.Name, v.table.Group(study, k.Group).String(), k.Person} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, exchange.Separator)
}

func (p *program) transcriptsText() *cobra.Command {
	var raw bool
	cmd := &cobra.Command{
		Use: "text TRANSCRIPT", Short: p.t("cli.transcripts.text"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(s *sitting) error {
				t, err := s.project().FindTranscript(args[0])
				if err != nil {
					return err
				}
				words, err := s.file.Text(t.Text)
				if err != nil {
					return &about{s.path, err}
				}
				if p.outTerminal && !raw {
					words = text.MakeSafe(words).String()
				}
				_, err = io.WriteString(p.out, words)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&raw, "raw", false, p.t("cli.flag.raw-text"))
	return cmd
}

func (p *program) transcriptsRemove() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "remove TRANSCRIPT…", Short: p.t("cli.transcripts.remove"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.removeTranscripts(args, yes) })
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, p.t("cli.flag.yes"))
	return p.changes(cmd)
}

// removeTranscripts asks first, naming what goes along, and makes a backup.
func (s *sitting) removeTranscripts(names []string, yes bool) error {
	op := &codebook.RemoveTranscripts{}
	codings := 0
	for _, name := range names {
		t, err := s.project().FindTranscript(name)
		if err != nil {
			return err
		}
		op.Transcripts = append(op.Transcripts, t.No)
		codings += s.project().Codings(t.No).Len()
	}
	if err := s.sure(yes, s.t("cli.transcripts.sure", "N", len(op.Transcripts), "Codings", codings)); err != nil {
		return err
	}
	if err := s.secure("transcript.remove"); err != nil {
		return err
	}
	return s.do(op)
}
