package main

import (
	"errors"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui/wording"
)

// sitting is an open project and who works on it.
type sitting struct {
	*program
	path  string
	file  *store.File
	coder *codebook.Coder // nil in a sitting that only reads
}

// project is the study.
func (s *sitting) project() *codebook.Project { return s.file.Project() }

// reading opens the project of a command to read it, also while another program
// writes it, and closes it after use.
func (p *program) reading(use func(*sitting) error) error {
	return p.sit(store.Options{ReadOnly: true}, use)
}

// writing opens the project of a command to change it, finds out who does, and
// closes it after use. A dry run only reads.
func (p *program) writing(use func(*sitting) error) error {
	if p.asked.asOf != "" {
		return p.usage("journalcmd.past")
	}
	return p.sit(store.Options{ReadOnly: p.asked.dryRun}, func(s *sitting) error {
		if s.file.ReadOnly() && !p.asked.dryRun {
			return &about{s.path, errReadOnly(s.file)}
		}
		coder, err := p.who(s.project())
		if err != nil {
			return err
		}
		s.coder = coder
		return use(s)
	})
}

func (p *program) sit(o store.Options, use func(*sitting) error) error {
	path, err := p.find()
	if err != nil {
		return err
	}
	file, err := store.Open(path, o)
	if err != nil {
		return &about{path, err}
	}
	s := &sitting{program: p, path: path, file: file}
	if p.asked.asOf != "" {
		_, err = s.standThen(p.asked.asOf)
	}
	if err == nil {
		err = use(s)
	}
	return errors.Join(err, file.Close())
}

// errReadOnly says why a file that was opened for writing can only be read.
func errReadOnly(f *store.File) error {
	if f.Newer() {
		return errNewerReadable
	}
	return store.ErrReadOnly
}

// who finds the coder: the one given, else $FANGTAN_CODER, else the name used
// last in this project on this computer, else the only one.
func (p *program) who(study *codebook.Project) (*codebook.Coder, error) {
	for _, name := range []string{p.asked.coder, p.env("FANGTAN_CODER")} {
		if name == "" {
			continue
		}
		c, err := study.FindCoder(name)
		if err != nil {
			return nil, p.usage("cli.usage.unknown-coder", "Name", name)
		}
		p.rememberCoder(study.ID, c.Name)
		return c, nil
	}
	if c, err := study.FindCoder(p.recall().Coders[study.ID.String()]); err == nil {
		return c, nil
	}
	if all := study.Coders(); len(all) == 1 {
		return all[0], nil
	}
	return nil, p.usage("cli.usage.which-coder")
}

// stamp is what an action made now has from outside.
func (s *sitting) stamp() codebook.Stamp {
	return codebook.Stamp{ID: newID(), Coder: s.coder.No, Time: now()}
}

// do makes a change, writes it and says what was done. A change that changes
// nothing is said too, and is no error. A dry run says what would be done.
func (s *sitting) do(op codebook.Op) error {
	action, err := s.project().Do(op, s.stamp())
	if errors.Is(err, codebook.ErrNothing) {
		s.say(s.t("cli.nothing-to-change"))
		return nil
	}
	if err != nil {
		return err
	}
	return s.put(action)
}

// put writes an action that is made already, and says what was done.
func (s *sitting) put(action codebook.Action) error {
	what := wording.Describe(s.words, action.Header)
	if s.asked.dryRun {
		s.say(s.t("cli.would-record", "What", what))
		return nil
	}
	if _, err := s.file.Commit(action); err != nil {
		return &about{s.path, err}
	}
	s.say(s.t("cli.done", "What", what))
	return nil
}

// secure makes a verified copy before a change that brings much in or takes much out.
func (s *sitting) secure(reason string) error {
	if s.asked.dryRun {
		return nil
	}
	if _, err := s.file.Secure(reason); err != nil {
		return &about{s.path, err}
	}
	return nil
}
