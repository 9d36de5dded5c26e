package main

import (
	"os"
	"path/filepath"
)

// extension is the ending of a project's name.
const extension = ".fangtan"

// there says whether something stands at path.
func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// find names the project of a command: the one given, else $FANGTAN_PROJECT, else
// the only one in the current folder. One that was not given is named on stderr.
func (p *program) find() (string, error) {
	if p.asked.project != "" {
		return p.asked.project, nil
	}
	path := p.env("FANGTAN_PROJECT")
	if path == "" {
		all, err := projectsHere()
		switch {
		case err != nil:
			return "", err
		case len(all) == 0:
			return "", p.usage("cli.usage.no-project")
		case len(all) > 1:
			return "", p.usage("cli.usage.many-projects", "N", len(all), "One", all[0])
		}
		path = all[0]
	}
	p.say(p.t("cli.found", "Path", path))
	return path, nil
}

// findAny is [program.find] for the bare program: the last resort is the project
// opened last. It is "" when there is none at all.
func (p *program) findAny() (string, error) {
	if p.asked.project != "" || p.env("FANGTAN_PROJECT") != "" {
		return p.find()
	}
	all, err := projectsHere()
	if err != nil || len(all) > 0 {
		return p.find()
	}
	if last := p.recall().Project; last != "" && there(last) {
		p.say(p.t("cli.found", "Path", last))
		return last, nil
	}
	return "", nil
}

// projectsHere lists the projects in the current folder.
func projectsHere() ([]string, error) {
	all, err := filepath.Glob("*" + extension)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, path := range all {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			files = append(files, path)
		}
	}
	return files, nil
}
