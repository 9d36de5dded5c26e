package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
)

func (p *program) memosCmd() *cobra.Command {
	list := p.memosList()
	cmd := &cobra.Command{
		Use: "memos", Short: p.t("memoscmd.short"), Example: p.t("memoscmd.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.memosAdd(), p.memosSet(), p.memosRemove())
	return cmd
}

// memosAsked is which memos are listed: those on any of these things, by any of these coders.
type memosAsked struct {
	on, transcripts, codes, coders []string
}

func (p *program) memosList() *cobra.Command {
	c := &memosAsked{}
	cmd := &cobra.Command{Use: "list", Short: p.t("memoscmd.list"), Args: p.exactly(0)}
	p.options(cmd, []option{
		{&c.on, "on", "memoscmd.flag.on"},
		{&c.transcripts, "transcript", "memoscmd.flag.of-transcript"},
		{&c.codes, "code", "memoscmd.flag.of-code"},
		{&c.coders, "coders", "counting.flag.coders"},
	})
	o := p.printingFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error { return p.listMemos(c, o) }
	return cmd
}

func (p *program) listMemos(c *memosAsked, o *printing) error {
	format, err := p.choose(o)
	if err != nil {
		return err
	}
	return p.reading(func(s *sitting) error {
		keep, err := s.keptMemos(c)
		if err != nil {
			return err
		}
		v, source := s.voice(format), exchange.Source{Texts: s.texts}
		o.title, o.lang = v.words.T("memoscmd.title"), v.words.Lang()
		if format == exchange.FormatMarkdown {
			return p.printPage(o, func(w io.Writer) error {
				return exchange.WriteMemosPage(w, s.project(), source, keep, o.title, v.table)
			})
		}
		return p.print(o, exchange.MemosTable(s.project(), source, keep, v.table))
	})
}

// printPage writes a page where the flags say; on a terminal it is made harmless.
func (p *program) printPage(o *printing, write func(io.Writer) error) error {
	if o.file != "" {
		err := writeFile(o.file, o.force, write)
		var path *fs.PathError
		if err != nil && !errors.As(err, &path) {
			err = &about{o.file, err}
		}
		return err
	}
	out := bufio.NewWriter(p.out)
	if !p.outTerminal || o.raw {
		return errors.Join(write(out), out.Flush())
	}
	var page strings.Builder
	err := write(&page)
	for _, line := range strings.SplitAfter(page.String(), "\n") {
		words, end := strings.CutSuffix(line, "\n")
		_, _ = out.WriteString(text.Harmless(words)) // an error is kept until Flush
		if end {
			_ = out.WriteByte('\n')
		}
	}
	return errors.Join(err, out.Flush())
}

// keptMemos finds what the flags name in the study.
func (s *sitting) keptMemos(c *memosAsked) (exchange.KeepMemo, error) {
	var targets []codebook.Target
	var transcripts, codes, coders []codebook.No
	names := s.project().CodeNames()
	for _, list := range []struct {
		names []string
		take  func(name string) error
	}{
		{commas(c.on), into(&targets, s.target, func(t codebook.Target) codebook.Target { return t })},
		{c.transcripts, into(&transcripts, s.project().FindTranscript, func(t *codebook.Transcript) codebook.No { return t.No })},
		{c.codes, into(&codes, names.Find, func(n codebook.No) codebook.No { return n })},
		{commas(c.coders), into(&coders, s.findCoder, func(k *codebook.Coder) codebook.No { return k.No })},
	} {
		for _, name := range list.names {
			if err := list.take(name); err != nil {
				return nil, err
			}
		}
	}
	return func(m *codebook.Memo) bool {
		on := len(transcripts)+len(codes) == 0
		switch m.Target {
		case codebook.TargetTranscript, codebook.TargetPassage:
			on = on || slices.Contains(transcripts, m.On)
		case codebook.TargetCode:
			on = on || slices.Contains(codes, m.On)
		}
		return on && (len(targets) == 0 || slices.Contains(targets, m.Target)) && (len(coders) == 0 || slices.Contains(coders, m.Coder))
	}, nil
}

// target reads what a memo hangs on.
func (s *sitting) target(name string) (codebook.Target, error) {
	t, ok := codebook.ParseTarget(name)
	if !ok {
		return 0, s.usage("memoscmd.usage.on", "Value", name)
	}
	return t, nil
}
