package memos

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// Screen is the screen of memos.
type Screen struct {
	env   *screen.Env
	slot  *prompt.Slot
	keys  screen.Keys[keys.Intent]
	area  screen.Area
	front screen.Front

	filter    field.Field
	filtering bool // the field has the keys
	order     order

	entries  []entry // all memos, by place
	lines    []line  // what is listed
	at, top  int     // the line of the cursor, and the first one shown
	newest   codebook.No
	passages passages
	detail   scroll

	stale bool // changed since the last listing
}

var _ interface {
	screen.Screen
	screen.Opener
} = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, slot: prompt.NewSlot(env), area: screen.Area{Width: 80, Height: 24}, passages: newPassages(), stale: true}
	s.keys = screen.NewKeys(env, s.bindings())
	return s
}

// Update takes a message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	inFront := !s.front.Hidden()
	switch msg := msg.(type) {
	case screen.StudyChangedMsg:
		s.stale, inFront = true, s.front.Changed()
	case screen.ShownMsg:
		s.front.Drawn()
		inFront = true
		s.order, s.stale = orderOf(s.env.Study.Setting(orderSetting)), true
	case screen.SurroundingsChangedMsg:
		s.stale = true
	case screen.ResizedMsg:
		s.area = msg.Area
	case screen.WordsEditedMsg:
		s.edited(msg)
		return nil
	case passagesReadMsg:
		s.passages.take(s.env.Study.Project(), msg)
		s.stale = s.stale || s.filter.Value() != ""
		return nil
	}
	if !inFront {
		return nil
	}
	ask := s.refresh()
	cmd := s.take(msg)
	s.settle()
	return tea.Batch(ask, cmd)
}

// take gives keys, paste and mouse to what has them.
func (s *Screen) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.MouseWheelMsg:
		if !s.Typing() {
			s.move(screen.Wheel(msg))
		}
	case tea.MouseClickMsg:
		s.click(msg)
	}
	return nil
}

// refresh lists anew what changed since, and asks for the words of passages that are not known.
func (s *Screen) refresh() tea.Cmd {
	if !s.stale {
		return nil
	}
	s.stale = false
	p := s.env.Study.Project()
	s.gather(p)
	if last := p.Last().Memos; last != s.newest {
		if s.newest != 0 {
			s.goTo(last)
		}
		s.newest = last
	}
	return s.passages.ask(s.env.Study, s.entries)
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(key)
	case s.filtering:
		s.typeFilter(key)
		return nil
	}
	if intent, _, ok := s.keys.Press(key); ok {
		return s.follow(intent)
	}
	return nil
}

func (s *Screen) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(msg)
	case s.filtering:
		s.filter.Update(msg)
		s.list()
	}
	return nil
}

// Open puts the cursor on the memo of a route, or asks for one on the project.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	s.front.Drawn()
	ask := s.refresh()
	if r.Memo != 0 {
		s.filter.SetValue("")
		s.list()
		s.goTo(r.Memo)
	}
	if r.Write {
		s.write(codebook.TargetProject, 0)
	}
	s.settle()
	return ask
}

// Typing says that a field or a part has the keys.
func (s *Screen) Typing() bool { return s.filtering || s.slot.Open() }

// Back closes what is open, then drops the filter.
func (s *Screen) Back() bool {
	if s.slot.Close() {
		return true
	}
	if !s.filtering && s.filter.Value() == "" {
		return false
	}
	s.filtering = false
	s.filter.SetValue("")
	s.list()
	s.settle()
	return true
}

// Entries are the screen's keys, or those of the open part.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.keys.Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.slot.Footer(s.keys.Footer()) }

// Run does what a key would.
func (s *Screen) Run(index int) tea.Cmd {
	intent, ok := s.keys.Pick(index)
	if !ok {
		return nil
	}
	cmd := s.follow(intent)
	s.settle()
	return cmd
}

// current is the memo under the cursor, or nil.
func (s *Screen) current() *codebook.Memo {
	if s.at < 0 || s.at >= len(s.lines) || s.lines[s.at].entry == nil {
		return nil
	}
	return s.lines[s.at].entry.memo
}
