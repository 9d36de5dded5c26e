package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"fangtan/tui/cell"
)

// help prints what a command does, how it is called, and its flags.
func (p *program) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	b.WriteString(cmd.Short + "\n")
	heading := func(id string) { b.WriteString("\n" + p.t(id) + "\n") }
	heading("cli.help.usage")
	if cmd.Runnable() {
		b.WriteString("  " + p.useLine(cmd) + "\n")
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("  " + cmd.CommandPath() + " " + p.t("cli.help.command") + "\n")
		heading("cli.help.commands")
		b.WriteString(columns(commandRows(cmd)))
	}
	if rows := flagRows(cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		heading("cli.help.flags")
		b.WriteString(columns(rows))
	}
	if cmd.Example != "" {
		heading("cli.help.examples")
		for line := range strings.Lines(strings.TrimRight(cmd.Example, "\n") + "\n") {
			b.WriteString("  " + line)
		}
	}
	heading("cli.help.everywhere")
	b.WriteString(columns(flagRows(cmd.Root().PersistentFlags())))
	io.WriteString(p.out, b.String()) // help that cannot be printed is no error
}

// operands are the messages for the words in capitals in which commands name
// what follows them.
var operands = map[string]string{
	"FILE": "cli.operand.file", "PATH": "cli.operand.path", "NAME": "cli.operand.name", "ACTION": "cli.operand.action",
	"TRANSCRIPT": "cli.operand.transcript", "ID": "cli.operand.identity", "GROUP": "cli.operand.group",
	"CODER": "cli.operand.coder", "CODE": "cli.operand.code", "KEY": "cli.operand.key", "[flags]": "cli.help.options",
}

var operand = regexp.MustCompile(`[A-Z]{2,}|\[flags\]`)

// useLine is how a command is called, in the language of the program.
func (p *program) useLine(cmd *cobra.Command) string {
	return operand.ReplaceAllStringFunc(cmd.UseLine(), func(word string) string {
		if id, ok := operands[word]; ok {
			return p.t(id)
		}
		return word
	})
}

func commandRows(cmd *cobra.Command) (rows [][2]string) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, [2]string{c.Name(), c.Short})
		}
	}
	return rows
}

// flagRows lists flags in the order in which their command names them.
func flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.SortFlags = false
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, usage})
	})
	return rows
}

// columns sets two columns side by side; a full-width character takes two places.
func columns(rows [][2]string) string {
	ruler, width := cell.Wc(), 0
	for _, r := range rows {
		width = max(width, ruler.Width(r[0]))
	}
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "  %s  %s\n", ruler.Pad(r[0], width), r[1])
	}
	return b.String()
}

// helpCmd prints the help of another command.
func (p *program) helpCmd(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help " + p.t("cli.help.command"),
		Short: p.t("cli.help.short"),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || cmd.Hidden || cmd == root && len(rest) > 0 {
				return p.usage("cli.usage.no-command", "Name", strings.Join(args, " "))
			}
			p.help(cmd, nil)
			return nil
		},
	}
}
