package main

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/store/exchange"
	"fangtan/tui/cell"
)

// printing is how a table leaves the program.
type printing struct {
	format, file    string
	force, bom, raw bool
	title           string // above the table in Markdown and HTML
	lang            string // of that title; empty for the program's
}

// printingFlags adds the flags of commands that print a table.
func (p *program) printingFlags(cmd *cobra.Command) *printing {
	o := &printing{}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", p.t("cli.flag.format"))
	f.StringVarP(&o.file, "output", "o", "", p.t("cli.flag.output"))
	f.BoolVar(&o.force, "force", false, p.t("cli.flag.force"))
	f.BoolVar(&o.bom, "bom", false, p.t("cli.flag.bom"))
	f.BoolVar(&o.raw, "raw", false, p.t("cli.flag.raw"))
	return o
}

// choose tells the format: the one asked for, else by the file's ending, else a
// table for a terminal and CSV for a pipe.
func (p *program) choose(o *printing) (exchange.Format, error) {
	var format exchange.Format
	var err error
	switch {
	case o.format != "":
		format, err = exchange.ParseFormat(o.format)
	case o.file != "" && isFolder(o.file):
		return 0, &about{o.file, exchange.ErrIsFolder}
	case o.file != "":
		format, err = exchange.FormatOfFile(o.file)
	case p.outTerminal:
		return exchange.FormatTable, nil
	default:
		return exchange.FormatCSV, nil
	}
	if err != nil {
		return 0, &usageError{explain(p.words, err)}
	}
	return format, nil
}

// print writes a table where the flags say.
func (p *program) print(o *printing, t *exchange.Table) error {
	format, err := p.choose(o)
	if err != nil {
		return err
	}
	opt := exchange.Options{BOM: o.bom, Raw: o.raw, Lang: cmp.Or(o.lang, p.lang()), Title: o.title, Ruler: cell.Wc()}
	if o.file == "" {
		opt.Terminal, opt.Width, opt.LeftOut = p.outTerminal, p.outWidth, p.leftOut
	}
	return p.printText(o, func(w io.Writer) error { return exchange.Write(w, format, t, opt) })
}

// printText writes what write writes where the flags say.
func (p *program) printText(o *printing, write func(io.Writer) error) error {
	if o.file == "" {
		out := bufio.NewWriter(p.out)
		return errors.Join(write(out), out.Flush())
	}
	err := writeFile(o.file, o.force, write)
	var path *fs.PathError
	if err != nil && !errors.As(err, &path) {
		err = &about{o.file, err}
	}
	return err
}

// leftOut words which columns are not shown because the terminal is too narrow.
func (p *program) leftOut(titles []string) string {
	return p.t("cli.table.left-out", "Names", strings.Join(titles, p.t("counting.comma")))
}
