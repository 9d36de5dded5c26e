package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"fangtan/tui/tables"
)

// option is one flag of a command as data: where its value goes, what it is
// called and the message that explains it. The value there is the default.
type option struct {
	into  any // *string, *bool, *int, or *[]string for one that may be repeated
	name  string
	usage string
}

// options adds flags to a command, in the order of the list.
func (p *program) options(cmd *cobra.Command, list []option) {
	f := cmd.Flags()
	f.SortFlags = false
	for _, o := range list {
		usage := p.t(o.usage)
		switch into := o.into.(type) {
		case *string:
			f.StringVar(into, o.name, *into, usage)
		case *bool:
			f.BoolVar(into, o.name, *into, usage)
		case *int:
			f.IntVar(into, o.name, *into, usage)
		case *[]string:
			f.StringArrayVar(into, o.name, nil, usage)
		}
	}
}

// changedOptions copies the values of the flags that were given from one list to
// the places of another list of the same options.
func changedOptions(cmd *cobra.Command, from, to []option) {
	for i, o := range from {
		if !cmd.Flags().Changed(o.name) {
			continue
		}
		switch into := to[i].into.(type) {
		case *string:
			*into = *o.into.(*string)
		case *bool:
			*into = *o.into.(*bool)
		}
	}
}

// silent are the flags that do not belong to what a command asks of a study.
var silent = map[string]bool{
	"format": true, "output": true, "force": true, "bom": true, "raw": true,
	"lang": true, "plain": true, "json-errors": true,
}

// again is the command line that asks the same of the study once more.
func again(cmd *cobra.Command, args []string) string {
	line := cmd.CommandPath()
	for _, a := range args {
		line += " " + shellWord(a)
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if silent[f.Name] {
			return
		}
		values := []string{f.Value.String()}
		if many, ok := f.Value.(pflag.SliceValue); ok {
			values = many.GetSlice()
		}
		for _, v := range values {
			line += " --" + f.Name
			switch {
			case f.Value.Type() != "bool":
				line += " " + shellWord(v)
			case v == "false":
				line += "=false"
			}
		}
	})
	return line
}

// shellWord makes s one word of a command line.
func shellWord(s string) string { return tables.Quote(s) }
