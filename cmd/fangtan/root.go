package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"fangtan/tui/locale"
)

// rootCmd makes the bare fangtan with the commands that args can come to.
func (p *program) rootCmd(args []string) *cobra.Command {
	p.root = p.rootCmd
	cobra.EnableCommandSorting = false // ours is the order of a study
	root := &cobra.Command{
		Use:               "fangtan [FILE]",
		Short:             p.t("cli.root.short"),
		Example:           p.t("cli.root.examples"),
		Args:              p.fileOrNothing,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Version:           version,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				p.asked.project = args[0]
			}
			return p.workbench()
		},
	}
	p.globalFlags(root)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetHelpFunc(p.help)
	root.SetUsageFunc(func(c *cobra.Command) error { p.help(c, nil); return nil })
	root.SetHelpCommand(p.helpCmd(root))
	root.SetVersionTemplate("fangtan {{.Version}}\n")
	root.SetFlagErrorFunc(p.flagError)
	root.AddCommand(p.commands(args)...)
	root.SetArgs(args)
	return root
}

// listed are the commands, in the order of a study, each with what makes it.
var listed = []struct {
	name string
	make func(*program) *cobra.Command
}{
	{"demo", (*program).demoCmd}, {"new", (*program).newCmd}, {"import", (*program).importCmd},
	{"transcripts", (*program).transcriptsCmd}, {"groups", (*program).groupsCmd}, {"coders", (*program).codersCmd},
	{"codes", (*program).codesCmd}, {"codings", (*program).codingsCmd}, {"memos", (*program).memosCmd}, {"links", (*program).linksCmd},
	{"freq", (*program).freqCmd}, {"cooc", (*program).coocCmd}, {"tension", (*program).tensionCmd}, {"excerpts", (*program).excerptsCmd},
	{"lint", (*program).lintCmd}, {"check", (*program).checkCmd}, {"backup", (*program).backupCmd}, {"journal", (*program).journalCmd},
	{"undo", (*program).undoCmd}, {"redo", (*program).redoCmd}, {"asof", (*program).asofCmd}, {"diff", (*program).diffCmd},
	{"completion", (*program).completionCmd}, {"version", (*program).versionCmd},
}

// commands makes those commands that these arguments can come to: the one they
// open with, none where they are nothing or a file alone, and else all. To make
// them all takes longer than to show the sample study.
func (p *program) commands(args []string) (cmds []*cobra.Command) {
	first := ""
	if len(args) > 0 {
		first = args[0]
	}
	if len(args) == 0 || len(args) == 1 && looksLikeFile(first) {
		return nil
	}
	for _, l := range listed {
		if l.name == first {
			return []*cobra.Command{l.make(p)}
		}
	}
	for _, l := range listed {
		cmds = append(cmds, l.make(p))
	}
	return append(cmds, p.laterCommands("", laterCommands)...)
}

// looksLikeFile says that a word names a file rather than a command.
func looksLikeFile(word string) bool {
	return !strings.HasPrefix(word, "-") && (strings.ContainsAny(word, `./\`) || there(word))
}

func (p *program) globalFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.SortFlags = false
	f.StringVarP(&p.asked.project, "project", "p", "", p.t("cli.flag.project"))
	f.StringVar(&p.asked.coder, "coder", "", p.t("cli.flag.coder"))
	f.StringVar(&p.asked.lang, "lang", "", p.t("cli.flag.lang"))
	f.BoolVar(&p.asked.plain, "plain", false, p.t("cli.flag.plain"))
	f.BoolVar(&p.asked.jsonErrors, "json-errors", false, p.t("cli.flag.json-errors"))
	f.BoolP("help", "h", false, p.t("cli.flag.help"))
	root.Flags().Bool("version", false, p.t("cli.flag.version"))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if l := p.asked.lang; l != "" && !slices.Contains(locale.Languages(), l) {
			return p.usage("cli.usage.lang", "Value", l)
		}
		return nil
	}
}

// changes adds the flag of commands that change the project.
func (p *program) changes(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&p.asked.dryRun, "dry-run", false, p.t("cli.flag.dry-run"))
	return cmd
}

// fileOrNothing takes the name of a project; a word that looks like no file is
// taken for a command that does not exist.
func (p *program) fileOrNothing(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !looksLikeFile(args[0]) {
		cmd.SuggestionsMinimumDistance = max(1, len(args[0])/3)
		if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
			return p.usage("cli.usage.did-you-mean", "Name", args[0], "Near", near[0])
		}
		return p.usage("cli.usage.no-command", "Name", args[0])
	}
	return p.atMost(1)(cmd, args)
}

// exactly, atMost and atLeast ask for a number of arguments; parent refuses all,
// because what follows it should have been a command.
func (p *program) exactly(n int) cobra.PositionalArgs { return p.between(n, n) }

func (p *program) atMost(n int) cobra.PositionalArgs { return p.between(0, n) }

func (p *program) atLeast(n int) cobra.PositionalArgs { return p.between(n, 1<<30) }

func (p *program) between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return p.usage("cli.usage.too-few", "Command", cmd.CommandPath(), "Use", p.useLine(cmd))
		case len(args) > most && cmd.HasAvailableSubCommands():
			return p.usage("cli.usage.no-subcommand", "Name", args[0], "Command", cmd.CommandPath())
		case len(args) > most:
			return p.usage("cli.usage.too-many", "Name", args[most], "Command", cmd.CommandPath())
		}
		return nil
	}
}

// flagError words what is wrong with a flag.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if slices.Contains(laterFlags, name) {
			return p.usage("cli.usage.flag-later", "Name", "--"+name)
		}
		if len(name) == 1 {
			name = "-" + name
		} else {
			name = "--" + name
		}
		return p.usage("cli.usage.no-flag", "Name", name, "Command", cmd.CommandPath())
	case errors.As(err, &missing):
		return p.usage("cli.usage.flag-needs", "Name", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return p.usage("cli.usage.flag-value", "Name", "--"+invalid.GetFlag().Name, "Value", invalid.GetValue())
	}
	return p.usage("cli.usage.flag", "Why", err.Error())
}
