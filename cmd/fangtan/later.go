package main

import "github.com/spf13/cobra"

// laterCommands are names that a later version will know. They are not listed.
var laterCommands = []string{
	"attributes", "queries", "pseudonyms",
	"crosstab", "sequence", "agree", "recheck", "saturation", "words", "kwic", "portrait", "explain",
	"search", "report", "export", "merge", "restore", "compact", "salvage", "purge", "lock", "unlock",
	"privacy-report", "man",
}

// laterFlags are flags that a later version will know.
var laterFlags = []string{"mask", "encrypt", "offsets", "as"}

// laterCommands makes hidden commands that say so.
func (p *program) laterCommands(parent string, names []string) []*cobra.Command {
	cmds := make([]*cobra.Command, len(names))
	for i, name := range names {
		path := name
		if parent != "" {
			path = parent + " " + name
		}
		cmds[i] = &cobra.Command{
			Use: name, Hidden: true, DisableFlagParsing: true,
			RunE: func(*cobra.Command, []string) error { return p.usage("cli.usage.later", "Name", path) },
		}
	}
	return cmds
}
