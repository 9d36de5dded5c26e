package journal

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// Screen is the journal.
type Screen struct {
	env    *screen.Env
	slot   *prompt.Slot
	keys   screen.Keys[keys.Intent]
	front  screen.Front
	sketch tables.Sketch
	area   screen.Area

	asked  question
	listed listedMsg // the answer that came last
	at     int       // the line of the cursor
	top    int       // the first line shown

	filter    field.Field
	filtering bool // the field has the keys
	coder     codebook.No
	family    family

	pane pane
}

var _ screen.Screen = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, slot: prompt.NewSlot(env), area: screen.Area{Width: 80, Height: 24}}
	s.keys = screen.NewKeys(env, s.bindings())
	return s
}

// Update takes keys and messages.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	s.sketch.Spoil()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return tea.Batch(s.press(msg), s.settle())
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.MouseMsg:
		return tea.Batch(s.mouse(msg), s.settle())
	case screen.ResizedMsg:
		s.area = msg.Area
		return s.settle()
	case screen.ShownMsg:
		s.front.Drawn()
		return tea.Batch(s.ask(), s.settle())
	case screen.SurroundingsChangedMsg:
		s.pane.asked = 0 // its words may be those of another language
		if s.front.Changed() {
			return tea.Batch(s.ask(), s.settle())
		}
	case screen.StudyChangedMsg:
		if s.front.Changed() {
			return tea.Batch(s.ask(), s.settle())
		}
	case listedMsg:
		return tea.Batch(s.list(msg), s.settle())
	case lookedMsg:
		s.pane.take(msg)
	case weighedMsg:
		s.weighed(msg)
	}
	return nil
}

// question is what is to be shown.
func (s *Screen) question() question {
	return question{s.env.Study.Project().Revision(), s.filter.Value(), s.coder, s.family, s.env.Words.Lang()}
}

// ask asks for what is to be shown, unless that is done or under way. The journal
// is read again only if something was done.
func (s *Screen) ask() tea.Cmd {
	q := s.question()
	if q == s.asked {
		return nil
	}
	s.asked = q
	p := s.env.Study.Project()
	if b := s.listed.book; b != nil && b.whole && s.listed.question.revision == q.revision {
		return sift(b, q, newSieve(s.env.Words, p))
	}
	return read(s.env.Study.Journal(), q, s.listed.book != nil, newSieve(s.env.Words, p))
}

// list takes an answer in, unless it is to another question. The cursor stays on
// its action, or on the newest if it was there.
func (s *Screen) list(msg listedMsg) tea.Cmd {
	if msg.question != s.asked {
		return nil
	}
	if msg.err != nil {
		s.env.Object(msg.err)
		return nil
	}
	here, had := s.here()
	newest := s.at <= 1
	s.listed = msg
	s.at = 0
	if had && !newest {
		s.seek(here.No)
	}
	if !msg.book.whole {
		return read(s.env.Study.Journal(), s.asked, true, newSieve(s.env.Words, s.env.Study.Project()))
	}
	return nil
}

// seek puts the cursor on an action, if it is listed.
func (s *Screen) seek(no uint64) {
	for i, l := range s.listed.lines {
		if !l.day && s.listed.book.headers[l.at].No == no {
			s.at = i
			return
		}
	}
}

// here is the action under the cursor.
func (s *Screen) here() (codebook.Header, bool) {
	if s.at >= len(s.listed.lines) || s.listed.lines[s.at].day {
		return codebook.Header{}, false
	}
	return s.listed.book.headers[s.listed.lines[s.at].at], true
}

// fate is what became of the action under the cursor.
func (s *Screen) fate() codebook.Fate { return s.listed.book.fates[s.listed.lines[s.at].at] }

// Typing says that a field or a part has the keys.
func (s *Screen) Typing() bool { return s.filtering || s.slot.Open() }

// Back closes what is open, then drops the filter.
func (s *Screen) Back() bool {
	s.sketch.Spoil()
	switch {
	case s.slot.Close():
	case s.filtering || s.narrowed():
		s.filtering = false
		s.filter.SetValue("")
		s.coder, s.family = 0, everything
		s.relist()
	default:
		return s.pane.close()
	}
	return true
}

// relist lets everything through that was read, at once: it is what Esc does, which
// asks for nothing.
func (s *Screen) relist() {
	b := s.listed.book
	if b == nil {
		return
	}
	s.asked = s.question()
	here, had := s.here()
	s.listed = newSieve(s.env.Words, s.env.Study.Project()).list(s.asked, b)
	s.at = 0
	if had {
		s.seek(here.No)
	}
	s.settle()
}

// narrowed says that not all actions are let through.
func (s *Screen) narrowed() bool {
	return s.filter.Value() != "" || s.coder != 0 || s.family != everything
}

// Head says how many actions there are, and how many of them are listed.
func (s *Screen) Head() (left, right string) {
	left = s.env.Study.Name() + " · " + s.env.T("journal.title")
	if b := s.listed.book; b != nil {
		left += " · " + s.env.T("journal.actions", "Count", locale.Number(len(b.headers)), "PluralCount", len(b.headers))
		if s.narrowed() {
			right = s.env.T("journal.shown", "N", locale.Number(s.listed.shown))
		}
	}
	return left, right
}
