package tuitest

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

// Study is a study in memory, as screens see one. Its ids and times count up, so that two runs of a test make the same study.
type Study struct {
	P      *codebook.Project
	Me     codebook.No
	Title  string
	Locked bool // can only be read
	Texts  map[codebook.No]string

	t        testing.TB
	ids      uint64
	places   map[codebook.No]screen.Place
	settings map[string]string
	done     []codebook.Action // that can be undone, the last one last
	undone   []codebook.Action
}

var _ screen.Study = (*Study)(nil)

// ErrLocked is why a locked study refuses a change.
var ErrLocked = errors.New("the study is open read-only")

// NewStudy makes a study with one coder, 甲.
func NewStudy(t testing.TB, lang string) *Study {
	s := &Study{
		Title: "驻村传帮带", Texts: map[codebook.No]string{}, t: t,
		places: map[codebook.No]screen.Place{}, settings: map[string]string{},
	}
	s.P = codebook.New(s.NewID(), s.NewID(), lang)
	s.Me = s.AddCoder("甲")
	return s
}

// must makes a change that a test takes for granted; it cannot be undone.
func (s *Study) must(op codebook.Op) {
	s.t.Helper()
	if _, err := s.P.Do(op, s.stamp()); err != nil {
		s.t.Fatal(err)
	}
}

// AddCoder adds a coder.
func (s *Study) AddCoder(name string) codebook.No {
	s.must(&codebook.PutCoder{Row: codebook.Coder{ID: s.NewID(), Name: name}})
	return s.P.Last().Coders
}

// AddGroup adds a group.
func (s *Study) AddGroup(key, zh, en string) codebook.No {
	s.must(&codebook.PutGroup{Row: codebook.Group{ID: s.NewID(), Key: key, NameZh: zh, NameEn: en}})
	return s.P.Last().Groups
}

// AddCode adds a code.
func (s *Study) AddCode(c codebook.Code) codebook.No {
	c.ID = s.NewID()
	s.must(&codebook.PutCode{Row: c})
	return s.P.Last().Codes
}

// AddTranscript adds a transcript, cut and with its speakers' roles guessed as an import would.
func (s *Study) AddTranscript(title, source string, group codebook.No) codebook.No {
	cut := text.Segment(source, nil)
	row := codebook.Transcript{
		ID: s.NewID(), File: title + ".txt", Title: title, Group: group, Text: sha256.Sum256([]byte(source)),
		Bytes: uint32(len(source)), Chars: uint32(text.Chars(source)), Turns: uint32(cut.TurnCount()),
	}
	roles := text.GuessRoles(source, cut)
	for i, label := range cut.Labels {
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: s.NewID(), Label: label, Role: roles[i]})
	}
	s.must(&codebook.AddTranscript{Row: row, Text: source, Cut: &codebook.HeldCut{Cut: cut}})
	no := s.P.Last().Transcripts
	s.Texts[no] = source
	return no
}

// Put puts codings on a transcript; ids, times and the characters before their ends are filled in.
func (s *Study) Put(transcript codebook.No, rows ...codebook.Coding) {
	if len(rows) == 0 {
		return
	}
	index := text.NewIndex(s.Texts[transcript])
	for i := range rows {
		r := &rows[i]
		r.ID, r.Created = s.NewID(), s.Now()
		if r.Coder == 0 {
			r.Coder = s.Me
		}
		r.StartCh, r.EndCh = uint32(index.CharsBefore(int(r.Start))), uint32(index.CharsBefore(int(r.End)))
	}
	s.must(&codebook.AddCodings{Transcript: transcript, Rows: rows})
}

// Project is the study itself.
func (s *Study) Project() *codebook.Project { return s.P }

// Name is the title.
func (s *Study) Name() string { return s.Title }

// Coder is Me.
func (s *Study) Coder() codebook.No { return s.Me }

// ReadOnly is Locked.
func (s *Study) ReadOnly() bool { return s.Locked }

// Do applies an op at once.
func (s *Study) Do(op codebook.Op) error {
	if s.Locked {
		return ErrLocked
	}
	a, err := s.P.Do(op, s.stamp())
	if err == nil {
		s.done, s.undone = append(s.done, a), nil
	}
	return err
}

// Grant does what a screen wished of the root: undo and redo. It gives the lines said and what else was wished.
func (s *Study) Grant(wishes []screen.Wish) (said []screen.Say, others []screen.Wish) {
	for _, w := range wishes {
		switch w := w.(type) {
		case screen.Say:
			said = append(said, w)
		case screen.Undo:
			s.done, s.undone = s.turn(codebook.KindUndo, s.done, s.undone)
		case screen.Redo:
			s.undone, s.done = s.turn(codebook.KindRedo, s.undone, s.done)
		default:
			others = append(others, w)
		}
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
	if _, err := s.P.Revert(kind, a.Header, patch, s.stamp()); err != nil {
		s.t.Fatal(err)
	}
	return from[:len(from)-1], append(to, a)
}

func (s *Study) stamp() codebook.Stamp {
	return codebook.Stamp{ID: s.NewID(), Coder: s.Me, Time: s.Now()}
}

// NewID counts.
func (s *Study) NewID() (id codebook.ID) {
	s.ids++
	binary.BigEndian.PutUint64(id[8:], s.ids)
	return id
}

// Now counts with the ids.
func (s *Study) Now() int64 { return int64(s.ids) }

// ReadText gives the text at once.
func (s *Study) ReadText(no codebook.No) tea.Cmd {
	return func() tea.Msg {
		source, ok := s.Texts[no]
		if !ok {
			return screen.TextReadMsg{Transcript: no, Err: codebook.ErrUnknown}
		}
		return screen.TextReadMsg{Transcript: no, Text: source}
	}
}

// Place and SetPlace keep places in memory.
func (s *Study) Place(no codebook.No) screen.Place { return s.places[no] }

// SetPlace keeps a place.
func (s *Study) SetPlace(no codebook.No, p screen.Place) { s.places[no] = p }

// Setting gives what Set kept.
func (s *Study) Setting(name string) string { return s.settings[name] }

// Set keeps a setting.
func (s *Study) Set(name, value string) { s.settings[name] = value }
