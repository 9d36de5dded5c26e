package screentest

import (
	"encoding/binary"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Now is the time at which tests happen, in Unix milliseconds.
const Now = 1_772_000_000_000

// Study is a study in memory that answers at once.
type Study struct {
	P        *codebook.Project
	Me       codebook.No       // who codes
	Locked   bool              // every change is refused with ErrLocked
	Done     []codebook.Action // all that was done, in order
	Texts    map[codebook.No]string
	Reads    []codebook.No // transcripts whose text was asked for, in order
	Places   map[codebook.No]screen.Place
	Settings map[string]string
	Pace     int64 // how much later than the one before an action is made, in milliseconds

	ids          uint64
	journal      journal
	past, future []codebook.Action // what can be taken back, and brought again, the next one last
}

var _ screen.Study = (*Study)(nil)

// ErrLocked is why a locked study refuses a change.
var ErrLocked = errors.New("the study is locked")

// NewStudy makes a study that codes in a language and has nothing but one coder, who is Me.
func NewStudy(lang, coder string) *Study {
	s := &Study{Texts: map[codebook.No]string{}, Places: map[codebook.No]screen.Place{}, Settings: map[string]string{}}
	s.P = codebook.New(s.NewID(), s.NewID(), lang)
	s.Me = s.AddCoder(coder)
	return s
}

// Must makes a change of which the test is sure; nobody can take it back.
func (s *Study) Must(op codebook.Op) {
	if _, err := s.make(op); err != nil {
		panic(fmt.Sprintf("screentest: %s: %v", op.Kind(), err))
	}
}

func (s *Study) make(op codebook.Op) (codebook.Action, error) {
	if s.Locked {
		return codebook.Action{}, ErrLocked
	}
	action, err := s.P.Do(op, s.stamp())
	if err == nil {
		s.note(&action)
		s.Done = append(s.Done, action)
	}
	return action, err
}

// Project is the study itself.
func (s *Study) Project() *codebook.Project { return s.P }

// Name is the study's name.
func (s *Study) Name() string { return "驻村传帮带" }

// Coder is Me.
func (s *Study) Coder() codebook.No { return s.Me }

// ReadOnly is Locked.
func (s *Study) ReadOnly() bool { return s.Locked }

// Do applies an op.
func (s *Study) Do(op codebook.Op) error {
	action, err := s.make(op)
	if err == nil {
		s.past, s.future = append(s.past, action), nil
	}
	return err
}

// Grant takes actions back and brings them again, as a screen wished. It parts what
// is to be said from all other wishes.
func (s *Study) Grant(wishes []screen.Wish) (said []screen.Say, others []screen.Wish) {
	for _, w := range wishes {
		switch w := w.(type) {
		case screen.Say:
			said = append(said, w)
			continue
		case screen.Undo:
			s.past, s.future = s.turn(codebook.KindUndo, s.past, s.future)
		case screen.Redo:
			s.future, s.past = s.turn(codebook.KindRedo, s.future, s.past)
		case screen.TakeBack:
			s.takeBack(w.Action)
		}
		others = append(others, w)
	}
	return said, others
}

// turn takes the last action of from back, or brings it again, and puts it on to.
func (s *Study) turn(kind string, from, to []codebook.Action) (rest, other []codebook.Action) {
	if len(from) == 0 {
		return from, to
	}
	a := from[len(from)-1]
	patch := a.Patch
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	header := a.Header
	header.No = s.reversed(kind, &a)
	done, err := s.P.Revert(kind, header, patch, s.stamp())
	if err != nil {
		panic(fmt.Sprintf("screentest: %s of %s: %v", kind, a.Kind, err))
	}
	s.note(&done)
	return from[:len(from)-1], append(to, a)
}

func (s *Study) stamp() codebook.Stamp {
	return codebook.Stamp{ID: s.NewID(), Coder: s.Me, Time: s.Now() + s.Pace*int64(len(s.journal))}
}

// NewID counts.
func (s *Study) NewID() (id codebook.ID) {
	s.ids++
	binary.BigEndian.PutUint64(id[8:], s.ids)
	return id
}

// Now is the time that stands still.
func (s *Study) Now() int64 { return Now }

// ReadText reads a text at once; it fails for a transcript without one.
func (s *Study) ReadText(transcript codebook.No) tea.Cmd {
	s.Reads = append(s.Reads, transcript)
	text, err := s.Text(transcript)
	msg := screen.TextReadMsg{Transcript: transcript, Text: text, Err: err}
	return func() tea.Msg { return msg }
}

// Text reads a text; it fails for a transcript without one.
func (s *Study) Text(transcript codebook.No) (string, error) {
	text, ok := s.Texts[transcript]
	if !ok {
		return "", fmt.Errorf("transcript %d has no text: %w", transcript, codebook.ErrUnknown)
	}
	return text, nil
}

// Place is where the coder stands in a transcript.
func (s *Study) Place(transcript codebook.No) screen.Place { return s.Places[transcript] }

// SetPlace puts her there.
func (s *Study) SetPlace(transcript codebook.No, p screen.Place) { s.Places[transcript] = p }

// Setting is a view setting.
func (s *Study) Setting(name string) string { return s.Settings[name] }

// Set keeps it.
func (s *Study) Set(name, value string) { s.Settings[name] = value }
