package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
	"fangtan/store/intake"
)

// bringing is what the import was asked for.
type bringing struct {
	paths           []string
	group, manifest string
	out             *printing
	backup          func() error // once, before anything is written
}

func (p *program) importCmd() *cobra.Command {
	b := &bringing{}
	cmd := &cobra.Command{
		Use: "import PATH…", Short: p.t("cli.import.short"), Example: p.t("cli.import.examples"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, a := range args {
				if strings.EqualFold(filepath.Ext(a), ".qdpx") {
					return p.usage("cli.usage.format-import-later", "Name", a)
				}
			}
			b.paths = args
			return p.writing(func(s *sitting) error { return s.bring(b) })
		},
	}
	b.out = p.printingFlags(cmd)
	cmd.Flags().StringVar(&b.group, "group", "", p.t("cli.flag.import-group"))
	cmd.Flags().StringVar(&b.manifest, "manifest", "", p.t("cli.flag.manifest"))
	return p.changes(cmd)
}

// bring reads all, brings in what can come in, and tells what became of each file.
func (s *sitting) bring(b *bringing) error {
	format, err := s.choose(b.out)
	if err != nil {
		return err
	}
	if b.out.file != "" && !b.out.force && there(b.out.file) {
		return &exchange.ExistsError{Path: b.out.file}
	}
	files, err := intake.Collect(b.paths)
	if err != nil {
		return err
	}
	b.backup = sync.OnceValue(func() error { return s.secure(intake.Import) })
	plan, err := s.planned(files, b)
	if err != nil {
		return err
	}
	s.tellNews(plan)
	s.tellList(b)
	if batch := plan.Batch(); batch != nil {
		if err := b.backup(); err != nil {
			return err
		}
		if err := s.do(batch); err != nil {
			return err
		}
	} else if len(plan.Items) == 1 && plan.Items[0].Status == intake.Refused {
		return &about{plan.Items[0].Path, plan.Items[0].Err}
	}
	v := s.voice(format)
	b.out.title, b.out.lang = v.words.T("cli.import.title"), v.words.Lang()
	if err := s.print(b.out, s.importTable(plan, v)); err != nil {
		return err
	}
	return s.verdict(plan)
}

// planned reads the files, showing how far it is, until Ctrl+C.
func (s *sitting) planned(files []intake.File, b *bringing) (*intake.Plan, error) {
	o := intake.Options{Group: b.group, NewID: newID, Now: now()}
	if !s.asked.dryRun {
		o.Stage = func(texts map[codebook.Hash]string) error {
			if err := b.backup(); err != nil {
				return err
			}
			return s.file.Stage(texts)
		}
	}
	if b.manifest != "" {
		var err error
		if o.Manifest, err = readManifest(b.manifest); err != nil {
			return nil, err
		}
		o.Listed = listedBeside(b.manifest)
	}
	stopped, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	bar := s.progress()
	defer bar.end()
	o.Stop = func() bool { return stopped.Err() != nil }
	o.Progress = func(at intake.Progress) { bar.step(int64(at.Done), int64(at.Total)) }
	plan, err := intake.Read(files, s.project(), o)
	var absent *intake.AbsentError
	if errors.As(err, &absent) {
		err = &about{b.manifest, err}
	}
	return plan, err
}

func readManifest(path string) (*exchange.Manifest, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := exchange.ReadManifest(f)
	if err != nil {
		return nil, &about{path, err}
	}
	return m, nil
}

// listedBeside says whether a file that a list names lies in the list's folder.
func listedBeside(manifest string) func(file string) bool {
	return func(file string) bool {
		file = filepath.FromSlash(file)
		return filepath.IsLocal(file) && there(filepath.Join(filepath.Dir(manifest), file))
	}
}

// tellNews says what the list adds to the study, what of it was left out, and
// which files are.
func (s *sitting) tellNews(plan *intake.Plan) {
	for _, g := range plan.NewGroups {
		s.say(s.t("import.new-group", "Name", g, "Would", s.asked.dryRun))
	}
	for _, a := range plan.NewAttributes {
		s.say(s.t("import.new-attribute", "Name", a, "Would", s.asked.dryRun))
	}
	for _, e := range plan.Problems {
		s.say(s.t("import.list-cell", "Why", s.explain(e)))
	}
	if len(plan.Items) == 1 && plan.Batch() == nil && plan.Items[0].Status == intake.Refused {
		return // the one line at the end says it
	}
	for i := range plan.Items {
		switch item := &plan.Items[i]; item.Status {
		case intake.Skipped:
			s.say(s.t("import.skipped", "File", item.File, "Twin", item.Twin))
		case intake.Refused:
			s.say(s.t("import.left-out", "File", item.File, "Why", explain(s.words, bare(item.Err))))
		}
	}
}

// tellList points out a list that lies in a folder and was not asked for.
func (s *sitting) tellList(b *bringing) {
	for _, p := range b.paths {
		if list := filepath.Join(p, "manifest.csv"); b.manifest == "" && there(list) {
			s.say(s.t("import.list-lies-there", "Path", list))
		}
	}
}

// verdict is the error of an import that left files out.
func (s *sitting) verdict(plan *intake.Plan) error {
	in, out := plan.Count(intake.Imported), plan.Count(intake.Refused)
	switch {
	case out == 0 && in == 0:
		s.say(s.t("import.all-known", "Count", plan.Count(intake.Skipped)))
		return nil
	case out == 0:
		return nil
	case in == 0 && plan.Count(intake.Skipped) == 0:
		return s.fail("import.none", "Count", out)
	}
	return &partialError{s.t("import.partly", "In", in, "Out", out, "Would", s.asked.dryRun)}
}
