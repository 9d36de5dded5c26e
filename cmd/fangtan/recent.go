package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"fangtan/codebook"
)

// recollection is what this computer remembers between runs: it lies in the
// user's folder for state, readable by her alone.
type recollection struct {
	Project string            `json:"project"` // opened last
	Coders  map[string]string `json:"coders"`  // name used last, by the project's id
}

func recentPath() string { return filepath.Join(xdg.StateHome, "fangtan", "recent.json") }

// recall reads what is remembered; what cannot be read is forgotten.
func (p *program) recall() recollection {
	var r recollection
	data, err := os.ReadFile(recentPath())
	if err != nil || json.Unmarshal(data, &r) != nil {
		return recollection{}
	}
	return r
}

// remember changes what is remembered. A memory that fails is no reason to stop.
func (p *program) remember(change func(*recollection)) {
	r := p.recall()
	change(&r)
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil || os.MkdirAll(filepath.Dir(recentPath()), 0o700) != nil {
		return
	}
	temp := recentPath() + ".tmp"
	if os.WriteFile(temp, append(data, '\n'), 0o600) == nil {
		_ = os.Rename(temp, recentPath())
	}
}

// rememberProject notes the project opened last.
func (p *program) rememberProject(path string) {
	if whole, err := filepath.Abs(path); err == nil {
		p.remember(func(r *recollection) { r.Project = whole })
	}
}

// rememberCoder notes who codes in a project on this computer.
func (p *program) rememberCoder(project codebook.ID, name string) {
	id := project.String()
	if p.recall().Coders[id] == name {
		return
	}
	p.remember(func(r *recollection) {
		if r.Coders == nil {
			r.Coders = map[string]string{}
		}
		r.Coders[id] = name
	})
}
