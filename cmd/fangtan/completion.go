package main

import (
	"io"

	"github.com/spf13/cobra"
)

// shells are those that cobra can write completions for.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

func (p *program) completionCmd() *cobra.Command {
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     p.t("cli.completion.short"),
		Example:   p.t("cli.completion.examples"),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      p.exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := shells[args[0]]
			if !ok {
				return p.usage("cli.usage.shell", "Name", args[0])
			}
			return write(cmd.Root(), p.out)
		},
	}
}
