package main

import (
	"errors"
	"os/exec"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/store/editor"
	"fangtan/tui"
)

// Edit lays the text of a transcript out for the user's editor.
func (d *desk) Edit(transcript codebook.No) (tui.Edit, error) {
	words, err := d.Text(transcript)
	if err != nil {
		return nil, &about{d.open().Path(), err}
	}
	draft, err := editor.Put(filepath.Dir(d.open().Path()), draftName, words)
	if err != nil {
		return nil, err
	}
	cmd, err := draft.Command(d.p.env)
	if err != nil {
		return nil, errors.Join(err, draft.Discard())
	}
	d.out.Store(draft)
	return &deskEdit{desk: d, transcript: transcript, before: words, draft: draft, cmd: cmd}, nil
}

// deskEdit is a text that is out of the desk.
type deskEdit struct {
	desk       *desk
	transcript codebook.No
	before     string
	draft      *editor.Draft
	cmd        *exec.Cmd
}

// Run gives the terminal to the editor.
func (e *deskEdit) Run(done func(error) tea.Msg) tea.Cmd { return tea.ExecProcess(e.cmd, done) }

// Result takes the text back. It is put into the file before any action refers to
// it, so that whoever reads the transcript next finds it there.
func (e *deskEdit) Result(ran error) (*codebook.EditTranscript, string, error) {
	after, err := e.draft.Take(ran)
	e.desk.out.Store(nil)
	if err != nil {
		return nil, "", err
	}
	op, err := e.desk.snapshot.Load().Rewrite(codebook.Rewriting{
		Transcript: e.transcript, Before: e.before, After: after, NewID: newID,
	})
	if errors.Is(err, codebook.ErrNothing) {
		err = editor.ErrUnchanged
	}
	if err != nil {
		return nil, "", err
	}
	err = e.desk.open().Stage(map[codebook.Hash]string{op.Row.Text: op.Text})
	return op, e.before, e.desk.stop(err)
}

// Settle moves where the other coders stand.
func (e *deskEdit) Settle(op *codebook.EditTranscript) error {
	return e.desk.stop(movePlaces(e.desk.open(), e.desk.snapshot.Load(), op, e.desk.coderID()))
}
