package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// session is a reader with a study behind it, driven by keys.
type session struct {
	t      *testing.T
	study  *screentest.Study
	env    *screen.Env
	reader *Reader
	no     codebook.No
	codes  map[string]codebook.No
	said   screen.Say
	wishes []screen.Wish
}

// codesOfTests are the codes that every session has: name and pin.
var codesOfTests = [][2]string{{"目标不明确", "2"}, {"要求不具体", "1"}, {"分工", "a"}, {"躲避", "s"}, {"没有键", ""}}

// begin opens a reader at a marked text: [selection] and ‹code:words›.
func begin(t *testing.T, marked string) *session {
	t.Helper()
	s := newSession(t, "zh")
	for _, c := range codesOfTests {
		s.codes[c[0]] = s.study.AddCode(codebook.Code{NameZh: c[0], Pin: c[1]})
	}
	plain, sel, codings := s.parse(marked)
	s.no = s.study.AddTranscript(codebook.Transcript{File: "周明.txt", Title: "周明"}, plain)
	s.study.Put(s.no, codings...)
	s.open(codebook.Passage{Transcript: s.no})
	if sel != nil {
		s.reader.sel = selection{span: *sel}
	}
	return s
}

func newSession(t *testing.T, lang string) *session {
	t.Helper()
	study := screentest.NewStudy("zh", "甲")
	env := &screen.Env{Study: study, Words: locale.New(lang), Ruler: cell.Wc(), Theme: theme.New(true, colorprofile.TrueColor)}
	s := &session{t: t, study: study, env: env, reader: New(env), codes: map[string]codebook.No{}}
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 80, Height: 24}})
	return s
}

func (s *session) open(p codebook.Passage) {
	s.t.Helper()
	tuitest.Drain(s.t, s.update, s.reader.Open(screen.Route{To: screen.Reader, Passage: p}))
}

// update is what the root does: the reader's Update, its wishes, and word of a change.
func (s *session) update(msg tea.Msg) tea.Cmd {
	before := s.study.P.Revision()
	cmd := s.reader.Update(msg)
	said, others := s.study.Grant(s.env.Wishes())
	s.wishes = append(s.wishes, others...)
	if len(said) > 0 {
		s.said = said[len(said)-1]
	}
	if now := s.study.P.Revision(); now != before {
		return tea.Batch(cmd, s.reader.Update(screen.StudyChangedMsg{Revision: now}))
	}
	return cmd
}

func (s *session) send(msg tea.Msg) { tuitest.Drain(s.t, s.update, s.update(msg)) }

// press sends keys; what was said before is forgotten.
func (s *session) press(script string) {
	s.said = screen.Say{}
	tuitest.Press(s.t, s.update, script)
}

// parse reads a marked text.
func (s *session) parse(marked string) (plain string, sel *span, codings []codebook.Coding) {
	s.t.Helper()
	var out strings.Builder
	var open []codebook.Coding
	for rest := marked; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "["):
			sel = &span{start: out.Len()}
			rest = rest[1:]
		case strings.HasPrefix(rest, "]"):
			sel.end = out.Len()
			rest = rest[1:]
		case strings.HasPrefix(rest, "‹"):
			name, after, found := strings.Cut(rest[len("‹"):], ":")
			if !found || s.codes[name] == 0 {
				s.t.Fatalf("no code %q in %q", name, marked)
			}
			open = append(open, codebook.Coding{Start: uint32(out.Len()), Code: s.codes[name]})
			rest = after
		case strings.HasPrefix(rest, "›"):
			c := open[len(open)-1]
			open, c.End = open[:len(open)-1], uint32(out.Len())
			codings = append(codings, c)
			rest = rest[len("›"):]
		default:
			out.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	return out.String(), sel, codings
}

// marked writes the text with its marks as they are now; the selection only if withSelection.
func (s *session) marked(withSelection bool) string {
	source := s.study.Texts[s.no]
	codings := s.study.P.Codings(s.no)
	var out strings.Builder
	for at := 0; at <= len(source); at++ {
		for i := codings.Len() - 1; i >= 0; i-- {
			if int(codings.End[i]) == at {
				out.WriteString("›")
			}
		}
		if withSelection && s.reader.sel.end == at && !s.reader.sel.empty() {
			out.WriteString("]")
		}
		if withSelection && s.reader.sel.start == at && !s.reader.sel.empty() {
			out.WriteString("[")
		}
		for i := range codings.Len() {
			if int(codings.Start[i]) == at {
				out.WriteString("‹" + s.study.P.Code(codings.Code[i]).Name("zh") + ":")
			}
		}
		if at < len(source) {
			out.WriteByte(source[at])
		}
	}
	return out.String()
}

// frame draws the reader as a person sees it.
func (s *session) frame(width, height int) (string, *tea.Cursor) {
	return s.reader.Draw(screen.Area{Width: width, Height: height})
}
