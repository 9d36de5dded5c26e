package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store"
	"fangtan/store/exchange"
	"fangtan/tui/wording"
)

func (p *program) journalCmd() *cobra.Command {
	var verify bool
	var limit int
	cmd := &cobra.Command{
		Use: "journal", Short: p.t("cli.journal.short"), Example: p.t("cli.journal.examples"), Args: p.exactly(0),
	}
	o := p.printingFlags(cmd)
	cmd.Flags().BoolVar(&verify, "verify", false, p.t("cli.flag.verify"))
	cmd.Flags().IntVar(&limit, "limit", 0, p.t("cli.flag.limit"))
	cmd.RunE = func(*cobra.Command, []string) error {
		if verify {
			return p.verifyJournal()
		}
		return p.printOf(o, "cli.journal.title", func(s *sitting, v voice) (*exchange.Table, error) {
			return s.journalTable(limit, v)
		})
	}
	return cmd
}

// stateWords are what became of actions, in files and the messages for people; of
// one that simply stands nothing is said.
var stateWords = map[codebook.Standing]struct{ file, message string }{
	codebook.Undone: {"undone", "journal.undone"}, codebook.Redone: {"redone", "journal.redone"},
}

// journalTable is what was done, newest first, at most limit actions of it unless
// that is 0.
func (s *sitting) journalTable(limit int, v voice) (*exchange.Table, error) {
	headers, err := s.file.Headers(0, int(s.file.LastAction()))
	if err != nil {
		return nil, &about{s.path, err}
	}
	slices.Reverse(headers)
	fates := codebook.Fates(headers)
	slices.Reverse(headers)
	slices.Reverse(fates)
	if limit > 0 {
		headers = headers[:min(limit, len(headers))]
	}
	rows := make([][]exchange.Value, len(headers))
	for i, h := range headers {
		words := stateWords[fates[i].Standing]
		state := words.file
		if state != "" && v.table.Names {
			state = v.words.T(words.message)
		}
		coder := ""
		if c := s.project().Coder(h.Coder); c != nil {
			coder = c.Name
		}
		rows[i] = []exchange.Value{
			exchange.Int(int(h.No)), exchange.Of(journalTime(h.Time)), exchange.Of(coder), exchange.Of(h.Kind),
			exchange.Of(wording.Describe(v.words, h)), exchange.Ordinal(int(h.Reverses)), exchange.Filled(state),
		}
	}
	return exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "action", Kind: exchange.Count}, {Head: "time", Kind: exchange.Time}, {Head: "coder"},
		{Head: "kind"}, {Head: "what"}, {Head: "reverses", Kind: exchange.Count}, {Head: "state"},
	}), rows, v.table), nil
}

// journalTime writes Unix milliseconds, all of them: times that are all of one length
// sort as words, too.
func journalTime(ms int64) string {
	return time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z")
}

// verifyJournal follows the chain of the journal and holds every patch against its seal.
func (p *program) verifyJournal() error {
	path, err := p.find()
	if err != nil {
		return err
	}
	report, err := p.examine(path)
	if err != nil {
		return err
	}
	broken := 0
	for _, f := range report.Findings {
		if f.Trouble != store.TroubleMode {
			broken++
			fmt.Fprintln(p.out, text.Harmless(f.String())) // the exit code tells the same
		}
	}
	if broken > 0 {
		return p.fail("cli.journal.broken", "Path", path, "Count", broken)
	}
	_, err = fmt.Fprintln(p.out, p.t("cli.journal.holds", "Count", int(report.Actions)))
	return err
}
