package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/store"
	"fangtan/tui/locale"
)

func (p *program) newCmd() *cobra.Command {
	f := founding{}
	var groups string
	cmd := &cobra.Command{
		Use: "new FILE", Short: p.t("cli.new.short"), Example: p.t("cli.new.examples"), Args: p.exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(args[0]) == "" {
				return p.usage("cli.usage.needs-file")
			}
			f.path = projectPath(args[0])
			if cmd.Flags().Changed("groups") {
				f.groups = splitList(groups)
			}
			return p.newProject(f)
		},
	}
	cmd.Flags().StringVar(&f.codebook, "codebook", "", p.t("cli.flag.codebook"))
	cmd.Flags().StringVar(&groups, "groups", "", p.t("cli.flag.groups"))
	return p.changes(cmd)
}

// newProject makes a project of what was said, asking for the rest on a terminal.
func (p *program) newProject(f founding) error {
	if err := p.againstPlace(f.path); err != nil {
		return err
	}
	f.lang, f.coder = p.asked.lang, p.asked.coder
	if f.coder == "" {
		f.coder = p.env("FANGTAN_CODER")
	}
	fill := p.assume
	if p.inTerminal && p.errTerminal {
		fill = p.askFounding
	}
	if err := fill(&f); err != nil {
		return err
	}
	if err := p.found(f); err != nil {
		return err
	}
	if p.asked.dryRun {
		p.say(p.t("cli.would", "What", p.t("cli.new.would", "Path", f.path)))
		return nil
	}
	p.say(p.t("cli.new.made", "Path", f.path))
	return nil
}

// againstPlace says why no project can be made at path.
func (p *program) againstPlace(path string) error {
	if there(path) {
		return &about{path, store.ErrExists}
	}
	if folder := filepath.Dir(path); !isFolder(folder) {
		return p.fail("cli.new.no-folder", "Path", folder)
	}
	return nil
}

// isFolder says that a folder stands at path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// assume fills in what was not said without asking.
func (p *program) assume(f *founding) error {
	if f.coder == "" {
		return p.usage("cli.usage.needs-coder")
	}
	orElse(&f.codebook, "smith")
	orElse(&f.lang, p.lang())
	return nil
}

// askFounding asks for what was not said, once what was said will do.
func (p *program) askFounding(f *founding) (err error) {
	questions := []struct {
		into             *string
		question, answer string
		against          func(string) error
	}{
		{&f.codebook, "cli.new.which-codebook", "smith", p.againstBook},
		{&f.lang, "cli.new.which-lang", p.lang(), p.againstLang},
		{&f.coder, "cli.new.which-coder", "", p.againstCoder},
	}
	for _, q := range questions {
		if *q.into == "" {
			continue
		}
		if err := q.against(*q.into); err != nil {
			return err
		}
	}
	for _, q := range questions {
		if *q.into != "" {
			continue
		}
		if *q.into, err = p.insist(p.t(q.question), q.answer, q.against); err != nil {
			return err
		}
	}
	return nil
}

// againstBook, againstLang and againstCoder say why a study cannot begin with a
// codebook, a language or a coder.
func (p *program) againstBook(book string) error {
	_, err := p.studyOf(founding{codebook: book, lang: p.lang(), coder: "?"})
	return err
}

func (p *program) againstLang(lang string) error {
	if slices.Contains(locale.Languages(), lang) {
		return nil
	}
	return p.fail("cli.new.no-lang", "Value", lang)
}

func (p *program) againstCoder(name string) error {
	if name == "" {
		return p.fail("cli.new.no-coder")
	}
	_, err := p.studyOf(founding{codebook: emptyBook, lang: p.lang(), coder: name})
	return err
}

func orElse(s *string, other string) {
	if *s == "" {
		*s = other
	}
}

// projectPath gives a project's name its ending.
func projectPath(path string) string {
	if filepath.Ext(path) == extension {
		return path
	}
	return path + extension
}

// nameOf is a project's name for people.
func nameOf(path string) string { return strings.TrimSuffix(filepath.Base(path), extension) }

// splitList takes a list with commas apart; an empty one is no entries.
func splitList(s string) []string {
	list := []string{}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '，' }) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
