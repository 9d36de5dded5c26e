package main

import (
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/store/editor"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// desk gives the screens what they ask for: the study in memory, and its file. The
// study belongs to whoever calls Project; what runs behind the screens reads the
// snapshot taken at the last change.
type desk struct {
	p        *program
	file     *store.File
	anew     atomic.Pointer[store.File] // the file as Reload read it last, nil before
	coder    codebook.No
	readOnly string                       // message that says why, empty if it can be written
	ended    atomic.Pointer[writingEnd]   // when writing has ended since
	ends     sync.Mutex                   // one end is made of errors that come together
	looked   atomic.Bool                  // after the file as a whole, behind the first frame
	out      atomic.Pointer[editor.Draft] // the text that is in somebody's editor, nil for none

	revision uint64 // of the snapshot; kept by Project alone
	snapshot atomic.Pointer[codebook.Project]
}

func newDesk(p *program, file *store.File, coder codebook.No, readOnly string) *desk {
	d := &desk{p: p, file: file, coder: coder, readOnly: readOnly}
	d.keep()
	return d
}

// open is the file as it was read last.
func (d *desk) open() *store.File {
	if anew := d.anew.Load(); anew != nil {
		return anew
	}
	return d.file
}

// Reload reads the file again, for somebody who may only read while another program
// writes.
func (d *desk) Reload() error {
	if end := d.ended.Load(); end != nil { // what is at the path may be another study
		return end.err
	}
	path := d.open().Path()
	fresh, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return &about{path, err}
	}
	if !d.p.stood.IsZero() { // the past is the same, read again
		if err := fresh.StandAt(d.file.LastAction()); err != nil {
			return errors.Join(&about{path, err}, fresh.Close())
		}
	}
	fresh.Project().Follow(d.snapshot.Load())
	if before := d.anew.Swap(fresh); before != nil {
		return before.Close()
	}
	return nil
}

// SnapshotTime is when the study was read that can only be read, or the moment at
// which it is looked at; the zero time if it can be written, or could until a moment ago.
func (d *desk) SnapshotTime() time.Time {
	if !d.p.stood.IsZero() {
		return d.p.stood
	}
	if f := d.open(); f.ReadOnly() {
		return f.SnapshotTime()
	}
	return time.Time{}
}

// close lets go of what Reload opened, and of a text that did not come back.
func (d *desk) close() {
	if draft := d.out.Load(); draft != nil {
		draft.Discard() // there is nobody left to tell
	}
	if anew := d.anew.Load(); anew != nil {
		anew.Close() // it was only read: there is nothing to lose
	}
}

// keep takes a snapshot of the study as it is now.
func (d *desk) keep() {
	study := d.open().Project()
	d.revision = study.Revision()
	d.snapshot.Store(study.Snapshot())
}

// Project is the study in memory. It is asked for after every change, by the one
// who makes them.
func (d *desk) Project() *codebook.Project {
	study := d.open().Project()
	if study.Revision() != d.revision {
		d.keep()
	}
	return study
}

// Name is the project's name for people.
func (d *desk) Name() string { return nameOf(d.open().Path()) }

// ReadOnly is the message that says why nothing can be changed, or "".
func (d *desk) ReadOnly() string {
	if end := d.ended.Load(); end != nil {
		return end.why
	}
	return d.readOnly
}

// Coder is who codes.
func (d *desk) Coder() codebook.No { return d.coder }

// NewID makes an id; Now is the time in Unix milliseconds.
func (d *desk) NewID() codebook.ID { return newID() }

// Now is the time in Unix milliseconds.
func (d *desk) Now() int64 { return now() }

// LastAction is the number of the last action on the disk.
func (d *desk) LastAction() uint64 { return d.open().LastAction() }

// Commit writes actions in one transaction, after a backup if one of them brings
// much in or takes much out.
func (d *desk) Commit(actions []codebook.Action) error {
	codings := d.snapshot.Load().CodingCount()
	big := slices.IndexFunc(actions, func(a codebook.Action) bool { return isBig(&a, codings) })
	if big >= 0 {
		if _, err := d.open().Secure(actions[big].Kind); err != nil {
			return &noBackup{err, false}
		}
	}
	_, err := d.open().Commit(actions...)
	var failed *store.CommitError
	if errors.As(err, &failed) {
		return &outcome{failed}
	}
	return d.stop(err)
}

// outcome is a commit that failed, with what is on the disk all the same.
type outcome struct{ *store.CommitError }

// WasSaved says that the action is on the disk.
func (o *outcome) WasSaved(id codebook.ID) bool { return slices.Contains(o.Saved, id) }

// Unwrap gives the commit's own error, which is worded like any other.
func (o *outcome) Unwrap() error { return o.CommitError }

// History reads the journal's headers.
func (d *desk) History() (*codebook.History, error) { return d.open().History() }

// Entry reads one action whole.
func (d *desk) Entry(action uint64) (codebook.Action, error) {
	headers, err := d.open().Headers(action, 1)
	if err != nil {
		return codebook.Action{}, err
	}
	patch, err := d.open().Patch(action)
	if err != nil {
		return codebook.Action{}, err
	}
	return codebook.Action{Header: headers[0], Patch: patch}, nil
}

// Headers gives journal entries from an action downwards, newest first.
func (d *desk) Headers(from uint64, limit int) ([]codebook.Header, error) {
	return d.open().Headers(from, limit)
}

// Between is what the actions after one, up to and with another, changed together.
func (d *desk) Between(after, upTo uint64) (codebook.Patch, error) {
	return d.open().Between(after, upTo)
}

// InTheWay finds the later action that keeps one from being taken back.
func (d *desk) InTheWay(action uint64) (codebook.Header, bool, error) {
	return d.open().InTheWay(action, d.snapshot.Load())
}

// Text reads a transcript's text.
func (d *desk) Text(transcript codebook.No) (string, error) {
	t := d.snapshot.Load().Transcript(transcript)
	if t == nil {
		return "", store.ErrNoText
	}
	return d.open().Text(t.Text)
}

// What is remembered for a coder, by name in the file.
const (
	placesState   = "places"
	settingsState = "settings"
)

// Places reads where this coder stands in each transcript.
func (d *desk) Places() (map[codebook.No]screen.Place, error) {
	return recallState[codebook.No, screen.Place](d, placesState)
}

// Settings reads how this coder likes to see things.
func (d *desk) Settings() (map[string]string, error) {
	return recallState[string, string](d, settingsState)
}

// recallState reads what was remembered; what cannot be understood is forgotten.
func recallState[K comparable, V any](d *desk, what string) (map[K]V, error) {
	data, found, err := d.open().State(d.coderID(), what)
	var kept map[K]V
	if err != nil || !found || json.Unmarshal(data, &kept) != nil {
		return nil, err
	}
	return kept, nil
}

func (d *desk) coderID() codebook.ID {
	if c := d.snapshot.Load().Coder(d.coder); c != nil {
		return c.ID
	}
	return codebook.ID{}
}

// SaveState remembers places and settings for this coder.
func (d *desk) SaveState(places map[codebook.No]screen.Place, settings map[string]string) error {
	where, err := json.Marshal(places)
	if err != nil {
		return err
	}
	how, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	id := d.coderID()
	return d.stop(d.open().SetState(
		store.State{Coder: id, What: placesState, Value: where}, store.State{Coder: id, What: settingsState, Value: how}))
}

// Explain words an error in the language of the screens.
func (d *desk) Explain(err error, lang string) string {
	return explain(locale.Of(lang), err)
}
