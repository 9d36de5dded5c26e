package main

import (
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/store/exchange"
)

// codingsFile is what "codings import" is asked.
type codingsFile struct{ partial, createCodes bool }

func (p *program) codingsImport() *cobra.Command {
	c := &codingsFile{}
	cmd := &cobra.Command{
		Use: "import FILE.csv", Short: p.t("codescmd.codings.import"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.importCodings(args[0], c) })
		},
	}
	p.options(cmd, []option{
		{&c.partial, "partial", "codescmd.flag.partial"},
		{&c.createCodes, "create-codes", "codescmd.flag.create-codes"},
	})
	return p.changes(cmd)
}

// importCodings takes codings in, as one action.
func (s *sitting) importCodings(path string, c *codingsFile) error {
	in, err := s.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	bar := s.progress()
	op, report, err := exchange.ReadCodings(watched(in, bar), s.project(), s.texts, exchange.CodingsOptions{
		CreateCodes: c.createCodes, Partial: c.partial, NewID: newID, Now: now(),
	})
	bar.end()
	s.leftOut(report.LeftOut)
	for _, bad := range report.Bad {
		s.say(s.t("codescmd.import.bad", "What", rowWords(s.words, bad)))
	}
	switch {
	case errors.Is(err, exchange.ErrBadRows):
		return s.failAt(path, s.t("codescmd.fail.bad-rows", "Count", len(report.Bad), "Rows", report.Rows))
	case err != nil:
		return &about{path, err}
	case report.Rows > 0 && len(report.Bad) == report.Rows:
		return s.failAt(path, s.t("codescmd.fail.all-bad"))
	}
	s.imported(&report)
	if err := s.takeIn(op, exchange.CodingsImport); err != nil || len(report.Bad) == 0 {
		return err
	}
	return &partialError{s.t("codescmd.import.partly", "Count", len(report.Bad), "Path", path)}
}

// imported says what a file of codings brings.
func (s *sitting) imported(r *exchange.CodingsReport) {
	if n := len(r.Widened); n > 0 {
		w := r.Widened[0]
		s.say(s.t("codescmd.import.widened", "Count", n, "Line", w.Line))
	}
	for _, made := range []struct {
		id    string
		names []string
	}{{"codescmd.import.coders", r.Coders}, {"codescmd.import.made-codes", r.Codes}} {
		if len(made.names) > 0 {
			s.say(s.t(made.id, "Names", strings.Join(made.names, s.t("counting.comma"))))
		}
	}
	s.say(s.t("codescmd.import.codings", "Rows", r.Rows, "Added", r.Added, "Known", r.Known, "Memos", r.Memos))
}

// watched shows how far a file is read, where its length is known.
func watched(in io.Reader, bar *progress) io.Reader {
	f, ok := in.(*os.File)
	if !ok {
		return in
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return in
	}
	return &watch{in: in, bar: bar, total: info.Size()}
}

type watch struct {
	in          io.Reader
	bar         *progress
	done, total int64
}

func (w *watch) Read(b []byte) (int, error) {
	n, err := w.in.Read(b)
	w.done += int64(n)
	w.bar.step(w.done, w.total)
	return n, err
}
