package tui

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// study is the study as screens see it.
type study struct {
	port     Port
	writer   writer
	next     uint64 // number of the next action
	history  *codebook.History
	recent   map[uint64]codebook.Action // made in this sitting, by number
	places   map[codebook.No]screen.Place
	settings map[string]string
	dirty    bool // places or settings to be saved
	changed  bool // since the last look
}

func newStudy(p Port) *study {
	return &study{
		port: p, next: p.LastAction() + 1, recent: map[uint64]codebook.Action{},
		places: map[codebook.No]screen.Place{}, settings: map[string]string{},
	}
}

func (s *study) Project() *codebook.Project { return s.port.Project() }
func (s *study) Name() string               { return s.port.Name() }
func (s *study) Coder() codebook.No         { return s.port.Coder() }
func (s *study) ReadOnly() bool             { return s.port.ReadOnly() != "" }
func (s *study) NewID() codebook.ID         { return s.port.NewID() }
func (s *study) Now() int64                 { return s.port.Now() }
func (s *study) Setting(name string) string { return s.settings[name] }

// errReadOnly is worded by the root from the port's reason.
type readOnlyError struct{ reason string }

func (e *readOnlyError) Error() string { return "the study is open read-only: " + e.reason }

// Do applies an op and queues it.
func (s *study) Do(op codebook.Op) error {
	if why := s.port.ReadOnly(); why != "" {
		return &readOnlyError{why}
	}
	action, err := s.Project().Do(op, s.stamp())
	if err != nil {
		return err
	}
	s.take(action)
	return nil
}

func (s *study) stamp() codebook.Stamp {
	return codebook.Stamp{ID: s.NewID(), Coder: s.Coder(), Time: s.Now()}
}

// take numbers an action that is applied and queues it.
func (s *study) take(a codebook.Action) {
	a.No = s.next
	s.next++
	s.recent[a.No] = a
	if s.history != nil {
		s.history.Push(a.Header)
	}
	s.writer.add(a)
	s.changed = true
}

// revert undoes or redoes an action that is in memory or was just read. reverses
// is the entry that the new one takes back: the action, or the undo of it.
func (s *study) revert(kind string, a codebook.Action, reverses uint64) error {
	if why := s.port.ReadOnly(); why != "" {
		return &readOnlyError{why}
	}
	patch := a.Patch
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	header := a.Header
	header.No = reverses
	done, err := s.Project().Revert(kind, header, patch, s.stamp())
	if err != nil {
		return err
	}
	s.take(done)
	return nil
}

// retract takes back in memory what could not be written.
func (s *study) retract(lost []codebook.Action) error {
	for i := range lost {
		delete(s.recent, lost[i].No)
		if err := s.Project().Retract(&lost[i]); err != nil {
			return err
		}
	}
	s.next = s.port.LastAction() + 1
	s.history = nil
	s.changed = true
	return nil
}

func (s *study) Text(t codebook.No) (string, error) { return s.port.Text(t) }

func (s *study) ReadText(t codebook.No) tea.Cmd {
	return func() tea.Msg {
		text, err := s.port.Text(t)
		return screen.TextReadMsg{Transcript: t, Text: text, Err: err}
	}
}

func (s *study) Place(t codebook.No) screen.Place { return s.places[t] }

func (s *study) SetPlace(t codebook.No, p screen.Place) {
	p.Read = max(p.Read, s.places[t].Read)
	if s.places[t] != p {
		s.places[t] = p
		s.dirty = true
	}
}

func (s *study) Set(name, value string) {
	if s.settings[name] == value {
		return
	}
	s.dirty = true
	if s.settings[name] = value; value == "" {
		delete(s.settings, name)
	}
}

// stateSavedMsg says that places and settings were written.
type stateSavedMsg struct{ err error }

// save writes places and settings, if any changed.
func (s *study) save() tea.Cmd {
	if !s.dirty || s.ReadOnly() {
		return nil
	}
	s.dirty = false
	places, settings := maps.Clone(s.places), maps.Clone(s.settings)
	return func() tea.Msg { return stateSavedMsg{s.port.SaveState(places, settings)} }
}
