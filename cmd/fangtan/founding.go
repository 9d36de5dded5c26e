package main

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/starters"
	"fangtan/store"
	"fangtan/store/exchange"
)

// founding is what a new study begins with.
type founding struct {
	path     string
	codebook string // smith, first-secretary, empty, or the path of a CSV file
	lang     string // of names in files
	coder    string
	groups   []string // keys or names; nil for the usual four
}

// starterBooks are the codebooks that come with the program, by name.
var starterBooks = map[string]func(lang string) []byte{
	"smith": starters.Smith, "first-secretary": starters.FirstSecretary,
}

const emptyBook = "empty"

// found makes the project file; nothing stands at its path yet. A dry run makes the
// study in memory alone.
func (p *program) found(f founding) error {
	study, err := p.studyOf(f)
	if err != nil || p.asked.dryRun {
		return err
	}
	head := codebook.Header{ID: newID(), Coder: study.Coders()[0].No, Time: now(), Args: []string{nameOf(f.path)}}
	if err := create(f.path, study, codebook.Action{Header: head}); err != nil {
		return err
	}
	p.rememberProject(f.path)
	p.rememberCoder(study.ID, study.Coders()[0].Name)
	return nil
}

// studyOf makes the study in memory.
func (p *program) studyOf(f founding) (*codebook.Project, error) {
	study := codebook.New(newID(), newID(), f.lang)
	coder := &codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: f.coder}}
	if _, err := coder.Apply(study); err != nil {
		return nil, err
	}
	if err := makeGroups(study, f.groups); err != nil {
		return nil, err
	}
	return study, p.makeCodes(study, f)
}

// create writes a new project, which no signal breaks off.
func create(path string, study *codebook.Project, founding codebook.Action) error {
	err := unbroken(func(func() bool) error { return store.Create(path, study, founding) })
	if err != nil {
		return &about{path, err}
	}
	return nil
}

// makeGroups gives a study its groups. One that is named like a usual one gets
// all of its names.
func makeGroups(study *codebook.Project, names []string) error {
	usual := starters.Groups()
	if names == nil {
		for _, g := range usual {
			names = append(names, g.Key)
		}
	}
	for _, name := range names {
		row := codebook.Group{ID: newID(), Key: name}
		i := slices.IndexFunc(usual, func(g starters.Group) bool {
			return slices.Contains([]string{g.Key, g.NameZh, g.NameEn}, name)
		})
		if i >= 0 {
			row.Key, row.NameZh, row.NameEn = usual[i].Key, usual[i].NameZh, usual[i].NameEn
		}
		if _, err := (&codebook.PutGroup{Row: row}).Apply(study); err != nil {
			return err
		}
	}
	return nil
}

// makeCodes gives a study its codebook.
func (p *program) makeCodes(study *codebook.Project, f founding) error {
	if f.codebook == emptyBook {
		return nil
	}
	data, err := p.bookData(f)
	if err != nil {
		return err
	}
	file, err := exchange.ReadCodes(bytes.NewReader(data))
	if err != nil {
		return &about{f.codebook, err}
	}
	batch, _, err := file.Ops(study, newID, study.Coders()[0].No, now())
	if err != nil {
		return &about{f.codebook, err}
	}
	_, err = batch.Apply(study)
	return err
}

func (p *program) bookData(f founding) ([]byte, error) {
	if starter, ok := starterBooks[f.codebook]; ok {
		return starter(f.lang), nil
	}
	if !strings.ContainsAny(f.codebook, `./\`) && !there(f.codebook) {
		return nil, p.usage("cli.usage.codebook", "Name", f.codebook)
	}
	return os.ReadFile(f.codebook)
}
