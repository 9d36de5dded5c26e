package plain

import (
	"bufio"
	"io"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// Desk is what a session needs from outside.
type Desk interface {
	Project() *codebook.Project
	Name() string
	ReadOnly() string // a message id, empty if the study can be changed
	Coder() codebook.No
	NewID() codebook.ID
	Now() int64
	LastAction() uint64
	Commit(actions []codebook.Action) error
	History() (*codebook.History, error)
	Entry(action uint64) (codebook.Action, error)
	Text(transcript codebook.No) (string, error)
	Places() (map[codebook.No]screen.Place, error)
	Settings() (map[string]string, error)
	SaveState(places map[codebook.No]screen.Place, settings map[string]string) error
	Explain(err error, lang string) string
}

// Session is one sitting at a desk without a screen.
type Session struct {
	desk  Desk
	words *locale.Words
	in    *bufio.Scanner
	out   io.Writer

	places   map[codebook.No]screen.Place
	settings map[string]string
	page     *page         // the transcript that is open, nil for none
	last     []codebook.No // codes applied last
	broken   error         // of the output: nobody hears any more
}

// longest is how long a line typed may be, in bytes: memos are typed in one.
const longest = 1 << 20

// New begins a session that reads lines from in and answers on out.
func New(d Desk, words *locale.Words, in io.Reader, out io.Writer) *Session {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longest)
	return &Session{desk: d, words: words, in: lines, out: out}
}

// Run goes on until somebody leaves or the lines end. Its error is that of the
// lines, in or out; what a command could not do is said and not returned.
func (s *Session) Run() error {
	if err := s.recall(); err != nil {
		return err
	}
	s.welcome()
	for s.broken == nil {
		line, ok := s.ask("")
		if !ok {
			break
		}
		if s.follow(line) {
			break
		}
	}
	s.keepPlace()
	if err := s.in.Err(); err != nil {
		return err
	}
	return s.broken
}

// recall reads where this coder was.
func (s *Session) recall() (err error) {
	if s.places, err = s.desk.Places(); err != nil {
		return err
	}
	if s.places == nil {
		s.places = map[codebook.No]screen.Place{}
	}
	s.settings, err = s.desk.Settings()
	return err
}

// welcome names the study, its transcripts, and how to get help.
func (s *Session) welcome() {
	p := s.desk.Project()
	s.say(s.t("plain.welcome", "Name", s.desk.Name(), "Count", len(p.Transcripts()), "Codings", locale.Number(p.CodingCount())))
	if why := s.desk.ReadOnly(); why != "" {
		s.say(s.t(why))
	}
	s.list("")
	s.say(s.t("plain.how"))
}

// ask prompts and reads one line; it is false where the lines end.
func (s *Session) ask(question string) (string, bool) {
	if question != "" {
		s.say(question)
	}
	s.write("> ")
	if !s.in.Scan() {
		s.write("\n")
		return "", false
	}
	return strings.TrimSpace(s.in.Text()), true
}

func (s *Session) t(id string, args ...any) string { return s.words.T(id, args...) }

// say writes a line; nothing in it can steer the terminal.
func (s *Session) say(line string) { s.write(text.Harmless(line) + "\n") }

func (s *Session) write(line string) {
	if s.broken == nil {
		_, s.broken = io.WriteString(s.out, line)
	}
}

// object says why something was not done.
func (s *Session) object(err error) { s.say(s.desk.Explain(err, s.words.Lang())) }

// lang is the language of names.
func (s *Session) lang() string { return s.words.Lang() }
