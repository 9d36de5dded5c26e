package main

import (
	"errors"
	"os/exec"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"fangtan/store/editor"
	"fangtan/tui"
)

// EditWords lays words out for the user's editor, beside the project.
func (d *desk) EditWords(name, words string) (tui.WordsEdit, error) {
	draft, err := editor.Put(filepath.Dir(d.open().Path()), name, words)
	if err != nil {
		return nil, err
	}
	cmd, err := draft.Command(d.p.env)
	if err != nil {
		return nil, errors.Join(err, draft.Discard())
	}
	d.out.Store(draft)
	return &deskWords{desk: d, draft: draft, cmd: cmd}, nil
}

// deskWords is words that are out of the desk.
type deskWords struct {
	desk  *desk
	draft *editor.Draft
	cmd   *exec.Cmd
}

// Run gives the terminal to the editor.
func (e *deskWords) Run(done func(error) tea.Msg) tea.Cmd { return tea.ExecProcess(e.cmd, done) }

// Result takes the words back.
func (e *deskWords) Result(ran error) (string, error) {
	words, err := e.draft.Take(ran)
	e.desk.out.Store(nil)
	return words, err
}
