package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"fangtan/codebook/text"
	"fangtan/store"
)

func (p *program) checkCmd() *cobra.Command {
	var fix bool
	cmd := &cobra.Command{
		Use: "check", Short: p.t("cli.check.short"), Example: p.t("cli.check.examples"), Args: p.exactly(0),
		RunE: func(*cobra.Command, []string) error {
			path, err := p.find()
			if err != nil {
				return err
			}
			return p.check(path, fix)
		},
	}
	cmd.Flags().BoolVar(&fix, "fix", false, p.t("cli.flag.fix"))
	return p.changes(cmd)
}

// check reads the whole file and tells what is wrong with it.
func (p *program) check(path string, fix bool) error {
	if fix && !p.asked.dryRun {
		if err := store.Fix(path); err != nil {
			return &about{path, err}
		}
	}
	report, err := p.examine(path)
	if err != nil {
		return err
	}
	owners := textOwners(path, report.Findings)
	for _, f := range report.Findings {
		if _, err := fmt.Fprintln(p.out, text.Harmless(findingWords(p.words, f, owners[f.Key]))); err != nil {
			return err
		}
	}
	switch {
	case report.Damaged():
		return p.fail("cli.check.damaged", "Path", path, "Count", len(report.Findings))
	case !report.Healthy() && fix:
		p.say(p.t("cli.would", "What", p.t("cli.check.would", "Path", path)))
	case !report.Healthy():
		p.say(p.t("cli.check.mode", "Path", path))
	}
	_, err = fmt.Fprintln(p.out, text.Harmless(p.t("cli.check.sound", "Path", path, "Records", report.Records,
		"Actions", report.Actions, "Transcripts", report.Transcripts, "Codings", report.Codings)))
	return err
}

func (p *program) examine(path string) (*store.Report, error) {
	bar := p.progress()
	report, err := store.Check(path, bar.step)
	bar.end()
	if err != nil {
		return nil, &about{path, err}
	}
	return report, nil
}
