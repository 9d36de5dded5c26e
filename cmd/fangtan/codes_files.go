package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

// laterCodebooks are formats of codebooks that a later version will know.
var laterCodebooks = []string{"qdc", "xlsx", "yaml", "yml", "md", "docx"}

func laterCodebook(name string) bool { return slices.Contains(laterCodebooks, strings.ToLower(name)) }

func ending(path string) string { return strings.TrimPrefix(filepath.Ext(path), ".") }

func (p *program) codesExport() *cobra.Command {
	cmd := &cobra.Command{Use: "export", Short: p.t("codescmd.codes.export"), Args: p.exactly(0)}
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		for _, name := range []string{o.format, ending(o.file)} {
			if laterCodebook(name) {
				return p.usage("codescmd.usage.codebook-later", "Name", name)
			}
		}
		if o.format == "" && o.file == "" {
			o.format = exchange.FormatCSV.String()
		}
		return p.printOf(o, "codescmd.codes.title", func(s *sitting, v voice) (*exchange.Table, error) {
			return exchange.CodesTable(s.project(), v.table), nil
		})
	}
	return cmd
}

func (p *program) codesImport() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "import FILE.csv", Short: p.t("codescmd.codes.import"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if laterCodebook(ending(args[0])) {
				return p.usage("codescmd.usage.codebook-later", "Name", ending(args[0]))
			}
			return p.writing(func(s *sitting) error { return s.importCodes(args[0]) })
		},
	})
}

// importCodes takes a codebook in, as one action.
func (s *sitting) importCodes(path string) error {
	in, err := s.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	file, err := exchange.ReadCodes(in)
	if err != nil {
		return &about{path, err}
	}
	op, report, err := file.Ops(s.project(), newID, s.coder.No, now())
	if err != nil {
		return &about{path, err}
	}
	s.leftOut(report.LeftOut)
	for _, w := range report.Warnings {
		s.say(s.t("codescmd.import.warning", "What", rowWords(s.words, w)))
	}
	s.say(s.t("codescmd.import.codes", "Added", report.Added, "Changed", report.Changed, "Same", report.Unchanged))
	return s.takeIn(op, exchange.CodeImport)
}

// takeIn makes what a file brings, if it brings anything, after a backup.
func (s *sitting) takeIn(op *codebook.Batch, reason string) error {
	if len(op.Ops) == 0 {
		s.say(s.t("cli.nothing-to-change"))
		return nil
	}
	if err := s.secure(reason); err != nil {
		return err
	}
	return s.do(op)
}

// leftOut names the columns of a file that nobody knows.
func (s *sitting) leftOut(columns []string) {
	if len(columns) > 0 {
		s.say(s.t("codescmd.import.left-out", "Names", strings.Join(columns, ", ")))
	}
}

// open opens a file to be read; "-" is what comes in through a pipe.
func (s *sitting) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(s.in), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, s.failAt(path, s.t("codescmd.fail.folder"))
	}
	return f, nil
}

// failAt says what is wrong with a file.
func (p *program) failAt(path, what string) error {
	return p.fail("cli.fail.at", "Path", path, "What", what)
}
