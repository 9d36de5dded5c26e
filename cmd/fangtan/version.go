package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"fangtan/store"
)

func (p *program) versionCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: p.t("cli.version.short"),
		Args:  p.exactly(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.out, "fangtan %s (%s/%s, schema %d)\n", version, runtime.GOOS, runtime.GOARCH, store.Schema)
			return err
		},
	}
}
