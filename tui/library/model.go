package library

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// Screen is the screen of transcripts.
type Screen struct {
	env  *screen.Env
	slot *prompt.Slot
	keys screen.Keys[keys.Intent]

	area  screen.Area
	front screen.Front

	filter    field.Field
	filtering bool // the field has the keys
	index     *find.Index
	sort      sorting

	entries []entry // all transcripts, in the study's order
	figures map[codebook.No]figures
	lines   []line // what is listed
	at      int    // the line of the cursor, -1 when none is listed
	top     int    // the first line shown
	layout  layout
	totals  totals

	stale bool // changed since the last listing
}

var _ screen.Screen = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, slot: prompt.NewSlot(env), figures: map[codebook.No]figures{}, at: -1, stale: true}
	s.keys = screen.NewKeys(env, s.bindings())
	return s
}

// Update takes a message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, changed := msg.(screen.StudyChangedMsg); changed {
		s.stale = true
		if !s.front.Changed() {
			return nil
		}
	}
	s.refresh()
	switch msg := msg.(type) {
	case screen.ResizedMsg:
		s.area = msg.Area
		s.arrange()
	case screen.SurroundingsChangedMsg, screen.ShownMsg:
		s.sort = sortingOf(s.env.Study.Setting(sortSetting))
		s.list()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.MouseWheelMsg:
		if !s.Typing() {
			s.move(screen.Wheel(msg))
		}
	case tea.MouseClickMsg:
		return s.click(msg)
	}
	return nil
}

// refresh lists anew what changed since.
func (s *Screen) refresh() {
	if s.stale {
		s.stale = false
		s.count()
		s.index = nil
		s.list()
	}
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(key)
	case s.filtering:
		return s.typeFilter(key)
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

// typeFilter takes a key while the filter has the keys: Enter keeps it, Esc drops it, the arrows move in the list.
func (s *Screen) typeFilter(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "enter":
		s.filtering = false
	case "esc":
		s.Back()
	case "up":
		s.move(-1)
	case "down":
		s.move(1)
	default:
		if s.filter.Update(key) {
			s.list()
		}
	}
	return nil
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
	return true
}

// Entries are the screen's keys, or those of the open part.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.keys.Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.slot.Footer(s.keys.Footer()) }

// Run does what a key would.
func (s *Screen) Run(index int) tea.Cmd {
	if intent, ok := s.keys.Pick(index); ok {
		return s.follow(intent)
	}
	return nil
}

// current is the entry under the cursor, or nil.
func (s *Screen) current() *entry {
	if s.at < 0 || s.at >= len(s.lines) {
		return nil
	}
	return s.lines[s.at].entry
}
