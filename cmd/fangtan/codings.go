package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func (p *program) codingsCmd() *cobra.Command {
	list := p.codingsList()
	cmd := &cobra.Command{
		Use: "codings", Short: p.t("codescmd.codings.short"), Example: p.t("codescmd.codings.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.codingsAdd(), p.codingsRemove(), p.codingsImport(), p.codingsExport())
	return cmd
}

func (p *program) codingsList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: p.t("codescmd.codings.list"), Args: p.exactly(0)}
	p.printCodings(cmd, exchange.FormatTable)
	return cmd
}

func (p *program) codingsExport() *cobra.Command {
	cmd := &cobra.Command{Use: "export", Short: p.t("codescmd.codings.export"), Args: p.exactly(0)}
	p.printCodings(cmd, exchange.FormatCSV)
	return cmd
}

// printCodings makes a command that prints codings as stored; unasked is the
// format where neither a flag nor a file chooses one.
func (p *program) printCodings(cmd *cobra.Command, unasked exchange.Format) {
	given := &filtering{}
	p.options(cmd, given.options())
	o := p.printingFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if o.format == "" && o.file == "" && unasked != exchange.FormatTable {
			o.format = unasked.String()
		}
		return p.printOf(o, "codescmd.codings.title", func(s *sitting, v voice) (*exchange.Table, error) {
			filter, err := s.filter(given)
			if err != nil {
				return nil, err
			}
			var keep exchange.Keep
			if given.given(cmd) {
				keep = filter.Stored(s.project())
			}
			t := exchange.CodingsTable(s.project(), exchange.Source{Texts: s.texts}, keep, v.table)
			t.Notes = []string{v.words.T("counting.again", "Command", again(cmd, nil))}
			return t, nil
		})
	}
}

// texts gives the words of a transcript.
func (s *sitting) texts(n codebook.No) (string, error) {
	words, err := s.file.Text(s.project().Transcript(n).Text)
	if err != nil {
		return "", &about{s.path, err}
	}
	return words, nil
}

// shelfSize bounds the texts that are kept at hand, in bytes.
const shelfSize = 64 << 20

// shelf gives texts like [sitting.texts] and keeps those it has given at hand, for
// rows that go from one transcript to another and back.
func (s *sitting) shelf() exchange.Texts {
	at, size := map[codebook.No]string{}, 0
	return func(n codebook.No) (string, error) {
		if words, ok := at[n]; ok {
			return words, nil
		}
		words, err := s.texts(n)
		if err != nil {
			return "", err
		}
		if size += len(words); size > shelfSize {
			clear(at)
			size = len(words)
		}
		at[n] = words
		return words, nil
	}
}
