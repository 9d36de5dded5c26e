package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"fangtan/codebook/text"
	"fangtan/store"
)

func (p *program) backupCmd() *cobra.Command {
	return &cobra.Command{
		Use: "backup", Short: p.t("cli.backup.short"), Example: p.t("cli.backup.examples"), Args: p.exactly(0),
		RunE: func(*cobra.Command, []string) error {
			return p.sit(store.Options{}, func(s *sitting) error {
				var path string
				err := unbroken(func(func() bool) (err error) {
					path, err = s.file.Backup("backup")
					return err
				})
				if err != nil {
					return &about{s.path, err}
				}
				s.say(s.t("cli.backup.made"))
				_, err = fmt.Fprintln(s.out, text.Harmless(path))
				return err
			})
		},
	}
}
