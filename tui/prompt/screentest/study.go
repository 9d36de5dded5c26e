// Package screentest is a made-up study and a stage to try screens on.
//
// Laws of the package:
//
//   - The study is small, made by ops alone, and the same each time.
//   - The clock stands still at [Now], and ids count up.
//   - A stage drains whatever a key leads to before the next one, as the root would: the
//     study's changes are told, the wishes are kept to be looked at.
package screentest

import (
	"encoding/binary"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Now is the time at which tests happen, in Unix milliseconds.
const Now = 1_772_000_000_000

// Study is a study in memory.
type Study struct {
	P        *codebook.Project
	Who      codebook.No
	Locked   bool
	Done     []codebook.Action
	Places   map[codebook.No]screen.Place
	Settings map[string]string
	Texts    map[codebook.Hash]string

	ids     uint64
	changed bool
}

// NewStudy makes an empty study in a language of names, with one coder.
func NewStudy(lang string) *Study {
	s := &Study{Places: map[codebook.No]screen.Place{}, Settings: map[string]string{}, Texts: map[codebook.Hash]string{}}
	s.P = codebook.New(s.NewID(), s.NewID(), lang)
	s.Who = 1
	s.Must(&codebook.PutCoder{Row: codebook.Coder{ID: s.NewID(), Name: "林岚"}})
	return s
}

// Must applies an op of which the test is sure.
func (s *Study) Must(op codebook.Op) {
	if err := s.Do(op); err != nil {
		panic(err)
	}
}

// Project is the study.
func (s *Study) Project() *codebook.Project { return s.P }

// Name is the study's name.
func (s *Study) Name() string { return "驻村传帮带" }

// Coder is who codes.
func (s *Study) Coder() codebook.No { return s.Who }

// ReadOnly says whether it is locked.
func (s *Study) ReadOnly() bool { return s.Locked }

// Do applies an op.
func (s *Study) Do(op codebook.Op) error {
	action, err := s.P.Do(op, codebook.Stamp{ID: s.NewID(), Coder: s.Who, Time: Now})
	if err != nil {
		return err
	}
	s.Done = append(s.Done, action)
	s.changed = true
	for h, text := range action.Patch.NewTexts {
		s.Texts[h] = text
	}
	return nil
}

// NewID counts.
func (s *Study) NewID() codebook.ID {
	s.ids++
	var id codebook.ID
	binary.BigEndian.PutUint64(id[8:], s.ids)
	return id
}

// Now is the time that stands still.
func (s *Study) Now() int64 { return Now }

// ReadText answers at once.
func (s *Study) ReadText(t codebook.No) tea.Cmd {
	text := s.Texts[s.P.Transcript(t).Text]
	return func() tea.Msg { return screen.TextReadMsg{Transcript: t, Text: text} }
}

// Place is where the coder stands.
func (s *Study) Place(t codebook.No) screen.Place { return s.Places[t] }

// SetPlace puts her there.
func (s *Study) SetPlace(t codebook.No, p screen.Place) { s.Places[t] = p }

// Setting is a view setting.
func (s *Study) Setting(name string) string { return s.Settings[name] }

// Set keeps it.
func (s *Study) Set(name, value string) { s.Settings[name] = value }
